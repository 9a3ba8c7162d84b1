// The register as a request meets it: what the viewer sees of it, and how a nomination's organisation gets into it.
import type { Db } from '../db/database.ts';
import { type Done, execute } from '../db/execute.ts';
import { findSurvivor, type Sight } from '../db/read-models/organisation-views.ts';
import type { AwardDefinition } from '../domain/award-definition.ts';
import type { Texts } from '../domain/messages.ts';
import type { Content } from '../domain/nomination/dossier.ts';
import { organisation } from '../domain/organisation/decider.ts';
import type { OrganisationCommand, Registration } from '../domain/organisation/messages.ts';
import { organisationStream } from '../domain/organisation/state.ts';
import { isDesk } from '../domain/roles.ts';
import { follows, type HttpMeta } from './meta.ts';
import { notFound } from './problem.ts';
import type { Target } from './targets.ts';
import type { Viewer } from './viewer.ts';

/** Secretariats and auditors see their awards, desks their country's part of them, others what they edit. */
export function sightOf(viewer: Viewer | null): Sight {
  const roles = viewer?.roles ?? [];
  return {
    awards: roles.flatMap(({ role, award }) =>
      (role === 'secretariat' || role === 'auditor') && award !== null ? [award] : [],
    ),
    desks: roles.flatMap(({ role, award, country }) =>
      isDesk(role) && award !== null && country !== null ? [{ award, country }] : [],
    ),
    editor: viewer?.personId ?? null,
  };
}

/** The entry that stands for an id now, where the viewer knows of it. It is kept by the award that it came by. */
export async function organisationTarget(
  db: Db,
  organisationId: string,
  viewer: Viewer | null,
): Promise<Target & { organisationId: string }> {
  const found = await findSurvivor(db, sightOf(viewer), organisationId);
  if (found === undefined) throw notFound();
  return found;
}

/** An entry as it stands in the register, for those who keep it. */
export async function entryTarget(db: Db, organisationId: string): Promise<Target & { organisationId: string }> {
  const row = await db.read
    .selectFrom('organisations')
    .select(['award', 'country'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  return { ...row, organisationId };
}

export const tellOrganisation = (db: Db, command: OrganisationCommand, meta: HttpMeta): Promise<Done> =>
  execute(db, organisation, organisationStream(command.data.organisationId), command, meta);

/** Begins the stream of an organisation that is known from a nomination only. */
export async function ensureRegistered(db: Db, organisationId: string, meta: HttpMeta): Promise<void> {
  const row = await db.read
    .selectFrom('organisations')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  if (row === undefined || row.registered) return;
  const { award, country, names, registration, nomination_id: nominationId } = row;
  const data = { organisationId, award, country, names, registration, nominationId };
  await tellOrganisation(db, { type: 'RegisterOrganisation', data }, follows(meta, `register ${organisationId}`));
}

type Nominee = { organisationId: string; names: Texts; registration: Registration | null };

/** What a nomination says of its organisation, said to the register, unless that knows it from elsewhere already. */
export async function registerNominee(
  db: Db,
  { award, country, nominationId }: { award: string; country: string; nominationId: string },
  { organisationId, names, registration }: Nominee,
  meta: HttpMeta,
): Promise<void> {
  const row = await db.read
    .selectFrom('organisations')
    .select(['registered', 'nomination_id'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  if (row?.registered && row.nomination_id !== nominationId) return;
  const data = { organisationId, award, country, names, registration, nominationId };
  await tellOrganisation(db, { type: 'RegisterOrganisation', data }, follows(meta, 'register'));
}

/** The registration that a form states, where the award's form asks for it. */
export function registrationOf({ form }: AwardDefinition, content: Content, country: string): Registration | null {
  const textIn = (key: string | undefined, longest: number): string | null => {
    const answer = key === undefined ? undefined : content[key];
    return typeof answer === 'string' && answer.trim() !== '' ? answer.trim().slice(0, longest) : null;
  };
  const number = textIn(form.registrationField, 60);
  return number === null ? null : { number, registrar: textIn(form.registrarField, 160), country };
}
