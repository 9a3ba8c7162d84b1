// What processes ask of the rules: the same question gets the same answer, and a no is for good.
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asked, issue, type ProcessCommand } from '../../activities/commands.ts';
import { type Db, openDatabase } from '../../db/database.ts';
import { beginning, readLog } from '../../db/event-store.ts';
import { planSample, type Sample } from '../support/acts.ts';
import { openFresh } from '../support/database.ts';
import { sampleDefinition } from '../support/samples.ts';
import { countEvents, inProcess } from './support.ts';

const hour = 3_600;
let db: Db;
let close: () => Promise<void>;
let sample: Sample;
let workflowId: string;
beforeAll(async () => {
  ({ db, close } = await openFresh(3));
  const lengths = { nomination: hour, screening: hour, judging: hour, decision: hour };
  sample = await planSample(db, sampleDefinition(), ['SG', 'TH'], lengths);
  workflowId = `cycle:${sample.cycleId}`;
});
afterAll(() => close());

const ask = (asked: Asked<ProcessCommand>, attempt = 1) => inProcess(workflowId, () => issue(db, asked), attempt);
const open = (phase: 'nomination' | 'screening', about: number): Asked<ProcessCommand> => ({
  ...{ step: `${phase} opened`, about },
  command: { type: 'OpenPhase', data: { cycleId: sample.cycleId, phase } },
});
const closing = (phase: 'nomination' | 'screening'): Asked<ProcessCommand> => ({
  ...{ step: `${phase} closed`, about: 0 },
  command: { type: 'ClosePhase', data: { cycleId: sample.cycleId, phase } },
});

async function refusal(asked: Asked<ProcessCommand>): Promise<ApplicationFailure> {
  const error: unknown = await ask(asked).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApplicationFailure)) throw new Error(`It was not refused: ${error}`);
  return error;
}

describe('issue', () => {
  it('says the same when it is tried again, and changes nothing', async () => {
    const first = await ask(open('nomination', 0));
    const events = await countEvents(db);
    expect(await ask(open('nomination', 0), 2)).toEqual(first);
    expect(await countEvents(db)).toBe(events);
  });

  it('acts as the process, under an id that does not depend on the run', async () => {
    const opened = (await readLog(db.readPool, beginning, 100)).find(({ type }) => type === 'PhaseOpened');
    expect(opened?.meta).toMatchObject({ actor: `process:${workflowId}`, role: 'process' });
    const { commandId } = opened?.meta ?? { commandId: '' };
    const known = await db.read.selectFrom('commands').select('actor').where('command_id', '=', commandId).execute();
    expect(known).toEqual([{ actor: `process:${workflowId}` }]);
  });

  it('is another command when it asks about another instant: what is so already is no event', async () => {
    const events = await countEvents(db);
    const commands = await countCommands();
    await ask(open('nomination', 1));
    expect([await countEvents(db), await countCommands()]).toEqual([events, commands + 1]);
  });

  it('tells a refusal by its code, never to be tried again', async () => {
    const { type, nonRetryable, details, category } = await refusal(open('screening', 0));
    expect({ type, nonRetryable, details, category }).toEqual({
      type: 'DomainRejected',
      nonRetryable: true,
      details: [{ code: 'phase-order' }],
      category: undefined,
    });
  });

  it('says when to ask again what is not due yet, which is no news for operators', async () => {
    const { closes_at } = await db.read
      .selectFrom('cycle_phases')
      .select('closes_at')
      .where('phase', '=', 'nomination')
      .executeTakeFirstOrThrow();
    const { type, nonRetryable, details, category } = await refusal(closing('nomination'));
    expect({ type, nonRetryable, details, category }).toEqual({
      type: 'DomainRejected',
      nonRetryable: true,
      details: [{ code: 'not-due', dueAt: closes_at?.getTime() }],
      category: ApplicationFailureCategory.BENIGN,
    });
  });

  it('lets any other failure be tried again', async () => {
    const away = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none', max: 1 });
    const asked = inProcess(workflowId, () => issue(away, open('nomination', 2)));
    await expect(asked).rejects.not.toBeInstanceOf(ApplicationFailure);
    await away.close();
  });
});

const countCommands = async () => (await db.read.selectFrom('commands').select('command_id').execute()).length;
