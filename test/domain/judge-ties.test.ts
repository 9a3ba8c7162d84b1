// Whose names an entry bears, and whether a judge serves one of them.
import { describe, expect, it } from 'vitest';
import { AwardDefinition } from '../../domain/award-definition.ts';
import { namesIn, tieByName } from '../../domain/judge/ties.ts';
import { sampleDefinition } from '../support/samples.ts';

const base = sampleDefinition();
const asking = AwardDefinition.parse({
  ...base,
  form: {
    ...base.form,
    sections: [
      ...base.form.sections,
      {
        key: 'ties',
        title: { en: 'Ties' },
        fields: [
          { key: 'head', label: { en: 'Head' }, kind: 'localized-text', personal: true },
          { key: 'partners', label: { en: 'Partners' }, kind: 'long-text' },
          { key: 'nominator', label: { en: 'Nominator' }, kind: 'text' },
        ],
      },
    ],
    interests: [
      { field: 'head', as: 'head' },
      { field: 'partners', as: 'partner' },
      { field: 'nominator', as: 'nominator' },
    ],
  },
});
const organisation = { en: 'Sample Weavers Foundation', th: 'มูลนิธิช่างทอตัวอย่าง' };
const content = {
  head: { en: 'Sample Head', th: 'หัวหน้าตัวอย่าง' },
  partners: 'Sample Bank: gives loans\n• Sample University – trains\n\nSample Cooperative',
  nominator: 'Sample Ministry',
};
const named = namesIn(asking, [organisation], content);

describe('the names of an entry', () => {
  it('are the organisation, then head, partners one to a line, and nominator', () => {
    expect(named).toEqual([
      { as: 'body', names: organisation },
      { as: 'head', names: content.head },
      { as: 'partner', names: { und: 'Sample Bank' } },
      { as: 'partner', names: { und: 'Sample University' } },
      { as: 'partner', names: { und: 'Sample Cooperative' } },
      { as: 'nominator', names: { und: 'Sample Ministry' } },
    ]);
  });

  it('are the organisation alone where the award names no field', () => {
    const { interests: _, ...form } = asking.form;
    expect(namesIn({ ...asking, form }, [organisation], content)).toEqual([{ as: 'body', names: organisation }]);
  });
});

describe('a tie by name', () => {
  it.each([
    ['the nominee in capitals', 'SAMPLE WEAVERS'],
    ['the nominee with another legal form', 'Sample Weavers Association Ltd.'],
    ['the nominee in Thai script without its legal form', 'ช่างทอตัวอย่าง'],
  ])('is found for %s', (_, body) => {
    expect(tieByName(['Another body', body], named)).toEqual('same-name');
  });

  it('is found for the body that nominates', () => {
    expect(tieByName(['Sample ministry'], named)).toEqual('nominating-body');
  });

  it.each([
    ['a partner', 'Sample Bank'],
    ['a name that is merely like it', 'Sample Weaver'],
    ['no body at all', ''],
  ])('is not found for %s', (_, body) => {
    expect(tieByName(body === '' ? [] : [body], named)).toBeNull();
  });
});

describe('an award that names a field of interest', () => {
  it('is refused where the form has no such text', () => {
    const form = { ...asking.form, interests: [{ field: 'nowhere', as: 'head' }] };
    const { error } = AwardDefinition.safeParse({ ...asking, form });
    expect(error?.issues.map(({ message }) => message)).toEqual(['names nowhere, which is no text field of the form']);
  });
});
