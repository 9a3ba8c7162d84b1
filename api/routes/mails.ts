// The mailbox of a cycle, for its secretariat.
import { z } from 'zod';
import type { Db } from '../../db/database.ts';
import { resendMail } from '../../db/mails.ts';
import { countMails, findMail, findMails, type MailLine } from '../../db/read-models/mail-views.ts';
import { mailHtml } from '../../documents/mail-html.ts';
import { Id, Iso2, Key } from '../../domain/messages.ts';
import { cursorKey, Paging, page, paged } from '../answer.ts';
import { HttpProblem, notFound } from '../problem.ts';
import { get, post } from '../route.ts';
import { cycleTarget } from '../targets.ts';
import { MailLineView, MailView } from '../views/records.ts';

const mailState = z.enum(['due', 'sent', 'kept', 'undeliverable']);
const Filter = Paging.extend({
  kind: Key.optional(),
  state: mailState.optional(),
  country: Iso2.optional(),
  personId: Id.optional(),
});

const ownLink: { [language: string]: string } = {
  en: '(a link of its own, which only the mail holds)',
  th: '(ลิงก์เฉพาะของผู้รับ ซึ่งแสดงในอีเมลเท่านั้น)',
};
function mailView(mail: MailLine): z.infer<typeof MailView> {
  const text = mail.body.replaceAll('{link}', ownLink[mail.language] ?? ownLink.en ?? '');
  return { ...mail, text, html: mailHtml({ ...mail, body: text }) };
}
async function getMail(db: Db, cycleId: string, mailId: string): Promise<MailLine> {
  const mail = await findMail(db, cycleId, mailId);
  if (mail === undefined) throw notFound();
  return mail;
}

export const mailRoutes = [
  get({
    path: '/cycles/:cycleId/mails',
    operation: 'ListMails',
    summary: 'Every mail of the cycle with its state, newest first; links that were sent do not show',
    query: Filter,
    response: page(MailLineView),
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async ({ db, params, query }) => {
      const rows = await findMails(db, params.cycleId, {
        kind: query.kind ?? null,
        state: query.state ?? null,
        country: query.country ?? null,
        personId: query.personId ?? null,
        mailId: null,
        limit: query.limit + 1,
        after: cursorKey(query.cursor, ['instant', 'uuid']),
      });
      return { body: paged(rows, query.limit, ({ createdAt, mailId }) => [createdAt, mailId]) };
    },
  }),
  get({
    path: '/cycles/:cycleId/mails/counts',
    operation: 'ListMails',
    summary: 'How many mails of the cycle there are of each kind in each state',
    response: page(z.object({ kind: z.string(), state: mailState, count: z.int() })),
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async ({ db, params }) => ({ body: { items: await countMails(db, params.cycleId), next: null } }),
  }),
  get({
    path: '/cycles/:cycleId/mails/:mailId',
    operation: 'ListMails',
    summary: 'One mail as its reader sees it, as text and as a page',
    response: MailView,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async ({ db, params }) => ({ body: mailView(await getMail(db, params.cycleId, params.mailId)) }),
  }),
  post({
    path: '/cycles/:cycleId/mails/:mailId/resend',
    operation: 'ResendMail',
    summary: 'Send a mail once more, as a mail of its own; one that still waits is tried at once',
    response: MailLineView,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async ({ db, params, meta }) => {
      const { cycleId, mailId } = params;
      await getMail(db, cycleId, mailId);
      const resent = await resendMail(db, mailId, meta.commandId);
      if (resent.kind === 'link-gone')
        throw new HttpProblem(
          409,
          'mail-link-gone',
          'Its link was in the mail alone and is gone with it. Send a new invitation or reminder.',
        );
      if (resent.kind === 'erased')
        throw new HttpProblem(409, 'mail-reader-erased', 'The person was erased, and has no address any more.');
      return { body: await getMail(db, cycleId, resent.kind === 'written' ? resent.mailId : mailId) };
    },
  }),
];
