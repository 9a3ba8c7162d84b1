// Everything that workflows ask of the outside, on the database and the audit of the worker that runs it.
import type { Db } from '../db/database.ts';
import { assignScorecards } from './assign-scorecards.ts';
import { clearAttention, noteAttention } from './attention.ts';
import { type Asked, issue, type ProcessCommand } from './commands.ts';
import { createReads } from './reads.ts';
import { type Reminder, remind } from './remind.ts';
import { sealTally } from './seal-tally.ts';
import { solveAssignment } from './solve-assignment.ts';
import { solveSchedule } from './solve-schedule.ts';

/** What the hourly audit does; the worker brings it, for only the worker talks to Temporal. */
export type AuditActivities = {
  takeOver(): Promise<unknown>;
  heal(): Promise<unknown>;
  reportTroubles(): Promise<unknown>;
};
export type Activities = ReturnType<typeof createActivities>;

/** `publicUrl` is where the links of mails lead. */
export const createActivities = ({ db, publicUrl }: { db: Db; publicUrl: string }, audit: AuditActivities) => ({
  ...createReads(db),
  issue: (asked: Asked<ProcessCommand>) => issue(db, asked),
  remind: (reminder: Reminder) => remind(db, reminder, publicUrl),
  noteAttention: (about: { step: string; problem: string }) => noteAttention(db, about),
  clearAttention: () => clearAttention(db),
  solveAssignment: (proposal: { proposalId: string }) => solveAssignment(db, proposal),
  solveSchedule: (proposal: { proposalId: string }) => solveSchedule(db, proposal),
  assignScorecards: (panel: { cycleId: string; group: string }) => assignScorecards(db, panel),
  sealTally: (panel: { cycleId: string; group: string }) => sealTally(db, panel),
  ...audit,
});
