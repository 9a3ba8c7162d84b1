// A nomination as it stood at an instant, for each reader as blind as today.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastPlace } from '../../db/event-store.ts';
import { waitFor } from '../../db/projections.ts';
import { history } from '../../db/read-models/history.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { type Played, playAssignment, playNominations, playScreening } from '../support/played-cycle.ts';

type Line = { type: string; at: string };
type View = { asOf: string | null; status: string; checks: { passed: number }; organisation: object; content: object };

let api: TestApi;
let played: Played;
let judge: string;
let lines: Line[];

beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
  await playScreening(played);
  judge = (await playAssignment(played))[0] ?? '';
  await waitFor(api.db, [history.name], await lastPlace(api.db), 10_000);
  const { body } = await played.people.secretariat.get<{ items: Line[] }>(
    `/nominations/${played.ngo}/history?limit=200`,
  );
  lines = body.items;
});
afterAll(() => api.close());

const view = (client: TestClient, asOf?: string) =>
  client.get<View>(`/nominations/${played.ngo}${asOf === undefined ? '' : `?asOf=${encodeURIComponent(asOf)}`}`);
/** When the oldest, or the newest, event of a type happened. */
const when = (type: string, newest = false): string => {
  const found = lines.filter((line) => line.type === type).map(({ at }) => at);
  return (newest ? found[0] : found.at(-1)) ?? '';
};

describe('ViewNomination with asOf', () => {
  it('shows status and checks as they stood then', async () => {
    const { screener } = played.people;
    const submitted = (await view(screener, when('NominationSubmitted'))).body;
    expect(submitted).toMatchObject({ status: 'submitted', checks: { passed: 0 }, asOf: when('NominationSubmitted') });
    const checked = (await view(screener, when('CheckRecorded', true))).body;
    expect([checked.status, checked.checks.passed > 0]).toEqual(['submitted', true]);
    expect((await view(screener, when('NominationForwarded'))).body.status).toEqual('forwarded');
  });
  it('is now as the nomination is, to each reader', async () => {
    const now = new Date(Date.now() + 60_000).toISOString();
    const { secretariat, focalPoint, applicant, auditor } = played.people;
    for (const client of [secretariat, focalPoint, applicant, auditor, api.as(judge)]) {
      const { asOf: _none, ...today } = (await view(client)).body;
      const { asOf, ...then } = (await view(client, now)).body;
      expect([asOf, then]).toEqual([now, today]);
    }
  });
  it('says that there was nothing yet, to a judge also before it was forwarded', async () => {
    const early = await view(played.people.secretariat, '2020-01-01T00:00:00Z');
    expect([early.status, early.body]).toMatchObject([404, { type: '/problems/not-there-yet' }]);
    expect((await view(api.as(judge), when('NominationSubmitted'))).status).toEqual(404);
    expect((await view(api.as(judge), when('NominationForwarded'))).status).toEqual(200);
  });
  it('is there for nobody else', async () => {
    const { otherApplicant, screenerAbroad } = played.people;
    for (const client of [otherApplicant, screenerAbroad])
      expect((await view(client, when('NominationForwarded'))).status).toEqual(404);
  });
});
