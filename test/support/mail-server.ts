// A mail server that keeps what it gets, as it came over the line.
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type MailServer = { url: string; received: string[]; asked(): number; close(): Promise<void> };

/** A mail server that refuses the first `refusals` messages with 451. */
export async function openMailServer(refusals = 0): Promise<MailServer> {
  const received: string[] = [];
  let asked = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        asked += 1;
        if (asked <= refusals)
          return done(Object.assign(new Error('Try later, wipa@example.org'), { responseCode: 451 }));
        received.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `smtp://127.0.0.1:${address.port}`, received, asked: () => asked, close };
}
