// The whole problem that a forum's plan, pins and talks make: the same for the solver and for the checker of what it says.
import type { TimetableFile } from '../scheduling/messages.ts';
import type { ForumPlan, Place, Placement, TalkFacts } from './messages.ts';
import type { Moderators } from './proposal.ts';
import { aheadOf, fitOfTalk, languageOf, needsBooth, partOf, saidOr } from './talk-readings.ts';

export const sessionOf = ({ block, room }: Pick<Place, 'block' | 'room'>): string => `${block}/${room}`;
export const placeOf = (session: string, slot: number): Place => {
  const [block = '', room = ''] = session.split('/');
  return { block, room, slot };
};

export type Arranged = {
  plan: ForumPlan;
  pins: { readonly [talk: string]: Place };
  placements: readonly Placement[];
  moderators: Moderators;
  moderatorPins: Moderators;
  released: { placements: readonly Placement[]; moderators?: Moderators } | null;
};

/** @param now minutes from midnight at the venue where the day has begun: what stood earlier in a release stays. */
export function forumTimetable(forum: Arranged, talks: readonly TalkFacts[], now: number | null): TimetableFile {
  const { plan, released } = forum;
  const given = new Set(talks.map(({ talk }) => talk));
  const former = (released?.placements ?? forum.placements).filter((placed) => isPlace(plan, placed));
  const chairs = released?.moderators ?? forum.moderators;
  return {
    kind: 'forum',
    id: 'forum',
    forum: dayOf(plan, talks, released !== null, now),
    rules: rulesOf(plan, talks),
    blocks: plan.blocks.map(({ key, theme, startsAt, endsAt }) => ({
      ...{ id: key, theme, start: startsAt, slots: Math.max(0, Math.floor((endsAt - startsAt) / plan.slotMinutes)) },
      partOfDay: partOf(plan, startsAt),
    })),
    rooms: plan.rooms.map(({ key, booths }) => ({ id: key, booths })),
    sessions: null,
    teams: plan.interpretation.teams,
    talks: talks.map((talk) => talkOf(plan, talk)),
    moderators: plan.moderators.map(({ person, country, windows, fit }) => ({
      ...{ id: person, country, fit: saidOr(plan.themes, fit) },
      available: windows.map(({ from, to }) => [from, to]),
    })),
    old: Object.fromEntries(former.map(({ talk, slot, ...at }) => [talk, [sessionOf(at), slot]])),
    oldModerators: Object.fromEntries(
      Object.entries(chairs).flatMap(([session, id]) => (id === null ? [] : [[session, id]])),
    ),
    pins: Object.entries(forum.pins)
      .filter(([talk]) => given.has(talk))
      .map(([talk, { slot, ...at }]) => [talk, sessionOf(at), slot]),
    moderatorPins: Object.fromEntries(
      Object.entries(forum.moderatorPins).map(([session, person]) => [session, person ?? 'vacant']),
    ),
    derived: {},
  };
}

/** A place that a changed plan still has. */
const isPlace = ({ blocks, rooms, slotMinutes }: ForumPlan, { block, room, slot }: Place): boolean =>
  rooms.some(({ key }) => key === room) &&
  blocks.some(({ key, startsAt, endsAt }) => key === block && startsAt + (slot + 1) * slotMinutes <= endsAt);

function dayOf(plan: ForumPlan, talks: readonly TalkFacts[], published: boolean, now: number | null) {
  return {
    ...{ slotMinutes: plan.slotMinutes, utcOffset: 0, published, now },
    hours: [plan.opensAt, plan.closesAt] as [number, number],
    remoteHours: [plan.remoteHours.from, plan.remoteHours.to] as [number, number],
    protectedTimes: plan.protectedTimes.map(({ startsAt, endsAt }): [number, number] => [startsAt, endsAt]),
    categories: [...new Set(talks.map(({ category }) => category))].sort(),
    moderatorMaxSessions: plan.moderatorMaxSessions,
    moderatorOwnCountry: plan.moderatorOwnCountry,
    walk: plan.walks.map(({ between: [a, b], minutes }): [string, string, number] => [a, b, minutes]),
    protocol: protocolOf(plan, talks),
  };
}

/** A rule that the plan gives nothing to work with costs nothing: no moderators named, or talks of one country alone. */
function rulesOf(plan: ForumPlan, talks: readonly TalkFacts[]): TimetableFile['rules'] {
  const countries = new Set(talks.map(({ country }) => country)).size;
  const vacantModerator = plan.moderators.length === 0 ? 0 : plan.points.vacantModerator;
  return {
    points: { ...plan.points, vacantModerator },
    countries: Math.min(plan.spread.countries, countries),
    adjacency: countries > 1 ? 'session' : 'off',
    emptySession: 'exempt',
    movedUnplaced: 0,
    pinned: 'decided',
  };
}

function talkOf(plan: ForumPlan, talk: TalkFacts): TimetableFile['talks'][number] {
  const { busy = [], wish = null } = talk;
  return {
    ...{ id: talk.talk, speaker: talk.person, country: talk.country, category: talk.category, wish },
    ...{ language: languageOf(plan, talk), needsInterpretation: needsBooth(plan, talk) },
    ...{ remote: talk.mode === 'remote', utcOffset: aheadOf(plan, talk) },
    available: talk.available.map(({ from, to }) => [from, to]),
    busy: busy.map(({ from, to }) => [from, to]),
    fit: fitOfTalk(plan, talk),
  };
}

function protocolOf({ protocol }: ForumPlan, talks: readonly TalkFacts[]): string[] {
  if (protocol !== 'english-name') return protocol;
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
  const named = [...new Set(talks.map(({ country }) => country))].map((country) => ({
    country,
    name: names.of(country) ?? country,
  }));
  return named.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ country }) => country);
}
