// A small award and its cycle, which tests of every aggregate start from.
import type { z } from 'zod';
import { AwardDefinition } from '../../domain/award-definition.ts';
import type { CycleEvent, PlannedPhase } from '../../domain/cycle/messages.ts';
import { forwardKey, quotaOf } from '../../domain/definition-queries.ts';
import type { EventOf } from '../../domain/events.ts';
import type { Winner } from '../../domain/messages.ts';
import type { PanelEvent } from '../../domain/panel/messages.ts';
import { type Phase, phases } from '../../domain/phases.ts';
import { hashOf } from '../../domain/verify/canonical.ts';

export type Scope = 'national' | 'regional';

const uuid = (kind: string, number: number) => `${kind}-0000-4000-8000-${String(number).padStart(12, '0')}`;
/** Ids that can be told apart in a failing test. */
export const ids = {
  cycle: uuid('cccccccc', 1),
  forum: uuid('ffffffff', 1),
  command: uuid('dddddddd', 1),
  person: (number: number) => uuid('aaaaaaaa', number),
  judge: (number: number) => uuid('bbbbbbbb', number),
  nomination: (number: number) => uuid('eeeeeeee', number),
  organisation: (number: number) => uuid('99999999', number),
  proposal: (number: number) => uuid('77777777', number),
};

/** A moment within each phase of the sample cycle, before it, and after its decision phase. */
export const moments = {
  before: '2024-12-20T00:00:00.000Z',
  nomination: '2025-02-01T00:00:00.000Z',
  screening: '2025-03-15T00:00:00.000Z',
  judging: '2025-04-15T00:00:00.000Z',
  decision: '2025-05-15T00:00:00.000Z',
  endorsement: '2025-06-05T00:00:00.000Z',
  announcement: '2025-07-01T00:00:00.000Z',
};

const phase = (opensAt: string, closesAt: string): PlannedPhase => ({ opensAt, closesAt });
/** Each phase of the sample cycle from its opening to its close. */
export const timetable: EventOf<'CyclePlanned'>['data']['timetable'] = {
  nomination: phase('2025-01-01T00:00:00.000Z', '2025-03-01T00:00:00.000Z'),
  screening: phase('2025-03-01T00:00:00.000Z', '2025-04-01T00:00:00.000Z'),
  judging: phase('2025-04-01T00:00:00.000Z', '2025-05-01T00:00:00.000Z'),
  decision: phase('2025-05-01T00:00:00.000Z', '2025-06-01T00:00:00.000Z'),
};
/** When the sample cycle's endorsement ends. */
export const endorsementClosesAt = '2025-06-19T00:00:00.000Z';

type DefinitionInput = z.input<typeof AwardDefinition>;

const rubric = (category: string): DefinitionInput['rubrics'][number] => ({
  category,
  criteria: [
    { key: 'impact', label: { en: 'Impact' }, weight: 60 },
    { key: 'reach', label: { en: 'Reach' }, weight: 40 },
  ],
  scale: {
    max: 5,
    anchors: [
      { points: 0, label: { en: 'No evidence' } },
      { points: 5, label: { en: 'Exemplary' } },
    ],
  },
  commentAt: [0, 5],
});

const countries: DefinitionInput['countries'] = [
  {
    iso2: 'MM',
    names: { en: 'Myanmar' },
    zone: 'Asia/Yangon',
    languages: ['my'],
    nominationMode: 'invitation',
    quota: { private: 1 },
  },
  { iso2: 'SG', names: { en: 'Singapore' }, zone: 'Asia/Singapore', languages: ['en'], nominationMode: 'ministry' },
  {
    iso2: 'TH',
    names: { en: 'Thailand', th: 'ประเทศไทย' },
    zone: 'Asia/Bangkok',
    languages: ['th', 'en'],
    nominationMode: 'open-call',
    holidays: ['2025-04-14', '2025-04-15'],
  },
  { iso2: 'VN', names: { en: 'Viet Nam' }, zone: 'Asia/Ho_Chi_Minh', languages: ['vi'] },
];

/** Two categories, four countries (one of them not in the sample cycle), two criteria. */
export function sampleDefinition(scope: Scope = 'national', changes: Partial<DefinitionInput> = {}): AwardDefinition {
  return AwardDefinition.parse({
    key: 'sample',
    version: '1',
    names: { en: 'Sample award' },
    zone: 'Asia/Jakarta',
    categories: [
      { key: 'ngo', names: { en: 'Non-governmental organisations' } },
      { key: 'private', names: { en: 'Private sector' } },
    ],
    countries,
    form: {
      sections: [
        {
          key: 'nominee',
          title: { en: 'Nominee' },
          fields: [
            { key: 'name', label: { en: 'Name' }, kind: 'localized-text', required: true },
            { key: 'title', label: { en: 'Title' }, kind: 'localized-text', required: true },
            { key: 'summary', label: { en: 'Summary' }, kind: 'long-text', limit: { words: 250, characters: 2000 } },
            { key: 'contact', label: { en: 'Contact' }, kind: 'email', personal: true },
          ],
        },
      ],
      attachments: [{ key: 'certificate', label: { en: 'Certificate' }, types: ['application/pdf'], maxBytes: 1e6 }],
      organisationField: 'name',
      titleField: 'title',
      consent: { required: false, text: { en: 'We agree to be put forward.' } },
    },
    checklist: [
      { key: 'in-time', label: { en: 'Submitted in time' } },
      { key: 'registered', label: { en: 'Registered in the country' } },
    ],
    rubrics: [rubric('ngo'), rubric('private')],
    judging: {
      scope,
      tieLadder: [{ rung: 'criterion', criterion: 'impact' }, { rung: 'median-sheet' }, { rung: 'panel-vote' }],
      threshold: { score: 60, criterion: 'impact', criterionMean: 2 },
      terms: { version: '1', text: { en: 'Keep what you read to yourself.' } },
    },
    endorsement: { route: 'correspondence', silence: 'assent' },
    timetable: {
      nomination: 'P8W',
      screening: 'P4W',
      judging: 'P4W',
      decision: 'P4W',
      endorsement: 'P14D',
      correctionWorkingDays: 10,
      answers: { laureate: 'P7D', presenter: 'P7D' },
    },
    ...changes,
  });
}

/** The first event of the sample cycle: three countries, in the zone of Jakarta. */
export function plannedCycle(
  definition: AwardDefinition = sampleDefinition(),
  changes: Partial<EventOf<'CyclePlanned'>['data']> = {},
): EventOf<'CyclePlanned'> {
  const entitled = ['MM', 'SG', 'TH'];
  const { reminders, correctionWorkingDays, answers, endorsement } = definition.timetable;
  return {
    type: 'CyclePlanned',
    data: {
      cycleId: ids.cycle,
      slug: 'sample-6',
      number: 6,
      year: 2025,
      title: { en: '6th sample award' },
      host: 'SG',
      zone: 'Asia/Jakarta',
      countries: entitled,
      definition,
      definitionHash: hashOf(definition),
      timetable,
      settings: { endorsement, reminders, correctionWorkingDays, answers },
      capacities: entitled.flatMap((iso2) =>
        definition.categories.map(({ key }) => ({
          key: forwardKey(ids.cycle, iso2, key),
          cap: quotaOf(definition, iso2, key),
        })),
      ),
      ...changes,
    },
  };
}

const planned = (name: Phase): string | null =>
  Object.entries(timetable).find(([key]) => key === name)?.[1].closesAt ?? null;

export const phaseOpened = (name: Phase, closesAt: string | null = planned(name)): EventOf<'PhaseOpened'> => ({
  type: 'PhaseOpened',
  data: { cycleId: ids.cycle, phase: name, closesAt, countries: ['MM', 'SG', 'TH'] },
});

export const phaseClosed = (
  name: Phase,
  because: EventOf<'PhaseClosed'>['data']['because'] = 'deadline',
): EventOf<'PhaseClosed'> => ({ type: 'PhaseClosed', data: { cycleId: ids.cycle, phase: name, because } });

/** The sample cycle as far as a phase of it is open: no endorsement asked for, no announcement planned. */
export function cycleIn(
  name: 'nomination' | 'screening' | 'judging' | 'decision',
  definition: AwardDefinition = sampleDefinition(),
): CycleEvent[] {
  const before = phases.slice(0, phases.indexOf(name));
  return [
    plannedCycle(definition),
    ...before.flatMap((past) => [phaseOpened(past), phaseClosed(past)]),
    phaseOpened(name),
  ];
}

/** The sample cycle once its decision phase is closed. */
export const decidedCycle = (definition: AwardDefinition = sampleDefinition()): CycleEvent[] => [
  ...cycleIn('decision', definition),
  phaseClosed('decision'),
];

/** Whom a signed decision names: the first laureate of Thailand's NGOs, unless changed. */
export const winner = (number: number, changes: Partial<Winner> = {}): Winner => ({
  laureateId: ids.nomination(number),
  group: 'TH-ngo',
  country: 'TH',
  category: 'ngo',
  organisation: { en: `Sample organisation ${number}` },
  place: 'laureate',
  order: 1,
  ...changes,
});

/** A panel of the sample cycle: of a country and category, or of a category alone where judging is regional. */
export function panelFormed(
  group = 'TH-ngo',
  changes: Partial<EventOf<'PanelFormed'>['data']> = {},
): EventOf<'PanelFormed'> {
  const national = /^[A-Z]{2}-/.test(group);
  return {
    type: 'PanelFormed',
    data: {
      cycleId: ids.cycle,
      group,
      country: national ? group.slice(0, 2) : null,
      category: national ? group.slice(3) : group,
      entries: [],
      judges: [ids.judge(1), ids.judge(2), ids.judge(3)],
      reserves: [],
      chair: ids.judge(1),
      deputyChair: null,
      round: 'main',
      ...changes,
    },
  };
}

/** A decision taken outside and signed. */
export function decisionSigned(group: string, winners: Winner[], number = 1): PanelEvent[] {
  const about = { cycleId: ids.cycle, group, number, winners };
  const { judge, person } = ids;
  const outside = { outside: true, reasons: '', source: 'Minutes of the meeting', minutes: null, by: person(2) };
  return [
    { type: 'DecisionRecorded', data: { ...about, ...outside } },
    { type: 'DecisionSigned', data: { ...about, signature: { kind: 'in-person' }, by: judge(1) } },
  ];
}

/** A panel from its forming to its signed decision. */
export const signedPanel = (group: string, winners: Winner[]): PanelEvent[] => [
  panelFormed(group),
  ...decisionSigned(group, winners),
];

/** The first decision of each group goes before the endorsers. */
export const endorsementRequested = (
  winners: Winner[],
  groups = [...new Set(winners.map(({ group }) => group))],
): EventOf<'EndorsementRequested'> => ({
  type: 'EndorsementRequested',
  data: {
    ...{ cycleId: ids.cycle, groups, decisions: Object.fromEntries(groups.map((group) => [group, 1])), winners },
    closesAt: endorsementClosesAt,
  },
});

type Concluded = EventOf<'EndorsementConcluded'>;
export const endorsementConcluded = (endorsed: Winner[], changes: Partial<Concluded['data']> = {}): Concluded => ({
  type: 'EndorsementConcluded',
  data: {
    ...{ cycleId: ids.cycle, because: 'deadline', meetingReference: null, endorsed, held: [], silent: [] },
    ...changes,
  },
});
