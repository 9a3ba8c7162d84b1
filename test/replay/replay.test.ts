// Running processes survive a change of the code: every recorded history still replays, or the code's version was raised.
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { bundleWorkflows } from '../../worker/bundle.ts';
import { codeVersion } from '../../workflows/version.ts';
import { readFixtures } from './fixtures.ts';

const recorded = await readFixtures();
let codePath: string;
beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  codePath = await bundleWorkflows(inject('workerHome'));
});

const advice = 'Raise codeVersion in workflows/version.ts and run npm run replay:record.';

describe('the recorded histories', () => {
  it('are of every kind of process', () => {
    expect(recorded.map(({ name }) => name)).toEqual([
      'award-acceptance',
      'award-cycle',
      'award-cycle-extended',
      'award-cycle-not-due',
      'country-track',
      'endorsement-round',
      'forum-programme',
      'judging-panel',
      'nomination-correction',
      'presentation-slot',
      'process-audit',
      'proposal-run',
    ]);
  });

  it.each(recorded)('$name replays on the present code', async ({ fixture }) => {
    expect(fixture.codeVersion, `It was recorded on another version: ${advice}`).toBe(codeVersion);
    const replayed = Worker.runReplayHistory({ workflowBundle: { codePath } }, fixture.history, fixture.workflowId);
    await expect(replayed, advice).resolves.toBeUndefined();
  });
});
