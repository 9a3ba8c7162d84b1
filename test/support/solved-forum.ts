// A forum whose schedule the solver has worked out: eight talks, one of which can stand nowhere; released, and one of them declined.
import { randomUUID } from 'node:crypto';
import { solveSchedule } from '../../activities/solve-schedule.ts';
import type { Db } from '../../db/database.ts';
import { execute } from '../../db/execute.ts';
import { recordRequest } from '../../db/read-models/proposal-views.ts';
import { forum } from '../../domain/forum/decider.ts';
import type { ForumCommand } from '../../domain/forum/messages.ts';
import { forumStream } from '../../domain/forum/state.ts';
import { talk } from '../../domain/talk/decider.ts';
import type { TalkCommand } from '../../domain/talk/messages.ts';
import { talkStream } from '../../domain/talk/state.ts';
import { inProcess, person } from '../activities/support.ts';
import { by } from './acts.ts';
import { samplePlan } from './forum-samples.ts';

const countries = ['BN', 'ID', 'KH', 'LA', 'MM', 'MY', 'PH', 'VN'];

export async function solvedForum(db: Db) {
  const forumId = randomUUID();
  const act = (command: ForumCommand, who = by('secretariat')) =>
    execute(db, forum, forumStream(forumId), command, who);
  const speak = (command: TalkCommand, who = by('secretariat')) =>
    execute(db, talk, talkStream(forumId, command.data.laureateId), command, who);
  const { purpose: _none, ...plan } = samplePlan();
  await act({ type: 'PlanForum', data: { ...plan, forumId, cycleId: null } });
  const talks = await Promise.all(countries.map((country, at) => invite(country, at)));
  const away = talks.at(-1) ?? '';
  // Before the first slot of the day.
  const windows = [{ from: 570, to: 580 }];
  const availability = { forumId, laureateId: away, mode: 'in-person' as const, windows };
  await speak({ type: 'SetAvailability', data: availability });

  async function invite(country: string, at: number): Promise<string> {
    const [laureateId, personId] = [randomUUID(), await person(db)];
    const of = { forumId, laureateId, personId, cycleId: null, country };
    const organisation = { en: `Sample organisation ${at + 1}`, th: `องค์กรตัวอย่าง ${at + 1}` };
    const category = at % 2 === 0 ? 'ngo' : 'private';
    await speak({ type: 'InvitePresenter', data: { ...of, category, organisation } });
    return laureateId;
  }
  const request = { kind: 'schedule', cycleId: null, group: null, forumId, by: 'test' } as const;
  const solve = (proposalId: string) => inProcess(`proposal:${proposalId}`, () => solveSchedule(db, { proposalId }));
  async function propose(): Promise<string> {
    const proposalId = randomUUID();
    await act({ type: 'RequestSchedule', data: { forumId, proposalId } });
    await recordRequest(db, { proposalId, ...request });
    await solve(proposalId);
    return proposalId;
  }
  /** As when a presenter cannot come after all. */
  async function decline(laureateId: string): Promise<void> {
    await speak({
      type: 'ReplacePresenter',
      data: { forumId, laureateId, personId: await person(db), reason: 'Is ill.' },
    });
    await speak({ type: 'DeclineTalk', data: { forumId, laureateId, reason: 'Cannot come.' } });
  }
  return { forumId, talks, away, act, speak, solve, propose, decline };
}
