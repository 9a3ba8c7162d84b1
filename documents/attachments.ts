// What goes with a mail: named when the mail is written, printed when it is sent.
import type { Db } from '../db/database.ts';
import type { MailAttachment } from '../db/tables/people.ts';
import type { Printer } from './print/printer.ts';
import { findReceiptPaper, type Reader } from './print/receipt.ts';

export type Attached = { filename: string; content: Buffer; contentType: string };

/** Null for what is not there any more. */
export async function printAttachment(
  db: Db,
  printer: Printer,
  attachment: MailAttachment,
  reader: Reader,
): Promise<Attached | null> {
  const found = await findReceiptPaper(db, attachment, reader);
  if (found === undefined) return null;
  const { bytes } = await printer.print(found.paper);
  return { filename: found.name, content: Buffer.from(bytes), contentType: 'application/pdf' };
}
