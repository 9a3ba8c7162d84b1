// What is due from a person, across all their roles: the soonest first.

import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { findAccessTasks } from './access-views.ts';
import { findCeremonyTasks } from './ceremony-tasks.ts';
import { findConfirmingTasks } from './confirming-tasks.ts';
import { findCountryTasks } from './country-tasks.ts';
import { findDelegationTasks } from './delegation-tasks.ts';
import { findJudgingTasks } from './judging-tasks.ts';
import { findLeaveTasks } from './leave-tasks.ts';
import { findKeptFrom } from './officer-conflicts.ts';
import { findReportTasks } from './report-tasks.ts';
import { findResultTasks } from './result-tasks.ts';
import { findTalkTasks } from './talk-tasks.ts';
import type { Task, TaskHolder } from './tasks.ts';

/** What has no instant comes last. Nothing about a file that the holder keeps away from. */
export async function findTasks(db: Db, holder: TaskHolder): Promise<Task[]> {
  const [kept, ...tasks] = await Promise.all([
    findKeptFrom(db, holder.reader ?? holder.personId),
    findCountryTasks(db, holder),
    findConfirmingTasks(db, holder),
    findJudgingTasks(db, holder),
    findLeaveTasks(db, holder),
    findResultTasks(db, holder),
    findTalkTasks(db, holder),
    findCeremonyTasks(db, holder),
    findAccessTasks(db, holder),
    findReportTasks(db, holder),
    findDelegationTasks(db, holder),
  ]);
  const theirs = tasks.flat().filter(({ link }) => ![...kept].some((id) => link.includes(id)));
  return theirs.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

/** Each with its category in words, as its cycle's definition names it. */
export async function nameCategories(db: Db, tasks: Task[]): Promise<(Task & { categoryNames: Texts | null })[]> {
  const cycleIds = [...new Set(tasks.flatMap(({ cycleId, category }) => (category === null ? [] : (cycleId ?? []))))];
  const cycles =
    cycleIds.length === 0
      ? []
      : await db.read
          .selectFrom('cycles')
          .select(['cycle_id', 'definition'])
          .where('cycle_id', 'in', cycleIds)
          .execute();
  const named = new Map(
    cycles.flatMap(({ cycle_id, definition }) =>
      definition.categories.map(({ key, names }) => [`${cycle_id} ${key}`, names] as const),
    ),
  );
  return tasks.map((task) => ({ ...task, categoryNames: named.get(`${task.cycleId} ${task.category}`) ?? null }));
}

/** Where a task stands among the others; no two are alike. */
export const orderOf = ({ dueAt, kind, link, category }: Task): string => `${dueAt ?? '~'} ${kind} ${link} ${category}`;
