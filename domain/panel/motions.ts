// What a panel votes on beside ties: by name, for or against, without those who keep away from what it is about.
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { PanelCommand, PanelEvent } from './messages.ts';
import type { Panel } from './state.ts';
import { type Calendar, requireDecisionTime } from './timing.ts';
import { requireApart, requireMembers, type VoteGuards } from './voting.ts';

type Data = Extract<PanelCommand, { type: 'RecordPanelVote' }>['data'];

/** It moves no rank: what it brings about is a decision with its reasons. */
export function recordMotion(
  data: Data & { motion: NonNullable<Data['motion']> },
  state: Panel,
  calendar: Calendar,
  guards: VoteGuards,
  meta: Meta,
): Decision<PanelEvent> {
  const { entries, votes, motion, left = [] } = data;
  if (state.status === 'formed' || state.status === 'scoring')
    throw new Refusal('scoring-not-closed', 'The panel deliberates once scoring is closed.');
  if (state.status === 'signed')
    throw new Refusal('decision-signed', 'The decision is signed: it would have to be opened again.');
  const phase = requireDecisionTime(state, calendar, meta);
  const unknown = entries.find((id) => !state.entries.some(({ nominationId }) => nominationId === id));
  if (unknown !== undefined) throw new Refusal('entry-unknown', `${unknown} is not before this panel.`);
  const voters = votes.map(({ judgeId }) => judgeId);
  requireMembers(voters, state);
  requireMembers(left, state);
  const gone = voters.find((voter) => left.includes(voter));
  if (gone !== undefined) throw new Refusal('voter-left', `${gone} has left the room and has no vote.`);
  requireApart(voters, entries, state, calendar.cycle, guards);
  const stray = votes.find(({ choice }) => choice !== null && choice !== 'for' && choice !== 'against');
  if (stray !== undefined)
    throw new Refusal('choice-unknown', 'A motion is voted on with for, against, or an abstention.', {
      choices: ['for', 'against'],
    });
  const { cycleId, group } = state;
  const recorded = { cycleId, group, entries, votes, motion, ...(left.length > 0 && { left }) };
  return { events: [{ type: 'PanelVoteRecorded', data: recorded }], ...phase };
}
