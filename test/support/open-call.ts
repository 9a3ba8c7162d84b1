// Open calls and shared drafts: an award whose form has two sections, a field of one category and a paper; and people's mail.
import type { TestApi } from './api.ts';
import { sampleDefinition } from './samples.ts';

export const callDefinition = sampleDefinition('national', {
  form: {
    sections: [
      {
        key: 'nominee',
        title: { en: 'Nominee', th: 'ผู้ได้รับการเสนอชื่อ', vi: 'Người được đề cử' },
        fields: [
          { key: 'name', label: { en: 'Name', th: 'ชื่อ' }, kind: 'localized-text', required: true },
          { key: 'title', label: { en: 'Title', th: 'ชื่อโครงการ' }, kind: 'localized-text', required: true },
        ],
      },
      {
        key: 'work',
        title: { en: 'Work' },
        fields: [
          {
            key: 'summary',
            label: { en: 'Summary' },
            kind: 'long-text',
            required: true,
            limit: { words: 9, characters: 90 },
          },
          { key: 'shop', label: { en: 'Shop' }, kind: 'text', categories: ['private'] },
        ],
      },
    ],
    attachments: [
      { key: 'certificate', label: { en: 'Certificate' }, types: ['application/pdf'], maxBytes: 1e6, required: true },
    ],
    organisationField: 'name',
    titleField: 'title',
  },
});

/** People by their addresses, and what was mailed to them. */
export function mailboxesOf(api: TestApi) {
  const emailOf = async (personId: string | null) =>
    (
      await api.db.read
        .selectFrom('people')
        .select('email')
        .where('person_id', '=', personId ?? '')
        .executeTakeFirstOrThrow()
    ).email;
  /** One with an account, by the address that the person is known by. */
  async function known() {
    const { personId } = await api.account();
    return { personId, email: await emailOf(personId) };
  }
  const personBy = async (email: string) =>
    (await api.db.read.selectFrom('people').selectAll().where('email', '=', email).executeTakeFirst())?.person_id;
  const mailsTo = async (email: string) =>
    api.db.read
      .selectFrom('mails')
      .innerJoin('people', 'people.person_id', 'mails.person_id')
      .select(['kind', 'body', 'secret'])
      .where('people.email', '=', email)
      .orderBy('mails.created_at')
      .execute();
  const secretOf = async (email: string, kind: string) =>
    (await mailsTo(email)).findLast((mail) => mail.kind === kind)?.secret ?? '';
  return { emailOf, known, personBy, mailsTo, secretOf };
}
