// Mail rows: one for each person and key, in the reader's language, with a secret that the text does not hold.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../db/database.ts';
import { type Letter, sendMail } from '../../documents/mail.ts';
import { person } from '../activities/support.ts';
import { openFresh } from '../support/database.ts';

let db: Db;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await openFresh(2));
});
afterAll(() => close());

const deadline = { at: '2026-05-02T15:59:59.000Z', zone: 'Asia/Singapore' };
const invitation = (to: string[], changes: Partial<Letter> = {}): Letter => ({
  kind: 'account-invited',
  key: `account:${randomUUID()}`,
  to,
  facts: { role: 'judge', deadline },
  secret: 'the-token',
  ...changes,
});
const mailsOf = (personId: string) =>
  db.read.selectFrom('mails').selectAll().where('person_id', '=', personId).orderBy('created_at').execute();

describe('sendMail', () => {
  it('writes once, whoever is named twice and however often it is sent', async () => {
    const [one, two] = [await person(db), await person(db)];
    const letter = invitation([one, two, one]);
    expect([await sendMail(db, letter), await sendMail(db, letter)]).toEqual([2, 0]);
    expect((await mailsOf(one)).map(({ key, state }) => [key, state])).toEqual([[`${letter.key}:${one}`, 'due']]);
  });

  it('reaches who was not named the first time', async () => {
    const [one, two] = [await person(db), await person(db)];
    const letter = invitation([one]);
    expect([await sendMail(db, letter), await sendMail(db, { ...letter, to: [one, two] })]).toEqual([1, 1]);
  });

  it('keeps the secret beside the text', async () => {
    const to = await person(db);
    await sendMail(db, invitation([to]));
    const [mail] = await mailsOf(to);
    expect(mail?.secret).toBe('the-token');
    expect(mail?.body).toContain('{link}');
    expect(`${mail?.subject} ${mail?.body}`).not.toContain('the-token');
  });

  it('writes to nobody who has been erased or is unknown', async () => {
    const erased = await person(db);
    await db.read.updateTable('people').set({ erased_at: new Date() }).where('person_id', '=', erased).execute();
    expect(await sendMail(db, invitation([erased, randomUUID()]))).toBe(0);
    expect(await sendMail(db, invitation([]))).toBe(0);
  });

  it('takes a fact in the language of the text', async () => {
    const [thai, vietnamese] = [await person(db, [], { language: 'th' }), await person(db, [], { language: 'vi' })];
    const cycle = { en: 'Sample cycle', th: 'รอบตัวอย่าง', vi: 'Chu kỳ mẫu' };
    const facts = { cycle, deadline, url: 'https://award.example.org' };
    await sendMail(db, { kind: 'nominations-open', key: randomUUID(), to: [thai, vietnamese], facts });
    const subjects = [(await mailsOf(thai))[0], (await mailsOf(vietnamese))[0]].map((mail) => mail?.subject);
    expect(subjects).toEqual(['รอบตัวอย่าง: เปิดรับการเสนอชื่อแล้ว', 'Sample cycle: nominations are open']);
  });

  it('puts the words of a fact in as they are, braces too', async () => {
    const to = await person(db);
    const facts = { cycle: 'Cycle {url}', reason: '$& {reason}', url: 'https://award.example.org' };
    await sendMail(db, { kind: 'cycle-cancelled', key: randomUUID(), to: [to], facts });
    const [mail] = await mailsOf(to);
    expect(mail?.subject).toBe('Cycle {url} is cancelled');
    expect(mail?.body).toContain('Reason: $& {reason}');
  });

  it('fails on a fact that nobody gave', async () => {
    const to = await person(db);
    const letter = { kind: 'cycle-cancelled', key: randomUUID(), to: [to], facts: { cycle: 'Sample' } } as const;
    await expect(sendMail(db, { ...letter, to: [to] })).rejects.toThrow('needs the fact reason');
  });
});
