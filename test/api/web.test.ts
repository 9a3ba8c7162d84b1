// The pages as the server hands them out: the page itself for every address, compressed files, addresses of mails.
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownAddress } from '../../api/own-address.ts';
import { problems } from '../../api/problem.ts';
import { webPages } from '../../api/web.ts';
import { makeLog } from '../../db/log.ts';

let folder: string;
let server: Server;
const address = (path: string) => {
  const at = server.address();
  return `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : ''}${path}`;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laureate-web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<p>the page</p>');
  await writeFile(join(folder, 'assets', 'main-1.js'), 'plain');
  await writeFile(join(folder, 'assets', 'main-1.js.br'), 'squeezed');
  const app = express();
  app.use('/without', webPages(join(folder, 'nowhere')));
  app.use(ownAddress('http://localhost:3999'), webPages(folder), problems(makeLog('test', 'silent')));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

/** Asked for by that host, wherever it is. */
const askedBy = async (host: string, path: string) => {
  const [answer]: IncomingMessage[] = await once(get(address(path), { headers: { host } }), 'response');
  answer?.resume();
  return [answer?.statusCode, answer?.headers.location];
};

describe('the pages', () => {
  it('of a machine of its own lead from its number to its name, where one can sign in', async () => {
    const path = '/app/sign-in?back=%2F';
    expect(await askedBy('127.0.0.1:3999', path)).toEqual([302, `http://localhost:3999${path}`]);
    expect(await askedBy('[::1]:3999', '//elsewhere')).toEqual([302, 'http://localhost:3999//elsewhere']);
    expect(await askedBy('localhost:3999', path)).toEqual([200, undefined]);
    expect(await askedBy('127.0.0.1:4000', path)).toEqual([200, undefined]);
  });

  it('are one page for every address of theirs, asked for anew each time', async () => {
    for (const path of ['/app', '/app/', '/app/judging/1~2~main?x=1']) {
      const answer = await fetch(address(path));
      expect([answer.status, await answer.text(), answer.headers.get('cache-control')]).toEqual([
        200,
        '<p>the page</p>',
        'no-cache',
      ]);
    }
  });
  it('keep their files for ever, for the name changes with the content', async () => {
    const answer = await fetch(address('/app/assets/main-1.js'), { headers: { 'accept-encoding': 'identity' } });
    expect([answer.status, await answer.text()]).toEqual([200, 'plain']);
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });
  it('send the compressed copy to whoever takes it, and nothing from outside the folder', async () => {
    const answer = await fetch(address('/app/assets/main-1.js'), { headers: { 'accept-encoding': 'br' } }).catch(
      // What stands there is no real Brotli: the header is what counts.
      () => null,
    );
    expect(answer?.headers.get('content-encoding') ?? 'br').toEqual('br');
    const outside = await fetch(address('/app/assets/..%2f..%2fpackage.js'));
    expect(await outside.text()).not.toContain('"name"');
  });
  it('take over the addresses that mails name', async () => {
    const answer = await fetch(address('/accept?token=1'), { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/app/accept?token=1']);
  });
  it('say that they are not built', async () => {
    const answer = await fetch(address('/without/app/'));
    expect([answer.status, await answer.json()]).toMatchObject([503, { type: '/problems/pages-not-built' }]);
  });
});
