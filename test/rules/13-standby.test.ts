// Rule 13, work handed over to a standby: dated powers in place of the secretariat, and files that an officer keeps away from.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { access, rulesOf } from '../../api/access.ts';
import { operations } from '../../api/standby.ts';
import { powers } from '../../domain/roles.ts';
import { by, verifyDossiers } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { type Played, playNominations, playPaperDecision, playPhases, playScreening } from '../support/played-cycle.ts';

let api: TestApi;
let played: Played;
let officer: TestClient;
beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
  officer = await api.grant('secretariat', { award: 'sample' });
});
afterAll(() => api.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
async function standby(held: string[], changes: object = {}): Promise<TestClient> {
  const personId = await api.person();
  const grant = { role: 'standby', scope: { award: 'sample' }, until: inDays(7), powers: held, ...changes };
  const { status, body } = await played.people.secretariat.post(`/members/${personId}/grants`, grant);
  expect([status, body.detail]).toEqual([201, undefined]);
  return api.as(personId);
}
const moveDeadline = (client: TestClient, hours: number) =>
  client.post(`/cycles/${played.cycleId}/phases/nomination/move-deadline`, {
    closesAt: new Date(Date.now() + hours * 3_600_000).toISOString(),
    reason: 'Sample reason.',
  });

describe('a standby', () => {
  it('is given by the secretariat with its powers and an end, and never without', async () => {
    const personId = await api.person();
    const path = `/members/${personId}/grants`;
    const scope = { award: 'sample' };
    const noEnd = await played.people.secretariat.post(path, { role: 'standby', scope, powers: ['forum'] });
    expect([noEnd.status, noEnd.body.type]).toEqual([409, '/problems/end-missing']);
    const noPowers = await played.people.secretariat.post(path, { role: 'standby', scope, until: inDays(1) });
    expect([noPowers.status, noPowers.body.type]).toEqual([409, '/problems/powers-missing']);
    const client = await standby(['deadlines']);
    const { body } = await client.get<{ roles: object[] }>('/me');
    expect(body.roles).toMatchObject([{ role: 'standby', award: 'sample', powers: ['deadlines'] }]);
  });
  it('does what its powers are for, under its own name, and nothing else', async () => {
    const client = await standby(['deadlines']);
    const moved = await moveDeadline(client, 1.5);
    expect(moved.status).toEqual(200);
    const place = moved.headers.get('laureate-position');
    await played.people.secretariat.get(`/cycles/${played.cycleId}/history?after=${place}`);
    const row = await api.db.read
      .selectFrom('history')
      .select(['actor', 'role'])
      .where('type', '=', 'DeadlineMoved')
      .where('cycle_id', '=', played.cycleId)
      .execute();
    expect(row).toEqual([{ actor: client.personId, role: 'standby' }]);
    const cancelled = await client.post(`/cycles/${played.cycleId}/cancel`, { reason: 'Sample reason.' });
    expect([cancelled.status, cancelled.body.type]).toEqual([403, '/problems/wrong-role']);
    const people = await standby(['people']);
    expect((await moveDeadline(people, 1.6)).status).toEqual(403);
    expect((await people.get('/members')).status).toEqual(200);
  });
  it('acts within its time alone', async () => {
    const later = await standby(['deadlines'], { from: inDays(1) });
    expect((await moveDeadline(later, 1.7)).status).toEqual(403);
  });
  it('acts for its own award alone', async () => {
    const personId = await api.person();
    const elsewhere = await api.grant('secretariat', { award: 'another' });
    const grant = { role: 'standby', scope: { award: 'another' }, until: inDays(7), powers: ['deadlines'] };
    await elsewhere.post(`/members/${personId}/grants`, grant);
    expect((await moveDeadline(api.as(personId), 1.8)).status).toEqual(404);
  });
});

describe('each power', () => {
  it('is for operations that are the secretariat’s', () => {
    for (const power of powers)
      for (const operation of operations[power])
        expect([
          power,
          operation,
          operation in access && 'secretariat' in access[operation as keyof typeof access],
        ]).toEqual([power, operation, true]);
  });
  it('leaves the plan of a cycle, its end, and imports to the secretariat', () => {
    const forStandby = (operation: keyof typeof access) => rulesOf(operation).some(([role]) => role === 'standby');
    expect([
      forStandby('PlanCycle'),
      forStandby('CancelCycle'),
      forStandby('ArchiveCycle'),
      forStandby('ImportTable'),
    ]).toEqual([false, false, false, false]);
    expect(forStandby('MoveDeadline')).toEqual(true);
  });
});

describe('a file in which an officer is in conflict', () => {
  const conflict = { kind: 'family', reason: 'My sister runs it.' };
  const file = () => `/nominations/${played.ngo}`;
  let taker: TestClient;
  beforeAll(async () => {
    taker = await standby(['conflicted-files']);
  });

  it('is no standby’s before', async () => {
    expect((await taker.get(file())).status).toEqual(404);
    expect((await officer.get(file())).status).toEqual(200);
  });
  it('is not there for the officer from then on, nor what is done with it', async () => {
    expect((await officer.post(`${file()}/officer-conflict`, conflict)).status).toEqual(200);
    expect((await officer.get(file())).status).toEqual(404);
    expect((await officer.get(`${file()}/history`)).status).toEqual(404);
    expect((await officer.post(`${file()}/verify-dossier`, {})).status).toEqual(404);
    const settling = { country: 'MM', laureateId: played.ngo, outcome: 'dismissed', reason: 'Sample reason.' };
    const path = `/cycles/${played.cycleId}/endorsement/settle-objection`;
    expect((await officer.post(path, settling)).status).toEqual(404);
    const { body } = await officer.get<{ items: { nominationId: string }[] }>(`/cycles/${played.cycleId}/nominations`);
    expect(body.items.map(({ nominationId }) => nominationId)).toEqual([played.firm]);
  });
  it('stays there for other officers', async () => {
    expect((await played.people.secretariat.get(file())).status).toEqual(200);
  });
  it('is an open task of the standby with that power, who may read and verify it', async () => {
    const { body } = await taker.get<{ items: { kind: string; link: string }[] }>('/me/tasks');
    expect(body.items).toMatchObject([{ kind: 'take-over-file', link: `/api/v1${file()}` }]);
    expect((await taker.get(file())).status).toEqual(200);
    expect((await taker.post(`${file()}/verify-dossier`, {})).status).toEqual(409);
    expect((await taker.get(`/nominations/${played.firm}`)).status).toEqual(404);
    const other = await standby(['deadlines']);
    expect((await other.get<{ items: object[] }>('/me/tasks')).body.items).toEqual([]);
  });
  it('is declared by the officer alone, and once', async () => {
    const again = await officer.post(`${file()}/officer-conflict`, conflict);
    expect(again.status).toEqual(404);
    expect((await played.people.focalPoint.post(`${file()}/officer-conflict`, conflict)).status).toEqual(403);
  });
  it('in which the standby is in conflict too is not the standby’s', async () => {
    const grantee = await api.person();
    const scope = { award: 'sample' };
    const grant = { role: 'standby', scope, until: inDays(7), powers: ['conflicted-files', 'verification'] };
    await played.people.secretariat.post(`/members/${grantee}/grants`, grant);
    await played.acts.nomination(
      { type: 'WithdrawNomination', data: { nominationId: played.firm, reason: 'Sample reason.' } },
      by('applicant'),
    );
    await api.db.read
      .insertInto('officer_conflicts')
      .values({
        ...{ nomination_id: played.ngo, officer_id: grantee, cycle_id: played.cycleId },
        ...{ kind: 'family', reason: 'Sample reason.', declared_at: new Date() },
      })
      .execute();
    expect((await api.as(grantee).get(file())).status).toEqual(404);
    expect((await api.as(randomUUID()).get(file())).status).toEqual(403);
  });
});

describe('what an officer in conflict reads of a cycle', () => {
  it('has nothing of that file in it, in any list: a result, a board, the history, a note, a task', async () => {
    const later = await playNominations(api);
    const { cycleId, ngo, firm, people } = later;
    const conflicted = await api.grant('secretariat', { award: 'sample' });
    const conflict = { kind: 'family', reason: 'My sister runs it.' };
    expect((await conflicted.post(`/nominations/${ngo}/officer-conflict`, conflict)).status).toEqual(200);
    await playScreening(later);
    const groups = [await playPaperDecision(later, 'ngo', ngo), await playPaperDecision(later, 'private', firm)];
    await playPhases(later);
    await verifyDossiers(later, groups);
    const request = { groups, dossiersVerified: true };
    const asked = await people.secretariat.post(`/cycles/${cycleId}/endorsement/request`, request);
    expect([asked.status, asked.body.detail]).toEqual([200, undefined]);
    await people.secretariat.get(`/cycles/${cycleId}/history?after=${asked.body.position}`);
    const ofCycle = ['laureates', 'panels', 'board', 'history', 'endorsement', 'endorsement/note', 'nominations'];
    const more = ['repeated-organisations', 'organisation-matches', 'counter-checks', 'ceremony'];
    const paths = [...ofCycle, ...more].map((path) => `/cycles/${cycleId}/${path}`);
    const note = (await conflicted.get<{ fingerprints: { [group: string]: string } }>(`${paths[5]}`)).body;
    const kept = `/cycles/${cycleId}/endorsement/notes/${note.fingerprints['SG-ngo']}`;
    for (const path of [...paths, kept, `/panels/${cycleId}~SG-ngo`, '/me/tasks', '/me/handover']) {
      const { status, body } = await conflicted.get(path);
      expect([path, status, JSON.stringify(body).includes(ngo)]).toEqual([path, 200, false]);
    }
    const { body: exported } = await conflicted.get<{ lists: { path: string; items: object[] }[] }>(
      '/me/export?format=json',
    );
    const leaking = exported.lists.filter(({ items }) => JSON.stringify(items).includes(ngo));
    expect(leaking.map(({ path }) => path)).toEqual([]);
    for (const path of paths.slice(0, 6))
      expect(JSON.stringify((await people.secretariat.get(path)).body)).toContain(ngo);
    expect((await conflicted.get(`/laureates/${ngo}`)).status).toEqual(404);
    expect((await conflicted.get(`/laureates/${firm}`)).status).toEqual(200);
    const receiver = { how: 'absent' };
    expect((await conflicted.post(`/cycles/${cycleId}/ceremony/${ngo}/receiver`, receiver)).status).toEqual(404);
  });
});
