// The boards of a cycle of 500,000 scorecards beside those of one of 5,000, on a PostgreSQL of its own that is filled by SQL.
import { randomUUID } from 'node:crypto';
import { type Db, openDatabase } from '../../db/database.ts';
import { boardsOnPage, findBoards } from '../../db/read-models/board-views.ts';
import type { Eyes } from '../../db/read-models/panel-views.ts';
import { tally } from '../../domain/tally/tally.ts';
import { readDefinition } from '../../files/definitions.ts';
import { startDatabase } from './database.ts';
import { quantile } from './slices.ts';

/** As the design counts: a country's panel has 500 nominations and five judges. */
const [entries, seats] = [500, 5];
const sizes = { few: 2, many: 200 };
const turns = 60;

/** @returns how many limits were missed */
export async function benchBoard(): Promise<number> {
  const { url, stop } = await startDatabase();
  const db = openDatabase({ url, max: 4, inline: [] });
  try {
    const few = await fillCycle(db, sizes.few);
    const many = await fillCycle(db, sizes.many);
    await db.readPool.query('vacuum analyze');
    console.log('board                         p50        p95        p95 of 5,000   ratio   limit');
    const panel = await sideBySide((cycleId) => panelBoard(db, cycleId), few, many);
    const page = await sideBySide((cycleId) => firstPage(db, cycleId), few, many);
    return report('one panel of 500,000', panel) + report('first page of the cycle', page);
  } finally {
    await db.close();
    await stop();
  }
}

const eyes: Eyes = { judge: null, officer: randomUUID(), decision: true };
const panelBoard = (db: Db, cycleId: string) => findBoards(db, cycleId, eyes, { group: groupName(1) });
async function firstPage(db: Db, cycleId: string) {
  const { limit } = await boardsOnPage(db, cycleId, { limit: 50, after: undefined });
  return findBoards(db, cycleId, eyes, { limit });
}

/** In turns, so that what else the machine does meets both. */
async function sideBySide(read: (cycleId: string) => Promise<unknown>, few: string, many: string) {
  const times: { few: number[]; many: number[] } = { few: [], many: [] };
  const timed = async (cycleId: string, into: number[]) => {
    const began = performance.now();
    await read(cycleId);
    into.push(performance.now() - began);
  };
  for (let turn = 0; turn < turns; turn += 1) {
    await timed(few, times.few);
    await timed(many, times.many);
  }
  return times;
}

function report(what: string, { few, many }: { few: number[]; many: number[] }): number {
  const ratio = quantile(many, 0.95) / quantile(few, 0.95);
  const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(9);
  const cells = [
    what.padEnd(26),
    ms(quantile(many, 0.5)),
    ms(quantile(many, 0.95)),
    ms(quantile(few, 0.95)),
    ratio.toFixed(2).padStart(10),
  ];
  console.log(`${cells.join('  ')}     ≤ 2${ratio > 2 ? '  missed' : ''}`);
  return ratio > 2 ? 1 : 0;
}

const groupName = (number: number) => `G${String(number).padStart(3, '0')}`;

/** Its panels are sealed, each with all its sheets; their rows are made by the database. */
async function fillCycle(db: Db, panels: number): Promise<string> {
  const cycleId = randomUUID();
  const { definition } = await readDefinition(new URL('../../awards/rdpe.yaml', import.meta.url));
  const category = definition.categories[0]?.key ?? '';
  const criteria = (definition.rubrics[0]?.criteria ?? []).map(({ key }) => key);
  await db.readPool.query(
    `insert into cycles (cycle_id, slug, award, number, year, title, zone, scope, countries, categories, status, definition, definition_hash, settings, planned_at)
      values ($1, $2, 'rdpe', 1, 2030, '{"en": "Sample"}', 'Asia/Bangkok', 'national', '{}', '{}', 'running', $3, 'x', '{}', now())`,
    [cycleId, cycleId, JSON.stringify(definition)],
  );
  for (let number = 1; number <= panels; number += 1)
    await fillPanel(db, { cycleId, category, criteria, group: groupName(number), definition });
  return cycleId;
}

type Filling = {
  cycleId: string;
  category: string;
  criteria: string[];
  group: string;
  definition: Awaited<ReturnType<typeof readDefinition>>['definition'];
};

/** The outcome is one for all panels but for the names. */
async function fillPanel(db: Db, { cycleId, category, criteria, group, definition }: Filling): Promise<void> {
  const ids = Array.from({ length: entries }, () => randomUUID());
  const judges = Array.from({ length: seats }, () => randomUUID());
  const sheets = ids.flatMap((nominationId, entry) =>
    judges.map((judgeId, seat) => {
      const points = Object.fromEntries(criteria.map((key, at) => [key, (entry * 7 + seat * 3 + at) % 6]));
      return { nominationId, judgeId, round: 'main', version: 1, points };
    }),
  );
  const rubric = definition.rubrics[0];
  if (rubric === undefined) throw new Error('The award has a rubric.');
  const result = outcomes.get(category) ?? tally({ rubric, policy: definition.judging, entries: ids, sheets });
  outcomes.set(category, result);
  const named = {
    ...result,
    entries: result.entries.map((one, at) => ({ ...one, nominationId: ids[at] })),
    flags: [],
    needsVote: [],
  };
  const listed = ids.map((nominationId) => ({
    nominationId,
    country: 'TH',
    category,
    organisation: { en: 'Sample organisation' },
    version: 1,
  }));
  await db.readPool.query(
    `insert into panels (cycle_id, panel_group, country, category, status, entries, judges, reserves, round, tally, sheets, formed_at)
      values ($1, $2, 'TH', $3, 'sealed', $4, $5, '{}', 'main', $6, $7, now())`,
    [cycleId, group, category, JSON.stringify(listed), judges, JSON.stringify(named), JSON.stringify(sheets)],
  );
  await db.readPool.query(
    `insert into nominations (nomination_id, cycle_id, country, category, status, version, organisation_id, organisation, title, dossier, submitted_by, submitted_at, updated_at)
      select id, $2, 'TH', $3, 'verified', 1, gen_random_uuid(), '{"en": "Sample organisation"}', '{"en": "Sample"}', 'x', gen_random_uuid(), now(), now() from unnest($1::uuid[]) id`,
    [ids, cycleId, category],
  );
  await db.readPool.query(
    `insert into judges (cycle_id, judge_id, groups, country, status) select $2, id, array[$3], 'TH', 'accepted' from unnest($1::uuid[]) id`,
    [judges, cycleId, group],
  );
  await db.readPool.query(
    `insert into scorecards (nomination_id, judge_id, round, cycle_id, panel_group, country, category, dossier_version, status, version, assigned_at, submitted_at)
      select n, j, 'main', $3, $4, 'TH', $5, 1, 'submitted', 2, now(), now() from unnest($1::uuid[]) n cross join unnest($2::uuid[]) j`,
    [ids, judges, cycleId, group, category],
  );
}

const outcomes = new Map<string, ReturnType<typeof tally>>();
