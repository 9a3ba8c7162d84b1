// The vote of a panel on entries that the whole tie ladder left equal.
import type { Cycle } from '../cycle/state.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { hasConflict, type JudgeState } from '../judge/state.ts';
import type { ScorecardState } from '../scorecard/state.ts';
import type { PanelCommand, PanelEvent } from './messages.ts';
import { openTies, ranking } from './ranking.ts';
import { sheetsNamed } from './rounds.ts';
import { type Panel, ruledOut, type Vote } from './state.ts';
import { type Calendar, requireDecisionTime } from './timing.ts';

type Data<Type extends PanelCommand['type']> = Extract<PanelCommand, { type: Type }>['data'];

export type VoteGuards = {
  [name: `judge/${string}`]: JudgeState;
  [name: `scorecard/${string}`]: ScorecardState;
};

/** By name, and only on entries that the whole ladder left equal. */
export function recordVote(
  { entries, votes }: Data<'RecordPanelVote'>,
  state: Panel,
  calendar: Calendar,
  guards: VoteGuards,
  meta: Meta,
): Decision<PanelEvent> {
  if (state.status !== 'sealed') throw new Refusal('not-sealed', 'The panel votes between the tally and the decision.');
  const { cycleId, group } = state;
  const last = state.votes.at(-1);
  if (last !== undefined && contentOf(last) === contentOf({ entries, votes })) return { events: [] };
  const phase = requireDecisionTime(state, calendar, meta);
  const ties = openTies(ranking(state.tally, state.votes), ruledOut(state));
  const tied = ties.find((tie) => tie.length === entries.length && tie.every((entry) => entries.includes(entry)));
  if (tied === undefined)
    throw new Refusal('vote-not-needed', 'These entries are not the ones that stand equal.', {
      equal: ties.map((tie) => tie.join(' ')),
    });
  requireVoters(votes, tied, state, calendar.cycle, guards);
  return { events: [{ type: 'PanelVoteRecorded', data: { cycleId, group, entries, votes } }], ...phase };
}

const contentOf = ({ entries, votes }: Vote): string =>
  JSON.stringify([entries, votes.map(({ judgeId, choice }) => [judgeId, choice])]);

/** Members, each with one vote. */
export function requireMembers(voters: string[], { judges }: Panel): void {
  const stranger = voters.find((voter) => !judges.includes(voter));
  if (stranger !== undefined) throw new Refusal('voter-not-member', `${stranger} is no member.`, { judges });
  const twice = voters.find((voter, index) => voters.indexOf(voter) !== index);
  if (twice !== undefined) throw new Refusal('voter-twice', `${twice} has two votes.`);
}

function requireVoters(
  votes: Data<'RecordPanelVote'>['votes'],
  entries: string[],
  panel: Panel,
  cycle: Cycle,
  guards: VoteGuards,
): void {
  const voters = votes.map((vote) => vote.judgeId);
  requireMembers(voters, panel);
  requireApart(voters, entries, panel, cycle, guards);
  const unknown = votes.find((vote) => vote.choice !== null && !entries.includes(vote.choice));
  if (unknown !== undefined)
    throw new Refusal('choice-unknown', `${unknown.choice} is none of the equal entries.`, { entries });
}

/** Who is in conflict with one of the entries, or has stepped back from it, has no vote on where it stands. */
export function requireApart(
  voters: string[],
  entries: string[],
  panel: Panel,
  cycle: Cycle,
  guards: VoteGuards,
): void {
  const byCountry = cycle.definition.judging.conflictScope === 'country';
  const countryOf = (id: string) => panel.entries.find((entry) => entry.nominationId === id)?.country;
  const inConflict = (voter: string, entry: string) => {
    const judge = guards[`judge/${voter}`];
    const home = judge === undefined || judge.status === 'none' ? null : judge.country;
    return hasConflict(judge, entry) || (byCountry && home !== null && home === countryOf(entry));
  };
  const barred = voters.find((voter) => entries.some((entry) => inConflict(voter, entry)));
  if (barred !== undefined)
    throw new Refusal('conflict', `A conflict stands between ${barred} and one of these entries.`);
  const recused = voters.find((voter) =>
    entries.some((entry) => sheetsNamed(panel, entry, voter).some((name) => guards[name]?.status === 'recused')),
  );
  if (recused !== undefined)
    throw new Refusal('recused', `${recused} has stepped back from one of these entries, and has no vote on it.`);
}
