// Races on one stream: many writers at one version, and one command sent many times at once.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../../db/execute.ts';
import { eventsOn, meta, newStream, openStore, outcomes, rounds, run, type Store, settle } from './support/store.ts';
import { nomination, nominationStream } from './support/toys.ts';

let store: Store;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

describe('20 writers at one version', () => {
  it('lets exactly one through, and tells the others that the version moved', async () => {
    const { db } = store;
    for (let round = 0; round < rounds; round += 1) {
      const stream = nominationStream(newStream('nomination'));
      if (round % 2 === 0) await execute(db, nomination, stream, { type: 'Submit', data: { text: 'first' } }, meta());
      const expectedVersion = round % 2 === 0 ? 1 : 0;
      const results = await settle(20, (index) =>
        execute(db, nomination, stream, { type: 'Submit', data: { text: `${index}` } }, { ...meta(), expectedVersion }),
      );
      expect(outcomes(results)).toEqual({ done: 1, VersionConflict: 19 });
      expect(await eventsOn(db, stream.id)).toHaveLength(expectedVersion + 1);
    }
  });

  it('loses nothing that was answered as done when no version is pinned', async () => {
    const { db } = store;
    for (let round = 0; round < rounds; round += 1) {
      const stream = nominationStream(newStream('nomination'));
      const results = await settle(20, (index) =>
        execute(db, nomination, stream, { type: 'Submit', data: { text: `${index}` } }, meta()),
      );
      const { done = 0, Contended = 0 } = outcomes(results);
      expect(done).toBeGreaterThanOrEqual(1);
      expect(done + Contended).toBe(20);
      const versions = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.version] : []));
      expect(versions.sort((a, b) => a - b)).toEqual(Array.from({ length: done }, (_, index) => index + 1));
      expect(await eventsOn(db, stream.id)).toHaveLength(done);
    }
  });
});

describe('one command sent 20 times at once', () => {
  it('is carried out once, answered 20 times alike, and takes one slot', async () => {
    const { db } = store;
    for (let round = 0; round < rounds; round += 1) {
      const slot = `slot/${randomUUID()}`;
      await run(db, 'insert into capacities (key, used, cap) values ($1, 0, 5)', slot);
      const stream = nominationStream(newStream('nomination'));
      const same = meta();
      const results = await settle(20, () =>
        execute(db, nomination, stream, { type: 'Submit', data: { text: 'once', slot } }, same),
      );
      expect(outcomes(results)).toEqual({ done: 20 });
      const answers = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await eventsOn(db, stream.id)).toEqual(['1 Submitted']);
      expect(await run(db, 'select used from capacities where key = $1', slot)).toEqual([{ used: 1 }]);
    }
  });
});
