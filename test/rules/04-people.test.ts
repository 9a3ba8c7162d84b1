// Rule 4, people of a country: invited, ended, handed over, standing in; and one officer who is all that there is.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDraft } from '../../db/drafts.ts';
import { by, contentOf } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { draftBy, type Played, playNominations } from '../support/played-cycle.ts';

const api: TestApi = await openTestApi();
afterAll(() => api.close());

const home = { award: 'sample', country: 'SG' };
const reason = 'She moves to another ministry.';
let played: Played;
let focalPoint: TestClient;
beforeAll(async () => {
  played = await playNominations(api);
  ({ focalPoint } = played.people);
});

type Line = { personId: string; role: string; grantId: string; until: string | null; zone: string; standing: string };
const newcomer = () => ({ email: `${randomUUID()}@example.org`, name: 'Sample successor' });
const membersOf = async (client: TestClient) =>
  (await client.get<{ items: Line[] }>('/members?award=sample&country=SG&limit=200')).body.items;
const grantOf = async ({ personId }: TestClient, role: string) =>
  (await membersOf(focalPoint)).find((one) => one.personId === personId && one.role === role)?.grantId ?? '';
const rolesOf = async (personId: string) =>
  (await api.as(personId).get<{ roles: { role: string }[] }>('/me')).body.roles?.map(({ role }) => role) ?? [];
const typeOf = ({ status, body }: { status: number; body: { type: string } }) => [status, body.type];
const mailsTo = async (personId: string) =>
  (await api.db.read.selectFrom('mails').select('kind').where('person_id', '=', personId).execute()).map((m) => m.kind);

type Granted = { personId: string; grantId: string };
const invite = (body: object = {}) =>
  focalPoint.post<Granted>('/members/invite', { ...newcomer(), role: 'screener', scope: home, ...body });

describe('the focal point', () => {
  it('invites people of the own country by mail address; one without an account gets a link', async () => {
    const { status, body } = await invite();
    expect([status, await rolesOf(body.personId), await mailsTo(body.personId)]).toEqual([
      201,
      ['screener'],
      ['account-invited'],
    ]);
  });

  it('names no other role and no other country', async () => {
    const { status, body } = await focalPoint.post('/members/invite', { ...newcomer(), role: 'auditor', scope: home });
    expect([status, body.type]).toEqual([409, '/problems/role-not-yours-to-give']);
    const abroad = { ...newcomer(), role: 'screener', scope: { award: 'sample', country: 'MM' } };
    expect((await focalPoint.post('/members/invite', abroad)).status).toEqual(404);
  });

  it('ends a role, with a reason', async () => {
    const { body } = await invite();
    const path = `/members/${body.personId}/grants/${body.grantId}/revoke`;
    expect((await focalPoint.post(path, {})).status).toEqual(400);
    expect((await focalPoint.post(path, { reason })).status).toEqual(200);
    expect(await rolesOf(body.personId)).toEqual([]);
  });
});

describe('handing over', () => {
  it('gives the successor the same role at once, and ends the holder’s on the date that is named', async () => {
    const screener = await api.grant('screener', home);
    const path = `/members/${screener.personId}/grants/${await grantOf(screener, 'screener')}/hand-over`;
    const endsAt = new Date(Date.now() + 86_400_000).toISOString();
    const { status, body } = await focalPoint.post<Granted>(path, { to: newcomer(), endsAt, reason });
    expect([status, await rolesOf(body.personId), await rolesOf(screener.personId ?? '')]).toEqual([
      200,
      ['screener'],
      ['screener'],
    ]);
    const line = (await membersOf(focalPoint)).find((one) => one.personId === screener.personId);
    expect(line).toMatchObject({ until: endsAt, standing: 'acting' });
  });

  it('moves the open forms: the successor edits them, and the one who left no more', async () => {
    const applicant = await api.grant('applicant', home);
    const subjectId = await draftBy(played, applicant, 'ngo');
    const path = `/members/${applicant.personId}/grants/${await grantOf(applicant, 'applicant')}/hand-over`;
    const { body } = await focalPoint.post<Granted>(path, { to: newcomer(), reason });
    const draft = `/drafts/nomination/${subjectId}`;
    expect((await api.as(body.personId).get(draft)).status).toEqual(200);
    expect((await applicant.get(draft)).status).toEqual(403);
  });

  it('is done once however often it is sent, and not to two people', async () => {
    const screener = await api.grant('screener', home);
    const path = `/members/${screener.personId}/grants/${await grantOf(screener, 'screener')}/hand-over`;
    const [to, headers] = [newcomer(), { 'Idempotency-Key': `hand-over-${screener.personId}` }];
    const first = await focalPoint.post<Granted>(path, { to, reason }, headers);
    const again = await focalPoint.post<Granted>(path, { to, reason }, headers);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await membersOf(focalPoint)).filter((one) => one.personId === first.body.personId)).toHaveLength(1);
    expect(typeOf(await focalPoint.post(path, { to: newcomer(), reason }))).toEqual([409, '/problems/handed-over']);
  });

  it('lets a focal point pass on the own role, and no other focal point’s', async () => {
    const [leaving, other] = [await api.grant('focal-point', home), await api.grant('focal-point', home)];
    const path = `/members/${leaving.personId}/grants/${await grantOf(leaving, 'focal-point')}/hand-over`;
    expect(typeOf(await other.post(path, { to: newcomer(), reason }))).toEqual([
      409,
      '/problems/role-not-yours-to-give',
    ]);
    const { status, body } = await leaving.post<Granted>(path, { to: newcomer(), reason });
    expect([status, await rolesOf(body.personId), await rolesOf(leaving.personId ?? '')]).toEqual([
      200,
      ['focal-point'],
      [],
    ]);
  });

  it('names what is wrong with a successor', async () => {
    const screener = await api.grant('screener', home);
    const path = `/members/${screener.personId}/grants/${await grantOf(screener, 'screener')}/hand-over`;
    const { status, body } = await focalPoint.post(path, { to: { email: 'nobody', name: '' }, reason });
    expect([status, (body.errors as { field: string }[]).map(({ field }) => field).sort()]).toEqual([
      400,
      ['to.email', 'to.name'],
    ]);
  });
});

describe('an acting deputy', () => {
  const day = 86_400_000;
  const on = (days: number) => new Date(Date.now() + days * day).toISOString();

  it('has a role from a date until a date, which lists show with their zone', async () => {
    const until = on(14);
    const { body: acting } = await invite({ role: 'approver', until });
    const { body: later } = await invite({ role: 'approver', from: on(7), until });
    const lines = await membersOf(focalPoint);
    const shown = (personId: string) => lines.find((one) => one.personId === personId);
    expect(shown(acting.personId)).toMatchObject({ standing: 'acting', until, zone: 'Asia/Singapore' });
    expect(shown(later.personId)).toMatchObject({ standing: 'to-come', until, zone: 'Asia/Singapore' });
    expect([await rolesOf(acting.personId), await rolesOf(later.personId)]).toEqual([['approver'], []]);
  });
});

describe('two roles that must differ', () => {
  it('share a mailbox only when each has a second factor', async () => {
    const there = await playNominations(api);
    const mailbox = `office-${randomUUID()}@example.org`;
    const give = async (role: string) => {
      const body = { email: `${randomUUID()}@example.org`, mailbox, name: `Sample ${role}`, role, scope: home };
      return api.as((await focalPoint.post<Granted>('/members/invite', body)).body.personId);
    };
    const [screener, approver] = [await give('screener'), await give('approver')];
    const close = () => approver.post(`/cycles/${there.cycleId}/countries/SG/phases/nomination/close`);
    expect(typeOf(await close())).toEqual([409, '/problems/shared-address']);
    expect((await approver.get(`/cycles/${there.cycleId}/countries/SG`)).status).toEqual(200);
    await api.codeFor(approver.personId);
    expect(typeOf(await close())).toEqual([409, '/problems/shared-address']);
    await api.codeFor(screener.personId);
    expect((await close()).status).toEqual(200);
  });
});

describe('a country with a single officer', () => {
  const scope = { award: 'sample', country: 'MM' };
  const why = 'Only one officer serves there.';

  /** The one officer has both roles, has checked everything, and nobody else is at the desk. */
  async function alone() {
    const sample = await playNominations(api);
    const rows = await api.db.read
      .selectFrom('grants')
      .select(['grant_id', 'person_id'])
      .where('country', '=', 'MM')
      .where('role', 'in', ['focal-point', 'screener', 'approver'])
      .where('revoked_at', 'is', null)
      .execute();
    for (const { grant_id, person_id } of rows)
      await sample.people.administrator.post(`/members/${person_id}/grants/${grant_id}/revoke`, { reason: why });
    const officer = await api.grant('screener', scope);
    await api.grant('approver', scope, officer.personId ?? '');
    return { ...sample, officer };
  }

  it('forwards, and signs, when the secretariat has counter-checked; all focal points can see that', async () => {
    const { officer, acts, cycleId, people, definition } = await alone();
    const nominationId = await submitAbroad({ acts, cycleId });
    const path = `/nominations/${nominationId}`;
    for (const { key } of definition.checklist)
      expect((await officer.post(`${path}/checks`, { item: key, outcome: 'passed' })).status).toEqual(200);
    expect(typeOf(await officer.post(`${path}/forward`))).toEqual([409, '/problems/own-checks']);
    const { secretariat } = people;
    expect((await officer.post(`${path}/counter-check`, { subject: 'forwarding', reason: why })).status).toEqual(403);
    expect((await secretariat.post(`${path}/counter-check`, { subject: 'forwarding', reason: why })).status).toEqual(
      200,
    );
    expect((await officer.post(`${path}/forward`)).status).toEqual(200);
    const code = await api.codeFor(officer.personId);
    const signing = { signature: { kind: 'in-person' }, code };
    expect((await officer.post(`/cycles/${cycleId}/countries/MM/sign-forwarding`, signing)).status).toEqual(200);
    const { body } = await people.focalPoint.get<{ items: object[] }>(`/cycles/${cycleId}/counter-checks`);
    const shown = { country: 'MM', subject: 'forwarding', reason: why };
    // Another country learns that it was looked at, never what is put forward there.
    expect(body.items).toMatchObject([{ ...shown, nominationId: null, organisation: null }]);
    const whole = await people.secretariat.get<{ items: object[] }>(`/cycles/${cycleId}/counter-checks`);
    expect(whole.body.items).toMatchObject([{ ...shown, nominationId }]);
  });

  it('confirms the own rejection when the secretariat has counter-checked it', async () => {
    const { officer, acts, cycleId, people } = await alone();
    const nominationId = await submitAbroad({ acts, cycleId });
    const path = `/nominations/${nominationId}`;
    const reject = { reason: 'Not registered in the country.' };
    expect((await officer.post(`${path}/reject`, reject)).status).toEqual(200);
    expect(typeOf(await officer.post(`${path}/reject`, reject))).toEqual([409, '/problems/second-person-needed']);
    await people.secretariat.post(`${path}/counter-check`, { subject: 'rejection', reason: why });
    expect((await officer.post(`${path}/reject`, reject)).status).toEqual(200);
  });

  it('is not counter-checked where more than one person is at the desk', async () => {
    const { ngo, people } = played;
    const answer = await people.secretariat.post(`/nominations/${ngo}/counter-check`, {
      subject: 'forwarding',
      reason: why,
    });
    expect(typeOf(answer)).toEqual([409, '/problems/not-single-officer']);
  });
});

/** A nomination of the other country, whose screening is open. */
async function submitAbroad({ acts, cycleId }: Pick<Played, 'acts' | 'cycleId'>): Promise<string> {
  const nominationId = randomUUID();
  const about = { cycleId, country: 'MM', category: 'ngo' };
  await startDraft(api.db, { form: 'nomination', subjectId: nominationId, ...about, personId: randomUUID() });
  const data = { nominationId, ...about, ...contentOf(`MM ${nominationId}`) };
  await acts.nomination({ type: 'SubmitNomination', data }, by('focal-point'));
  await acts.country({ type: 'CloseCountryPhase', data: { cycleId, iso2: 'MM', phase: 'nomination' } }, by('approver'));
  return nominationId;
}
