// What differs between two versions of a dossier, beside what was asked for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDossiers, type Dossier, type DossierFile } from '../../domain/nomination/comparing.ts';
import type { Content } from '../../domain/nomination/dossier.ts';
import { sampleDefinition } from '../support/samples.ts';

const definition = sampleDefinition();
const dossier = (content: Content, files: DossierFile[] = []): Dossier => ({ content, files });
const file = (hash: string, field = 'certificate'): DossierFile => ({
  ...{ field, name: `${hash}.pdf`, hash, size: 10, type: 'application/pdf' },
});
const compare = (before: Dossier, after: Dossier, ...rest: [messages?: never[], hidden?: Set<string>]) =>
  compareDossiers(definition, 'ngo', [before, after], rest[0] ?? [], rest[1]);
const changed = (before: Content, after: Content) =>
  compare(dossier(before), dossier(after)).fields.map(({ field }) => field);

describe('compareDossiers', () => {
  it('names each field that is different, in the order of the form, with both answers', () => {
    const { fields } = compare(
      dossier({ summary: 'One', name: { en: 'A' } }),
      dossier({ name: { en: 'B' }, summary: 'Two' }),
    );
    expect(fields).toEqual([
      {
        ...{ section: 'nominee', field: 'name', label: { en: 'Name' }, messages: [] },
        ...{ before: { en: 'A' }, after: { en: 'B' } },
      },
      {
        ...{ section: 'nominee', field: 'summary', label: { en: 'Summary' }, messages: [] },
        ...{ before: 'One', after: 'Two' },
      },
    ]);
  });

  it('takes no answer and an empty one for the same, and the order of languages for none', () => {
    expect(changed({ summary: '' }, {})).toEqual([]);
    expect(changed({ summary: null }, { summary: '  ' })).toEqual([]);
    expect(changed({ name: { en: 'A', th: 'ก' } }, { name: { th: 'ก', en: 'A' } })).toEqual([]);
    expect(changed({}, { summary: 'Something' })).toEqual(['summary']);
  });

  it('names files that came and went by what they hold, not by their names', () => {
    const { files } = compare(
      dossier({}, [file('a'), file('b')]),
      dossier({}, [{ ...file('b'), name: 'x.pdf' }, file('c')]),
    );
    expect(files.map(({ change, hash }) => [change, hash])).toEqual([
      ['removed', 'a'],
      ['added', 'c'],
    ]);
  });

  it('names no file where the name of the organisation is hidden', () => {
    const both: [Dossier, Dossier] = [dossier({}), dossier({}, [file('letter-of-sample-ngo')])];
    const names = (hidden: string[]) => compare(...both, [], new Set(hidden)).files.map(({ name }) => name);
    expect([names([]), names(['contact']), names([definition.form.organisationField])]).toEqual([
      ['letter-of-sample-ngo.pdf'],
      ['letter-of-sample-ngo.pdf'],
      ['—'],
    ]);
  });

  it('tells nothing of a field that is hidden, nor of a message about it', () => {
    const messages = [
      { field: 'contact', message: 'Name a person.' },
      { field: 'summary', message: 'Say more.' },
    ];
    const both: [Dossier, Dossier] = [dossier({ contact: 'a@example.org' }), dossier({ contact: 'b@example.org' })];
    const open = compareDossiers(definition, 'ngo', both, messages);
    expect(open.fields.map(({ field }) => field)).toEqual(['contact']);
    const shut = compareDossiers(definition, 'ngo', both, messages, new Set(['contact']));
    expect(shut.fields).toEqual([]);
    expect(shut.messages).toEqual([
      { field: 'summary', label: { en: 'Summary' }, message: 'Say more.', changed: false },
    ]);
  });

  it('leaves out what the category does not ask for', () => {
    const other = sampleDefinition('national', {
      form: {
        ...definition.form,
        sections: definition.form.sections.map((section) => ({
          ...section,
          fields: section.fields.map((one) => (one.key === 'summary' ? { ...one, categories: ['private'] } : one)),
        })),
      },
    });
    const both: [Dossier, Dossier] = [dossier({ summary: 'One' }), dossier({ summary: 'Two' })];
    expect(compareDossiers(other, 'ngo', both, []).fields).toEqual([]);
    expect(compareDossiers(other, 'private', both, []).fields).toHaveLength(1);
  });

  it('finds nothing between a dossier and itself, and the same fields both ways', () => {
    const answers = fc.record({
      summary: fc.string(),
      contact: fc.string(),
      name: fc.dictionary(fc.constantFrom('en', 'th'), fc.string()),
    });
    fc.assert(
      fc.property(answers, answers, (one, other) => {
        expect(changed(one, structuredClone(one))).toEqual([]);
        expect(changed(one, other)).toEqual(changed(other, one));
      }),
      { seed: 7 },
    );
  });
});
