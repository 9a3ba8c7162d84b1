// What an event changed: the facts of its aggregate before and after it. Points and what is written in sheets are no facts here.
import { ceremonyFold } from '../../domain/ceremony/state.ts';
import { countryFold } from '../../domain/country/state.ts';
import { cycleFold } from '../../domain/cycle/state.ts';
import type { Fold } from '../../domain/decider.ts';
import { delegationFold } from '../../domain/delegation/state.ts';
import { forumFold } from '../../domain/forum/state.ts';
import { judgeFold } from '../../domain/judge/state.ts';
import { memberFold } from '../../domain/member/state.ts';
import { nominationFold } from '../../domain/nomination/state.ts';
import { organisationFold } from '../../domain/organisation/state.ts';
import { laterRound } from '../../domain/panel/rounds.ts';
import { panelFold } from '../../domain/panel/state.ts';
import { scorecardFold } from '../../domain/scorecard/state.ts';
import { talkFold } from '../../domain/talk/state.ts';
import type { StreamEvent } from '../event-store.ts';

/** `fact` names one of the aggregate's, with what it is of behind a colon: `phase:judging`, `grant:<id>`. */
export type FactChange = { fact: string; before: unknown; after: unknown };
type Facts = { [fact: string]: unknown };
type Changed = Map<number, FactChange[]>;

/** By version, of those that are asked for; the events are a stream's, from its beginning. */
const tracing =
  <State>(fold: Fold<State>, facts: (state: State) => Facts) =>
  (events: StreamEvent[], wanted: Set<number>): Changed => {
    const evolve = fold.evolve as (state: State, event: { type: string; data: object }) => State;
    const changed: Changed = new Map();
    let state = fold.initial;
    for (const { version, type, data } of events) {
      const before = state;
      state = evolve(state, { type, data });
      if (wanted.has(version)) changed.set(version, differences(facts(before), facts(state)));
    }
    return changed;
  };

function differences(before: Facts, after: Facts): FactChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((fact) => {
    const [old, now] = [before[fact] ?? null, after[fact] ?? null];
    return JSON.stringify(old) === JSON.stringify(now) ? [] : [{ fact, before: old, after: now }];
  });
}

/** Each member of a record as a fact of its own. */
const each = <Value>(name: string, record: { [key: string]: Value }, show: (value: Value) => unknown = (v) => v) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [`${name}:${key}`, show(value)]));

export const tracers: { [kind: string]: (events: StreamEvent[], wanted: Set<number>) => Changed } = {
  nomination: tracing(nominationFold, (state) => {
    if (state.status === 'none') return {};
    const { status, version, organisation, title, checks, verification } = state;
    return {
      ...{ status, version, organisation, title },
      ...each('check', checks, ({ outcome }) => outcome),
      correctBy: state.status === 'returned' ? state.correctBy : null,
      objection:
        state.status === 'rejected' && state.objection !== null ? (state.objection.upheld ? 'upheld' : 'open') : null,
      amendment: state.status === 'forwarded' && state.amendment !== null ? 'requested' : null,
      verification: verification.status === 'none' ? null : verification.status,
    };
  }),
  panel: tracing(panelFold, (state) => {
    if (state.status === 'none') return {};
    const { status, judges, reserves, chair, deputyChair, entries, assigned } = state;
    const winners = 'decision' in state ? state.decision.winners : [];
    const named = (place: string) => winners.filter((one) => one.place === place).map(({ laureateId }) => laureateId);
    return {
      ...{ status, judges, reserves, chair, deputyChair, round: laterRound(state) },
      entries: entries.map(({ nominationId }) => nominationId),
      assigned: assigned.length,
      laureates: named('laureate'),
      runnersUp: named('runner-up'),
      ...(state.status === 'signed' && each('award', state.awards, (award) => award.status)),
    };
  }),
  scorecard: tracing(scorecardFold, (state) =>
    state.status === 'none' ? {} : { status: state.status, dossierVersion: state.dossierVersion },
  ),
  judge: tracing(judgeFold, (state) => {
    if (state.status === 'none') return {};
    const { status, groups, terms, profile, conflicts, finished } = state;
    return { ...{ status, groups, terms }, ...profile, ...each('conflict', conflicts), ...each('finished', finished) };
  }),
  cycle: tracing(cycleFold, (state) => {
    if (state.status === 'none') return {};
    const { status, title, phases, announcement, endorsement } = state;
    return {
      ...{ status, title },
      ...each('phase', phases, (phase) => phase.status),
      ...each('closes', phases, (phase) => ('closesAt' in phase ? phase.closesAt : null)),
      ...each('stage', Object.fromEntries(announcement.map((stage) => [stage.stage, stage])), ({ at }) => at),
      ...each('published', Object.fromEntries(announcement.map((stage) => [stage.stage, stage.published || null]))),
      endorsedBy: endorsement === null ? [] : Object.keys(endorsement.replies).sort(),
      held: endorsement?.concluded?.held ?? [],
    };
  }),
  country: tracing(countryFold, ({ closesAt, closed, dispensations, ranking, forwarding }) => ({
    ...each('closes', closesAt),
    ...each('phase', Object.fromEntries(closed.map((phase) => [phase, 'closed']))),
    ...each('dispensation', Object.fromEntries(dispensations.map((one) => [one.step, one.until]))),
    ...each('ranking', ranking),
    ...each('forwarding', forwarding, ({ status }) => status),
  })),
  forum: tracing(forumFold, (state) => {
    if (state.status === 'none') return {};
    const { plan, placements, pins, unplaced, released } = state;
    const slots = Object.fromEntries(placements.map(({ talk, ...slot }) => [talk, slot]));
    const { number, name, purpose, host, venue, mode, zone, day, opensAt, closesAt, slotMinutes, languages } = plan;
    return {
      ...{ number, name, purpose, host, venue, mode, zone, day, opensAt, closesAt, slotMinutes, languages },
      ...each('slot', slots),
      ...each('pin', pins),
      unplaced: unplaced.length,
      release: released?.name,
    };
  }),
  talk: tracing(talkFold, (state) => {
    if (state.status === 'none') return {};
    if (state.status === 'reserve') return { status: state.status, order: state.order };
    const { status, personId, speaker, topics, theme, language, mode, windows, reconfirmed, answerBy } = state;
    const { zone, busy, wish, refused } = state;
    const titles = topics.map(({ title }) => title);
    const said = { topics: titles, theme, language, mode, windows, zone, busy, wish, reconfirmed, answerBy };
    return { status, presenter: personId, speaker: speaker?.personId, ...said, refused: refused?.release };
  }),
  delegation: tracing(delegationFold, ({ participants }) => {
    const each = Object.values(participants).map((one): [string, unknown][] => [
      [`participant:${one.personId}`, one.status],
      [`capacity:${one.personId}`, one.status === 'registered' ? one.capacity : null],
      [`attendance:${one.personId}`, one.attendance === 'expected' ? null : one.attendance],
    ]);
    return Object.fromEntries(each.flat());
  }),
  ceremony: tracing(ceremonyFold, ({ plan, receivers, conferred }) => ({
    ...plan,
    ...each('receiver', receivers, ({ how }) => how),
    ...each('conferred', conferred),
  })),
  organisation: tracing(organisationFold, (state) => {
    if (state.status === 'none') return {};
    const { names, country, registration, mergedInto, notTheSame, laureate } = state;
    return { names, country, registration, mergedInto, notTheSame, historicAwards: laureate.length };
  }),
  member: tracing(memberFold, ({ grants }) =>
    each('grant', Object.fromEntries(grants.map(({ grantId, ...grant }) => [grantId, grant]))),
  ),
};
