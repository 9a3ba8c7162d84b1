// Posts entries over HTTP to the server in http-server.ts, on plain sockets: what sends must not cost more than what answers.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { submission } from './entries.ts';
import type { Subject } from './slices.ts';

/** One connection a lane, which stays open. */
export async function httpSubject(url: string, lanes: number, cycleId: string) {
  const server = fork(new URL('./http-server.ts', import.meta.url), [url], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (server.stdout === null) throw new Error('The server has no output.');
  const [line] = await once(server.stdout, 'data');
  const sockets = Array.from({ length: lanes }, () => connect(Number(String(line).trim()), '127.0.0.1'));
  const work = async (lane: number) => {
    const socket = sockets[lane];
    if (socket !== undefined) await post(socket, JSON.stringify(submission(cycleId).data));
  };
  const subject: Subject = { lanes, work };
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    server.kill();
    await once(server, 'exit');
  };
  return { subject, close };
}

/** The answer is small and comes in one piece. */
async function post(socket: Socket, body: string): Promise<void> {
  const length = Buffer.byteLength(body);
  socket.write(
    `POST /entries HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`,
  );
  const [answer] = await once(socket, 'data');
  if (!String(answer).startsWith('HTTP/1.1 200')) throw new Error(String(answer));
}
