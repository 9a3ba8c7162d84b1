// One way through a proposal for all solvers: take it up, work it out, put it forward, or record why not.
import { activityInfo, Context, heartbeat } from '@temporalio/activity';
import type { Db } from '../db/database.ts';
import type { ProposalDetail } from '../db/tables/processes.ts';
import { type Asked, issue, type PreparedCommand, refusalCode } from './commands.ts';
import { updateProposal } from './proposals.ts';
import { SolveStopped } from './solver-thread.ts';

/** Tries, after which what fails is recorded as failed: the person who asked may ask again. */
const lastAttempt = 5;
/**
 * `objective` is what the solver had fewest of. Without a command it was put forward before, and only the note of it is
 * missing; a problem says why nothing can be.
 */
export type Solved =
  | {
      command: Asked<PreparedCommand>['command'] | null;
      objective: number;
      bound?: number | null;
      detail?: ProposalDetail;
    }
  | { problem: 'proposal-stale' | 'assignment-invalid' | 'schedule-invalid'; detail?: ProposalDetail };

/** @param work is told nothing of its rivals: the domain refuses a proposal that nobody waits for any more. */
export async function solve(db: Db, proposalId: string, work: () => Promise<Solved>): Promise<void> {
  if (!(await updateProposal(db, proposalId, { state: 'running', progress: 0.1 }))) return;
  try {
    const solved = await work();
    if ('problem' in solved) {
      const { problem, detail } = solved;
      await updateProposal(db, proposalId, { state: 'failed', problem, ...(detail && { detail }) });
      return;
    }
    const { command, objective, bound = null, detail } = solved;
    heartbeat();
    if (!(await updateProposal(db, proposalId, { state: 'running', progress: 0.9 }))) return;
    if (command !== null) await issue(db, { step: 'propose', about: proposalId, command });
    await updateProposal(db, proposalId, {
      state: 'proposed',
      progress: 1,
      objective,
      bound,
      ...(detail && { detail }),
    });
  } catch (error) {
    // Whoever stopped it has said so in its row; where the worker goes, another takes it up.
    if (error instanceof SolveStopped && !Context.current().cancellationSignal.aborted) return;
    const refused = refusalCode(error);
    if (refused === undefined && activityInfo().attempt < lastAttempt) throw error;
    await updateProposal(db, proposalId, { state: 'failed', problem: refused ?? 'solver-failed' });
  }
}
