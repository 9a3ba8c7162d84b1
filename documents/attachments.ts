// What goes with a mail: named when the mail is written, made when it is sent.
import type { Db } from '../db/database.ts';
import type { MailAttachment } from '../db/tables/people.ts';
import type { Contact } from './calendar.ts';
import type { Printer } from './print/printer.ts';
import { findReceiptPaper, type Reader } from './print/receipt.ts';
import { findSlotCalendar } from './slot-calendar.ts';

export type Attached = {
  filename: string;
  content: Buffer;
  contentType: string;
  /** Of an entry for a calendar, which readers of mail offer to take. */
  method?: 'REQUEST' | 'CANCEL';
};
export type Making = {
  printer: Printer;
  /** Where people reach this installation. */
  site: string;
  sender: Contact;
  reader: Reader & Contact;
};

/** Without what is not there any more. */
export async function printAttachment(
  db: Db,
  attachment: MailAttachment,
  { printer, site, sender, reader }: Making,
): Promise<Attached[]> {
  if (attachment.kind !== 'receipt') {
    const slots = attachment.kind === 'slot' ? [attachment] : attachment.slots;
    const found = await Promise.all(
      slots.map(async (slot) => ({ slot, text: await findSlotCalendar(db, slot, { site, sender, reader }) })),
    );
    return found.flatMap(({ slot: { method }, text }, index) => {
      if (text === undefined) return [];
      const filename = index === 0 ? 'talk.ics' : `talk-${index + 1}.ics`;
      return [{ filename, content: Buffer.from(text), contentType: `text/calendar; method=${method}`, method }];
    });
  }
  const found = await findReceiptPaper(db, attachment, reader);
  if (found === undefined) return [];
  const { bytes } = await printer.print(found.paper);
  return [{ filename: found.name, content: Buffer.from(bytes), contentType: 'application/pdf' }];
}
