// What happens on a forum's day and after it, for the history that holds every event: delays, proceedings, a mission report.
import { randomUUID } from 'node:crypto';
import { by, type Sample } from './acts.ts';

const reason = 'A sample reason.';

/** A room runs late; one session is written down, published and taken back. */
export async function runTheDay({ acts, cycleId }: Sample, forumId: string): Promise<void> {
  const of = { forumId, block: 'first', room: 'main' };
  const late = { ...of, from: 600, minutes: 10, scope: 'room' as const, note: '' };
  await acts.day({ type: 'ReportDelay', data: late }, by('forum-staff'));
  await acts.proceedings({ type: 'RecordProceedings', data: { ...of, hash: 'd'.repeat(64) } }, by('rapporteur'));
  const published = { ...of, version: 1, cycleId };
  await acts.proceedings({ type: 'PublishProceedings', data: published }, by('secretariat'));
  await acts.proceedings({ type: 'WithdrawProceedings', data: { ...of, reason } }, by('secretariat'));
}

/** Written, returned, written again, approved by the one who is named, published and taken back. */
export async function writeReport({ acts, cycleId }: Sample, forumId: string): Promise<void> {
  const [of, superior] = [{ forumId, country: 'SG' }, randomUUID()];
  const write = (base: number) =>
    acts.report(
      { type: 'SaveReport', data: { ...of, base, hash: String(base + 1).repeat(64), source: 'web' } },
      by('delegate'),
    );
  const handIn = (version: number) => acts.report({ type: 'HandInReport', data: { ...of, version } }, by('delegate'));
  await acts.report({ type: 'NameSuperior', data: { ...of, personId: superior } }, by('focal-point'));
  await write(0);
  await handIn(1);
  const returned = { ...of, version: 1, note: 'Say more of the second theme.' };
  await acts.report({ type: 'ReturnReport', data: returned }, by('delegate', superior));
  await write(1);
  await handIn(2);
  const approved = { ...of, version: 2, audience: 'public' as const };
  await acts.report({ type: 'ApproveReport', data: approved }, by('delegate', superior));
  await acts.report({ type: 'PublishReport', data: { ...of, cycleId } }, by('focal-point'));
  await acts.report({ type: 'RetractReport', data: { ...of, reason } }, by('focal-point'));
}
