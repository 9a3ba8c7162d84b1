// The receipt goes with its mail: printed for each reader when it is sent.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setPreferences } from '../../db/people.ts';
import { sendMail } from '../../documents/mail.ts';
import { openPrinter } from '../../documents/print/printer.ts';
import { deliverMails } from '../../worker/mail-delivery.ts';
import { openTestApi, type TestApi } from '../support/api.ts';
import { openMailServer } from '../support/mail-server.ts';
import { readPdf } from '../support/pdf.ts';
import { type Played, playNominations } from '../support/played-cycle.ts';
import { eventually, memoryLog } from './support.ts';

let api: TestApi;
let played: Played;
beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
});
afterAll(() => api.close());

/** What a mail carries, by the headers of its parts. */
function enclosedIn(mail: string): { name: string; bytes: Buffer }[] {
  const boundary = /boundary="([^"]+)"/.exec(mail)?.[1] ?? '';
  return mail.split(`--${boundary}`).flatMap((part) => {
    const name = /filename=(?:"([^"]+)"|(\S+))/.exec(part);
    const [, body = ''] = part.split('\r\n\r\n');
    return name === null ? [] : [{ name: name[1] ?? name[2] ?? '', bytes: Buffer.from(body, 'base64') }];
  });
}

describe('the mail of a receipt', () => {
  it("carries the receipt as PDF in the reader's language, with the time in the reader's zone", async () => {
    const personId = played.people.applicant.personId ?? '';
    await setPreferences(api.db, personId, { zone: 'Asia/Bangkok', language: 'th' });
    const facts = {
      organisation: 'Sample',
      received: { at: new Date(), zone: 'Asia/Jakarta' },
      number: '1',
      version: '1',
    };
    await sendMail(api.db, {
      ...{ kind: 'nomination-receipt', key: 'receipt', to: [personId] },
      facts: { ...facts, fingerprint: 'a', files: 'none', url: 'https://award.example.org' },
      attachment: { kind: 'receipt', nominationId: played.ngo, version: 1 },
    });
    const server = await openMailServer();
    const printer = openPrinter();
    const stop = new AbortController();
    const smtp = { url: server.url, from: 'award@award.example.org' };
    const parts = { db: api.db, smtp, publicUrl: 'https://award.example.org', printer, log: memoryLog() };
    const delivered = deliverMails(parts, { signal: stop.signal });
    await eventually(async () => server.received.length === 1);
    stop.abort();
    await delivered;
    await Promise.all([server.close(), printer.close()]);
    const [enclosed, ...more] = enclosedIn(server.received[0] ?? '');
    expect(more).toEqual([]);
    expect(enclosed?.name).toBe('receipt-SG-NGO-0001-v1.pdf');
    const { pages } = await readPdf(enclosed?.bytes ?? Buffer.alloc(0));
    for (const words of ['ฉบับที่', 'SG-NGO-0001', 'Asia/Bangkok']) expect(pages[0]).toContain(words);
  });
});
