// Mail delivery against a real mail server: sent once, tried again, given up after a day, kept where there is no server.
import { randomUUID } from 'node:crypto';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '../../db/database.ts';
import { uuidv5 } from '../../db/ids.ts';
import { writeMails } from '../../db/mails.ts';
import { openPrinter } from '../../documents/print/printer.ts';
import { deliverMails } from '../../worker/mail-delivery.ts';
import { openFresh } from '../support/database.ts';
import { openMailServer } from '../support/mail-server.ts';
import { ids } from '../support/samples.ts';
import { eventually, memoryLog } from './support.ts';

const personId = ids.person(1);
let db: Db;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await openFresh());
});
beforeEach(async () => {
  await db.read.deleteFrom('mails').execute();
  await db.read.deleteFrom('people').execute();
  const values = { person_id: personId, email: 'wipa@example.org', name: 'Dr Wipa สมมุติ', language: 'en' };
  await db.read.insertInto('people').values(values).execute();
});
afterAll(() => close());

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function mailServer(refusals = 0) {
  const server = await openMailServer(refusals);
  closers.push(server.close);
  return server;
}

function deliver(smtpUrl: string | null) {
  const stop = new AbortController();
  const log = memoryLog();
  const smtp = smtpUrl === null ? null : { url: smtpUrl, from: 'The award <award@award.example.org>' };
  const printer = openPrinter();
  const parts = { db, smtp, publicUrl: 'https://award.example.org', printer, log };
  const ended = deliverMails(parts, { signal: stop.signal });
  closers.push(async () => {
    stop.abort();
    await ended;
    await printer.close();
  });
  return { log };
}

const write = (body = 'Text', secret: string | null = null, key: string = randomUUID(), kind = 'sample') =>
  writeMails(db, [
    {
      ...{ key, kind, personId, cycleId: null, forumId: null, country: null, language: 'en' },
      ...{ subject: 'On water', body, secret },
    },
  ]);
const mails = () => db.read.selectFrom('mails').selectAll().orderBy('created_at').execute();
const states = async () => (await mails()).map(({ state, attempts, problem }) => ({ state, attempts, problem }));
const dueNow = () =>
  db.read
    .updateTable('mails')
    .set({ next_at: new Date(0) })
    .execute();

describe('deliverMails', () => {
  it('sends what is due to the person, with the link that only the mail holds, and forgets the link', async () => {
    const { url, received } = await mailServer();
    await write('Choose a password: {link}', 'a+b', 'account', 'account-invited');
    deliver(url);
    await eventually(async () => (await states())[0]?.state === 'sent');
    const [text = ''] = received;
    expect(text).toContain('From: The award <award@award.example.org>');
    expect(text).toMatch(/^To: .*<wipa@example\.org>/m);
    expect(text).toContain('Subject: On water');
    expect(text.replaceAll('=\r\n', '').replaceAll('=3D', '=')).toContain(
      'https://award.example.org/accept#token=a%2Bb',
    );
    expect((await mails())[0]).toMatchObject({ state: 'sent', secret: null, attempts: 1, problem: null });
    expect((await mails())[0]?.sent_at).toBeInstanceOf(Date);
  });

  it('leads every other link to the page that asks what it is for, with the token where no server logs it', async () => {
    const { url, received } = await mailServer();
    await write('Work on it together: {link}', 'a+b', 'editor', 'editor-invited');
    deliver(url);
    await eventually(async () => (await states())[0]?.state === 'sent');
    const text = (received[0] ?? '').replaceAll('=\r\n', '').replaceAll('=3D', '=');
    expect(text).toContain('https://award.example.org/link#a%2Bb');
  });

  it('tries again after 10 seconds, then twice as long, by a message id that follows from the key, and names no address in its notes', async () => {
    const { url, received, asked } = await mailServer(2);
    await write('Text', null, 'key-of-this-mail');
    const nextAt = async () => Number((await mails())[0]?.next_at.getTime());
    let before = Date.now();
    const { log } = deliver(url);
    await eventually(async () => (await states())[0]?.problem !== null);
    expect(await states()).toEqual([{ state: 'due', attempts: 1, problem: 'SMTP 451' }]);
    expect(await nextAt()).toBeGreaterThanOrEqual(before + 10_000);
    expect(await nextAt()).toBeLessThanOrEqual(Date.now() + 10_000);
    before = Date.now();
    await dueNow();
    await eventually(async () => (await states())[0]?.attempts === 2 && (await nextAt()) < Date.now() + 60_000);
    expect(await nextAt()).toBeGreaterThanOrEqual(before + 20_000);
    await dueNow();
    await eventually(async () => (await states())[0]?.state === 'sent');
    expect(asked()).toBe(3);
    expect(received).toHaveLength(1);
    expect(received[0]).toContain(`Message-ID: <${uuidv5('mail:key-of-this-mail')}@award.example.org>`);
    expect(log.lines).toEqual(['A mail could not be sent.', 'A mail could not be sent.']);
  });

  it('waits at most 15 minutes, and gives up after a day', async () => {
    const { url } = await mailServer(10);
    await write();
    await db.read.updateTable('mails').set({ attempts: 30 }).execute();
    deliver(url);
    await eventually(async () => (await states())[0]?.problem !== null);
    const [mail] = await mails();
    expect(mail?.state).toBe('due');
    expect(Number(mail?.next_at.getTime()) - Date.now()).toBeLessThanOrEqual(900_000);
    await db.read
      .updateTable('mails')
      .set({ created_at: new Date(Date.now() - 25 * 3_600_000), next_at: new Date(0) })
      .execute();
    await eventually(async () => (await states())[0]?.state === 'undeliverable');
  });

  it('does not give up at the first try because it was itself away for a day', async () => {
    const { url } = await mailServer(1);
    await write();
    await db.read
      .updateTable('mails')
      .set({ created_at: new Date(Date.now() - 72 * 3_600_000) })
      .execute();
    deliver(url);
    await eventually(async () => (await states())[0]?.problem !== null);
    expect((await states())[0]?.state).toBe('due');
  });

  it('gives up at once on a person who was erased', async () => {
    const { url, asked } = await mailServer();
    await write();
    await db.read.updateTable('people').set({ erased_at: new Date() }).execute();
    deliver(url);
    await eventually(async () => (await states())[0]?.state === 'undeliverable');
    expect(await states()).toEqual([{ state: 'undeliverable', attempts: 1, problem: 'no-address' }]);
    expect(asked()).toBe(0);
  });

  it('sends each mail once, however many deliver', async () => {
    const { url, received } = await mailServer();
    for (let number = 0; number < 40; number += 1) await write(`Text ${number}.`);
    deliver(url);
    deliver(url);
    deliver(url);
    await eventually(async () => (await states()).every(({ state }) => state === 'sent'));
    expect(received).toHaveLength(40);
    expect((await states()).every(({ attempts }) => attempts === 1)).toBe(true);
  });

  it('holds no transaction open while a server keeps it waiting', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => void sockets.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    await write();
    deliver(`smtp://127.0.0.1:${port}`);
    await eventually(() => sockets.length > 0);
    const { rows } = await db.readPool.query(
      "select count(*) as open from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
    );
    expect(rows).toEqual([{ open: 0 }]);
    for (const socket of sockets) socket.destroy();
    silent.close();
    await eventually(async () => (await states())[0]?.problem !== null);
    expect((await states())[0]?.state).toBe('due');
  });

  it('keeps mails, links and all, where there is no server', async () => {
    await write('{link}', 'token');
    deliver(null);
    await eventually(async () => (await states())[0]?.state === 'kept');
    expect((await mails())[0]).toMatchObject({ state: 'kept', secret: 'token', sent_at: null, attempts: 0 });
  });

  it('leaves alone what is due later', async () => {
    await write();
    await db.read
      .updateTable('mails')
      .set({ next_at: new Date(Date.now() + 60_000) })
      .execute();
    deliver(null);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await states())[0]?.state).toBe('due');
  });
});
