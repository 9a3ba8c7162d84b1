// What nobody gets by a way around: another's account, another's role, another's draft.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startDraft } from '../../db/drafts.ts';
import { by, contentOf, verifyDossiers } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import {
  draftBy,
  type Played,
  playNominations,
  playPaperDecisions,
  playPhases,
  playScreening,
} from '../support/played-cycle.ts';

const api: TestApi = await openTestApi();
afterAll(() => api.close());

const home = { award: 'sample', country: 'SG' };
const reason = 'Sample reason.';
let played: Played;
beforeAll(async () => {
  played = await playNominations(api);
});

const entryOf = async (nominationId: string) =>
  (
    await api.db.read
      .selectFrom('nominations')
      .select('organisation_id')
      .where('nomination_id', '=', nominationId)
      .executeTakeFirstOrThrow()
  ).organisation_id;
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

describe('an applicant', () => {
  it('learns of a proposed rejection when it is confirmed, not from the list, the page, the history or a filter', async () => {
    const { acts, ngo, cycleId, people } = await playNominations(api);
    const { applicant, screener } = people;
    for (const iso2 of ['SG', 'MM'])
      await acts.country({ type: 'CloseCountryPhase', data: { cycleId, iso2, phase: 'nomination' } }, by('approver'));
    const check = { item: 'in-time', outcome: 'failed', note: 'Ms Tan says so.' } as const;
    await acts.nomination({ type: 'RecordCheck', data: { nominationId: ngo, ...check } }, by('screener'));
    const propose = { type: 'RejectNomination', data: { nominationId: ngo, reason: 'Not registered.' } } as const;
    await acts.nomination(propose, by('screener', screener.personId ?? ''));
    const lists = ['nominations', 'nominations?status=rejection-proposed', 'drafts'];
    const paths = [
      ...lists.map((path) => `/cycles/${cycleId}/${path}`),
      `/nominations/${ngo}`,
      `/nominations/${ngo}/history`,
    ];
    for (const path of paths)
      expect([path, JSON.stringify((await applicant.get(path)).body)]).toEqual([
        path,
        expect.not.stringMatching(/rejection|Rejection|Ms Tan|Not registered/),
      ]);
    expect((await applicant.get<{ items: object[] }>(paths[1] ?? '')).body.items).toEqual([]);
    expect((await applicant.get(`/nominations/${ngo}`)).body.status).toEqual('submitted');
    expect((await screener.get(`/nominations/${ngo}`)).body.status).toEqual('rejection-proposed');
  });

  it('does not learn from the history that a dossier was verified, which says that it won, before it is announced', async () => {
    const game = await playNominations(api);
    await playScreening(game);
    await playPaperDecisions(game);
    await playPhases(game);
    await verifyDossiers(game, ['SG-ngo']);
    const { secretariat, applicant } = game.people;
    const path = `/nominations/${game.ngo}/history?limit=200`;
    const types = async (client: TestClient) =>
      (await client.get<{ items: { type: string }[] }>(path)).body.items.map(({ type }) => type);
    await vi.waitFor(async () => expect(await types(secretariat)).toContain('DossierVerified'));
    expect(await types(applicant)).not.toContain('DossierVerified');
  });
});

describe('an organisation that stands for several entries', () => {
  it('shows a desk no entry that came by the nomination of another country', async () => {
    const { acts, cycleId, people, ngo } = await playNominations(api);
    const abroad = randomUUID();
    const at = { form: 'nomination', cycleId, country: 'MM', category: 'ngo' };
    await startDraft(api.db, { ...at, subjectId: abroad, personId: people.applicantAbroad.personId ?? '' });
    const data = { nominationId: abroad, cycleId, country: 'MM', category: 'ngo', ...contentOf(`abroad ${abroad}`) };
    await acts.nomination({ type: 'SubmitNomination', data }, by('applicant', people.applicantAbroad.personId ?? ''));
    const [own, foreign] = await Promise.all([ngo, abroad].map(entryOf));
    const body = { into: own, reason };
    expect((await people.secretariat.post(`/organisations/${foreign}/merge`, body)).status).toEqual(200);
    const merged = async (client: TestClient) =>
      (await client.get<{ merged: { organisationId: string }[] }>(`/organisations/${own}`)).body.merged.length;
    expect([await merged(people.secretariat), await merged(people.focalPoint)]).toEqual([1, 0]);
  });
});
