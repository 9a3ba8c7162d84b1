// The read model of judges says of each one what the judge's own stream says.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Db, openDatabase } from '../../db/database.ts';
import { loadState } from '../../db/execute.ts';
import { judgeStream } from '../../domain/judge/state.ts';
import { by, planSample, type Sample, seatJudges } from '../support/acts.ts';
import { freshDatabase } from '../support/database.ts';
import { sampleDefinition } from '../support/samples.ts';

const lengths = { nomination: 3_600, screening: 3_600, judging: 3_600, decision: 3_600 };
let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let db: Db;
let sample: Sample;
beforeAll(async () => {
  fresh = await freshDatabase();
  db = openDatabase({ url: fresh.url });
  sample = await planSample(db, sampleDefinition(), ['TH'], lengths);
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const rowOf = (judgeId: string) =>
  db.read
    .selectFrom('judges')
    .select(['groups', 'status', 'terms', 'finished'])
    .where('cycle_id', '=', sample.cycleId)
    .where('judge_id', '=', judgeId)
    .executeTakeFirst();
const invite = (judgeId: string, groups: string[]) =>
  sample.acts.judge(
    { type: 'InviteJudge', data: { cycleId: sample.cycleId, judgeId, groups, country: 'TH' } },
    by('focal-point'),
  );

describe('the read model of judges', () => {
  it('keeps who serves serving when further groups are asked for', async () => {
    const [judgeId = ''] = await seatJudges(sample, ['TH-ngo'], 'TH', 1);
    await invite(judgeId, ['TH-private']);
    expect(await rowOf(judgeId)).toEqual({
      groups: ['TH-ngo', 'TH-private'],
      status: 'accepted',
      terms: '1',
      finished: [],
    });
    expect((await loadState(db, judgeStream(sample.cycleId, judgeId))).state.status).toEqual('accepted');
  });

  it('begins anew with who has declined or was released', async () => {
    const { cycleId, acts } = sample;
    const [released = ''] = await seatJudges(sample, ['TH-ngo'], 'TH', 1);
    const reason = 'Has fallen ill.';
    await acts.judge({ type: 'ReleaseJudge', data: { cycleId, judgeId: released, reason } }, by('focal-point'));
    const declined = randomUUID();
    await invite(declined, ['TH-ngo']);
    await acts.judge({ type: 'DeclineInvitation', data: { cycleId, judgeId: declined, reason } }, by('judge'));
    for (const judgeId of [released, declined]) {
      await invite(judgeId, ['TH-private']);
      expect(await rowOf(judgeId)).toMatchObject({ groups: ['TH-ngo', 'TH-private'], status: 'invited' });
    }
  });
});
