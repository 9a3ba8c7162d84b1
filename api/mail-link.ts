// A link that is a login to one nomination, mailed to the one person who may use it.
import { readNow } from '../db/files.ts';
import { type LinkPurpose, makeLink } from '../db/links.ts';
import { findPerson } from '../db/people.ts';
import { sendMail } from '../documents/mail.ts';
import type { MailKind } from '../documents/mail-texts.ts';
import type { Texts } from '../domain/messages.ts';
import type { Services } from './app.ts';
import type { HttpMeta } from './meta.ts';

const days = 60;

type Asking = Pick<Services, 'db'> & {
  meta: HttpMeta;
  target: { nominationId: string; cycleId: string; country: string };
};
type Asked = {
  kind: MailKind;
  purpose: LinkPurpose;
  personId: string;
  organisation: Texts;
  cycle: { title: Texts; zone: string };
  detail?: { [key: string]: string };
};

/** Once per command, however often it is repeated. A form that has just been begun has no name to tell yet. */
export async function mailLink({ db, meta, target }: Asking, asked: Asked): Promise<void> {
  const { kind, purpose, personId, organisation, cycle, detail = {} } = asked;
  const { nominationId: subject, cycleId, country } = target;
  const expiresAt = new Date((await readNow(db)).getTime() + days * 86_400_000);
  const { token } = await makeLink(db, { purpose, personId, subject, cycleId, expiresAt, detail });
  const asker = (await findPerson(db, meta.actor))?.name ?? '—';
  const named = Object.keys(organisation).length === 0 ? { en: '—' } : organisation;
  const facts = { asker, organisation: named, cycle: cycle.title, deadline: { at: expiresAt, zone: cycle.zone } };
  const key = `${purpose}:${meta.commandId}`;
  await sendMail(db, { kind, key, to: [personId], facts, secret: token, cycleId, country });
}
