// Registering for an open call: whoever asks gets the same answer, and the address a mail that says what to do.
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { execute, loadState } from '../db/execute.ts';
import { idOf } from '../db/ids.ts';
import { makeInvitation } from '../db/invitations.ts';
import { ensurePerson, noteOnPerson } from '../db/people.ts';
import { sendMail } from '../documents/mail.ts';
import { countryStream } from '../domain/country/state.ts';
import { cycleStream } from '../domain/cycle/state.ts';
import { findCountry } from '../domain/definition-queries.ts';
import { member } from '../domain/member/decider.ts';
import { requireOpenCall } from '../domain/member/registering.ts';
import { memberStream } from '../domain/member/state.ts';
import type { Services } from './app.ts';
import type { Invitee } from './invite.ts';
import type { HttpMeta } from './meta.ts';
import { notFound } from './problem.ts';

type Call = { cycleId: string; iso2: string };
type Registrant = Omit<Invitee, 'language'> & { language?: string | undefined };
type Registering = Pick<Services, 'db' | 'hasAccount' | 'publicUrl'> & { meta: HttpMeta; call: Call };

/** Throws `Refusal` before anything about the person is stored where the call is not open. */
export async function registerForCall(context: Registering, { language, ...invitee }: Registrant): Promise<void> {
  const { db, meta, call } = context;
  const { cycleId, iso2 } = call;
  const { languages } = await requireOpen(db, call);
  const known = { ...invitee, language: language ?? languages[0] ?? 'en' };
  const personId = await ensurePerson(db, known, meta.actor);
  await noteOnPerson(db, personId, meta.actor, `registered for ${iso2} in ${cycleId}, privacy notice accepted`);
  const data = { personId, cycleId, country: iso2, grantId: idOf(meta.commandId) };
  await execute(db, member, memberStream(personId), { type: 'RegisterApplicant', data }, meta);
  await tell(context, personId);
}

/** @returns the languages of the country. */
async function requireOpen(db: Db, { cycleId, iso2 }: Call): Promise<{ languages: string[] }> {
  const [cycle, country, { rows }] = await Promise.all([
    loadState(db, cycleStream(cycleId)),
    loadState(db, countryStream(cycleId, iso2)),
    sql<{ at: Date }>`select clock_timestamp() as at`.execute(db.read),
  ]);
  if (cycle.state.status === 'none') throw notFound();
  requireOpenCall(cycle.state, country.state, iso2, rows[0]?.at ?? new Date(0));
  return { languages: findCountry(cycle.state.definition, iso2)?.languages ?? [] };
}

/** A link to an account, or the news that there is one. */
async function tell({ db, hasAccount, publicUrl, meta, call }: Registering, personId: string): Promise<void> {
  if (await toldLately(db, personId, call)) return;
  const { cycleId, iso2 } = call;
  const { title, zone, definition } = await db.read
    .selectFrom('cycles')
    .select(['title', 'zone', 'definition'])
    .where('cycle_id', '=', cycleId)
    .executeTakeFirstOrThrow();
  const country = findCountry(definition, iso2)?.names ?? iso2;
  const letter = { key: `call:${meta.commandId}`, to: [personId], cycleId, country: iso2 };
  if (await hasAccount(personId)) {
    await sendMail(db, { ...letter, kind: 'call-account-known', facts: { cycle: title, country, url: publicUrl } });
    return;
  }
  const { token, expiresAt } = await makeInvitation(db, personId);
  const facts = { cycle: title, country, deadline: { at: expiresAt, zone } };
  await sendMail(db, { ...letter, kind: 'call-registered', facts, secret: token });
}

/** A form that is sent again and again must not fill somebody's mailbox. */
async function toldLately(db: Db, personId: string, { cycleId, iso2 }: Call): Promise<boolean> {
  const row = await db.read
    .selectFrom('mails')
    .select('mail_id')
    .where('person_id', '=', personId)
    .where('cycle_id', '=', cycleId)
    .where('country', '=', iso2)
    .where('kind', 'in', ['call-registered', 'call-account-known'])
    .where('created_at', '>', sql<Date>`clock_timestamp() - interval '1 hour'`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
