// The award definitions in awards/, and the rules that any definition keeps.
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { AwardDefinition } from '../../domain/award-definition.ts';
import { definitionSchema, definitionSchemaPath } from '../../local/write-definition-schema.ts';

type Written = { [key: string]: unknown };
const read = async (name: string): Promise<Written> =>
  parse(await readFile(new URL(`../../awards/${name}.yaml`, import.meta.url), 'utf8'));

const rdpe = await read('rdpe');
const { rubrics, judging, form, categories, countries } = AwardDefinition.parse(rdpe);

/** What is wrong with the award once a part of it is another: each place, and the rule it breaks. */
function problems(changes: Written): string[] {
  const parsed = AwardDefinition.safeParse({ ...rdpe, ...changes });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}
const judgingWith = (changes: Partial<typeof judging>) => problems({ judging: { ...judging, ...changes } });
const [ngo, business] = rubrics;
const rubricWith = (changes: Partial<typeof ngo>) => problems({ rubrics: [{ ...ngo, ...changes }, business] });
const formWith = (changes: Partial<typeof form>) => problems({ form: { ...form, ...changes } });

describe('the installed definitions', () => {
  it('are sound', () => {
    expect(problems({})).toEqual([]);
  });

  it('hold the facts of the RDPE award: two categories, eleven states, judged by each state', () => {
    expect(categories.map(({ key }) => key)).toEqual(['ngo-cso', 'private-sector']);
    expect(judging.scope).toBe('national');
    expect(countries.map(({ iso2 }) => iso2)).toEqual([
      'BN',
      'KH',
      'ID',
      'LA',
      'MY',
      'MM',
      'PH',
      'SG',
      'TH',
      'TL',
      'VN',
    ]);
    const members2023 = countries.filter(({ joined }) => joined !== undefined && joined <= '2023-11-21');
    expect(members2023).toHaveLength(10);
    const names = countries.map(({ names }) => names.en ?? '');
    expect(names).toEqual([...names].sort());
  });

  it('have a regional sample that says that it is one', async () => {
    const sample = AwardDefinition.parse(await read('sample-regional'));
    expect(sample.judging.scope).toBe('regional');
    expect(sample.names.en).toMatch(/Sample/);
  });

  it('have a JSON Schema for editors that is the one of the code', async () => {
    expect(await readFile(definitionSchemaPath, 'utf8')).toEqual(definitionSchema());
  });
});

describe('an award definition', () => {
  it('is filled with the defaults of what is left out', () => {
    const { quota: _quota, publishScores: _scores, announcement: _stages, forum: _forum, ...rest } = rdpe;
    const filled = AwardDefinition.parse(rest);
    expect(filled.quota).toBe(3);
    expect(filled.publishScores).toBe('none');
    expect(filled.announcement.stages).toEqual(['country', 'laureate', 'press', 'public']);
    expect(filled.forum).toEqual({
      opensAt: 570,
      closesAt: 960,
      slotMinutes: 12,
      languages: ['en'],
      themes: [],
      rooms: [],
      blocks: [],
      protectedTimes: [],
    });
  });

  it('has no keys beyond those that mean something', () => {
    expect(problems({ colour: 'blue' })).toEqual([': Unrecognized key: "colour"']);
  });

  it('has weights that sum to 100 in every rubric', () => {
    const criteria = ngo?.criteria.map((one) => (one.key === 'impact' ? { ...one, weight: 29 } : one)) ?? [];
    expect(rubricWith({ criteria })).toEqual(['rubrics.0.criteria: weights must sum to 100, these sum to 99']);
  });

  it('has one rubric for each category', () => {
    expect(problems({ rubrics: [ngo] })).toEqual(['rubrics: there is none for the category private-sector']);
    expect(problems({ rubrics: [ngo, business, ngo] })).toEqual([
      'rubrics.2: the rubric for ngo-cso stands here twice',
    ]);
    expect(rubricWith({ category: 'youth' })).toEqual([
      'rubrics: there is none for the category ngo-cso',
      'rubrics: names the category youth, which the award does not have',
    ]);
  });

  it('anchors both ends of its scale, and nothing above it', () => {
    const label = { en: 'Some' };
    expect(rubricWith({ scale: { max: 5, anchors: [1, 6].map((points) => ({ points, label })) } })).toEqual([
      'rubrics.0.scale: 6 lies above the scale, which ends at 5',
      'rubrics.0.scale.anchors: there is none for 0',
      'rubrics.0.scale.anchors: there is none for 5',
    ]);
    expect(rubricWith({ commentAt: [9] })).toEqual(['rubrics.0.scale: 9 lies above the scale, which ends at 5']);
  });

  it('climbs a tie ladder of known criteria, each rung once, with the vote last', () => {
    const missing = 'judging.tieLadder.0: the criterion shared-value is missing in a rubric';
    expect(judgingWith({ tieLadder: [{ rung: 'criterion', criterion: 'shared-value' }] })).toEqual([missing]);
    expect(judgingWith({ tieLadder: [{ rung: 'panel-vote' }, { rung: 'median-sheet' }] })).toEqual([
      'judging.tieLadder: the panel vote must come last',
    ]);
    expect(judgingWith({ tieLadder: [{ rung: 'median-sheet' }, { rung: 'median-sheet' }] })).toEqual([
      'judging.tieLadder.1: the rung median-sheet stands here twice',
    ]);
  });

  it('has a threshold that a sheet can reach', () => {
    expect(judgingWith({ threshold: { score: 60, criterion: 'charm', criterionMean: 6 } })).toEqual([
      'judging.threshold: the criterion charm is missing in a rubric',
      'judging.threshold: the mean lies above the scale, which ends at 5',
    ]);
  });

  it('asks for no more sheets than an entry has seats, and for five where two are dropped', () => {
    expect(judgingWith({ minimumSheets: 4 })).toEqual([
      'judging.minimumSheets: 4 are more than the 3 seats of an entry',
    ]);
    expect(judgingWith({ aggregation: 'trimmed' })).toEqual([
      'judging.minimumSheets: must be at least 5 where the highest and the lowest sheet are dropped',
    ]);
  });

  it('cannot count a whole country as a conflict where judging is national', () => {
    expect(judgingWith({ conflictScope: 'country' })).toEqual([
      'judging.conflictScope: cannot be country where judging is national: every judge would be in conflict',
    ]);
  });

  it('names each country, category and key once', () => {
    expect(problems({ countries: [...countries, countries[8]] })).toEqual([
      'countries.11: the country TH stands here twice',
    ]);
    const checklist = [{ key: 'citation', label: { en: 'Citation' } }];
    expect(problems({ checklist })).toEqual([
      'form: the key citation belongs to two fields, attachments or checklist items',
    ]);
  });

  it('has zones, quotas and categories that exist', () => {
    const [first, ...others] = countries;
    expect(problems({ countries: [{ ...first, zone: 'Asia/Atlantis', quota: { youth: 1 } }, ...others] })).toEqual([
      'countries.0.zone: Asia/Atlantis is no time zone that is known here',
      'countries.0.quota: names the category youth, which the award does not have',
    ]);
  });

  it('takes the registration of an organisation from text fields of the form', () => {
    expect(formWith({ registrationField: 'nowhere', registrarField: 'summary' })).toEqual([
      'form.registrationField: names nowhere, which is no text field of the form',
      'form.registrarField: names summary, which is no text field of the form',
    ]);
  });

  it('takes the names of organisation and nomination from required texts that every category has', () => {
    expect(formWith({ organisationField: 'website', titleField: 'nowhere' })).toEqual([
      'form.organisationField: names website, which must be a required text of every category',
      'form.titleField: names nowhere, which is no field of the form',
    ]);
  });

  it('gives choices to fields that are chosen from, and to no others', () => {
    const [section, ...others] = form.sections;
    const label = { en: 'Size' };
    const size = { key: 'size', label, kind: 'choice' as const, required: false, personal: false };
    const note = { ...size, key: 'note', kind: 'text' as const, choices: [{ key: 'small', label }] };
    const changed = { key: 'nominee', title: label, fields: [...(section?.fields ?? []), size, note] };
    expect(formWith({ sections: [changed, ...others] })).toEqual([
      'form.size.choices: are missing',
      'form.note.choices: do not go with text',
    ]);
  });

  it('publishes its stages in order', () => {
    expect(problems({ announcement: { stages: ['public', 'press'] } })).toEqual([
      'announcement.stages: must follow the order country, laureate, press, public',
    ]);
  });

  it('has blocks of its own themes that end after they start', () => {
    const blocks = [{ key: 'block-1', theme: 'theme-9', startsAt: 600, endsAt: 600 }];
    expect(problems({ forum: { blocks } })).toEqual([
      'forum.blocks.block-1: has the theme theme-9, which the forum does not have',
      'forum.blocks.block-1: must end after it starts',
    ]);
  });

  it('has texts in at least one language', () => {
    expect(problems({ names: {} })).toEqual(['names: must be given in at least one language']);
  });
});
