// Where a forum's programme stands, folded from its events.
import { type Fold, type StreamRef, unreachable } from '../decider.ts';
import type { ForumEvent, ForumPlan, HowStepped, Place, Placement, SaidPlan, Scenario, TalkFacts } from './messages.ts';
import { counted, type Moves, moved, noMoves, type Override } from './moves.ts';
import { wholePlan } from './plan.ts';
import type { Interpretation, Left, Moderators, ScheduleQuality } from './proposal.ts';

export type Forum = {
  status: 'planned';
  forumId: string;
  cycleId: string | null;
  plan: ForumPlan;
  /** A schedule that was asked for and is not there yet. */
  requested: string | null;
  /** The proposal that the working copy came from. */
  proposed: string | null;
  talks: TalkFacts[];
  /** The working copy: the last proposal plus moves and pins. */
  placements: Placement[];
  unplaced: string[];
  pins: { [talk: string]: Place };
  /** By session, of the last proposal. */
  moderators: Moderators;
  /** By session, whom a person holds there; null for nobody. */
  moderatorPins: Moderators;
  interpretation: Interpretation;
  /** What the solver said of the last proposal: its cost, and of each talk without a place why. */
  quality: ScheduleQuality | null;
  left: Left[];
  /** What was tried on a copy, the newest last. */
  scenarios: { proposalId: string; scenario: Scenario }[];
  released: Release | null;
  /** All of them, the oldest first. */
  releases: Release[];
  /** Rules that a person set aside for a talk where it stands, and why. */
  overrides: { [talk: string]: Override };
  /** Moves by hand since the last proposal, to take back; and those taken back, to do again. */
  moves: Moves;
};
export type Release = {
  number: number;
  name: string;
  placements: Placement[];
  unplaced: string[];
  moderators?: Moderators;
  /** Older ones say nothing of what was held. */
  pins?: { [talk: string]: Place };
  moderatorPins?: Moderators;
};
/** Older ones are only history. */
const mostScenarios = 20;
export type ForumState = { status: 'none' } | Forum;

export const forumFold: Fold<ForumState, ForumEvent> = { kind: 'forum', initial: { status: 'none' }, evolve };

function evolve(state: ForumState, event: ForumEvent): ForumState {
  if (event.type === 'ForumPlanned') {
    const { forumId, cycleId, plan } = event.data;
    return {
      status: 'planned',
      forumId,
      cycleId,
      plan: wholePlan(plan),
      requested: null,
      proposed: null,
      talks: [],
      placements: [],
      unplaced: [],
      pins: {},
      moderators: {},
      moderatorPins: {},
      interpretation: {},
      quality: null,
      left: [],
      scenarios: [],
      released: null,
      releases: [],
      overrides: {},
      moves: noMoves,
    };
  }
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'ForumPlanChanged':
      return changed(state, event.data);
    case 'ScheduleRequested':
      return { ...state, requested: event.data.proposalId };
    case 'ScheduleProposed':
      return proposed(state, event.data);
    case 'ScenarioAsked': {
      const { proposalId, scenario } = event.data;
      return { ...state, scenarios: [...state.scenarios, { proposalId, scenario }].slice(-mostScenarios) };
    }
    case 'TalkMoved':
      return { ...state, ...moved(state, event.data) };
    case 'TalkPinned':
      return held(state, event.data, event.data.place);
    case 'TalkUnpinned':
      return held(state, event.data, null);
    case 'ModeratorSet':
      return chaired(state, event.data);
    case 'ScheduleReleased': {
      const { number, name, placements, unplaced, moderators = {}, pins, moderatorPins } = event.data;
      const kept = { ...(pins !== undefined && { pins }), ...(moderatorPins !== undefined && { moderatorPins }) };
      const released = { number, name, placements, unplaced, moderators, ...kept };
      return { ...state, released, releases: [...state.releases, released] };
    }
    default:
      return unreachable(event);
  }
}

/** Pins from before they could be taken back are no step. */
function held(state: Forum, data: { talk: string } & HowStepped, to: Place | null): Forum {
  const { [data.talk]: from = null, ...others } = state.pins;
  const pins = to === null ? others : { ...state.pins, [data.talk]: to };
  if (data.step === undefined && data.act === undefined) return { ...state, pins };
  return { ...state, pins, moves: counted(state.moves, data, { pins: [{ talk: data.talk, from, to }] }) };
}

function chaired(state: Forum, data: Extract<ForumEvent, { type: 'ModeratorSet' }>['data']): Forum {
  const { block, room, person, held: isHeld } = data;
  const session = `${block}/${room}`;
  const { [session]: pin, ...others } = state.moderatorPins;
  const from = { person: pin === undefined ? (state.moderators[session] ?? null) : pin, held: pin !== undefined };
  const change = { block, room, from, to: { person, held: isHeld } };
  return {
    ...state,
    moderators: { ...state.moderators, [session]: person },
    moderatorPins: isHeld ? { ...others, [session]: person } : others,
    moves: counted(state.moves, data, { chairs: [change] }),
  };
}

/** Talks whose place is gone stand in no place, and nothing holds them there. */
function changed(state: Forum, { plan, displaced }: Extract<ForumEvent, { type: 'ForumPlanChanged' }>['data']): Forum {
  const stays = (talk: string) => !displaced.includes(talk);
  return {
    ...state,
    plan: wholePlan(plan),
    placements: state.placements.filter(({ talk }) => stays(talk)),
    unplaced: [...state.unplaced, ...state.placements.map(({ talk }) => talk).filter((talk) => !stays(talk))],
    pins: Object.fromEntries(Object.entries(state.pins).filter(([talk]) => stays(talk))),
    moderatorPins: possible(plan, state.moderatorPins),
    moves: { ...state.moves, done: [], undone: [] },
  };
}

/** Of sessions that the plan still has, by people who still moderate. */
function possible({ blocks, rooms, moderators = [] }: SaidPlan, pins: Moderators): Moderators {
  const sessions = new Set(blocks.flatMap(({ key }) => rooms.map((room) => `${key}/${room.key}`)));
  const people = new Set(moderators.map(({ person }) => person));
  return Object.fromEntries(
    Object.entries(pins).filter(([at, person]) => sessions.has(at) && (person === null || people.has(person))),
  );
}

/** The pin of a talk that is no longer given goes with it. */
type ProposedData = Extract<ForumEvent, { type: 'ScheduleProposed' }>['data'];
function proposed(state: Forum, data: ProposedData): Forum {
  const { proposalId, placements, unplaced, talks, moderators = {}, interpretation = {} } = data;
  const pins = Object.fromEntries(
    Object.entries(state.pins).filter(([talk]) => talks.some((given) => given.talk === talk)),
  );
  return {
    ...state,
    requested: null,
    proposed: proposalId,
    placements,
    unplaced: unplaced.map(({ talk }) => talk),
    talks,
    pins,
    ...{ moderators, interpretation, left: unplaced, quality: qualityOf(data) },
    overrides: {},
    moves: { ...state.moves, done: [], undone: [] },
  };
}

/** Null for a proposal from before solvers said what it costs. */
function qualityOf({ status, objective, bound, gap, terms, solver, now }: ProposedData): ScheduleQuality | null {
  if (status === undefined || objective === undefined || terms === undefined) return null;
  return { status, objective, terms, bound: bound ?? null, gap: gap ?? null, solver: solver ?? '', now: now ?? null };
}

export const forumStream = (forumId: string, cycleId: string | null = null): StreamRef<ForumState> => ({
  fold: forumFold,
  id: `forum/${forumId}`,
  cycleId,
});
