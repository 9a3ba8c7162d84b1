// Co-editors of a nomination: invited by a link that is mailed, taken up by whom it was mailed to.
import { changeEditors, findDeskRoles, findEditing, invitedToday, listEditors } from '../db/draft-editors.ts';
import { execute } from '../db/execute.ts';
import { idOf } from '../db/ids.ts';
import { endLinks, findLink, type Link, makeLink } from '../db/links.ts';
import { findPerson } from '../db/people.ts';
import { type Letter, sendMail } from '../documents/mail.ts';
import { member } from '../domain/member/decider.ts';
import { memberStream } from '../domain/member/state.ts';
import { requireEndable, requireOrphaned, requireRoomForEditor } from '../domain/nomination/editing.ts';
import type { Services } from './app.ts';
import { findInvitee, type Invitee, inviteToAccount } from './invite.ts';
import { linkOver } from './link.ts';
import type { HttpMeta } from './meta.ts';
import { HttpProblem, notSignedIn } from './problem.ts';

export type Nomination = { nominationId: string; cycleId: string; country: string; award?: string };
type Asked = Services & { meta: HttpMeta; target: Nomination };

const lifetimeDays = 14;
const mostInvitations = 50;

export async function editorsOf({ db }: Pick<Services, 'db'>, nominationId: string) {
  const { editors, invited } = await listEditors(db, nominationId);
  return { editors, invited: invited.map(({ until, ...one }) => ({ ...one, until: until.toISOString() })) };
}

/** Mails a link; one who edits already gets none. */
export async function inviteEditor(context: Asked, invitee: Invitee): Promise<void> {
  const { db, meta, target } = context;
  const { nominationId, cycleId } = target;
  if ((await invitedToday(db, meta.actor)) >= mostInvitations)
    throw new HttpProblem(429, 'too-many-invitations', 'Too many invitations today. Go on tomorrow.');
  const personId = await findInvitee(context, invitee);
  const { editors, invited } = await listEditors(db, nominationId);
  if (editors.some((one) => one.personId === personId)) return;
  requireRoomForEditor(
    { editors: editors.map((one) => one.personId) },
    invited.map((one) => one.personId),
    personId,
  );
  const change = { form: 'nomination', subjectId: nominationId, what: 'invited', personId, actor: meta.actor } as const;
  await changeEditors(db, change, () => {});
  const expiresAt = new Date(Date.now() + lifetimeDays * 86_400_000);
  const { token } = await makeLink(db, {
    purpose: 'edit-nomination',
    personId,
    subject: nominationId,
    cycleId,
    expiresAt,
  });
  const by = (await findPerson(db, meta.actor))?.name ?? '';
  await write(context, { kind: 'editor-invited', to: [personId], secret: token }, { by, deadline: expiresAt });
}

/** @returns the link's person, who has a way to sign in by now. Throws `HttpProblem` for anybody else. */
export async function acceptEditing(
  context: Services & { meta: HttpMeta },
  nominationId: string,
  { token, password, signedIn }: { token: string; password: string | undefined; signedIn: string | null },
) {
  const { db, hasAccount, giveAccount } = context;
  const link = await findLink(db, token);
  const person = link && (await findPerson(db, link.personId));
  if (!link || !person || link.purpose !== 'edit-nomination' || link.subject !== nominationId) throw linkOver();
  const { personId, email, name } = person;
  if (signedIn !== null && signedIn !== personId)
    throw new HttpProblem(
      409,
      'link-for-another',
      'This link was mailed to somebody else. Sign in as whom it was mailed to.',
    );
  const registers = signedIn === null && !(await hasAccount(personId));
  if (signedIn === null && !registers) throw notSignedIn();
  await join(context, link);
  if (registers) await giveAccount({ personId, email, name, password });
  const change = { form: 'nomination', subjectId: nominationId, what: 'joined', personId, actor: personId } as const;
  await changeEditors(db, change, () => {});
  await endLinks(db, 'edit-nomination', nominationId, personId);
  return { email, personId, registers };
}

async function join({ db, meta }: Services & { meta: HttpMeta }, { personId, subject, cycleId }: Link): Promise<void> {
  const draft = await db.read
    .selectFrom('drafts')
    .select('country')
    .where('form', '=', 'nomination')
    .where('subject_id', '=', subject)
    .executeTakeFirstOrThrow();
  await makeApplicant({ db, meta: { ...meta, actor: personId } }, personId, cycleId ?? '', draft.country ?? '');
}

async function makeApplicant(
  { db, meta }: Pick<Asked, 'db' | 'meta'>,
  personId: string,
  cycleId: string,
  country: string,
): Promise<void> {
  const data = { personId, cycleId, country, grantId: idOf(meta.commandId) };
  await execute(db, member, memberStream(personId), { type: 'JoinEditors', data }, meta);
}

/** Ends an editor's part, or an invitation that was not answered. */
export async function endEditor({ db, meta, target }: Asked, personId: string): Promise<void> {
  const { nominationId } = target;
  const change = { form: 'nomination', subjectId: nominationId, what: 'ended', personId, actor: meta.actor } as const;
  await changeEditors(db, change, (editing) => requireEndable(editing, personId, meta.actor));
  await endLinks(db, 'edit-nomination', nominationId, personId);
}

/** Gives a draft that nobody is left to edit to somebody: recorded and mailed. Whoever names sees no more of it than before. */
export async function nameEditor(context: Asked, invitee: Invitee, reason: string): Promise<void> {
  const { db, meta, target } = context;
  const { nominationId, cycleId, country, award = '' } = target;
  const personId = await findInvitee(context, invitee);
  const desk = await findDeskRoles(db, personId, award, country);
  const editing = await findEditing(db, nominationId);
  if (editing?.active.includes(personId)) return;
  if (editing !== undefined) requireOrphaned(editing, desk);
  await makeApplicant(context, personId, cycleId, country);
  const change = {
    form: 'nomination',
    subjectId: nominationId,
    what: 'named',
    personId,
    actor: meta.actor,
    reason,
  } as const;
  await changeEditors(db, change, (now) => requireOrphaned(now, desk));
  await write(context, { kind: 'editor-named', to: [personId] }, { reason });
  await inviteToAccount(context, personId, { role: 'editor', cycleId, country });
}

type Said = { [fact: string]: string | Date };

/** With the cycle and its zone, which every letter about a draft speaks of. */
async function write(
  { db, meta, target, publicUrl }: Asked,
  letter: Pick<Letter, 'kind' | 'to' | 'secret'>,
  said: Said,
) {
  const { nominationId, cycleId, country } = target;
  const cycle = await db.read
    .selectFrom('cycles')
    .select(['title', 'zone'])
    .where('cycle_id', '=', cycleId)
    .executeTakeFirstOrThrow();
  const moments = Object.entries(said).map(([name, fact]) => [
    name,
    fact instanceof Date ? { at: fact, zone: cycle.zone } : fact,
  ]);
  const facts = { cycle: cycle.title, url: `${publicUrl}/nominations/${nominationId}`, ...Object.fromEntries(moments) };
  await sendMail(db, { ...letter, key: `editors:${meta.commandId}`, facts, cycleId, country });
}
