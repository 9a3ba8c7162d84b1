// One way through a proposal for all solvers: take it up, work it out, put it forward, or record why not.
import { activityInfo, heartbeat } from '@temporalio/activity';
import type { Db } from '../db/database.ts';
import { type Asked, issue, type PreparedCommand, refusalCode } from './commands.ts';
import { updateProposal } from './proposals.ts';

/** Tries, after which what fails is recorded as failed: the person who asked may ask again. */
const lastAttempt = 5;
/** `objective` is what the solver had fewest of; null when there is nothing to work on any more. */
export type Solved = { command: Asked<PreparedCommand>['command']; objective: number } | null;

/** @param work is told nothing of its rivals: the domain refuses a proposal that nobody waits for any more. */
export async function solve(db: Db, proposalId: string, work: () => Promise<Solved>): Promise<void> {
  if (!(await updateProposal(db, proposalId, { state: 'running', progress: 0.1 }))) return;
  try {
    const solved = await work();
    if (solved === null)
      return void (await updateProposal(db, proposalId, { state: 'failed', problem: 'proposal-stale' }));
    heartbeat();
    if (!(await updateProposal(db, proposalId, { state: 'running', progress: 0.9 }))) return;
    await issue(db, { step: 'propose', about: proposalId, command: solved.command });
    await updateProposal(db, proposalId, { state: 'proposed', progress: 1, objective: solved.objective });
  } catch (error) {
    const refused = refusalCode(error);
    if (refused === undefined && activityInfo().attempt < lastAttempt) throw error;
    await updateProposal(db, proposalId, { state: 'failed', problem: refused ?? 'solver-failed' });
  }
}
