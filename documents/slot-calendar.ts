// The place of a talk for its speaker's calendar: asks to come, changes the entry that is there, or takes it out.
import type { Db } from '../db/database.ts';
import type { MailedSlot } from '../db/tables/people.ts';
import { textOf } from '../domain/localized-text.ts';
import { type Contact, calendarText } from './calendar.ts';
import type { Reader } from './print/receipt.ts';
import { talkUid } from './programme/calendar.ts';

type Asked = { site: string; sender: Contact; reader: Reader & Contact };

/** Undefined where the talk is not there any more. The same text for the same release, whenever it is sent. */
export async function findSlotCalendar(db: Db, slot: MailedSlot, asked: Asked): Promise<string | undefined> {
  const { site, sender, reader } = asked;
  const row = await db.read
    .selectFrom('talks')
    .innerJoin('forums', 'forums.forum_id', 'talks.forum_id')
    .select(['talks.public_id', 'talks.organisation', 'plan'])
    .where('talks.forum_id', '=', slot.forumId)
    .where('laureate_id', '=', slot.laureateId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { plan, organisation, public_id: publicId } = row;
  const { language } = reader;
  const say = (texts: { [language: string]: string } | undefined) => textOf(texts ?? {}, language);
  const room = say(plan.rooms.find(({ key }) => key === slot.room)?.name);
  const { startsAt, endsAt, changedAt, release, sequence = release, method } = slot;
  const url = `${site}/app/talks/${slot.forumId}~${slot.laureateId}`;
  return calendarText({
    ...{ method, name: say(plan.name), zone: plan.zone, language, organiser: sender },
    attendee: { name: reader.name, email: reader.email },
    entries: [
      {
        ...{ uid: talkUid(publicId, site), sequence, startsAt, endsAt, changedAt, url },
        summary: `${say(plan.name)}: ${say(organisation)}`,
        place: [room, say(plan.venue)].filter((line) => line !== '').join(', '),
        description: url,
      },
    ],
  });
}
