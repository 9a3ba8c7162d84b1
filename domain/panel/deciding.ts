// The decision: recorded from the ranking, or from a country's own minutes.
import type { AwardDefinition } from '../award-definition.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { KeptLetter, Winner } from '../messages.ts';
import { requireWritten } from '../signatures.ts';
import type { PanelCommand, PanelEvent, ReasonOf } from './messages.ts';
import { ranking, requireOrder, requireRanked } from './ranking.ts';
import { requireLastRound } from './shortlisting.ts';
import { type Decision as Decided, type Panel, ruledOut } from './state.ts';
import { type Calendar, requireDecisionTime } from './timing.ts';

type Data<Type extends PanelCommand['type']> = Extract<PanelCommand, { type: Type }>['data'];
type Names = { laureates: string[]; runnersUp: string[] };

/** Stands beside the scores and never over them: it says how many are honoured, the ranking says who, unless it says why it departs from that. */
export function recordDecision(
  data: Data<'RecordDecision'>,
  state: Panel,
  calendar: Calendar,
  meta: Meta,
): Decision<PanelEvent> {
  const { reasons, reasonsOf, departure } = data;
  const decision = decisionOf(state, data, meta, { outside: false, reasons, reasonsOf, departure });
  if (isRecorded(state, decision)) return { events: [] };
  requireUnsigned(state);
  if (!('tally' in state) || state.tally === null)
    throw new Refusal('not-sealed', 'There is no sealed tally to decide from.');
  requireLastRound(state, calendar, departure, meta);
  const phase = requireDecisionTime(state, calendar, meta);
  const { definition } = calendar.cycle;
  requireNames(data, state, definition);
  requireNamed(data);
  const order = ranking(state.tally, state.votes);
  if (departure === undefined) requireRanking(data, order, state, definition);
  else requireRanked([...data.laureates, ...data.runnersUp], order);
  const mayTake = order.flat().some((entry) => !ruledOut(state).includes(entry));
  if (mayTake) requireAward(data, definition);
  return { events: [recorded(state, decision)], ...phase };
}

/** What a country judged on paper: no scores, so nothing to hold the order against. */
export function recordOutsideDecision(
  data: Data<'RecordOutsideDecision'>,
  state: Panel,
  calendar: Calendar,
  meta: Meta,
): Decision<PanelEvent> {
  const { source, minutes, letter } = data;
  const decision = decisionOf(state, data, meta, { outside: true, source, minutes, letter });
  if (isRecorded(state, decision)) return { events: [] };
  requireUnsigned(state);
  const { definition } = calendar.cycle;
  if (!definition.judging.outsideDecision)
    throw new Refusal('outside-not-allowed', 'This award is decided on scores alone.');
  const untouched =
    (state.status === 'formed' && state.rounds === undefined) || (state.status === 'decided' && state.decision.outside);
  if (!untouched) throw new Refusal('scoring-started', 'This panel scores: its decision follows the tally.');
  const phase = requireDecisionTime(state, calendar, meta);
  if (letter !== undefined) requireWritten(letter, meta);
  requireNames(data, state, definition);
  if (state.entries.length > 0) requireAward(data, definition);
  return { events: [recorded(state, decision)], ...phase };
}

type About = {
  outside: boolean;
  reasons?: string;
  reasonsOf?: ReasonOf[] | undefined;
  departure?: string | undefined;
  source?: string;
  minutes?: string | null;
  letter?: KeptLetter | undefined;
};

function decisionOf(state: Panel, names: Names, meta: Meta, about: About): Decided {
  const { outside, reasons = '', reasonsOf = [], departure, source = null, minutes = null, letter } = about;
  const number = state.decisions + 1;
  return {
    ...{ number, outside, winners: winnersOf(state, names), reasons, source, minutes, by: meta.actor },
    ...(reasonsOf.length > 0 && { reasonsOf }),
    ...(departure !== undefined && { departure }),
    ...(letter !== undefined && { letter }),
  };
}

const recorded = ({ cycleId, group }: Panel, decision: Decided): PanelEvent => ({
  type: 'DecisionRecorded',
  data: { cycleId, group, ...decision },
});

/** The same outcome on the same grounds, whoever asks. */
function isRecorded(state: Panel, decision: Decided): boolean {
  if (state.status !== 'decided' && state.status !== 'signed') return false;
  return contentOf(state.decision) === contentOf(decision);
}

const contentOf = ({
  outside,
  winners,
  reasons,
  reasonsOf = [],
  departure,
  source,
  minutes,
  letter,
}: Decided): string =>
  JSON.stringify([
    outside,
    winners.map(({ place, laureateId }) => [place, laureateId]),
    reasons,
    reasonsOf,
    source,
    minutes,
    letter?.letter,
    departure,
  ]);

function requireUnsigned(state: Panel): void {
  if (state.status === 'signed')
    throw new Refusal('decision-signed', 'The decision is signed: it would have to be opened again.');
}

function winnersOf(state: Panel, { laureates, runnersUp }: Names): Winner[] {
  const winner = (laureateId: string, place: Winner['place'], order: number): Winner => {
    const entry = state.entries.find((candidate) => candidate.nominationId === laureateId);
    if (entry === undefined) throw new Refusal('entry-unknown', `${laureateId} is not before this panel.`);
    const { country, category, organisation } = entry;
    return { laureateId, group: state.group, country, category, organisation, place, order };
  };
  return [
    ...laureates.map((id, index) => winner(id, 'laureate', index + 1)),
    ...runnersUp.map((id, index) => winner(id, 'runner-up', index + 1)),
  ];
}

/** Awards are counted for each country in its group: where judging is national, that is the whole group. */
function requireNames({ laureates, runnersUp }: Names, state: Panel, { awards }: AwardDefinition): void {
  const all = [...laureates, ...runnersUp];
  const twice = all.find((id, index) => all.indexOf(id) !== index);
  if (twice !== undefined) throw new Refusal('entry-twice', `${twice} is named twice.`);
  const ruledOut = all.find((id) => state.barred.includes(id));
  if (ruledOut !== undefined)
    throw new Refusal('laureate-barred', `An objection to ${ruledOut} was upheld: it cannot be named again.`);
  for (const country of new Set(state.entries.map((entry) => entry.country)))
    if (count(laureates, country, state) > awards.laureates || count(runnersUp, country, state) > awards.runnersUp)
      throw new Refusal('too-many-awards', `${country} has more names than the award has places.`, {
        laureates: awards.laureates,
        runnersUp: awards.runnersUp,
      });
}

const count = (ids: string[], country: string, { entries }: Panel) =>
  entries.filter((entry) => entry.country === country && ids.includes(entry.nominationId)).length;

/** Reasons are given of those whom the decision names, once each. */
function requireNamed({ laureates, runnersUp, reasonsOf = [] }: Data<'RecordDecision'>): void {
  const ids = reasonsOf.map(({ laureateId }) => laureateId);
  const stray = ids.find((id, index) => ![...laureates, ...runnersUp].includes(id) || ids.indexOf(id) !== index);
  if (stray !== undefined)
    throw new Refusal('entry-unknown', `A reason is given of ${stray}, which is not named once.`);
}

function requireRanking(names: Names, order: string[][], state: Panel, { awards }: AwardDefinition): void {
  const hasPlace = (entry: string, named: string[], places: number) => {
    const country = state.entries.find((candidate) => candidate.nominationId === entry)?.country;
    return country !== undefined && count(named, country, state) < places && !state.barred.includes(entry);
  };
  requireOrder(names.laureates, order, (entry, named) => hasPlace(entry, named, awards.laureates));
  requireOrder(
    names.runnersUp,
    order,
    (entry, named) => !names.laureates.includes(entry) && hasPlace(entry, named, awards.runnersUp),
  );
}

function requireAward({ laureates }: Names, { awards }: AwardDefinition): void {
  if (laureates.length === 0 && !awards.noAward)
    throw new Refusal('award-needed', 'This award is not withheld: name a laureate.');
}
