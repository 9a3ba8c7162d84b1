// The schema of awards/*.yaml: everything that makes one award differ from another.
import { z } from 'zod';
import { definitionProblems } from './definition-rules.ts';
import { Block, PlanOptions, Room, Theme } from './forum/messages.ts';
import { Duration, Iso2, Key, Language, Texts, Zone } from './messages.ts';
import { stages } from './phases.ts';
import { Round, Rubric } from './scorecard/messages.ts';

/** A text by language tag, in at least one language. */
export const LocalizedText = Texts;

/** How a country writes its reports. Left out: its first language that they are written in, the Gregorian calendar, 09:30. */
export const ReportStyle = z.strictObject({
  language: Language.optional(),
  calendar: z.enum(['gregory', 'buddhist']).default('gregory'),
  /** With {from} and {to}. */
  hours: z.string().min(1).max(60).default('{from}–{to}'),
  /** Between the hour and the minute. */
  clock: z.enum([':', '.']).default(':'),
  digits: z.enum(['latin', 'thai']).default('latin'),
  face: z.enum(['noto', 'sarabun']).default('noto'),
});
export type ReportStyle = z.infer<typeof ReportStyle>;

const Country = z.strictObject({
  iso2: Iso2,
  names: Texts,
  /** In full, as papers of state name it. */
  officialNames: Texts.optional(),
  report: ReportStyle.optional(),
  /** The day it became a member, where that decides who takes part. */
  joined: z.iso.date().optional(),
  /** The zone that governs its deadlines, and the others that its people live in. */
  zone: Zone,
  otherZones: z.array(Zone).default([]),
  languages: z.array(Language).min(1),
  focalPoint: z.string().nullable().default(null),
  nominationMode: z.enum(['open-call', 'ministry', 'invitation']).default('ministry'),
  selfNomination: z.boolean().default(false),
  /** Days that are no working days, beside Saturday and Sunday. */
  holidays: z.array(z.iso.date()).default([]),
  /** Own quota by category, where it is not the award's. */
  quota: z.record(Key, z.int().min(0).max(1000)).default({}),
});

/** Words hold where the script has spaces, characters where it has none. */
const Limit = z.strictObject({ words: z.int().min(1), characters: z.int().min(1) });
/** Left out: every category. */
const ofCategories = z.array(Key).min(1).optional();
const FormField = z.strictObject({
  key: Key,
  label: Texts,
  help: Texts.optional(),
  kind: z.enum([
    'text',
    'long-text',
    'localized-text',
    'number',
    'date',
    'year',
    'choice',
    'email',
    'phone',
    'url',
    'yes-no',
  ]),
  required: z.boolean().default(false),
  limit: Limit.optional(),
  choices: z
    .array(z.strictObject({ key: Key, label: Texts }))
    .min(1)
    .optional(),
  /** Holds something about a person who can be contacted. */
  personal: z.boolean().default(false),
  categories: ofCategories,
});
const MediaType = z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/, 'must be a media type such as application/pdf');
const Attachment = z.strictObject({
  key: Key,
  label: Texts,
  types: z.array(MediaType).min(1),
  maxBytes: z.int().min(1),
  maxCount: z.int().min(1).default(1),
  required: z.boolean().default(false),
  /** What others send for it is not shown to those who put the nomination forward. */
  confidential: z.boolean().optional(),
  categories: ofCategories,
});
const Form = z.strictObject({
  sections: z.array(z.strictObject({ key: Key, title: Texts, fields: z.array(FormField).min(1) })).min(1),
  attachments: z.array(Attachment).default([]),
  /** The fields whose content is the organisation's public name and the nomination's title. */
  organisationField: Key,
  titleField: Key,
  /** The field whose text endorsers read beside the name, if there is one. */
  citationField: Key.optional(),
  /** The choice that says an entry's theme: judges say which themes they know and which they would like to read. */
  themeField: Key.optional(),
  /** The text fields that hold the organisation's registration, where the form asks for it. */
  registrationField: Key.optional(),
  registrarField: Key.optional(),
  /** Fields that name whom a judge may be tied to, beside the organisation itself: other names of it, its head, partners, nominators. */
  interests: z.array(z.strictObject({ field: Key, as: z.enum(['body', 'head', 'partner', 'nominator']) })).optional(),
  /** What the nominee is asked to agree to, and whether nothing is forwarded without. */
  consent: z.strictObject({ required: z.boolean(), text: Texts }).optional(),
});

const Judging = z.strictObject({
  scope: z.enum(['national', 'regional']),
  seats: z.int().min(1).max(50).default(3),
  minimumSheets: z.int().min(1).max(50).default(3),
  /** Who may lower the minimum for one entry, where no reserve can serve. Left out: the secretariat. */
  minimumLoweredBy: z.enum(['secretariat', 'approver', 'chair']).optional(),
  /** For how long, at most, two persons may let somebody see an entry in spite of a conflict. Left out: 24. */
  emergencyHours: z.int().min(1).max(168).optional(),
  reserves: z.int().min(0).default(0),
  conflictScope: z.enum(['body', 'country']).default('body'),
  blind: z.strictObject({ nominee: z.boolean(), nominator: z.boolean() }).default({ nominee: false, nominator: false }),
  aggregation: z.enum(['mean', 'judge-adjusted', 'trimmed', 'ranks']).default('mean'),
  /** What parts equal scores, in this order. */
  tieLadder: z
    .array(
      z.union([
        z.strictObject({ rung: z.literal('criterion'), criterion: Key }),
        z.strictObject({ rung: z.enum(['first-places', 'median-sheet', 'panel-vote']) }),
      ]),
    )
    .min(1),
  /** Of 100, and the least mean (on the scale) that one criterion needs. */
  threshold: z.strictObject({
    score: z.int().min(0).max(100),
    criterion: Key.nullable().default(null),
    criterionMean: z.int().min(0).default(0),
  }),
  /**
   * When a result is talked about before it is decided: a lead of fewer hundredths of a point (of 100) than this, and more points
   * than this between two assessors on one criterion. Left out: one point, and two.
   */
  sensitive: z.strictObject({ leadHundredths: z.int().min(0).max(10_000), gap: z.int().min(0).max(100) }).optional(),
  /** One of scoring may be named by its key alone. */
  rounds: z
    .array(z.union([Key, Round]))
    .min(1)
    .default(['main']),
  terms: z.strictObject({ version: z.string().min(1), text: Texts }),
  /** Whether a panel may decide on paper and record the outcome only. */
  outsideDecision: z.boolean().default(true),
});

const Minute = z.int().min(0).max(1440);
/** What a new forum starts from. Minutes from midnight at the venue; `slotMinutes` is the talk with its changeover. */
const ForumShape = z.strictObject({
  opensAt: Minute.default(570),
  closesAt: Minute.default(960),
  slotMinutes: z.int().min(1).max(240).default(12),
  languages: z.array(Language).min(1).default(['en']),
  themes: z.array(Theme).default([]),
  rooms: z.array(Room).default([]),
  blocks: z.array(Block).default([]),
  protectedTimes: z.array(z.strictObject({ title: Texts, startsAt: Minute, endsAt: Minute })).default([]),
  ...PlanOptions.shape,
});

export const AwardDefinition = z
  .strictObject({
    key: Key,
    version: z.string().min(1),
    names: Texts,
    zone: Zone,
    categories: z.array(z.strictObject({ key: Key, names: Texts, quota: z.int().min(1).max(1000).optional() })).min(1),
    /** In protocol order: by English name unless the host says otherwise. */
    countries: z.array(Country).min(1),
    /** By language, where its own texts list the countries in another order: every country once. */
    protocolOrder: z.record(Language, z.array(Iso2)).optional(),
    /** Nominations that a country may forward in one category; a category or a country may have its own. */
    quota: z.int().min(1).max(1000).default(3),
    /** Editions that a laureate waits before the next nomination. */
    waitingEditions: z.int().min(0).default(2),
    form: Form,
    checklist: z
      .array(
        z.strictObject({
          key: Key,
          label: Texts,
          /** What the record itself says something about; a person decides nevertheless. */
          fact: z.enum(['waiting-period']).optional(),
        }),
      )
      .min(1),
    rubrics: z.array(Rubric).min(1),
    judging: Judging,
    /** `laureates` and `runnersUp` count for each country in its group. */
    awards: z
      .strictObject({ laureates: z.int().min(1), runnersUp: z.int().min(0), noAward: z.boolean() })
      .default({ laureates: 1, runnersUp: 2, noAward: true }),
    endorsement: z.strictObject({
      route: z.enum(['correspondence', 'meeting']),
      silence: z.enum(['assent', 'none']),
      /** How many countries must endorse, where silence is none. */
      quorum: z.int().min(1).default(1),
    }),
    publishScores: z.enum(['none', 'laureates', 'all']).default('none'),
    timetable: z.strictObject({
      nomination: Duration,
      screening: Duration,
      judging: Duration,
      decision: Duration,
      endorsement: Duration,
      /** How long before a deadline people are reminded. */
      reminders: z.array(Duration).max(12).default(['P14D', 'P7D', 'P2D', 'PT24H']),
      correctionWorkingDays: z.int().min(1).max(60),
      /** How long a rejection may be objected to. Left out: five working days. */
      objectionWorkingDays: z.int().min(1).max(60).optional(),
      /** How long after the cut-off a file may go on arriving that was registered before it. */
      filesGrace: Duration.default('PT24H'),
      answers: z.strictObject({ laureate: Duration, presenter: Duration }),
    }),
    announcement: z.strictObject({ stages: z.array(z.enum(stages)).min(1) }).default({ stages: [...stages] }),
    forum: ForumShape.prefault({}),
  })
  .superRefine((definition, context) => {
    for (const { path, message } of definitionProblems(definition)) context.addIssue({ code: 'custom', path, message });
  });

export type { Round, Rubric };
export type AwardDefinition = z.infer<typeof AwardDefinition>;
export type FormField = z.infer<typeof FormField>;
export type FormSection = z.infer<typeof Form>['sections'][number];
export type Attachment = z.infer<typeof Attachment>;
export type Judging = z.infer<typeof Judging>;
export type Country = z.infer<typeof Country>;
export type ForumShape = z.infer<typeof ForumShape>;
