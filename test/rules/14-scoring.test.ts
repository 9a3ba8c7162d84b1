// Rule 14: a calibration laid down before the release, scored before the real entries, and what nobody sees too early.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignScorecards } from '../../activities/assign-scorecards.ts';
import { sealTally } from '../../activities/seal-tally.ts';
import { storeDossier } from '../../db/drafts.ts';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { inProcess } from '../activities/support.ts';
import { by, clearJudges, formPanel, seatJudges } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { sampleDefinition } from '../support/samples.ts';
import { scoringSample, screenedSample } from '../support/scoring.ts';

const { judging, ...rest } = sampleDefinition();
const calibrating: AwardDefinition = {
  ...rest,
  judging: {
    ...{ ...judging, blind: { nominee: true, nominator: false } },
    rounds: [{ key: 'calibration', names: { en: 'Calibration' }, kind: 'calibration' }, 'main'],
  },
};
type View = {
  left: number | null;
  references: { referenceId: string; points: object[] | null; own: object[] | null; spread: object[] | null }[];
  judges: { judgeId: string; left: number; standing: object | null }[] | null;
  earlier: { nominationId: string }[] | null;
};

let api: TestApi;
let secretariat: TestClient;
beforeAll(async () => {
  api = await openTestApi(calibrating);
  secretariat = await api.grant('secretariat', { award: 'sample' });
});
afterAll(() => api.close());

const points = (impact: number, reach: number, comment = 'As the anchors say.') => [
  { criterion: 'impact', points: impact, comment },
  { criterion: 'reach', points: reach, comment },
];
const sample = (title: string, why = 'As the anchors say.') => ({
  ...{ source: 'sample', title: { en: title }, text: 'Sample text of what was done.' },
  scores: points(3, 3, why),
});

/** Formed and proposed: what comes next is the release. */
async function proposed() {
  const screened = await screenedSample({ db: api.db, definition: calibrating });
  const { cycleId, acts, group, entries } = screened;
  const judges = await seatJudges(screened, [group], 'SG', 3);
  await formPanel(screened, 'SG', 'ngo', judges);
  const pairs = entries.flatMap((nominationId) => judges.map((judgeId) => ({ nominationId, judgeId })));
  const { commandId: proposalId } = by('process');
  const ids = { cycleId, group };
  await acts.panel({ type: 'RequestAssignment', data: { ...ids, proposalId, pinned: [] } }, by('focal-point'));
  await acts.panel({ type: 'ProposeAssignment', data: { ...ids, proposalId, pairs, emptySeats: 0 } }, by('process'));
  const [chair = '', , member = ''] = judges;
  const path = `/panels/${cycleId}~${group}/calibration`;
  return { ...screened, judges, chair: api.as(chair), member: api.as(member), path };
}
type Proposed = Awaited<ReturnType<typeof proposed>>;

const add = (path: string, body: object) => secretariat.post<{ id: string }>(`${path}/references`, body);

async function release({ cycleId, group, judges, entries, ...sampled }: Proposed) {
  expect((await secretariat.post(`/panels/${cycleId}~${group}/assignment/release`, {})).status).toBe(200);
  await inProcess(`cycle:${cycleId}:panel:${group}`, () => assignScorecards(api.db, { cycleId, group }));
  await clearJudges({ ...sampled, cycleId }, judges, entries);
}
const viewOf = async (client: TestClient, path: string) => (await client.get<View>(path)).body;

describe('reference entries', () => {
  it('come before the release, which waits for one, and stay as they are after it', async () => {
    const panel = await proposed();
    const { path, cycleId, group } = panel;
    const refused = await secretariat.post(`/panels/${cycleId}~${group}/assignment/release`, {});
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/references-needed']);
    const [kept, dropped] = [await add(path, sample('Sample one')), await add(path, sample('Sample two'))];
    expect([kept.status, dropped.status]).toEqual([201, 201]);
    const gone = await secretariat.delete(`${path}/references/${dropped.body.id}`);
    expect(gone.status).toBe(200);
    const { references } = await viewOf(secretariat, path);
    expect(references.map(({ referenceId }) => referenceId)).toEqual([kept.body.id]);
    expect((await viewOf(panel.member, path)).references).toEqual([]);
    await release(panel);
    expect((await add(path, sample('Sample three'))).body).toMatchObject({ type: '/problems/assignment-released' });
  });

  it('need points and a reason on every criterion', async () => {
    const { path } = await proposed();
    const silent = await add(path, { ...sample('Sample'), scores: points(3, 3, '') });
    expect(silent.status).toBe(400);
    const half = await add(path, { ...sample('Sample'), scores: points(3, 3).slice(1) });
    expect([half.status, (half.body as { type?: string }).type]).toEqual([409, '/problems/criteria-missing']);
  });

  it('are taken from earlier editions of the award, without what judges never see', async () => {
    const before = await scoringSample({ db: api.db, definition: { ...rest, judging } });
    const [one = ''] = before.entries;
    const { dossier } = await api.db.read
      .selectFrom('nominations')
      .select('dossier')
      .where('nomination_id', '=', one)
      .executeTakeFirstOrThrow();
    const content = { name: { en: `Sample SG ngo ${one}` }, summary: 'Wells for all.', contact: 'desk@example.org' };
    await storeDossier(api.db, dossier, { content, files: [] });
    const { path } = await proposed();
    const { earlier } = await viewOf(secretariat, path);
    expect(earlier?.map(({ nominationId }) => nominationId)).toContain(one);
    const asked = { source: 'earlier', nominationId: one, scores: points(4, 2) };
    expect((await add(path, asked)).status).toBe(201);
    const { body } = await secretariat.get<object>(path);
    const [shown] = (body as { references: { earlier: boolean; title: object; sections: object[] }[] }).references;
    expect(shown).toMatchObject({ earlier: true, title: { en: `Sample initiative of SG ngo ${one}` } });
    expect(JSON.stringify(shown)).toContain('Wells for all.');
    expect(JSON.stringify(shown)).not.toContain('desk@example.org');
    // Judging is blind now, though it was not in that edition.
    expect(JSON.stringify(shown)).not.toContain(`Sample SG ngo ${one}`);
    const stranger = await add(path, { ...asked, nominationId: before.cycleId });
    expect(stranger.status).toBe(404);
    const officer = await api.grant('secretariat', { award: 'sample' });
    const kept = { kind: 'family', reason: 'My cousin.' };
    await officer.post(`/nominations/${one}/officer-conflict`, kept);
    const hidden = await viewOf(officer, path);
    expect(hidden.references).toEqual([]);
    expect(hidden.earlier?.map(({ nominationId }) => nominationId)).not.toContain(one);
  });
});

describe('a panel', () => {
  it('is formed for the first round of scoring where none is named, and for no calibration', async () => {
    const panels = { country: 'SG', category: 'ngo' };
    const rounds = [
      { key: 'calibration', names: { en: 'Calibration' }, kind: 'calibration' as const },
      { key: 'shortlist', names: { en: 'Shortlist' }, kind: 'scoring' as const },
    ];
    const definition = { ...calibrating, judging: { ...calibrating.judging, rounds } };
    const screened = await screenedSample({ db: api.db, definition });
    const judges = await seatJudges(screened, [screened.group], 'SG', 3);
    const path = `/cycles/${screened.cycleId}/panels`;
    const wrong = await secretariat.post(path, { ...panels, judges, round: 'calibration' });
    expect([wrong.status, wrong.body]).toMatchObject([
      409,
      { type: '/problems/round-unknown', allowed: { rounds: ['shortlist'] } },
    ]);
    expect((await secretariat.post(path, { ...panels, judges })).status).toBe(201);
    expect((await secretariat.get(`/panels/${screened.panel}`)).body).toMatchObject({ round: 'shortlist' });
  });
});

describe('a judge', () => {
  it('scores every reference entry before a real one, and sees points and spread after the last one', async () => {
    const panel = await proposed();
    const { path, member, chair, entries } = panel;
    const [one, two] = [
      await add(path, sample('Sample one', 'Meant to be solid.')),
      await add(path, sample('Sample two')),
    ];
    await release(panel);
    const sheet = `/scorecards/${entries[0]}~${member.personId}~main`;
    const early = await member.post(`${sheet}/submit`, { scores: points(4, 4) });
    expect([early.status, early.body]).toMatchObject([
      409,
      { type: '/problems/calibration-first', allowed: { left: 2 } },
    ]);
    const scoreOf = (id: string) => `${path}/references/${id}/score`;
    expect((await member.post(scoreOf(one.body.id), { scores: points(5, 4, 'Mine alone.') })).status).toBe(200);
    const half = await viewOf(member, path);
    expect(half.left).toBe(1);
    expect(half.references.map(({ points: meant, spread }) => [meant, spread])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(JSON.stringify(half)).not.toContain('Meant to be solid.');
    expect((await member.post(scoreOf(one.body.id), { scores: points(3, 3) })).body.type).toBe(
      '/problems/reference-scored',
    );
    await member.post(scoreOf(two.body.id), { scores: points(2, 3) });
    await chair.post(scoreOf(one.body.id), { scores: points(1, 4, 'The chair’s own word.') });
    const through = await viewOf(member, path);
    expect([through.left, through.judges]).toEqual([0, null]);
    expect(through.references[0]).toMatchObject({
      points: points(3, 3, 'Meant to be solid.'),
      own: points(5, 4, 'Mine alone.'),
      spread: [
        { criterion: 'impact', lowest: 1, median: 3, highest: 5, judges: 2 },
        { criterion: 'reach', lowest: 4, median: 4, highest: 4, judges: 2 },
      ],
    });
    expect(JSON.stringify(through)).not.toContain('The chair’s own word.');
    expect((await member.post(`${sheet}/submit`, { scores: points(4, 4) })).status).toBe(200);
    const { body } = await member.get<{ items: { groups: { calibration: object }[] }[] }>('/judging');
    expect(body.items[0]?.groups[0]?.calibration).toEqual({ of: 2, left: 0 });
  });
});

describe('who leads', () => {
  it('sees who is far off once the own points are in; who runs the panel at once; nothing of it is counted', async () => {
    const panel = await proposed();
    const { path, chair, judges, entries, cycleId, group, acts } = panel;
    const one = await add(path, sample('Sample one'));
    await release(panel);
    const score = (client: TestClient, impact: number, reach: number) =>
      client.post(`${path}/references/${one.body.id}/score`, { scores: points(impact, reach) });
    const clients = judges.map((judge) => api.as(judge));
    await score(clients[1] ?? chair, 5, 0);
    expect((await viewOf(chair, path)).judges).toBeNull();
    await score(chair, 3, 4);
    await score(clients[2] ?? chair, 3, 3);
    const standings = new Map((await viewOf(chair, path)).judges?.map((line) => [line.judgeId, line]));
    expect(standings.get(judges[1] ?? '')).toMatchObject({ left: 0, standing: { far: true } });
    expect(standings.get(judges[0] ?? '')).toMatchObject({ standing: { far: false } });
    expect((await viewOf(secretariat, path)).judges).toHaveLength(3);
    // What is said of single judges is for the chair and the secretariat alone.
    const focal = await api.grant('focal-point', { award: 'sample', country: 'SG' });
    const auditor = await api.grant('auditor', { award: 'sample' });
    for (const other of [focal, auditor, api.as(judges[2] ?? '')])
      expect((await viewOf(other, path)).judges).toBeNull();
    expect((await viewOf(auditor, path)).references[0]?.points).toHaveLength(2);
    for (const client of clients)
      for (const entry of entries)
        await client.post(`/scorecards/${entry}~${client.personId}~main/submit`, { scores: points(4, 4) });
    for (const judgeId of judges)
      await acts.judge({ type: 'FinishScoring', data: { cycleId, judgeId, group } }, by('judge', judgeId));
    await acts.panel({ type: 'CloseScoring', data: { cycleId, group } }, by('process'));
    const sealed = await inProcess(`cycle:${cycleId}:panel:${group}`, () => sealTally(api.db, { cycleId, group }));
    expect(sealed).toEqual({ sheets: 9 });
    const { body } = await chair.get<{ entries: { nominationId: string; shown: string }[] }>(
      `/panels/${cycleId}~${group}/board`,
    );
    expect(body.entries.map(({ shown }) => shown)).toEqual(['80.00', '80.00', '80.00']);
  });
});
