// What follows for the register when a nomination is received, and what the record says when it is checked.
import type { Db } from '../db/database.ts';
import { findDossier, findDraft } from '../db/drafts.ts';
import { findNominee } from '../db/read-models/organisation-record.ts';
import { findMatches, findSurvivor, getKnown, type Match } from '../db/read-models/organisation-views.ts';
import { type Content, organisationOf } from '../domain/nomination/dossier.ts';
import type { Submitted, Waits } from '../domain/nomination/messages.ts';
import type { Registration } from '../domain/organisation/messages.ts';
import type { HttpMeta } from './meta.ts';
import { registerNominee, registrationOf, sightOf } from './organisation-register.ts';
import type { Target } from './targets.ts';
import type { Viewer } from './viewer.ts';

type Received<Body> = { headers: { [name: string]: string }; body: Body };
type Submitting = {
  db: Db;
  meta: HttpMeta;
  viewer: Viewer | null;
  target: Target & { nominationId: string; cycleId: string; country: string };
};

/** Once received, the organisation is entered in the register, and its people are asked whether it is one that is known. */
export async function withMatches<Body extends object>(
  { db, target, viewer, meta }: Submitting,
  told: Received<Body>,
  { organisationId, organisation, dossier }: Submitted,
): Promise<Received<Body & { matches: Match[] }>> {
  const { nominationId, country, cycleId, award = '' } = target;
  const registration = await findRegistration(db, cycleId, dossier, country);
  const nominee = { organisationId, names: organisation, registration };
  await registerNominee(db, { award, country, nominationId }, nominee, meta);
  return { ...told, body: { ...told.body, matches: await questionsOf(db, nominationId, viewer) } };
}

/** As the form states it, where the award's form asks for it. */
async function findRegistration(
  db: Db,
  cycleId: string,
  dossier: string,
  country: string,
): Promise<Registration | null> {
  const [form, { definition }] = await Promise.all([
    findDossier(db, dossier),
    db.read.selectFrom('cycles').select('definition').where('cycle_id', '=', cycleId).executeTakeFirstOrThrow(),
  ]);
  return registrationOf(definition, (form?.content ?? {}) as Content, country);
}

/** The entry that the nomination itself made, whatever it is part of now. */
export async function ownEntry(db: Db, nominationId: string): Promise<string | undefined> {
  const row = await db.read
    .selectFrom('nominations')
    .select('organisation_id')
    .where('nomination_id', '=', nominationId)
    .executeTakeFirst();
  return row?.organisation_id;
}

/** What a nomination's people are still asked about their organisation: nothing, once they have said which one it is. */
export async function questionsOf(db: Db, nominationId: string, viewer: Viewer | null): Promise<Match[]> {
  const sight = sightOf(viewer);
  const own = await ownEntry(db, nominationId);
  const entry = own === undefined ? undefined : await findSurvivor(db, sight, own);
  if (own === undefined || entry?.organisationId !== own) return [];
  return findMatches(db, sight, await getKnown(db, own), own);
}

/** What a draft says of its organisation so far: whether it looks like one that is known, before anything is submitted. */
export async function draftedNominee(db: Db, nominationId: string, cycleId: string, viewer: Viewer | null) {
  const [draft, { definition }] = await Promise.all([
    findDraft(db, 'nomination', nominationId),
    db.read.selectFrom('cycles').select('definition').where('cycle_id', '=', cycleId).executeTakeFirstOrThrow(),
  ]);
  const content = draft?.content ?? {};
  const names = organisationOf(definition, content);
  const registration = registrationOf(definition, content, draft?.country ?? '');
  const matches = await findMatches(db, sightOf(viewer), { names: [names], registration }, null);
  const waiting = { status: 'free' as const, editions: definition.waitingEditions, freeFrom: null };
  return { organisationId: null, names, earlier: [], waiting, proposal: null, matches, also: [] };
}

/** A check or a forwarding as it was asked, with what it may not pass over in silence. */
export async function withWaits<Body extends object>({
  db,
  params,
  body,
}: {
  db: Db;
  params: { nominationId: string };
  body: Body;
}): Promise<Body & { nominationId: string } & Waits> {
  const nominee = await findNominee(db, params.nominationId);
  const item = nominee?.proposal?.item;
  const freeFrom = nominee?.waiting.freeFrom ?? null;
  const waits = item === undefined || freeFrom === null ? {} : { waits: { item, freeFrom } };
  return { ...params, ...body, ...waits };
}
