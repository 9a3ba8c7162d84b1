// Loads what is known of an award's earlier editions into the record; again it changes only what has changed.
import type { Db } from '../db/database.ts';
import { execute } from '../db/execute.ts';
import { uuidv5 } from '../db/ids.ts';
import { findMatches, type Match, type Sight } from '../db/read-models/organisation-views.ts';
import { edition } from '../domain/edition/decider.ts';
import { editionStream } from '../domain/edition/state.ts';
import type { AwardHistory } from '../files/history.ts';
import { follows, type HttpMeta } from './meta.ts';
import { ensureRegistered, tellOrganisation } from './organisation-register.ts';

export type Loaded = {
  editions: number;
  laureates: number;
  organisations: { entered: number; known: number };
  /** Entries that look like others: to be merged or told apart. */
  questions: { organisationId: string; matches: Match[] }[];
};
type Laureate = AwardHistory['laureates'][number];

export async function loadHistory(
  db: Db,
  { award, editions, laureates }: AwardHistory,
  meta: HttpMeta,
): Promise<Loaded> {
  for (const facts of editions) {
    const command = { type: 'RecordHistoricEdition' as const, data: { award, ...facts } };
    await execute(db, edition, editionStream(award, facts.number), command, follows(meta, `edition ${facts.number}`));
  }
  const sight: Sight = { awards: [award], desks: [], editor: null };
  const found = new Map<string, { organisationId: string; entered: boolean }>();
  for (const laureate of laureates) {
    const one = found.get(laureate.organisation) ?? (await enter(db, award, laureate, sight, meta));
    found.set(laureate.organisation, one);
    await record(db, award, laureate, one.organisationId, meta);
  }
  const all = [...found.values()];
  const entered = all.filter((one) => one.entered).length;
  const questions = await questionsAbout(db, award, laureates, found, sight);
  const organisations = { entered, known: all.length - entered };
  return { editions: editions.length, laureates: laureates.length, organisations, questions };
}

/** The entry that it has already: its own from an earlier loading, or one of the same name and country. */
async function enter(db: Db, award: string, laureate: Laureate, sight: Sight, meta: HttpMeta) {
  const { organisation, names, country } = laureate;
  const own = uuidv5(`organisation:history:${award}:${organisation}`);
  const standing = await findStanding(db, own);
  if (standing !== undefined) return { organisationId: standing, entered: false };
  const matches = await findMatches(db, sight, { names: [names], registration: null }, null);
  const same = matches.find((match) => match.score === 1 && match.country === country);
  if (same !== undefined) return { organisationId: same.organisationId, entered: false };
  const data = { organisationId: own, award, country, names, registration: null, nominationId: null };
  await tellOrganisation(db, { type: 'RegisterOrganisation', data }, follows(meta, `organisation ${organisation}`));
  return { organisationId: own, entered: true };
}

async function findStanding(db: Db, organisationId: string): Promise<string | undefined> {
  const row = await db.read
    .selectFrom('organisations')
    .select('survivor')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  return row?.survivor;
}

async function record(
  db: Db,
  award: string,
  laureate: Laureate,
  organisationId: string,
  meta: HttpMeta,
): Promise<void> {
  const { organisation, names: _names, ...facts } = laureate;
  await ensureRegistered(db, organisationId, meta);
  const step = `laureate ${organisation} ${facts.edition} ${facts.category}`;
  const data = { organisationId, award, ...facts };
  await tellOrganisation(db, { type: 'RecordHistoricLaureate', data }, follows(meta, step));
}

async function questionsAbout(
  db: Db,
  award: string,
  laureates: Laureate[],
  found: Map<string, { organisationId: string }>,
  sight: Sight,
): Promise<Loaded['questions']> {
  const asked = laureates.map(async ({ organisation, names }) => {
    const organisationId = found.get(organisation)?.organisationId ?? award;
    return {
      organisationId,
      matches: await findMatches(db, sight, { names: [names], registration: null }, organisationId),
    };
  });
  return (await Promise.all(asked)).filter(({ matches }) => matches.length > 0);
}
