// A database of its own for a test file: a copy of the migrated one that database-setup.ts has made.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Db, openDatabase } from '../../db/database.ts';
import { sibling, template } from './database-names.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The maintenance database of the server that all test files share. */
    databaseUrl: string;
  }
}

/** `from` is what it is a copy of. @returns its address, and how to drop it, whoever is still connected. */
export async function freshDatabase(from = template): Promise<{ url: string; drop(): Promise<void> }> {
  const server = inject('databaseUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await ask(server, `create database ${name} template ${from}`);
  return { url: sibling(server, name), drop: () => ask(server, `drop database ${name} with (force)`) };
}

/** The same, open; `close` leaves and drops it. */
export async function openFresh(max?: number): Promise<{ db: Db; close(): Promise<void> }> {
  const { url, drop } = await freshDatabase();
  const db = openDatabase({ url, ...(max !== undefined && { max }) });
  const close = async () => {
    await db.close();
    await drop();
  };
  return { db, close };
}

async function ask(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
