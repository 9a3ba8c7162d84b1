// Who works on a shared draft: inviting, ending, and naming an editor where nobody is left; and how full a draft is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../domain/decider.ts';
import { fieldsOf, sectionsOf } from '../../domain/definition-queries.ts';
import { textsIn } from '../../domain/localized-text.ts';
import { checkDossier, percentComplete } from '../../domain/nomination/dossier.ts';
import {
  type Editing,
  requireEndable,
  requireOrphaned,
  requireRoomForEditor,
} from '../../domain/nomination/editing.ts';
import { ids, sampleDefinition } from '../support/samples.ts';

const [author, editor, other] = [ids.person(1), ids.person(2), ids.person(3)];
const shared: Editing = { startedBy: author, editors: [author, editor], active: [author, editor], inHouse: false };
const codeOf = (check: () => void): string | null => {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe('inviting', () => {
  const people = (number: number) => Array.from({ length: number }, (_, index) => ids.person(100 + index));
  it('has room for twenty, those who have not answered among them', () => {
    expect(codeOf(() => requireRoomForEditor({ editors: people(10) }, people(19), other))).toEqual(null);
    expect(codeOf(() => requireRoomForEditor({ editors: people(10) }, people(20), other))).toEqual('too-many-editors');
  });
  it('again needs no more room', () => {
    expect(codeOf(() => requireRoomForEditor({ editors: people(19) }, [other], other))).toEqual(null);
  });
});

describe('ending an editor’s part', () => {
  it('is for every editor to do, to every other', () => {
    expect(codeOf(() => requireEndable(shared, editor, author))).toEqual(null);
    expect(codeOf(() => requireEndable(shared, editor, editor))).toEqual(null);
    expect(codeOf(() => requireEndable(shared, author, author))).toEqual(null);
  });
  it('is refused for who began, by anybody else', () => {
    expect(codeOf(() => requireEndable(shared, author, editor))).toEqual('editor-who-began');
  });
  it('is refused for the last one who can still edit', () => {
    const alone = { ...shared, active: [editor] };
    expect(codeOf(() => requireEndable(alone, editor, editor))).toEqual('last-editor');
  });
  it('is nothing for one who does not edit', () => {
    expect(codeOf(() => requireEndable({ ...shared, active: [] }, other, author))).toEqual(null);
  });
});

describe('naming an editor', () => {
  it('is for a draft that nobody is left to edit', () => {
    expect(codeOf(() => requireOrphaned({ ...shared, active: [] }, []))).toEqual(null);
    expect(codeOf(() => requireOrphaned(shared, []))).toEqual('draft-has-editors');
  });
  it('gives the desk its own drafts, and never an applicant’s', () => {
    const orphan = { ...shared, active: [] };
    expect(codeOf(() => requireOrphaned(orphan, ['focal-point']))).toEqual('editor-of-the-desk');
    expect(codeOf(() => requireOrphaned({ ...orphan, inHouse: true }, ['focal-point']))).toEqual(null);
  });
});

const field = (key: string, required: boolean) => ({ key, label: { en: key }, kind: 'text' as const, required });
const definition = sampleDefinition('national', {
  form: {
    sections: [
      { key: 'one', title: { en: 'One' }, fields: [field('name', true), field('title', true)] },
      {
        key: 'two',
        title: { en: 'Two' },
        fields: [field('extra', false), { ...field('shop', true), categories: ['private'] }],
      },
      { key: 'three', title: { en: 'Three' }, fields: [{ ...field('only', false), categories: ['private'] }] },
    ],
    attachments: [
      { key: 'paper', label: { en: 'Paper' }, types: ['application/pdf'], maxBytes: 10, required: true },
      { key: 'photo', label: { en: 'Photo' }, types: ['image/png'], maxBytes: 10 },
    ],
    organisationField: 'name',
    titleField: 'title',
  },
});
const paper = { field: 'paper', name: 'p.pdf', size: 5, type: 'application/pdf' };

describe('how full a draft is', () => {
  it('counts required fields and attachments of the category, and nothing else', () => {
    expect(percentComplete(definition, 'ngo', {}, [])).toEqual(0);
    expect(percentComplete(definition, 'ngo', { name: 'A', extra: 'x' }, [])).toEqual(33);
    expect(percentComplete(definition, 'ngo', { name: 'A', title: 'B' }, [paper])).toEqual(100);
    expect(percentComplete(definition, 'private', { name: 'A', title: 'B' }, [paper])).toEqual(75);
  });
  it('takes blanks for nothing', () => {
    expect(percentComplete(definition, 'ngo', { name: ' ', title: { en: '' } }, [])).toEqual(0);
  });
  it('is full where nothing is required', () => {
    const { sections, ...form } = definition.form;
    const free = sections.map((section) => ({
      ...section,
      fields: section.fields.map((one) => ({ ...one, required: false })),
    }));
    const nothing = { ...definition, form: { ...form, sections: free, attachments: [] } };
    expect(percentComplete(nothing, 'ngo', {}, [])).toEqual(100);
  });
  it('is full exactly where the form check finds nothing missing', () => {
    const answers = fc.dictionary(
      fc.constantFrom('name', 'title', 'extra', 'shop'),
      fc.constantFrom('', ' ', 'A', 'Text'),
    );
    fc.assert(
      fc.property(answers, fc.boolean(), fc.constantFrom('ngo', 'private'), (content, attached, category) => {
        const files = attached ? [paper] : [];
        const missing = checkDossier(definition, category, content, files).some(({ rule }) => rule === 'required');
        const percent = percentComplete(definition, category, content, files);
        expect(percent === 100).toEqual(!missing);
        expect(percent >= 0 && percent <= 100).toEqual(true);
      }),
    );
  });
});

describe('the sections of a form', () => {
  it('are those that ask something of the category, with those fields', () => {
    const keys = (category: string) =>
      sectionsOf(definition, category).map(({ key, fields }) => [key, fields.map((one) => one.key)]);
    expect(keys('ngo')).toEqual([
      ['one', ['name', 'title']],
      ['two', ['extra']],
    ]);
    expect(keys('private')).toEqual([
      ['one', ['name', 'title']],
      ['two', ['extra', 'shop']],
      ['three', ['only']],
    ]);
  });
  it('hold each field of the category once', () => {
    for (const category of ['ngo', 'private'])
      expect(sectionsOf(definition, category).flatMap(({ fields }) => fields)).toEqual(fieldsOf(definition, category));
  });
});

describe('textsIn', () => {
  it('keeps the languages that are asked for, and all where none of them is there', () => {
    const text = { en: 'Rice', th: 'ข้าว', vi: 'Gạo' };
    expect(textsIn(text, ['th', 'en'])).toEqual({ en: 'Rice', th: 'ข้าว' });
    expect(textsIn({ en: 'Rice' }, ['km'])).toEqual({ en: 'Rice' });
  });
});
