// A nomination's form and files, held against what the award asks of its category.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormField } from '../../domain/award-definition.ts';
import { AwardDefinition } from '../../domain/award-definition.ts';
import {
  type AttachedFile,
  type Content,
  checkDossier,
  organisationOf,
  titleOf,
} from '../../domain/nomination/dossier.ts';
import { measure } from '../../domain/text-limits.ts';
import { sampleDefinition } from '../support/samples.ts';

type Field = Partial<Omit<FormField, 'kind'>> & { key: string; kind: FormField['kind'] };
/** The sample award with further fields in its form. */
function withFields(...fields: Field[]): AwardDefinition {
  const sample = sampleDefinition();
  const [section] = sample.form.sections;
  const more = fields.map((field) => ({ label: { en: field.key }, ...field }));
  return AwardDefinition.parse({
    ...sample,
    form: { ...sample.form, sections: [{ ...section, fields: [...(section?.fields ?? []), ...more] }] },
  });
}
const sample = sampleDefinition();
const good: Content = { name: { en: 'Sample organisation 1' }, title: { en: 'Water for the hills' } };
const faults = (definition: AwardDefinition, content: Content, files: AttachedFile[] = [], category = 'ngo') =>
  checkDossier(definition, category, { ...good, ...content }, files).map(({ field, rule }) => `${field} ${rule}`);
/** What is wrong with one answer to a field of this kind. */
const rulesOf = (field: Omit<Field, 'key'>, answer: unknown) =>
  faults(withFields({ key: 'asked', ...field }), { asked: answer });
const pdf = (changes: Partial<AttachedFile> = {}): AttachedFile => ({
  field: 'certificate',
  name: 'certificate.pdf',
  size: 1000,
  type: 'application/pdf',
  ...changes,
});

describe('a form', () => {
  it('may be submitted with what is required, and everything else left out or blank', () => {
    expect(checkDossier(sample, 'ngo', good, [])).toEqual([]);
    expect(faults(sample, { summary: '  ', contact: null })).toEqual([]);
  });

  it('says what is missing, in the words of the form', () => {
    const missing = { rule: 'required', message: 'Name is missing.', field: 'name' };
    const alone = { title: good.title };
    for (const name of [undefined, null, '', {}, { en: ' ', th: '' }])
      expect(checkDossier(sample, 'ngo', { ...alone, name }, [])).toEqual([missing]);
  });

  it('takes "no" and zero as answers', () => {
    expect(rulesOf({ kind: 'yes-no', required: true }, false)).toEqual([]);
    expect(rulesOf({ kind: 'number', required: true }, 0)).toEqual([]);
  });

  it('has no other field than those of its category', () => {
    const definition = withFields({ key: 'shares', kind: 'text', categories: ['private'] });
    expect(faults(definition, { shares: 'all' }, [], 'private')).toEqual([]);
    expect(faults(definition, { shares: 'all', colour: 'red' })).toEqual([
      'shares unknown-field',
      'colour unknown-field',
    ]);
    expect(faults(sample, {}, [pdf({ field: 'photo' }), pdf({ field: 'photo' })])).toEqual(['photo unknown-field']);
  });

  it('names every problem, in the order of the form', () => {
    const content = { title: 7, contact: 'nobody', name: '' };
    expect(faults(sample, content, [pdf({ size: 0 })])).toEqual([
      'name required',
      'title type',
      'contact email',
      'certificate file-size',
    ]);
  });
});

describe.each<[Field['kind'], unknown[], [unknown, string][]]>([
  [
    'text',
    ['words'],
    [
      [7, 'type'],
      [['words'], 'type'],
      [{ en: 'words' }, 'type'],
      ['x'.repeat(20_001), 'limit'],
    ],
  ],
  ['long-text', ['x'.repeat(20_000)], [[true, 'type']]],
  [
    'localized-text',
    [{ en: 'words', th: 'คำ' }, { 'zh-Hans': '词' }, { en: 'words', th: null }],
    [
      ['words', 'type'],
      [{ en: 7 }, 'type'],
      [['words'], 'type'],
      [{ English: 'words' }, 'language'],
      [{ en: 'x'.repeat(20_001) }, 'limit'],
    ],
  ],
  [
    'number',
    [1.5, -1, '12', '๑๒.๕', '១២'],
    [
      ['twelve', 'type'],
      [Number.NaN, 'type'],
      [Number.POSITIVE_INFINITY, 'type'],
    ],
  ],
  ['yes-no', [true], [['yes', 'type']]],
  [
    'date',
    ['2025-02-28', '2024-02-29', '2400-01-01', '๒๐๒๕-๐๒-๒๘', '၂၀၂၅-၀၂-၂၈'],
    [
      ['2025-02-29', 'date'],
      ['28/02/2025', 'date'],
      ['0000-01-01', 'date'],
      ['2025-13-01', 'date'],
      ['2566-02-28', 'buddhist-era'],
      ['๒๕๖๗-๐๒-๒๙', 'buddhist-era'],
      [20250228, 'type'],
    ],
  ],
  [
    'year',
    [2023, '2023', '๒๐๒๓', 2400],
    [
      [2566, 'buddhist-era'],
      ['๒๕๖๖', 'buddhist-era'],
      [2023.5, 'year'],
      ['this year', 'year'],
    ],
  ],
  [
    'choice',
    ['red'],
    [
      ['Red', 'choice'],
      [['red'], 'type'],
    ],
  ],
  [
    'email',
    ['someone@example.org', ' someone@example.org '],
    [
      ['someone', 'email'],
      ['some one@example.org', 'email'],
      ['a@b@example.org', 'email'],
      ['someone@example', 'email'],
    ],
  ],
  [
    'phone',
    ['+66 2 123 4567', '+66(0)2-123.4567'],
    [
      ['02 123 4567', 'phone'],
      ['+66 call me', 'phone'],
      ['+012345678', 'phone'],
    ],
  ],
  [
    'url',
    ['https://example.org', 'http://example.org/a?b#c'],
    [
      ['example.org', 'url'],
      ['javascript:alert(1)', 'url'],
      ['https://example.org/a b', 'url'],
      ['https://localhost', 'url'],
    ],
  ],
])('an answer of kind %s', (kind, accepted, refused) => {
  const choices = kind === 'choice' ? { choices: [{ key: 'red', label: { en: 'Red' } }] } : {};

  it('is accepted when it is one', () => {
    for (const answer of accepted) expect(rulesOf({ kind, ...choices }, answer)).toEqual([]);
  });

  it('is refused with the rule that it breaks', () => {
    for (const [answer, rule] of refused) expect(rulesOf({ kind, ...choices }, answer)).toEqual([`asked ${rule}`]);
  });
});

describe('a text with a limit', () => {
  const limit = { words: 3, characters: 10 };

  it('is counted in words, or in characters where the script has no spaces', () => {
    expect(rulesOf({ kind: 'text', limit }, 'three words only')).toEqual([]);
    expect(rulesOf({ kind: 'text', limit }, 'now there are four')).toEqual(['asked limit']);
    expect(rulesOf({ kind: 'text', limit }, 'น้ำเพื่อภูเขา')).toEqual([]);
    expect(rulesOf({ kind: 'text', limit }, 'น้ำเพื่อภูเขาและหมู่บ้าน')).toEqual(['asked limit']);
  });

  it('says how much it has and how much is accepted, in the language that is too long', () => {
    const definition = withFields({ key: 'asked', kind: 'localized-text', limit });
    const content = { ...good, asked: { en: 'now there are four', th: 'สั้น' } };
    expect(checkDossier(definition, 'ngo', content, [])).toEqual([
      { field: 'asked', rule: 'limit', message: 'en: Has 4 words; at most 3 are accepted.' },
    ]);
  });

  it('is no longer than a public name may be, where it is one', () => {
    expect(faults(sample, { name: { en: 'x'.repeat(2000) } })).toEqual([]);
    expect(faults(sample, { name: { en: 'x'.repeat(2001) } })).toEqual(['name limit']);
  });

  it('is accepted exactly as long as its measure is within the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const { unit, count } = measure(text.trim());
        const found = rulesOf({ kind: 'text', limit }, text).filter((rule) => rule === 'asked limit');
        expect(found).toEqual(count <= limit[unit] ? [] : ['asked limit']);
      }),
    );
  });
});

describe('attachments', () => {
  const [certificate] = sample.form.attachments;
  const asking = (changes: object) =>
    AwardDefinition.parse({
      ...sample,
      form: { ...sample.form, attachments: [{ ...certificate, ...changes }] },
    });

  it('are left out, or match type, size and number', () => {
    expect(faults(sample, {}, [pdf()])).toEqual([]);
    expect(faults(sample, {}, [pdf({ size: 1e6 })])).toEqual([]);
    expect(faults(sample, {}, [pdf({ size: 1e6 + 1 })])).toEqual(['certificate file-size']);
    expect(faults(sample, {}, [pdf({ type: 'text/html' })])).toEqual(['certificate file-type']);
    expect(faults(sample, {}, [pdf(), pdf()])).toEqual(['certificate file-count']);
    expect(faults(asking({ maxCount: 2 }), {}, [pdf(), pdf()])).toEqual([]);
  });

  it('are asked of the categories that need them', () => {
    const definition = asking({ required: true, categories: ['private'] });
    expect(faults(definition, {}, [], 'private')).toEqual(['certificate required']);
    expect(faults(definition, {}, [], 'ngo')).toEqual([]);
    expect(faults(definition, {}, [pdf()], 'ngo')).toEqual(['certificate unknown-field']);
  });
});

describe('the public names of a form', () => {
  it('are taken in the languages they were given in, without blanks', () => {
    const content = { name: { en: ' Sample organisation ', th: '', lo: 7 }, title: { th: 'น้ำ' } };
    expect(organisationOf(sample, content)).toEqual({ en: 'Sample organisation' });
    expect(titleOf(sample, content)).toEqual({ th: 'น้ำ' });
  });

  it('are of an undetermined language where the form does not ask for one', () => {
    expect(organisationOf(sample, { name: ' Sample organisation ' })).toEqual({ und: 'Sample organisation' });
    expect(organisationOf(sample, {})).toEqual({});
  });
});

describe('any content at all', () => {
  const kinds: Field[] = [
    { key: 'one', kind: 'text', limit: { words: 5, characters: 20 } },
    { key: 'two', kind: 'number' },
    { key: 'three', kind: 'date' },
    { key: 'four', kind: 'choice', choices: [{ key: 'red', label: { en: 'Red' } }] },
    { key: 'five', kind: 'phone' },
    { key: 'six', kind: 'url' },
    { key: 'seven', kind: 'yes-no' },
  ];
  const definition = withFields(...kinds);
  const keys = ['name', 'title', 'summary', 'contact', ...kinds.map(({ key }) => key), '__proto__', 'constructor'];
  const answer = fc.oneof(fc.anything(), fc.string({ unit: 'grapheme' }), fc.dictionary(fc.string(), fc.anything()));
  const file = fc.record({
    field: fc.oneof(fc.constantFrom(...keys, 'certificate'), fc.string()),
    name: fc.string(),
    size: fc.double(),
    type: fc.string(),
  });

  it('is checked without an error, and every problem has words for a person', () => {
    const content = fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), answer);
    fc.assert(
      fc.property(content, fc.array(file, { maxLength: 3 }), (anything, files) => {
        for (const problem of checkDossier(definition, 'ngo', anything, files))
          expect(problem).toEqual({
            field: expect.any(String),
            rule: expect.any(String),
            message: expect.stringMatching(/\S/),
          });
      }),
    );
  });

  it('gives names that are texts, or none', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), answer), (anything) => {
        for (const texts of [organisationOf(definition, anything), titleOf(definition, anything)])
          for (const text of Object.values(texts)) expect(text.trim()).toEqual(text);
      }),
    );
  });
});
