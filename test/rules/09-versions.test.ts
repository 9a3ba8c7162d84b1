// Rule 9, versions: which version of a dossier is judged, and how it is changed after it was forwarded.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignScorecards } from '../../activities/assign-scorecards.ts';
import { sealTally } from '../../activities/seal-tally.ts';
import { findPanelView } from '../../db/read-models/process-panel-views.ts';
import { inProcess } from '../activities/support.ts';
import { by, clearJudges, formPanel, seatJudges, signCountry } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { codeOf, formOf, forwardAll, must, nominate, save } from '../support/desk.ts';
import { type Played, playNominations } from '../support/played-cycle.ts';

let api: TestApi;
let played: Played;
/** Three entries: one with a slip, one that is changed in substance, and one whose change is refused. */
let [slip, changed, kept] = ['', '', ''];
let judges: string[] = [];
const group = 'SG-ngo';
const reason = 'The report came late.';
const path = (id: string, act: string) => `/nominations/${id}/${act}`;
const sheet = (id: string, judge: number) => `/scorecards/${id}~${judges[judge]}~main`;
const as = (judge: number): TestClient => api.as(judges[judge] ?? '');
const scores = (points: number) => ({
  scores: ['impact', 'reach'].map((criterion) => ({ criterion, points, comment: 'As it is.' })),
});
type Sheet = { dossierVersion: number; newestVersion: number; status: string; scores: { points: number }[] | null };
const sheetOf = async (id: string, judge: number) => (await as(judge).get<Sheet>(sheet(id, judge))).body;
const versionsOf = ({ dossierVersion, newestVersion, status }: Sheet) => [dossierVersion, newestVersion, status];
const processOf = (work: () => Promise<unknown>) => inProcess(`cycle:${played.cycleId}:panel:${group}`, work);
const assign = () => processOf(() => assignScorecards(api.db, { cycleId: played.cycleId, group }));

async function amend(id: string, kind: 'clerical' | 'substantive', name: string) {
  const { applicant } = played.people;
  const draftVersion = await save(
    applicant,
    id,
    formOf(name, { summary: `${name} reached many.`, contact: 'another@example.org' }),
  );
  return applicant.post(path(id, 'amend'), { kind, draftVersion, reason });
}

beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
  const { cycleId, acts, people } = played;
  const { applicant } = people;
  slip = await nominate(played, applicant, 'Slip');
  changed = await nominate(played, applicant, 'Changed');
  kept = await nominate(played, applicant, 'Kept');
  const close = { cycleId, iso2: 'SG', phase: 'nomination' } as const;
  await acts.country({ type: 'CloseCountryPhase', data: close }, by('approver'));
});
afterAll(() => api.close());

describe('before the panel', () => {
  it('only what was forwarded is amended, and substance only where somebody can give leave', async () => {
    expect(codeOf(await amend(slip, 'clerical', 'Too soon'))).toBe('not-forwarded');
    await forwardAll(played, slip, changed, kept);
    expect(codeOf(await amend(changed, 'substantive', 'Too soon'))).toBe('no-chair');
    const { otherApplicant, screener } = played.people;
    const body = { kind: 'clerical', draftVersion: 1, reason };
    expect((await otherApplicant.post(path(slip, 'amend'), body)).status).toBe(404);
    expect((await screener.post(path(slip, 'amend'), body)).status).toBe(403);
  });
});

describe('an assignment', () => {
  beforeAll(async () => {
    const { cycleId, acts } = played;
    await signCountry(played, 'SG', { ngo: [slip, changed, kept] });
    judges = await seatJudges(played, [group], 'SG', 3);
    await formPanel(played, 'SG', 'ngo', judges);
    const panel = { cycleId, group };
    const pairs = [slip, changed, kept].flatMap((nominationId) => judges.map((judgeId) => ({ nominationId, judgeId })));
    const { commandId: proposalId } = by('process');
    await acts.panel({ type: 'RequestAssignment', data: { ...panel, proposalId, pinned: [] } }, by('focal-point'));
    const proposed = { ...panel, proposalId, pairs, emptySeats: 0 };
    await acts.panel({ type: 'ProposeAssignment', data: proposed }, by('process'));
    await acts.panel({ type: 'ReleaseAssignment', data: panel }, by('focal-point'));
    await assign();
    await clearJudges(played, judges, [slip, changed, kept]);
    must(await as(1).post(`${sheet(changed, 1)}/submit`, scores(2)));
    must(await as(1).post(`${sheet(slip, 1)}/submit`, scores(2)));
  });

  it('freezes the version that was forwarded, and every sheet names it', async () => {
    for (const id of [slip, changed, kept]) expect((await sheetOf(id, 0)).dossierVersion).toBe(1);
    const { body } = await as(0).get<{ version: number; newestVersion: number }>(`/nominations/${changed}`);
    expect([body.version, body.newestVersion]).toEqual([1, 1]);
  });

  it('stays as it is when a slip is put right: logged at once, with a note of the newer version', async () => {
    must(await amend(slip, 'clerical', 'Slip put right'));
    expect(versionsOf(await sheetOf(slip, 1))).toEqual([1, 2, 'submitted']);
    expect((await findPanelView(api.db, played.cycleId, group))?.unassigned).toBe(0);
    type Entries = { entries: { nominationId: string; dossierVersion: number; newestVersion: number }[] };
    for (const [client, where] of [
      [as(0), `/panels/${played.cycleId}~${group}`],
      [as(0), `/panels/${played.cycleId}~${group}/board`],
      [played.people.secretariat, `/panels/${played.cycleId}~${group}/board`],
    ] as const) {
      const { body } = await client.get<Entries>(where);
      const entry = body.entries.find(({ nominationId }) => nominationId === slip);
      expect([entry?.dossierVersion, entry?.newestVersion]).toEqual([1, 2]);
    }
  });

  it('shows judges the version that they were given, and what a newer one changed, without persons', async () => {
    type View = { version: number; newestVersion: number; content: { summary: string; contact?: string } };
    const { body } = await as(1).get<View>(`/nominations/${slip}`);
    expect([body.version, body.newestVersion]).toEqual([1, 2]);
    expect(body.content.summary).toBe('It reached two hundred households.');
    const { body: whole } = await played.people.secretariat.get<View>(`/nominations/${slip}`);
    expect([whole.version, whole.content.summary]).toEqual([2, 'Slip put right reached many.']);
    type Changes = { fields: { field: string }[]; to: { kind: string }; messages: unknown[] };
    const { body: seen } = await as(1).get<Changes>(path(slip, 'changes'));
    expect([seen.to.kind, seen.fields.map(({ field }) => field)]).toEqual(['clerical', ['name', 'title', 'summary']]);
    const { body: all } = await played.people.screener.get<Changes>(path(slip, 'changes'));
    expect(all.fields.map(({ field }) => field)).toEqual(['name', 'title', 'summary', 'contact']);
  });

  it('is logged in the history of the nomination with kind and reason', async () => {
    type Lines = { items: { type: string; detail: { kind?: string; reason?: string } }[] };
    await expect
      .poll(async () => {
        const { body } = await played.people.secretariat.get<Lines>(path(slip, 'history'));
        const line = body.items.find(({ type }) => type === 'DossierAmended');
        return [line?.detail.kind, line?.detail.reason];
      })
      .toEqual(['clerical', reason]);
  });
});

describe('a change of substance', () => {
  it('needs the leave of the chair, one at a time', async () => {
    must(await amend(changed, 'substantive', 'Changed for good'));
    expect(codeOf(await amend(changed, 'clerical', 'Another'))).toBe('amendment-open');
    expect((await as(2).post(path(changed, 'amendment/allow'))).status).toBe(403);
    expect((await played.people.secretariat.post(path(changed, 'amendment/allow'))).status).toBe(403);
    expect(versionsOf(await sheetOf(changed, 1))).toEqual([1, 1, 'submitted']);
    const { body: due } = await as(0).get<{ items: { kind: string; link: string }[] }>('/me/tasks');
    expect(due.items.find(({ kind }) => kind === 'answer-amendment')?.link).toBe(`/api/v1/nominations/${changed}`);
    type View = { amendment: { reason: string } | null };
    expect((await as(0).get<View>(`/nominations/${changed}`)).body.amendment?.reason).toBe(reason);
  });

  it('is shown beside what the judges have to who gives leave, and to no other judge', async () => {
    type Changes = { from: { version: number }; to: { version: number }; fields: { field: string; after: unknown }[] };
    const pending = `${path(changed, 'changes')}?to=pending`;
    const { body } = await as(0).get<Changes>(pending);
    expect([body.from.version, body.to.version]).toEqual([1, 2]);
    expect(body.fields.find(({ field }) => field === 'summary')?.after).toBe('Changed for good reached many.');
    expect(body.fields.map(({ field }) => field)).not.toContain('contact');
    expect((await as(2).get(pending)).status).toBe(404);
    expect((await as(0).get(`${path(slip, 'changes')}?to=pending`)).status).toBe(404);
  });

  it('is not the leave of a chair in conflict: then it is the deputy’s', async () => {
    const { cycleId, acts } = played;
    must(await amend(kept, 'substantive', 'Kept as it was'));
    const conflict = { cycleId, judgeId: judges[0] ?? '', nominationId: kept, kind: 'family', reason } as const;
    await acts.judge({ type: 'DeclareConflict', data: conflict }, by('judge', judges[0]));
    expect((await as(0).post(path(kept, 'amendment/refuse'), { reason })).status).toBe(404);
    must(await as(1).post(path(kept, 'amendment/refuse'), { reason: 'The time is short.' }));
    expect(codeOf(await as(1).post(path(kept, 'amendment/refuse'), { reason }))).toBe('no-amendment');
    expect(versionsOf(await sheetOf(kept, 1))).toEqual([1, 1, 'assigned']);
  });

  it('reopens the sheets that it touches, and the next submission names the new version', async () => {
    must(await as(0).post(path(changed, 'amendment/allow')));
    expect((await findPanelView(api.db, played.cycleId, group))?.unassigned).toBeGreaterThan(0);
    await assign();
    expect((await findPanelView(api.db, played.cycleId, group))?.unassigned).toBe(0);
    expect(versionsOf(await sheetOf(changed, 1))).toEqual([2, 2, 'reopened']);
    expect(versionsOf(await sheetOf(changed, 2))).toEqual([2, 2, 'assigned']);
    expect(versionsOf(await sheetOf(slip, 1))).toEqual([1, 2, 'submitted']);
    const { body } = await as(1).get<{ content: { summary: string } }>(`/nominations/${changed}`);
    expect(body.content.summary).toBe('Changed for good reached many.');
    must(await as(1).post(`${sheet(changed, 1)}/submit`, scores(3)));
    expect(versionsOf(await sheetOf(changed, 1))).toEqual([2, 2, 'submitted']);
  });

  it('is refused once scoring is closed, like every change', async () => {
    const { cycleId, acts } = played;
    for (const [index, judgeId] of judges.entries()) {
      for (const id of [slip, changed, kept])
        if (index > 0 || id !== kept) must(await as(index).post(`${sheet(id, index)}/submit`, scores(3)));
      await acts.judge({ type: 'FinishScoring', data: { cycleId, judgeId, group } }, by('judge', judgeId));
    }
    await acts.panel({ type: 'CloseScoring', data: { cycleId, group } }, by('process'));
    await processOf(() => sealTally(api.db, { cycleId, group }));
    for (const kind of ['clerical', 'substantive'] as const)
      expect(codeOf(await amend(slip, kind, `Late ${kind}`))).toBe('scoring-closed');
  });
});

describe('the ranking', () => {
  it('passes over what was disqualified after the tally, and nobody signs its name', async () => {
    const { people, cycleId } = played;
    const panel = `/panels/${cycleId}~${group}`;
    must(await people.secretariat.post(path(changed, 'disqualify'), { reason: 'The report was forged.' }));
    const named = { laureates: [changed], runnersUp: [], reasons: 'As the rubric ranks them.' };
    expect(codeOf(await as(1).post(`${panel}/decision`, named))).toBe('entry-removed');
    const { body } = await people.secretariat.get<{ entries: { nominationId: string }[] }>(`${panel}/board`);
    expect(body.entries.map(({ nominationId }) => nominationId).sort()).toEqual([slip, kept].sort());
  });
});
