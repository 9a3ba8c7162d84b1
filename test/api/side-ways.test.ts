// What nobody gets by a way around: another's account, another's role, another's draft.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDraft } from '../../db/drafts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { draftBy, type Played, playNominations } from '../support/played-cycle.ts';

const api: TestApi = await openTestApi();
afterAll(() => api.close());

const home = { award: 'sample', country: 'SG' };
const reason = 'Sample reason.';
let played: Played;
beforeAll(async () => {
  played = await playNominations(api);
});

const stranger = () => ({ email: `${randomUUID()}@example.org`, name: 'Sample stranger' });
const addressOf = async ({ personId }: TestClient) =>
  (
    await api.db.read
      .selectFrom('people')
      .select('email')
      .where('person_id', '=', personId ?? '')
      .executeTakeFirstOrThrow()
  ).email;
const handOverPath = async ({ personId }: TestClient, role: 'approver' | 'applicant' | 'screener') => {
  const { grant_id } = await api.db.read
    .selectFrom('grants')
    .select('grant_id')
    .where('person_id', '=', personId ?? '')
    .where('role', '=', role)
    .executeTakeFirstOrThrow();
  return `/members/${personId}/grants/${grant_id}/hand-over`;
};

describe('a mailbox other than the address', () => {
  const elsewhere = () => ({ ...stranger(), mailbox: 'mine@example.net' });

  it('is not named by the public, nor by who edits a nomination: whoever reads that mail would get the account', async () => {
    const { people, ngo, cycleId } = played;
    const draft = await draftBy(played, people.applicant, 'ngo');
    const answers = [
      await api.as(null).post(`/public/calls/${cycleId}/SG/register`, { ...elsewhere(), privacyAccepted: true }),
      await people.applicant.post(`/drafts/nomination/${draft}/editors/invite`, elsewhere()),
      await people.focalPoint.post(`/drafts/nomination/${draft}/editors/name`, { ...elsewhere(), reason }),
      await people.applicant.post(`/nominations/${ngo}/consent/request`, elsewhere()),
      await people.applicant.post(`/nominations/${ngo}/letters/request`, { ...elsewhere(), field: 'letter' }),
    ];
    expect(answers.map(({ status, body }) => [status, body.type])).toEqual(
      answers.map(() => [400, '/problems/invalid']),
    );
  });
});

describe('handing a role over', () => {
  it('is no way to take it: nobody gives a role to themselves', async () => {
    const { focalPoint, secretariat } = played.people;
    const approver = await api.grant('approver', home);
    const path = await handOverPath(approver, 'approver');
    for (const client of [focalPoint, secretariat]) {
      const to = { email: await addressOf(client), name: 'Sample person' };
      const { status, body } = await client.post(path, { to, reason });
      expect([status, body.type]).toEqual([409, '/problems/self-grant']);
    }
    expect((await approver.get<{ roles: object[] }>('/me')).body.roles).toMatchObject([{ role: 'approver' }]);
  });

  it('never brings the draft of an applicant to somebody of the desk', async () => {
    const { focalPoint } = played.people;
    const [applicant, colleague] = [await api.grant('applicant', home), await api.grant('focal-point', home)];
    const draft = await draftBy(played, applicant, 'ngo');
    const to = { email: await addressOf(colleague), name: 'Sample person' };
    const { status, body } = await focalPoint.post(await handOverPath(applicant, 'applicant'), { to, reason });
    expect([status, body.type]).toEqual([409, '/problems/editor-of-the-desk']);
    expect((await colleague.get(`/drafts/nomination/${draft}`)).status).toEqual(404);
  });

  it('brings no forms with a role that edits none', async () => {
    const { focalPoint } = played.people;
    const screener = await api.grant('screener', home);
    const editor = screener.personId ?? '';
    const subjectId = randomUUID();
    const at = { form: 'nomination', cycleId: played.cycleId, country: 'SG', category: 'ngo' };
    await startDraft(api.db, { ...at, subjectId, personId: editor });
    const path = await handOverPath(screener, 'screener');
    const { body } = await focalPoint.post<{ personId: string }>(path, { to: stranger(), reason });
    const { editors } = await api.db.read
      .selectFrom('drafts')
      .select('editors')
      .where('subject_id', '=', subjectId)
      .executeTakeFirstOrThrow();
    expect([editors, body.personId === editor]).toEqual([[editor], false]);
  });
});
