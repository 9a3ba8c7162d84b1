// The record of a panel as its events give it, and its heads as they were signed first.
import { randomBytes } from 'node:crypto';
import { cycleStream } from '../../domain/cycle/state.ts';
import type { PanelEvent } from '../../domain/panel/messages.ts';
import { panelStream } from '../../domain/panel/state.ts';
import type { ScorecardEvent } from '../../domain/scorecard/messages.ts';
import { scorecardStream } from '../../domain/scorecard/state.ts';
import { headFactsOf, signHead } from '../../domain/verify/bundle.ts';
import { canonicalJson } from '../../domain/verify/canonical.ts';
import type { Head } from '../../domain/verify/messages.ts';
import { type PanelHistory, type PanelRecord, recordOf, type Veil } from '../../domain/verify/record.ts';
import { commitmentOf, publicKeyOf } from '../../domain/verify/signing.ts';
import type { Db } from '../database.ts';
import { readTogether } from '../event-store.ts';
import { loadState } from '../execute.ts';

/** What this installation signs with: 32 bytes in hexadecimal, and the public key of them. */
export type Signer = { seed: string; key: string };
export type Panel = { cycleId: string; group: string };
export type SignedRecord = { record: PanelRecord; heads: Head[]; secret: string; differs: boolean };

/** Its public key is kept for everybody to see, also once another has taken its place. */
export async function openSigner(db: Db, seed: string): Promise<Signer> {
  const key = publicKeyOf(seed);
  await db.read
    .insertInto('signing_keys')
    .values({ public_key: key })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { seed, key };
}

/** Null before the panel is formed. `differs`: what the log holds is not what was signed. */
export async function findSignedRecord(db: Db, panel: Panel, signer: Signer): Promise<SignedRecord | null> {
  const [history, cycle] = await Promise.all([findHistory(db, panel), loadState(db, cycleStream(panel.cycleId))]);
  if (cycle.state.status === 'none') return null;
  const { definition, definitionHash } = cycle.state;
  const veil = await veilOf(db, panel, history);
  const record = recordOf(history, { cycleId: panel.cycleId, definition, definitionHash }, veil);
  if (record === null) return null;
  const facts = headFactsOf(record);
  const fresh = facts.map((head) => signHead(head, signer.seed, signer.key));
  const heads = await keepHeads(db, panel, fresh);
  const kept = heads.map(({ key: _key, signature: _signature, ...head }) => head);
  return { record, heads, secret: veil.secret, differs: canonicalJson(kept) !== canonicalJson(facts) };
}

async function findHistory(db: Db, { cycleId, group }: Panel): Promise<PanelHistory> {
  const sheets = await db.read
    .selectFrom('scorecards')
    .select(['nomination_id', 'judge_id', 'round'])
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .execute();
  const streams = sheets.map((row) => scorecardStream(row.nomination_id, row.judge_id, row.round).id);
  return readTogether<PanelEvent | ScorecardEvent>(db.readPool, [panelStream(cycleId, group).id, ...streams]);
}

/** Made at the first look and never again, so that a record stays what it was whatever people are called later. */
async function veilOf(db: Db, { cycleId, group }: Panel, history: PanelHistory): Promise<Veil> {
  const key = { cycle_id: cycleId, panel_group: group };
  await db.read
    .insertInto('panel_secrets')
    .values({ ...key, secret: randomBytes(32).toString('hex') })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { secret } = await db.read
    .selectFrom('panel_secrets')
    .select('secret')
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .executeTakeFirstOrThrow();
  return { secret, names: await commitmentsOf(db, cycleId, peopleIn(history)) };
}

function peopleIn(history: PanelHistory): string[] {
  const people = history.flatMap((event) => {
    if (event.type !== 'PanelFormed' && event.type !== 'PanelChanged' && event.type !== 'ReserveCalled') return [];
    const { judges, reserves, chair, deputyChair } = event.data;
    return [...judges, ...reserves, chair, deputyChair];
  });
  return [...new Set(people.flatMap((id) => id ?? []))];
}

async function commitmentsOf(db: Db, cycleId: string, judges: string[]): Promise<Veil['names']> {
  const find = async () => {
    const rows = await db.read
      .selectFrom('judge_commitments')
      .select(['judge_id', 'commitment'])
      .where('cycle_id', '=', cycleId)
      .execute();
    return Object.fromEntries(rows.map((row) => [row.judge_id, row.commitment]));
  };
  const known = await find();
  const fresh = judges.filter((id) => known[id] === undefined);
  if (fresh.length === 0) return known;
  const people = await db.read
    .selectFrom('people')
    .select(['person_id', 'name'])
    .where('person_id', 'in', fresh)
    .execute();
  const nameOf = new Map(people.map((row) => [row.person_id, row.name]));
  const rows = fresh.map((id) => {
    const [salt, name] = [randomBytes(32).toString('hex'), nameOf.get(id) ?? ''];
    return { cycle_id: cycleId, judge_id: id, salt, name, commitment: commitmentOf(salt, name) };
  });
  await db.read
    .insertInto('judge_commitments')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return find();
}

/** The first signature stays: whoever comes later, with another key too, gets that one. */
async function keepHeads(db: Db, { cycleId, group }: Panel, fresh: Head[]): Promise<Head[]> {
  const find = async () => {
    const rows = await db.read
      .selectFrom('signed_heads')
      .select('head')
      .where('cycle_id', '=', cycleId)
      .where('panel_group', '=', group)
      .orderBy('size')
      .execute();
    return rows.map((row) => row.head);
  };
  const known = await find();
  const unknown = fresh.filter(({ size }) => !known.some((head) => head.size === size));
  if (unknown.length === 0) return known;
  const rows = unknown.map((head) => ({
    ...{ cycle_id: cycleId, panel_group: group, size: head.size, head: JSON.stringify(head) },
  }));
  await db.read
    .insertInto('signed_heads')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return find();
}

/** The keys that signed, oldest first. */
export async function findSigningKeys(db: Db): Promise<{ key: string; since: string }[]> {
  const rows = await db.read.selectFrom('signing_keys').selectAll().orderBy('since').execute();
  return rows.map((row) => ({ key: row.public_key, since: row.since.toISOString() }));
}
