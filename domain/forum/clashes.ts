// What speaks against a talk's place, each clash with who and what: for the decider, for the desk, and for the grid while a talk is moved.
import type { Texts } from '../messages.ts';
import {
  byClock,
  canHaveBoth,
  holds,
  isWithin,
  kinship,
  misfitTo,
  overlap,
  partsAway,
  type Span,
  slotBefore,
} from '../scheduling/readings.ts';
import { samePlace } from '../scheduling/schedule.ts';
import type { ForumPlan, Place, Placement, TalkFacts } from './messages.ts';
import { aheadOf, fitOfTalk, languageOf, needsBooth, partOf } from './talk-readings.ts';
import { sessionOf } from './timetable.ts';

type Asked = 'day' | 'zone' | 'opensAt' | 'closesAt' | 'slotMinutes' | 'remoteHours';
type Listed = 'themes' | 'blocks' | 'rooms' | 'protectedTimes' | 'walks' | 'interpretation';
export type ClashPlan = Pick<ForumPlan, Asked | Listed>;
type Optional = 'language' | 'needsInterpretation' | 'mode' | 'zone' | 'busy' | 'fit' | 'wish';
export type ClashTalk = Pick<TalkFacts, 'talk' | 'person' | 'country' | 'theme' | 'available'> & {
  [Name in Optional]?: TalkFacts[Name] | undefined;
};
export type ClashForum = {
  plan: ClashPlan;
  talks: readonly ClashTalk[];
  placements: readonly Placement[];
  /** By session, `<block>/<room>`. */
  moderators?: { readonly [session: string]: string | null } | undefined;
};

export const weights = {
  'not-in-programme': 'never',
  protected: 'never',
  taken: 'never',
  'speaks-elsewhere': 'never',
  'moderates-elsewhere': 'never',
  'too-far': 'reason',
  unavailable: 'reason',
  busy: 'reason',
  'remote-hours': 'reason',
  'delegation-parallel': 'reason',
  'delegation-adjacent': 'reason',
  'no-booth': 'reason',
  'no-team': 'reason',
  gap: 'note',
  'other-theme': 'note',
  'other-part': 'note',
} as const;
export type ClashRule = keyof typeof weights;
/** `never`: nobody may do it. `reason`: a person may, who says why. `note`: said, and left to the person. */
export type Weight = (typeof weights)[ClashRule];
export type Clash = {
  rule: ClashRule;
  weight: Weight;
  talk: string;
  place: Place;
  /** The talk that it clashes with. */
  other?: string;
  /** The time that is in the way, by the venue's clock or, for one from afar, the slot by the speaker's own. */
  from?: number;
  to?: number;
  what?: Texts | string;
  language?: string;
};

/** When a place's slot begins and ends; undefined for one that the programme does not have. */
export function spanAt({ blocks, rooms, slotMinutes }: ClashPlan, { block, room, slot }: Place): Span | undefined {
  const found = blocks.find(({ key }) => key === block);
  if (found === undefined || !rooms.some(({ key }) => key === room) || slot < 0) return undefined;
  const from = found.startsAt + slot * slotMinutes;
  return from + slotMinutes <= found.endsAt ? { from, to: from + slotMinutes } : undefined;
}

type Found = Omit<Clash, 'weight' | 'talk' | 'place'>;
type Around = { forum: ClashForum; talk: ClashTalk; place: Place; span: Span; others: Other[] };
type Other = { place: Place; span: Span; talk: ClashTalk };

/** All that speaks against a talk at a place, the talk itself taken from wherever it stands. */
export function clashesAt(forum: ClashForum, talkId: string, place: Place): Clash[] {
  const named = ({ rule, ...found }: Found): Clash => ({ rule, weight: weights[rule], talk: talkId, place, ...found });
  const talk = forum.talks.find((one) => one.talk === talkId);
  const span = spanAt(forum.plan, place);
  if (talk === undefined || span === undefined) return [named({ rule: 'not-in-programme' })];
  const around = { forum, talk, place, span, others: othersOf(forum, talkId) };
  return rules.flatMap((rule) => rule(around)).map(named);
}

/** What speaks against the places where the talks stand; of two that clash with each other each is named. */
export const standingClashes = (forum: ClashForum): Clash[] =>
  forum.placements.flatMap(({ talk, block, room, slot }) => clashesAt(forum, talk, { block, room, slot }));

function othersOf({ plan, talks, placements }: ClashForum, own: string): Other[] {
  const byId = new Map(talks.map((one) => [one.talk, one]));
  return placements.flatMap(({ talk: id, block, room, slot }) => {
    const place = { block, room, slot };
    const span = spanAt(plan, place);
    const talk = byId.get(id);
    return id === own || span === undefined || talk === undefined ? [] : [{ place, span, talk }];
  });
}

const rules: ((around: Around) => Found[])[] = [
  taken,
  protectedTime,
  speaksElsewhere,
  moderatesElsewhere,
  unavailable,
  busy,
  remoteHours,
  delegation,
  interpretation,
  gap,
  otherTheme,
  otherPart,
];

function taken({ place, others }: Around): Found[] {
  const there = others.find((other) => samePlace(other.place, place));
  return there === undefined ? [] : [{ rule: 'taken', other: there.talk.talk, ...there.span }];
}

function protectedTime({ forum, span }: Around): Found[] {
  return forum.plan.protectedTimes
    .map(({ title, startsAt, endsAt }) => ({ rule: 'protected' as const, what: title, from: startsAt, to: endsAt }))
    .filter((time) => overlap(time, span));
}

/** At the same time, or with too little time to walk over. */
function speaksElsewhere({ forum, talk, place, span, others }: Around): Found[] {
  return others
    .filter((other) => other.talk.person === talk.person && !samePlace(other.place, place))
    .flatMap((other): Found[] => {
      const met = { other: other.talk.talk, ...other.span };
      if (overlap(other.span, span)) return [{ rule: 'speaks-elsewhere', ...met }];
      const minutes = walkOf(forum.plan, place.room, other.place.room);
      return canHaveBoth(other.span, span, minutes) ? [] : [{ rule: 'too-far', ...met }];
    });
}

const walkOf = ({ walks }: ClashPlan, a: string, b: string): number =>
  a === b ? 0 : (walks.find(({ between }) => between.includes(a) && between.includes(b))?.minutes ?? 0);

/** Who leads another room meanwhile cannot speak here. */
function moderatesElsewhere({ forum, talk, place }: Around): Found[] {
  const { blocks, rooms } = forum.plan;
  const led = rooms.find(
    ({ key }) => key !== place.room && forum.moderators?.[sessionOf({ ...place, room: key })] === talk.person,
  );
  const block = blocks.find(({ key }) => key === place.block);
  return led === undefined || block === undefined
    ? []
    : [{ rule: 'moderates-elsewhere', what: led.name, from: block.startsAt, to: block.endsAt }];
}

function unavailable({ talk, span }: Around): Found[] {
  return isWithin(talk.available, span) ? [] : [{ rule: 'unavailable', ...span }];
}

function busy({ talk, span }: Around): Found[] {
  return (talk.busy ?? [])
    .filter((time) => overlap(time, span))
    .map(({ from, to, what }) => ({ rule: 'busy', from, to, what }));
}

/** By the speaker's own clock. */
function remoteHours({ forum: { plan }, talk, span }: Around): Found[] {
  if (talk.mode !== 'remote') return [];
  const own = byClock(span, aheadOf(plan, talk));
  return holds(plan.remoteHours, own) ? [] : [{ rule: 'remote-hours', ...own, what: talk.zone ?? plan.zone }];
}

/** Laureates of one country: the delegation hears both, and has a moment between them. */
function delegation({ talk, place, span, others }: Around): Found[] {
  return others
    .filter((other) => other.talk.country === talk.country && !samePlace(other.place, place))
    .flatMap((other): Found[] => {
      const [mine, its] = [
        { ...span, slot: place.slot },
        { ...other.span, slot: other.place.slot },
      ];
      const found = kinship(mine, its, sessionOf(other.place) === sessionOf(place));
      return found === null ? [] : [{ rule: `delegation-${found}`, other: other.talk.talk, ...other.span }];
    });
}

/** A room interprets as many languages as it has booths; a language at once in as many rooms as it has teams. */
function interpretation({ forum: { plan }, talk, place, others }: Around): Found[] {
  if (!needsBooth(plan, talk)) return [];
  const language = languageOf(plan, talk);
  const inBlock = others.filter((other) => other.place.block === place.block && needsBooth(plan, other.talk));
  const here = inBlock.filter((other) => other.place.room === place.room);
  const languages = new Set([language, ...here.map((other) => languageOf(plan, other.talk))]);
  const booths = plan.rooms.find(({ key }) => key === place.room)?.booths ?? 0;
  const rooms = new Set(
    inBlock.filter((other) => languageOf(plan, other.talk) === language).map((other) => other.place.room),
  );
  rooms.add(place.room);
  const isShort = rooms.size > (plan.interpretation.teams[language] ?? 0);
  return [
    ...(languages.size > booths ? [{ rule: 'no-booth' as const, language }] : []),
    ...(isShort ? [{ rule: 'no-team' as const, language }] : []),
  ];
}

function gap({ forum: { plan }, place, others }: Around): Found[] {
  const isFilled = (slot: number) => others.some((other) => samePlace(other.place, { ...place, slot }));
  const isFree = (slot: number) => {
    const span = spanAt(plan, { ...place, slot });
    return (
      span !== undefined && !plan.protectedTimes.some((time) => overlap({ from: time.startsAt, to: time.endsAt }, span))
    );
  };
  const before = slotBefore(place.slot, isFree);
  return before === undefined || isFilled(before) ? [] : [{ rule: 'gap' }];
}

function otherTheme({ forum, talk, place }: Around): Found[] {
  const theme = forum.plan.blocks.find(({ key }) => key === place.block)?.theme ?? '';
  return misfitTo(fitOfTalk(forum.plan, talk), theme) === 0 ? [] : [{ rule: 'other-theme' }];
}

/** The part of the day that a whole block counts for. */
function otherPart({ forum: { plan }, talk, place }: Around): Found[] {
  const starts = plan.blocks.find(({ key }) => key === place.block)?.startsAt ?? 0;
  return partsAway(talk.wish ?? null, partOf(plan, starts)) === 0 ? [] : [{ rule: 'other-part' }];
}
