// Where things stand in the read models: what live tests wait for.
import type { Sample } from '../../support/acts.ts';
import { until } from './stage.ts';

/** Waits until a phase of the cycle is pending, open or closed. */
export const phaseIs = ({ db, cycleId }: Sample, phase: string, status: 'pending' | 'open' | 'closed') =>
  until(`${phase} ${status}`, async () => {
    const row = await db.read
      .selectFrom('cycle_phases')
      .select('status')
      .where('cycle_id', '=', cycleId)
      .where('phase', '=', phase)
      .executeTakeFirst();
    return row?.status === status;
  });

export const panelIs = ({ db, cycleId }: Sample, group: string, status: string) =>
  until(`panel ${group} ${status}`, async () => {
    const row = await db.read
      .selectFrom('panels')
      .select('status')
      .where('cycle_id', '=', cycleId)
      .where('panel_group', '=', group)
      .executeTakeFirst();
    return row?.status === status;
  });

export const sheetsOf = ({ db, cycleId }: Sample, group: string) =>
  db.read
    .selectFrom('scorecards')
    .select(['nomination_id', 'judge_id', 'status'])
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .execute();

/** Waits until the group has so many scorecards. */
export const sheetsAre = (sample: Sample, group: string, number: number) =>
  until(`${number} scorecards in ${group}`, async () => (await sheetsOf(sample, group)).length === number);

export const cycleIs = ({ db, cycleId }: Sample, status: string) =>
  until(`the cycle ${status}`, async () => {
    const row = await db.read.selectFrom('cycles').select('status').where('cycle_id', '=', cycleId).executeTakeFirst();
    return row?.status === status;
  });

/** The types of the events that processes caused, each with how often: what the processes did. */
export async function processEvents({ db, cycleId }: Sample): Promise<{ [type: string]: number }> {
  const { rows } = await db.readPool.query(
    `select e.type, count(*) as times from events e join streams s using (stream_id)
     where s.cycle_id = $1 and e.meta ->> 'actor' like 'process:%' group by e.type order by e.type`,
    [cycleId],
  );
  return Object.fromEntries(rows.map(({ type, times }) => [type, Number(times)]));
}
