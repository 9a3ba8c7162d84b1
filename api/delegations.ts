// A country's delegation to a forum, as requests come to it: what they are about, and how commands reach it.
import type { Db } from '../db/database.ts';
import { execute } from '../db/execute.ts';
import { type Contact, contactOf, writeParticulars } from '../db/particulars.ts';
import { findForumFacts, type ParticipantView } from '../db/read-models/delegation-views.ts';
import { delegation } from '../domain/delegation/decider.ts';
import { type DelegationCommand, noCountry, type Particulars } from '../domain/delegation/messages.ts';
import { delegationStream } from '../domain/delegation/state.ts';
import { done } from './answer.ts';
import type { HttpMeta } from './meta.ts';
import { notFound } from './problem.ts';
import { forumTarget, type Target } from './targets.ts';
import type { PersonalView } from './views/delegations.ts';

export type DelegationTarget = Target & { forumId: string; country: string };
export type ParticipantTarget = DelegationTarget & { participantId: string };
type Asked = { db: Db; meta: HttpMeta; target: DelegationTarget };

/** A country that the award knows, whether or not it takes part in the forum's cycle. */
export async function delegationTarget(db: Db, forumId: string, iso2: string): Promise<DelegationTarget> {
  const [target, facts] = await Promise.all([forumTarget(db, forumId), findForumFacts(db, forumId)]);
  const isNobodys = iso2 === noCountry;
  if (facts?.cycleId && !isNobodys && !facts.countries.some((country) => country.iso2 === iso2)) throw notFound();
  return { ...target, country: iso2 };
}

export async function participantTarget(db: Db, participantId: string): Promise<ParticipantTarget> {
  const row = await db.read
    .selectFrom('participants')
    .select(['forum_id', 'country'])
    .where('participant_id', '=', participantId)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  return { ...(await forumTarget(db, row.forum_id)), country: row.country, participantId };
}

/** Gives a command to the delegation of the path. */
export async function tellDelegation({ db, meta, target }: Asked, id: string, command: DelegationCommand) {
  const { forumId, country, cycleId = null } = target;
  return done(id, await execute(db, delegation, delegationStream(forumId, country, cycleId), command, meta));
}

type Entry = { contact: Contact; content: Particulars; participantId: string };

/** Where the rules agree, the person is known and what is personal is written; said again it changes nothing. */
export async function enter(
  { db, meta, target }: Asked,
  { contact, content, participantId }: Entry,
  commandFor: (personId: string) => DelegationCommand,
) {
  const { personId, keep } = await contactOf(db, participantId, contact, meta.actor);
  const reply = await tellDelegation({ db, meta, target }, participantId, commandFor(personId));
  await keep();
  const writing = { participantId, personId, content, actor: meta.actor, commandId: meta.commandId };
  await writeParticulars(db, writing, null);
  return { ...reply, headers: { ...reply.headers, Location: `/api/v1/participants/${participantId}` } };
}

const nothing: Particulars = {
  ...{ honorific: '', name: '', names: {}, printedName: null, positions: {}, bodies: {}, assignedBy: '' },
  ...{ diet: '', access: '', arrival: null, departure: null },
};

/** What must be thought of is the delegation's and the forum's alone: an auditor sees that it is not shown. */
export function showParticipant(found: ParticipantView, role: string): PersonalView {
  const { particulars, personId: _id, ...rest } = found;
  const { name, diet, access, ...said } = particulars ?? nothing;
  return {
    ...rest,
    name: particulars === null ? null : name,
    ...said,
    needs: role === 'auditor' ? null : { diet, access },
  };
}
