// What a task is, whatever it comes from.
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';

export type TaskKind =
  | 'submit-nomination'
  | 'correct-nomination'
  | 'name-editor'
  | 'screen-nominations'
  | 'confirm-rejection'
  | 'settle-rejection'
  | 'answer-amendment'
  | 'sign-forwarding'
  | 'confirm-signature'
  | 'form-panel'
  | 'answer-judge-invitation'
  | 'accept-terms'
  | 'score-entries'
  | 'finish-scoring'
  | 'shortlist-entries'
  | 'decide-earlier'
  | 'call-reserve'
  | 'record-decision'
  | 'sign-decision'
  | 'verify-dossiers'
  | 'answer-return'
  | 'request-endorsement'
  | 'endorse-results'
  | 'settle-objection'
  | 'take-over-file'
  | 'answer-access'
  | 'plan-announcement'
  | 'answer-award'
  | 'name-contact'
  | 'correct-name'
  | 'proof-name'
  | 'replace-laureate'
  | 'name-receivers'
  | 'confer-awards'
  | 'answer-talk-invitation'
  | 'confirm-place'
  | 'approve-report'
  | 'correct-report'
  | 'register-delegation'
  | 'place-refused';
export type Task = {
  kind: TaskKind;
  cycleId: string | null;
  country: string | null;
  category: string | null;
  /** What it is about, in words: an organisation, a cycle, a forum. */
  title: Texts;
  /** How many things wait. */
  count: number;
  dueAt: string | null;
  /** Governs the instant. */
  zone: string;
  /** Where it is worked on. */
  link: string;
};
/** One role and where it holds, as requests are checked. */
export type HeldRole = {
  role: string;
  award: string | null;
  country: string | null;
  laureate: string | null;
  forum?: string | null;
  /** Of a standby. */
  powers: readonly string[];
};
/** `reader`: who reads the list, where it is another; what is in conflict with them is not counted. */
export type TaskHolder = { personId: string; roles: HeldRole[]; reader?: string };

/** The cycles of these awards that are at work. */
export const findRunningCycles = (db: Db, awards: string[]) =>
  awards.length === 0
    ? Promise.resolve([])
    : db.read
        .selectFrom('cycles')
        .select(['cycle_id', 'award', 'title', 'zone', 'countries', 'scope'])
        .where('award', 'in', awards)
        .where('status', '=', 'running')
        .execute();
export type RunningCycle = Awaited<ReturnType<typeof findRunningCycles>>[number];

export const awardsOf = (roles: HeldRole[]): string[] => [...new Set(roles.flatMap(({ award }) => award ?? []))];
