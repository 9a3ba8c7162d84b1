// Rule 13, work handed over: the hand-over sheet of any role, a cycle planned after another, and everything a role may see.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCsv } from '../../documents/csv.ts';
import { readXlsx } from '../../documents/xlsx.ts';
import { by, formPanel, seatJudges } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import {
  draftBy,
  type Played,
  playAssignment,
  playEndorsement,
  playForum,
  playNominations,
  playPaperDecision,
  playScreening,
} from '../support/played-cycle.ts';

type Line = {
  kind: string;
  what: string;
  country: string | null;
  dueAt: string | null;
  due: { zone: string; local: string } | null;
  link: string;
};
type Cycle = {
  slug: string;
  zone: string;
  countries: string[];
  definitionHash: string;
  phases: { phase: string; opensAt: string | null; closesAt: string | null }[];
};

let api: TestApi;
let played: Played;
beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
});
afterAll(() => api.close());

const linesOf = async (client: TestClient, path: string) => {
  const { status, body } = await client.get<{ items: Line[] }>(path);
  expect(status).toEqual(200);
  return body.items;
};
/** Who was asked and has not answered, beside judges. */
const asked = async (client: TestClient) =>
  (await linesOf(client, '/me/handover?limit=200'))
    .filter(({ kind, what }) => kind === 'invitation' && what !== 'judge')
    .map(({ what, country }) => `${what} ${country}`);
const fetchAs = async (client: TestClient, path: string) => {
  const response = await fetch(`${api.url}/api/v1${path}`, { headers: { 'x-person': client.personId ?? '' } });
  return Buffer.from(await response.arrayBuffer());
};

describe('the hand-over sheet', () => {
  it('lists what is open: drafts, tasks and the deadlines to come, each with its zone', async () => {
    const draft = await draftBy(played, played.people.applicant, 'private');
    const lines = await linesOf(played.people.applicant, '/me/handover');
    expect(lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['task', 'draft', 'deadline']));
    expect(lines.find(({ kind }) => kind === 'draft')?.link).toEqual(`/api/v1/drafts/nomination/${draft}`);
    expect(lines.find(({ what }) => what === 'nomination')?.due).toMatchObject({
      zone: 'Asia/Singapore',
      local: expect.stringMatching(/\+08:00$/),
    });
  });
  it('lists returns that are awaited and invitations that are open, to the desk and the office', async () => {
    const { acts, cycleId, people, ngo } = played;
    const data = { cycleId, judgeId: await api.person(), groups: ['SG-ngo'], country: 'SG' };
    await acts.judge({ type: 'InviteJudge', data }, by('focal-point'));
    for (const iso2 of ['SG', 'MM'])
      await acts.country({ type: 'CloseCountryPhase', data: { cycleId, iso2, phase: 'nomination' } }, by('approver'));
    const messages = [{ field: 'name', message: 'Please give the full name.' }];
    await acts.nomination({ type: 'ReturnNomination', data: { nominationId: ngo, messages } }, by('screener'));
    for (const client of [people.focalPoint, people.secretariat]) {
      const lines = await linesOf(client, '/me/handover');
      expect(lines.filter(({ kind }) => kind === 'return').map(({ link }) => link)).toEqual([
        `/api/v1/nominations/${ngo}`,
      ]);
      expect(lines.filter(({ kind }) => kind === 'invitation').map(({ what }) => what)).toEqual(['judge']);
    }
    const abroad = await linesOf(people.focalPointAbroad, '/me/handover');
    expect(abroad.filter(({ kind }) => kind !== 'deadline')).toEqual([]);
  });
  it('lists who was asked and has not answered: co-editors, and accounts that are not taken up', async () => {
    const { applicant, focalPoint, focalPointAbroad, secretariat, auditor } = played.people;
    const draft = await draftBy(played, applicant, 'ngo');
    const someone = { email: `asked-${played.cycleId}@example.org`, name: 'Sample colleague' };
    expect((await applicant.post(`/drafts/nomination/${draft}/editors/invite`, someone)).status).toEqual(201);
    const scope = { award: played.definition.key, country: 'SG' };
    const screener = { ...someone, email: `screener-${played.cycleId}@example.org`, role: 'screener', scope };
    expect((await focalPoint.post('/members/invite', screener)).status).toEqual(201);
    expect(await asked(applicant)).toEqual(['editor SG']);
    expect(await asked(focalPoint)).toEqual(['account SG']);
    expect(await asked(secretariat)).toEqual(['account SG']);
    expect([await asked(focalPointAbroad), await asked(auditor)]).toEqual([[], []]);
  });
  it('of another person is for who may end that role, and of no more than that role', async () => {
    const { focalPoint, focalPointAbroad, screener, secretariat, applicant } = played.people;
    const path = `/members/${applicant.personId}/handover`;
    for (const client of [focalPoint, secretariat]) {
      const kinds = (await linesOf(client, path)).map(({ kind }) => kind);
      expect(kinds).toContain('draft');
    }
    expect((await focalPointAbroad.get(path)).status).toEqual(404);
    expect((await screener.get(path)).status).toEqual(403);
    expect((await focalPoint.get(`/members/${secretariat.personId}/handover`)).status).toEqual(404);
  });
  it('comes as CSV', async () => {
    const [header, ...rows] = parseCsv(
      (await fetchAs(played.people.applicant, '/me/handover?format=csv')).toString('utf8'),
    );
    expect([header?.slice(0, 2), rows.length > 0]).toEqual([['kind', 'what'], true]);
  });
});

describe('the sheet of any role', () => {
  /** With every task of the person on it. @returns their kinds. */
  const tasksOf = async (client: TestClient) => {
    const { items } = (await client.get<{ items: { kind: string; link: string }[] }>('/me/tasks?limit=200')).body;
    const lines = await linesOf(client, '/me/handover?limit=200');
    const onSheet = lines.filter(({ kind }) => kind === 'task').map(({ what, link }) => `${what} ${link}`);
    expect(onSheet.sort()).toEqual(items.map(({ kind, link }) => `${kind} ${link}`).sort());
    return items.map(({ kind }) => kind);
  };
  let other: Played;
  beforeAll(async () => {
    other = await playNominations(api);
  });

  it('lists what the desk of a country has to do', async () => {
    const { acts, cycleId, people } = other;
    const at = { cycleId, iso2: 'SG', phase: 'nomination' } as const;
    await acts.country({ type: 'CloseCountryPhase', data: at }, by('approver'));
    expect(await tasksOf(people.screener)).toContain('screen-nominations');
    expect(await tasksOf(people.approver)).toContain('sign-forwarding');
    await playScreening(other);
    expect(await tasksOf(people.focalPoint)).toContain('form-panel');
  });
  it('lists what judges have to do, and who leads them', async () => {
    const [judge = ''] = await playAssignment(other);
    expect(await tasksOf(api.as(judge))).toEqual(['score-entries']);
    const [chair = '', ...more] = await seatJudges(other, ['SG-private'], 'SG', 3);
    const group = await formPanel(other, 'SG', 'private', [chair, ...more]);
    const outcome = { laureates: [other.firm], runnersUp: [], minutes: null, source: 'Sample minutes' };
    const data = { cycleId: other.cycleId, group, ...outcome };
    await other.acts.panel({ type: 'RecordOutsideDecision', data }, by('focal-point'));
    expect(await tasksOf(api.as(chair))).toContain('sign-decision');
  });
  it('lists what the office, an endorser and a speaker have to do', async () => {
    const late = await playNominations(api);
    const { acts, people, firm, cycleId } = late;
    await playScreening(late);
    const groups = [await playPaperDecision(late, 'ngo', late.ngo), await playPaperDecision(late, 'private', firm)];
    expect(await tasksOf(people.secretariat)).toContain('verify-dossiers');
    await playEndorsement(late, groups, { open: true });
    expect(await tasksOf(people.endorser)).toEqual(['endorse-results']);
    for (const country of ['SG', 'MM'])
      await acts.cycle({ type: 'EndorseResults', data: { cycleId, country } }, by('endorser'));
    await acts.cycle({ type: 'ConcludeEndorsement', data: { cycleId } }, by('process'));
    const speaker = api.as(await api.person());
    const about = { country: 'SG', category: 'private', organisation: { en: 'Sample firm' } };
    const ids = { forumId: await playForum(late), laureateId: firm, personId: speaker.personId ?? '', cycleId };
    await acts.talk({ type: 'InvitePresenter', data: { ...ids, ...about } }, by('secretariat'));
    expect(await tasksOf(speaker)).toEqual(['answer-talk-invitation']);
    expect(await asked(people.secretariat)).toContain('talk SG');
    expect(await tasksOf(people.focalPoint)).toContain('answer-award');
  });
});

describe('a cloned cycle', () => {
  const clone = { slug: 'sample-next', number: 2, year: 2028, title: { en: 'Sample cycle 2028' } };
  const opensAt = '2028-03-01T09:00:00+08:00';
  let people: string[];
  beforeAll(async () => {
    people = await seatJudges(played, ['SG-private'], 'SG', 2);
  });
  const viewOf = async (id: string) => (await played.people.secretariat.get<Cycle>(`/cycles/${id}`)).body;

  it('has the rules, the countries and the zone, its timetable shifted, and the judges invited', async () => {
    const { secretariat } = played.people;
    const { status, body } = await secretariat.post(
      `/cycles/${played.cycleId}/clone`,
      { ...clone, opensAt },
      { 'idempotency-key': 'clone-1' },
    );
    expect([status, body.invited, body.skipped]).toEqual([201, 2, []]);
    const [old, made] = [await viewOf(played.cycleId), await viewOf(body.id)];
    expect([made.slug, made.zone, made.countries, made.definitionHash]).toEqual([
      ...['sample-next', old.zone, old.countries, old.definitionHash],
    ]);
    const lengths = ({ phases }: Cycle) =>
      phases.slice(0, 4).map(({ closesAt }) => Date.parse(closesAt ?? '') - Date.parse(phases[0]?.closesAt ?? ''));
    expect(Date.parse(made.phases[0]?.opensAt ?? '')).toEqual(Date.parse(opensAt));
    expect(lengths(made)).toEqual(lengths(old));
    const judges = await secretariat.get<{ items: { judgeId: string; status: string }[] }>(`/cycles/${body.id}/judges`);
    expect(judges.body.items.map(({ judgeId, status: now }) => [judgeId, now]).sort()).toEqual(
      people.map((judgeId) => [judgeId, 'invited']).sort(),
    );
  });
  it('asked for again under the same key is the same', async () => {
    const { secretariat } = played.people;
    const again = await secretariat.post(
      `/cycles/${played.cycleId}/clone`,
      { ...clone, opensAt },
      { 'idempotency-key': 'clone-1' },
    );
    expect([again.status, again.body.invited]).toEqual([201, 2]);
    const cycles = await secretariat.get<{ items: Cycle[] }>('/cycles');
    expect(cycles.body.items.filter(({ slug }) => slug === 'sample-next')).toHaveLength(1);
  });
  it('may leave the people out, and is the secretariat’s alone to plan', async () => {
    const { secretariat, focalPoint } = played.people;
    const path = `/cycles/${played.cycleId}/clone`;
    const alone = { ...clone, slug: 'sample-alone', number: 3, opensAt, keepPeople: false };
    expect((await secretariat.post(path, alone)).body.invited).toEqual(0);
    expect((await focalPoint.post(path, { ...alone, slug: 'sample-other' })).status).toEqual(403);
  });
});

describe('everything that a role may see', () => {
  it('is one document with every list, each as the role sees it', async () => {
    const text = (await fetchAs(played.people.applicant, '/me/export?format=json')).toString('utf8');
    const { lists } = JSON.parse(text) as { lists: { path: string; items: { nominationId: string }[] }[] };
    const nominations = lists.find(({ path }) => path === `/cycles/${played.cycleId}/nominations`);
    expect(nominations?.items.map(({ nominationId }) => nominationId)).toEqual([played.ngo]);
    expect(lists.map(({ path }) => path)).not.toContain('/members');
  });
  it('is a workbook with a sheet for each list', async () => {
    const [header] = await readXlsx(await fetchAs(played.people.secretariat, '/me/export'));
    expect(header?.length).toBeGreaterThan(3);
  });
});
