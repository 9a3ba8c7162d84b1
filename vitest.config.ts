// The test projects, in the order of their groups: what disturbs the feed of the whole server runs alone.
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const fast = ['test/architecture.test.ts', 'test/compose.test.ts', 'test/{domain,files,documents,web}/**/*.test.ts'];
const db = ['test/{db,api,activities,worker,rules}/**/*.test.ts'];
const races = ['test/races/**/*.test.ts'];
/** `npm run replay:record` runs the recorder alone. */
const recording = process.env.npm_lifecycle_event === 'replay:record';
const live = recording ? ['test/replay/record.ts'] : ['test/{workflows,local,replay}/**/*.test.ts'];
const database = 'test/support/database-setup.ts';

/** Files that take minutes: begun last, one of them would be waited for alone. */
const long = [
  ...['browser/every-screen', 'browser/whole-cycle', 'browser/panel', 'browser/nomination-saving', 'browser/registers'],
  ...['api/conflict-leaks', 'api/blindness', 'api/access', 'activities/schedule'],
].map((name) => `/test/${name}.test.ts`);
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => (long.some((name) => moduleId.endsWith(name)) ? 0 : 1);
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    projects: [
      { extends: true, test: { name: 'fast', include: fast, isolate: false, sequence: { groupOrder: 0 } } },
      {
        extends: true,
        test: {
          name: 'db',
          include: db,
          isolate: false,
          globalSetup: database,
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'races',
          include: races,
          globalSetup: database,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'live',
          include: live,
          globalSetup: [database, 'test/support/temporal-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: [database, 'test/support/browser-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          isolate: false,
          // Pages wait for the browser, the browser for the server: one more than there are cores.
          maxWorkers: 3,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
