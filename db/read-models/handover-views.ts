// A hand-over sheet: all that is open for a person, across the roles that are handed on.

import { sql } from 'kysely';
import { isOffice } from '../../domain/roles.ts';
import type { Db } from '../database.ts';
import { findAwaited } from './awaited-views.ts';
import { countriesOf, type HandoverLine, type Held, line } from './handover-lines.ts';
import { findKeptFrom } from './officer-conflicts.ts';
import { findTasks } from './task-views.ts';
import { findRunningCycles, type RunningCycle } from './tasks.ts';

/** The soonest first; what has no instant comes last. */
export async function findHandover(
  db: Db,
  personId: string,
  roles: Held[],
  reader = personId,
): Promise<HandoverLine[]> {
  const awards = [...new Set(roles.flatMap(({ award }) => award ?? []))];
  const judged = new Set(roles.flatMap(({ cycleId }) => cycleId ?? []));
  const ofAwards = await findRunningCycles(db, awards);
  const cycles = [
    ...ofAwards,
    ...(await findCycles(
      db,
      [...judged].filter((id) => ofAwards.every((one) => one.cycle_id !== id)),
    )),
  ];
  const parts = await Promise.all([
    tasks(db, { personId, roles, reader }),
    drafts(db, personId, cycles),
    returns(db, roles, cycles),
    findAwaited(db, personId, roles, cycles),
    objections(db, roles, cycles),
    deadlines(db, cycles),
  ]);
  const kept = await findKeptFrom(db, reader);
  const seen = parts.flat().filter(({ link }) => ![...kept].some((id) => link.includes(id)));
  return seen.sort((a, b) => (handoverKey(a) < handoverKey(b) ? -1 : 1));
}

/** Where a line stands among the others. */
export const handoverKey = ({ dueAt, kind, what, link, category, country }: HandoverLine): string =>
  `${dueAt ?? '~'} ${kind} ${what} ${link} ${category} ${country}`;

const findCycles = (db: Db, ids: string[]): Promise<RunningCycle[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db.read
        .selectFrom('cycles')
        .select(['cycle_id', 'award', 'title', 'zone', 'countries', 'scope'])
        .where('cycle_id', 'in', ids)
        .where('status', '=', 'running')
        .execute();

async function tasks(db: Db, holder: { personId: string; roles: Held[]; reader: string }): Promise<HandoverLine[]> {
  const found = await findTasks(db, holder);
  return found.map(({ kind, ...task }) => ({ kind: 'task', what: kind, ...task }));
}

/** Not submitted yet. */
async function drafts(db: Db, personId: string, cycles: RunningCycle[]): Promise<HandoverLine[]> {
  if (cycles.length === 0) return [];
  const rows = await db.read
    .selectFrom('drafts')
    .leftJoin('nominations', 'nominations.nomination_id', 'drafts.subject_id')
    .select(['drafts.subject_id', 'drafts.cycle_id', 'drafts.country', 'drafts.category'])
    .where('drafts.form', '=', 'nomination')
    .where('nominations.nomination_id', 'is', null)
    .where(
      'drafts.cycle_id',
      'in',
      cycles.map(({ cycle_id }) => cycle_id),
    )
    .where(sql<boolean>`${personId}::uuid = any (drafts.editors)`)
    .execute();
  return rows.flatMap(({ subject_id, cycle_id, country, category }) => {
    const cycle = cycles.find((one) => one.cycle_id === cycle_id);
    if (cycle === undefined) return [];
    const link = `/api/v1/drafts/nomination/${subject_id}`;
    return [line(cycle, { kind: 'draft', what: 'not-submitted', country, category, link })];
  });
}

/** With those who are to correct them. */
async function returns(db: Db, roles: Held[], cycles: RunningCycle[]): Promise<HandoverLine[]> {
  const found = cycles.map(async (cycle) => {
    const countries = countriesOf(roles, cycle);
    if (countries.length === 0) return [];
    const rows = await db.read
      .selectFrom('nominations')
      .select(['nomination_id', 'country', 'category', 'organisation', 'correct_by'])
      .where('cycle_id', '=', cycle.cycle_id)
      .where('status', '=', 'returned')
      .where('country', 'in', countries)
      .execute();
    return rows.map(({ nomination_id, country, category, organisation, correct_by }) =>
      line(cycle, {
        ...{ kind: 'return', what: 'awaited', country, category, title: organisation },
        ...{ dueAt: correct_by?.toISOString() ?? null, link: `/api/v1/nominations/${nomination_id}` },
      }),
    );
  });
  return (await Promise.all(found)).flat();
}

/** By the secretariat's own record of what is held. */
async function objections(db: Db, roles: Held[], cycles: RunningCycle[]): Promise<HandoverLine[]> {
  const mine = cycles.filter(({ award }) => roles.some((one) => isOffice(one.role) && one.award === award));
  if (mine.length === 0) return [];
  const rows = await db.read
    .selectFrom('laureates')
    .select(['cycle_id', 'laureate_id', 'country', 'category', 'organisation'])
    .where(
      'cycle_id',
      'in',
      mine.map(({ cycle_id }) => cycle_id),
    )
    .where('held', '=', true)
    .where('current', '=', true)
    .execute();
  return rows.flatMap(({ cycle_id, country, category, organisation }) => {
    const cycle = mine.find((one) => one.cycle_id === cycle_id);
    if (cycle === undefined) return [];
    const link = `/api/v1/cycles/${cycle_id}/endorsement`;
    return [line(cycle, { kind: 'objection', what: 'unsettled', country, category, title: organisation, link })];
  });
}

/** Of phases that are not closed: the next instants of each cycle. */
async function deadlines(db: Db, cycles: RunningCycle[]): Promise<HandoverLine[]> {
  if (cycles.length === 0) return [];
  const rows = await db.read
    .selectFrom('cycle_phases')
    .select(['cycle_id', 'phase', 'closes_at'])
    .where(
      'cycle_id',
      'in',
      cycles.map(({ cycle_id }) => cycle_id),
    )
    .where('status', '<>', 'closed')
    .where('closes_at', 'is not', null)
    .execute();
  return rows.flatMap(({ cycle_id, phase, closes_at }) => {
    const cycle = cycles.find((one) => one.cycle_id === cycle_id);
    if (cycle === undefined) return [];
    const dueAt = closes_at?.toISOString() ?? null;
    return [line(cycle, { kind: 'deadline', what: phase, dueAt, link: `/api/v1/cycles/${cycle_id}` })];
  });
}
