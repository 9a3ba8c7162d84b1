// The link by which a participant fills in the own particulars.
import { readNow } from '../db/files.ts';
import { countLinksOfDay, endLinksOfOthers, makeLink } from '../db/links.ts';
import { findPerson } from '../db/people.ts';
import { findForumFacts, findParticipant } from '../db/read-models/delegation-views.ts';
import { timeOfDay } from '../db/read-models/places.ts';
import { sendMail } from '../documents/mail.ts';
import type { ParticipantTarget } from './delegations.ts';
import { HttpProblem, notFound } from './problem.ts';
import type { Context } from './route.ts';

const days = 60;
/** Within a day, to one participant: nobody's mailbox is filled. */
const mostRequests = 10;

type Asking = Pick<Context<unknown, unknown, unknown, ParticipantTarget>, 'db' | 'meta' | 'target'>;

/** Once per command, however often it is repeated; whoever was asked under another address before is asked no longer. */
export async function askParticipant({ db, meta, target }: Asking): Promise<void> {
  const { participantId, forumId, cycleId = null, country } = target;
  const [found, facts] = await Promise.all([findParticipant(db, participantId), findForumFacts(db, forumId)]);
  if (found === undefined || found.particulars === null || facts === undefined) throw notFound();
  if (found.status !== 'registered')
    throw new HttpProblem(409, 'participant-gone', 'The participant does not belong to the delegation any more.');
  if (found.email === null)
    throw new HttpProblem(409, 'no-address', 'The participant has no e-mail address: enter one first.');
  if ((await countLinksOfDay(db, 'participant', participantId)) >= mostRequests)
    throw new HttpProblem(429, 'too-many-invitations', 'Too many links for this participant today. Go on tomorrow.');
  const { personId } = found;
  const expiresAt = new Date((await readNow(db)).getTime() + days * 86_400_000);
  const subject = participantId;
  const { token } = await makeLink(db, { purpose: 'participant', personId, subject, cycleId, expiresAt });
  await endLinksOfOthers(db, 'participant', participantId, personId);
  const asker = (await findPerson(db, meta.actor))?.name ?? '—';
  const land = facts.countries.find(({ iso2 }) => iso2 === country)?.names ?? { en: country };
  const opens = { at: timeOfDay(facts, facts.opensAt, facts.closesAt).startsAt, zone: facts.zone };
  const said = { asker, forum: facts.name, country: land, venue: facts.venue, opens };
  const about = { cycleId, forumId, country };
  const deadline = { at: expiresAt, zone: facts.zone };
  const key = `participant:${meta.commandId}`;
  await sendMail(db, {
    ...{ kind: 'participant-asked', key, to: [personId], facts: { ...said, deadline }, secret: token },
    ...about,
  });
}
