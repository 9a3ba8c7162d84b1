// What the log says of an error: where it happened and which rule of the database it broke, never a row or a value.
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Db, openDatabase } from '../../db/database.ts';
import { makeLog } from '../../db/log.ts';
import { freshDatabase } from '../support/database.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let db: Db;
let said: string[];
const log = makeLog('test', 'info', { write: (line) => void said.push(line) });

beforeAll(async () => {
  database = await freshDatabase();
  db = openDatabase({ url: database.url });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const failed = (text: string, values: unknown[] = []): Promise<pg.DatabaseError> =>
  db.readPool.query(text, values).then(
    () => Promise.reject(new Error('The query did not fail.')),
    (error: pg.DatabaseError) => error,
  );
const written = (data: object) => {
  said = [];
  log.error(data, 'request failed');
  return said.join('');
};

it('names the constraint of a write that failed, and nothing of its row', async () => {
  const error = await failed(
    `insert into people (person_id, name, email) values (gen_random_uuid(), 'Somchai Sample', null)`,
  );
  expect(error.detail).toContain('Somchai Sample');
  const line = written({ err: error });
  expect(line).not.toContain('Somchai');
  expect(JSON.parse(line).err).toMatchObject({ code: '23502', table: 'people', type: 'DatabaseError' });
});

it('leaves out the values that a message quotes, where it has a cause and where it is one of several', async () => {
  const error = await failed('select $1::uuid', ['Somchai Sample']);
  expect(error.message).toContain('Somchai');
  const wrapped = new AggregateError([new Error('it could not be kept', { cause: error })], 'nothing worked');
  for (const data of [{ err: error }, { err: wrapped }, { error: wrapped }]) {
    const line = written(data);
    expect(line).not.toContain('Somchai');
    expect(line).toContain('22P02');
  }
});

it('leaves out what programs hang on their errors', () => {
  const error = Object.assign(new Error('The relay refused it.'), {
    ...{ query: 'select 1', parameters: ['somchai@example.org'], where: 'somchai', rejected: ['somchai@example.org'] },
    ...{ response: '550 <somchai@example.org> unknown', code: 'EENVELOPE' },
  });
  const line = written({ err: error });
  expect(line).not.toContain('somchai');
  expect(line).toContain('EENVELOPE');
  expect(line).toContain('log.test.ts');
});
