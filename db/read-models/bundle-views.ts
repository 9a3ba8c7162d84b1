// What each audience gets of a panel's record, as it would be published now and as it was published.
import { cycleStream } from '../../domain/cycle/state.ts';
import type { Texts } from '../../domain/messages.ts';
import { bundleOf, laureatesOf, type Reader } from '../../domain/verify/bundle.ts';
import { canonicalJson, hashOf } from '../../domain/verify/canonical.ts';
import type { Audience, Bundle } from '../../domain/verify/messages.ts';
import type { Db } from '../database.ts';
import { loadState } from '../execute.ts';
import { findSignedRecord, type Panel, type SignedRecord, type Signer } from './panel-records.ts';

export type MadeBundle = { nominationId: string | null; bundle: Bundle };
/** One for all, or one for each nominee; `hash` is of all of them together. */
export type MadeBundles = { hash: string; bundles: MadeBundle[] };
type PublishedAudience = 'country' | 'nominee' | 'public';

/** Up to the last signed decision; null where none is signed. */
export async function makeBundles(
  db: Db,
  panel: Panel,
  signer: Signer,
  audience: Audience,
): Promise<MadeBundles | null> {
  const signed = await findSignedRecord(db, panel, signer);
  if (signed === null || signed.differs) return null;
  const upTo = signed.heads.findLastIndex(({ point }) => point === 'decision-signed');
  if (upTo < 0) return null;
  const heads = signed.heads.slice(0, upTo + 1);
  const readers = await readersOf(db, panel, signed, audience);
  const bundles = readers.map(({ nominationId, ...reader }) => {
    return { nominationId, bundle: bundleOf(signed.record, heads, signed.secret, reader, signer) };
  });
  const hashes = bundles.map(({ bundle }) => hashOf(bundle));
  return { hash: hashes.length === 1 && audience !== 'nominee' ? (hashes[0] ?? '') : hashOf(hashes), bundles };
}

type Of = Reader & { nominationId: string | null };

async function readersOf(db: Db, panel: Panel, { record }: SignedRecord, audience: Audience): Promise<Of[]> {
  const { entries } = record.codes;
  if (audience === 'nominee')
    return entries.map(({ code, entry }) => {
      return { audience, entry: code, named: [code], nominationId: entry.nominationId };
    });
  const named = audience === 'public' ? await announcedOf(db, panel, record) : entries.map(({ code }) => code);
  return [{ audience, named, nominationId: null }];
}

/** Once laureates are public, those who were announced; before that, in a preview, those whom the decision names. */
async function announcedOf(db: Db, { cycleId }: Panel, record: SignedRecord['record']): Promise<string[]> {
  const { state } = await loadState(db, cycleStream(cycleId));
  const stages = state.status === 'none' ? [] : state.announcement;
  const announced = stages.find(({ stage, published }) => stage === 'public' && published)?.laureates;
  if (announced === undefined) return laureatesOf(record.leaves);
  return record.codes.entries.filter(({ entry }) => announced.includes(entry.nominationId)).map(({ code }) => code);
}

/** A judge's own sheets, with the proof that they are in; null before scoring is closed. */
export async function makeProof(db: Db, panel: Panel, signer: Signer, judgeId: string): Promise<Bundle | null> {
  const signed = await findSignedRecord(db, panel, signer);
  if (signed === null || signed.differs || signed.heads.length === 0) return null;
  const { record, heads, secret } = signed;
  return bundleOf(record, heads, secret, { audience: 'judge', judge: record.codes.judge(judgeId), named: [] }, signer);
}

/** The text stays as it was looked at, whatever is changed later. */
export async function keepBundles(db: Db, { cycleId, group }: Panel, { hash, bundles }: MadeBundles): Promise<void> {
  const rows = bundles.map(({ nominationId, bundle }) => ({
    ...{ hash: hashOf(bundle), publication: hash, nomination_id: nominationId },
    ...{ cycle_id: cycleId, panel_group: group, content: canonicalJson(bundle) },
  }));
  await db.read
    .insertInto('bundles')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export type Publication = {
  audience: PublishedAudience;
  number: number;
  hash: string;
  publishedAt: string;
  publishedBy: string;
  withdrawn: { at: string; reason: string } | null;
};

/** Newest first; of erased persons the name is empty. */
export async function findPublications(db: Db, { cycleId, group }: Panel): Promise<Publication[]> {
  const rows = await db.read
    .selectFrom('published_bundles as b')
    .leftJoin('people as p', (join) =>
      join
        .on((eb) => eb(eb.cast<string>('p.person_id', 'text'), '=', eb.ref('b.published_by')))
        .on('p.erased_at', 'is', null),
    )
    .select(['b.audience', 'b.number', 'b.hash', 'b.published_at', 'b.withdrawn_at', 'b.reason', 'p.name'])
    .where('b.cycle_id', '=', cycleId)
    .where('b.panel_group', '=', group)
    .orderBy('b.published_at', 'desc')
    .execute();
  return rows.map((row) => ({
    ...{ audience: row.audience, number: row.number, hash: row.hash },
    ...{ publishedAt: row.published_at.toISOString(), publishedBy: row.name ?? '' },
    withdrawn: row.withdrawn_at === null ? null : { at: row.withdrawn_at.toISOString(), reason: row.reason ?? '' },
  }));
}

export type Found = { content: string; withdrawn: string | null };

/** What was published last for an audience, of one nominee where it is for nominees; with why it was withdrawn, where it was. */
export async function findPublished(
  db: Db,
  audience: PublishedAudience,
  about: { panel: Panel } | { nominationId: string } | { hash: string },
): Promise<Found | null> {
  let query = db.read
    .selectFrom('published_bundles as p')
    .innerJoin('bundles as b', 'b.publication', 'p.hash')
    .select(['b.content', 'p.withdrawn_at', 'p.reason'])
    .where('p.audience', '=', audience)
    .orderBy('p.published_at', 'desc');
  if ('panel' in about)
    query = query.where('p.cycle_id', '=', about.panel.cycleId).where('p.panel_group', '=', about.panel.group);
  else if ('hash' in about) query = query.where('b.hash', '=', about.hash);
  else query = query.where('b.nomination_id', '=', about.nominationId);
  const row = await query.executeTakeFirst();
  return row === undefined ? null : { content: row.content, withdrawn: row.withdrawn_at && (row.reason ?? '') };
}

/** Whose own bundles a publication holds. */
export async function findPublishedTo(db: Db, publication: string) {
  const rows = await db.read
    .selectFrom('bundles as b')
    .innerJoin('nominations as n', 'n.nomination_id', 'b.nomination_id')
    .select(['n.nomination_id', 'n.country', 'n.organisation'])
    .where('b.publication', '=', publication)
    .orderBy('n.nomination_id')
    .execute();
  return rows.map(({ nomination_id: nominationId, ...nominee }) => ({ nominationId, ...nominee }));
}

export type PublicBundle = {
  cycle: Texts;
  group: string;
  number: number;
  hash: string;
  publishedAt: string;
  size: number;
};

/** What everybody may have, newest first: of a cycle, by its slug or id, or of all. Null for a cycle that is not there. */
export async function findPublicBundles(db: Db, slug: string | null): Promise<PublicBundle[] | null> {
  let query = db.read
    .selectFrom('published_bundles as p')
    .innerJoin('bundles as b', 'b.publication', 'p.hash')
    .innerJoin('cycles as c', 'c.cycle_id', 'p.cycle_id')
    .select(['c.title', 'p.panel_group', 'p.number', 'b.hash', 'p.published_at', 'b.content'])
    .where('p.audience', '=', 'public')
    .where('p.withdrawn_at', 'is', null)
    .orderBy('p.published_at', 'desc')
    .limit(500);
  if (slug !== null) {
    const cycleId = await findCycle(db, slug);
    if (cycleId === null) return null;
    query = query.where('p.cycle_id', '=', cycleId);
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    ...{ cycle: row.title, group: row.panel_group, number: row.number, hash: row.hash },
    ...{ publishedAt: row.published_at.toISOString(), size: Buffer.byteLength(row.content) },
  }));
}

async function findCycle(db: Db, slug: string): Promise<string | null> {
  const row = await db.read
    .selectFrom('cycles')
    .select('cycle_id')
    .where((eb) => eb.or([eb('slug', '=', slug), eb(eb.cast<string>('cycle_id', 'text'), '=', slug)]))
    .executeTakeFirst();
  return row?.cycle_id ?? null;
}

/** Whose pseudonym is whose, with what opens the commitment; those of erased persons are gone. */
export async function findJudgeNames(db: Db, panel: Panel, signer: Signer) {
  const signed = await findSignedRecord(db, panel, signer);
  if (signed === null) return [];
  const rows = await db.read
    .selectFrom('judge_commitments')
    .select(['judge_id', 'name', 'salt', 'commitment'])
    .where('cycle_id', '=', panel.cycleId)
    .execute();
  const shown = new Set(
    signed.record.leaves.flatMap((leaf) =>
      leaf.kind === 'panel' || leaf.kind === 'panel-changed' ? leaf.members.map(({ name }) => name) : [],
    ),
  );
  return rows
    .filter(({ commitment }) => shown.has(commitment))
    .map(({ judge_id, ...row }) => ({ judge: signed.record.codes.judge(judge_id), ...row }))
    .sort((a, b) => (a.judge < b.judge ? -1 : 1));
}
