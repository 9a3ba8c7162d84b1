// A panel with two rounds through HTTP: who goes on, whom that is told, what each round shows, and a record that anybody can check.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastPlace } from '../../db/event-store.ts';
import { execute } from '../../db/execute.ts';
import { waitFor } from '../../db/projections.ts';
import { history } from '../../db/read-models/history.ts';
import { findSignedRecord, openSigner } from '../../db/read-models/panel-records.ts';
import { country } from '../../domain/country/decider.ts';
import { countryStream } from '../../domain/country/state.ts';
import { bundleOf } from '../../domain/verify/bundle.ts';
import { verify } from '../../domain/verify/verify.ts';
import { by } from '../support/acts.ts';
import { textOf } from '../support/answer-text.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { changedBundles } from '../support/changed-bundles.ts';
import { calibratedRounds, twoRounds } from '../support/round-samples.ts';
import { verdictsOf } from '../support/second-verifier.ts';
import {
  assignRound,
  type Formed,
  finalRound,
  firstRound,
  formedSample,
  judgeFirst,
  toFinal,
} from '../support/two-rounds.ts';

let api: TestApi;
let sample: Formed;
let chair: TestClient;
let focal: TestClient;
let panel: string;

beforeAll(async () => {
  api = await openTestApi();
  sample = await formedSample({ db: api.db, definition: twoRounds() });
  await firstRound(sample);
  chair = api.as(sample.chair);
  focal = await api.grant('focal-point', { award: 'sample', country: 'SG' });
  panel = `/panels/${sample.panel}`;
});
afterAll(() => api.close());

type Shortlist = {
  next: { key: string } | null;
  proposed: string[] | null;
  keptAway: boolean;
  settled: { entries: string[]; departures: object[]; by: string; earlier: { entries: string[] }[] }[];
};
type Panel = { round: string; status: string; rounds: object[]; entries: { nominationId: string }[] };
type Board = { round: string; entries: { nominationId: string; rank: number | null; goesOn: boolean | null }[] };
type Judging = { items: { groups: { entries: number; finished: boolean; round: object | null }[] }[] };
type Task = { kind: string };

const shortlistAt = async (client: TestClient, place: string) => (await client.get<Shortlist>(place)).body;
const shortlistOf = async (client: TestClient) => (await client.get<Shortlist>(`${panel}/shortlist`)).body;
const inOrder = (one: Shortlist['settled'][number]) => ({
  ...one,
  entries: one.entries.toSorted(),
  earlier: one.earlier.map((before) => ({ ...before, entries: before.entries.toSorted() })),
});
const tasksOf = async (client: TestClient) =>
  (await client.get<{ items: Task[] }>('/me/tasks')).body.items.map(({ kind }) => kind);

describe('who goes on', () => {
  it('is proposed by the rule to who leads the panel, and asked of them as a task', async () => {
    const { entries } = sample;
    expect(await shortlistOf(chair)).toMatchObject({
      ...{ next: { key: 'final' }, proposed: entries.slice(0, 2), keptAway: false, settled: [] },
    });
    expect(await tasksOf(chair)).toContain('shortlist-entries');
    expect(await tasksOf(chair)).not.toContain('record-decision');
  });

  it('is neither told to a judge who does not lead, nor settled by one', async () => {
    const judge = api.as(sample.member);
    expect((await judge.get(`${panel}/shortlist`)).status).toBe(403);
    const body = { round: 'first', entries: sample.entries.slice(0, 2) };
    expect((await judge.post(`${panel}/shortlist`, body)).status).toBe(403);
    expect((await focal.post(`${panel}/shortlist`, body)).status).toBe(403);
  });

  it('comes before any decision', async () => {
    const decision = { laureates: sample.entries.slice(0, 1), reasons: 'We are sure.' };
    const refused = await chair.post(`${panel}/decision`, decision);
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/round-follows']);
  });

  it('departs from the rule with a reason alone', async () => {
    const { entries } = sample;
    const others = { round: 'first', entries: [entries[0], entries[1], entries[3]] };
    const refused = await chair.post(`${panel}/shortlist`, others);
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/departure-unexplained']);
  });

  it('is settled once, and then shown with the round as it came out', async () => {
    const { entries } = sample;
    const body = {
      ...{ round: 'first', entries: [entries[3], entries[0], entries[1]] },
      departures: [{ nominationId: entries[3], reason: 'Its late figures convinced the panel.' }],
    };
    expect((await chair.post(`${panel}/shortlist`, body)).status).toBe(200);
    expect((await chair.post(`${panel}/shortlist`, body)).status).toBe(200);
    const { body: now } = await focal.get<Panel>(panel);
    expect(now).toMatchObject({
      ...{ round: 'final', status: 'formed' },
      rounds: [
        { key: 'first', state: 'ended', entries: 4, wentOn: 3 },
        { key: 'final', state: 'present', entries: 3 },
      ],
    });
    const { body: board } = await chair.get<Board>(`${panel}/board?round=first`);
    expect(board.entries.map(({ nominationId, rank, goesOn }) => [nominationId, rank, goesOn])).toEqual([
      [entries[0], 1, true],
      [entries[1], 2, true],
      [entries[2], 3, false],
      [entries[3], 4, true],
    ]);
    expect((await chair.get<Board>(`${panel}/board`)).body.entries).toHaveLength(3);
    const settled = (await shortlistOf(chair)).settled.map((one) => ({ ...one, entries: one.entries.toSorted() }));
    expect(settled).toMatchObject([
      { entries: body.entries.toSorted(), departures: [{ nominationId: entries[3], goesOn: true }] },
    ]);
  });

  it('keeps the page of an entry that did not go on', async () => {
    expect((await chair.get(`${panel}/entries/${sample.entries[2]}`)).status).toBe(200);
  });
});

describe('the final', () => {
  it('has judges of its own, who finish it anew, and a form of its own', async () => {
    const change = { addJudges: [sample.later], removeJudges: [sample.member], reason: 'The panel of the final.' };
    expect((await focal.post(`${panel}/change`, change)).status).toBe(200);
    await finalRound(sample, async () => {
      const { body } = await chair.get<Judging>('/judging');
      expect(body.items[0]?.groups[0]).toMatchObject({ entries: 3, finished: false, round: { en: 'Final' } });
      expect(await tasksOf(chair)).toContain('score-entries');
      const entry = `/scorecards/${sample.entries[0]}~${sample.later}~final/entry`;
      expect((await api.as(sample.later).get(entry)).status).toBe(200);
    });
    const { body } = await chair.get<Board>(`${panel}/board`);
    expect(body).toMatchObject({ round: 'final' });
    // The award's threshold is asked in the last round.
    expect(body.entries.map(({ rank }) => rank)).toEqual([1, 2, null]);
  });

  it('leaves the first round as it came out', async () => {
    const { body } = await chair.get<Board>(`${panel}/board?round=first`);
    expect(body.entries.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
  });

  it('keeps the sheets of the first round for their judges to look at, apart from those to score', async () => {
    const { body } = await chair.get<{ items: { round: string; ended: boolean }[] }>('/scorecards?limit=200');
    const ended = (round: string) => body.items.filter((one) => one.round === round).map((one) => one.ended);
    expect([ended('first'), ended('final')]).toEqual([Array(4).fill(true), Array(3).fill(false)]);
  });

  it('takes no sheet of the first round any more', async () => {
    const sheet = `/scorecards/${sample.entries[0]}~${sample.deputy}~first/reopen`;
    const refused = await chair.post(sheet, { reason: 'Look again.' });
    expect(refused.body.type).toBe('/problems/scoring-closed');
  });
});

describe('who keeps away from an entry that does not go on', () => {
  let apart: Formed;
  let deputy: TestClient;
  let hidden: string;
  beforeAll(async () => {
    apart = await formedSample({ db: api.db, definition: twoRounds() });
    hidden = apart.entries[2] ?? '';
    await firstRound(apart);
    deputy = api.as(apart.deputy);
    const conflict = { nominationId: hidden, kind: 'family', reason: 'My cousin founded it.' };
    expect((await deputy.post(`/cycles/${apart.cycleId}/judges/${apart.deputy}/conflicts`, conflict)).status).toBe(200);
  });

  it('neither settles who goes on nor is told, before and after', async () => {
    const place = `/panels/${apart.panel}/shortlist`;
    const body = { round: 'first', entries: apart.entries.slice(0, 2) };
    expect((await deputy.post(place, body)).status).toBe(404);
    expect((await deputy.get<Shortlist>(place)).body).toMatchObject({ keptAway: true, proposed: null, settled: [] });
    expect((await api.as(apart.chair).post(place, body)).status).toBe(200);
    expect((await deputy.get<Shortlist>(place)).body).toMatchObject({ keptAway: true, settled: [] });
  });

  it('reads every round as if it were not there', async () => {
    const said = await Promise.all(
      ['', '/board', '/board?round=first', '/shortlist', '/history'].map(async (part) =>
        JSON.stringify((await deputy.get(`/panels/${apart.panel}${part}`)).body),
      ),
    );
    expect(said.filter((text) => text.includes(hidden))).toEqual([]);
    const { body } = await deputy.get<Panel>(`/panels/${apart.panel}`);
    expect(body.rounds).toMatchObject([{ key: 'first', entries: 3, wentOn: 2 }, { key: 'final' }]);
  });

  it('decides nothing in the final either: that would tell that it did not go on', async () => {
    const decision = { laureates: [], reasons: 'Nobody.' };
    expect((await deputy.post(`/panels/${apart.panel}/decision`, decision)).status).toBe(404);
    expect(await tasksOf(deputy)).not.toContain('record-decision');
  });
});

describe('a final that loses a judge', () => {
  let formed: Formed;
  let entry: string;
  let final: string;
  beforeAll(async () => {
    formed = await formedSample({ db: api.db, definition: twoRounds() });
    entry = formed.entries[0] ?? '';
    final = `/panels/${formed.panel}`;
    await firstRound(formed);
    await toFinal(formed);
  });
  type Seats = { judges: string[]; reserves: string[] };
  type Lowered = { entries: { nominationId: string; minimum: number; called: number }[] };
  const boardOf = async (of: string) =>
    (await api.as(formed.chair).get<Lowered>(`${final}/board${of}`)).body.entries.find(
      ({ nominationId }) => nominationId === entry,
    );

  it('has reserves of its own, who may have judged before', async () => {
    const { member } = formed;
    const body = { reserves: [member], reason: 'In case somebody falls ill.' };
    expect((await focal.post(`${final}/change`, body)).status).toBe(200);
    expect((await focal.get<Seats>(final)).body.reserves).toEqual([member]);
    const strange = await focal.post(`${final}/change`, { ...body, reserves: [sample.chair] });
    expect([strange.status, strange.body]).toMatchObject([400, { errors: [{ field: 'reserves.0' }] }]);
  });

  it('lowers no minimum while a reserve can read the entry, and calls that one', async () => {
    const { chair: first, deputy, later, member, entries } = formed;
    await assignRound(formed, entries.slice(0, 2), [first, deputy, later]);
    const lower = { minimum: 2, reason: 'Two have read it with care.' };
    const desk = await api.grant('secretariat', { award: 'sample' });
    const place = `${final}/entries/${entry}/lower-minimum`;
    expect((await desk.post(place, lower)).body.type).toBe('/problems/reserve-can-serve');
    const step = { reason: 'I have worked with them.' };
    expect((await api.as(later).post(`/scorecards/${entry}~${later}~final/recuse`, step)).status).toBe(200);
    const call = { nominationId: entry, judgeId: member, insteadOf: later };
    expect((await focal.post(`${final}/call-reserve`, call)).status).toBe(200);
    expect((await focal.get<Seats>(final)).body).toMatchObject({
      judges: [first, deputy, later, member],
      reserves: [],
    });
    expect((await desk.post(place, lower)).status).toBe(200);
  });

  it('changes nothing of the round before', async () => {
    expect(await boardOf('')).toMatchObject({ minimum: 2, called: 1 });
    expect(await boardOf('?round=first')).toMatchObject({ minimum: 3, called: 0 });
  });
});

describe('who goes on, settled anew', () => {
  let formed: Formed;
  let place: string;
  let first: TestClient;
  const anew = 'A figure of the first was misread.';
  const changed = () => ({
    ...{ round: 'first', entries: [formed.entries[0], formed.entries[3]], anew },
    departures: [
      { nominationId: formed.entries[1], reason: 'Its figures do not hold.' },
      { nominationId: formed.entries[3], reason: 'Its late figures do.' },
    ],
  });
  const panelOf = async () => (await first.get<Panel>(`/panels/${formed.panel}`)).body;
  const namesOf = ({ entries }: Panel) => entries.map(({ nominationId }) => nominationId);
  beforeAll(async () => {
    formed = await formedSample({ db: api.db, definition: twoRounds() });
    first = api.as(formed.chair);
    place = `/panels/${formed.panel}/shortlist`;
    await firstRound(formed);
    await toFinal(formed);
  });

  it('is offered to who leads while nothing of the next round is released', async () => {
    const { body } = await first.get<{ anew: object | null }>(place);
    expect(body.anew).toMatchObject({
      ...{ round: { key: 'first' }, next: { key: 'final' }, rule: { atMost: 2 } },
      ...{ proposed: formed.entries.slice(0, 2), entries: expect.arrayContaining(formed.entries) },
    });
    expect((await api.as(formed.member).post(place, changed())).status).toBe(403);
  });

  it('asks for a reason, brings back who was left out, and lets what was proposed for the others fall', async () => {
    const { cycleId, group, acts, entries, chair: judgeId } = formed;
    const { anew: _anew, ...unsaid } = changed();
    const refused = await first.post(place, unsaid);
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/anew-unexplained']);
    const proposal = { cycleId, group, proposalId: by('process').commandId };
    const pairs = [{ nominationId: entries[1] ?? '', judgeId }];
    await acts.panel({ type: 'RequestAssignment', data: { ...proposal, pinned: [] } }, by('focal-point'));
    await acts.panel({ type: 'ProposeAssignment', data: { ...proposal, pairs, emptySeats: 0 } }, by('process'));
    expect((await first.post(place, changed())).status).toBe(200);
    const now = await panelOf();
    expect(namesOf(now).toSorted()).toEqual([entries[0], entries[3]].toSorted());
    expect(now).toMatchObject({
      ...{ round: 'final', status: 'formed' },
      rounds: [
        { key: 'first', state: 'ended', entries: 4, wentOn: 2 },
        { key: 'final', state: 'present', entries: 2 },
      ],
    });
    const release = await focal.post(`/panels/${formed.panel}/assignment/release`, {});
    expect([release.status, release.body.type]).toEqual([409, '/problems/no-proposal']);
    expect((await first.get(`/panels/${formed.panel}/entries/${entries[1]}`)).status).toBe(200);
  });

  it('keeps what was settled before beside what holds', async () => {
    const settled = (await shortlistAt(first, place)).settled.map((one) => inOrder(one));
    expect(settled).toMatchObject([
      {
        ...{ entries: [formed.entries[0], formed.entries[3]].toSorted(), anew },
        earlier: [{ entries: formed.entries.slice(0, 2).toSorted(), departures: [], anew: null }],
      },
    ]);
    const { body: board } = await first.get<Board>(`/panels/${formed.panel}/board?round=first`);
    expect(board.entries.map(({ goesOn }) => goesOn)).toEqual([true, false, false, true]);
  });

  it('is refused once something of the next round is released', async () => {
    await finalRound(formed, async () => {
      const back = { round: 'first', entries: formed.entries.slice(0, 2), departures: [], anew };
      const refused = await first.post(place, back);
      expect([refused.status, refused.body.type]).toEqual([409, '/problems/round-ended']);
      expect((await first.get<{ anew: object | null }>(place)).body.anew).toBeNull();
    });
  });

  it('stands in the record, which both verifiers follow to what holds', async () => {
    const signer = await openSigner(api.db, '42'.repeat(32));
    const signed = await findSignedRecord(api.db, formed, signer);
    if (signed === null) throw new Error('There is no record.');
    const bundle = bundleOf(signed.record, signed.heads, signed.secret, { named: [], audience: 'auditor' }, signer);
    const leaves = bundle.leaves.flatMap(({ leaf }) => (leaf.kind === 'shortlist' ? leaf : []));
    expect(leaves.map(({ entries, anew: isAnew }) => [entries, isAnew])).toEqual([
      [['E01', 'E02'], undefined],
      [['E01', 'E04'], true],
    ]);
    const text = JSON.stringify(bundle);
    const { ok, steps } = verify(text);
    expect(ok).toBe(true);
    expect(steps.find(({ step }) => step === 'rounds')).toMatchObject({
      because: 'shortlist-departs',
      values: { number: '1' },
    });
    expect(await verdictsOf([text])).toEqual(['ok']);
  });

  it('is in the minutes with the reason', async () => {
    const response = await fetch(`${api.url}/api/v1/panels/${formed.panel}/minutes/docx`, {
      headers: { 'x-person': formed.chair },
    });
    expect(await textOf(Buffer.from(await response.arrayBuffer()))).toContain(anew);
  });
});

/** At the end of judging, some hours from now. */
const endJudging = ({ db, cycleId }: Formed) => {
  const decide: typeof country.decide = (command, state, guards, meta) =>
    country.decide(command, state, guards, { ...meta, at: new Date(meta.at.getTime() + 3.5 * 3_600_000) });
  const close = { type: 'CloseCountryPhase', data: { cycleId, iso2: 'SG', phase: 'judging' } } as const;
  return execute(db, { ...country, decide }, countryStream(cycleId, 'SG'), close, by('process'));
};

describe('judging that ends before the final', () => {
  let formed: Formed;
  let first: TestClient;
  const decide = (departure?: string) =>
    first.post(`/panels/${formed.panel}/decision`, {
      ...{ laureates: formed.entries.slice(0, 1), reasons: 'The best of the first round.' },
      ...(departure !== undefined && { departure }),
    });
  const at = async () =>
    (await first.get<{ items: (Task & { cycleId: string })[] }>('/me/tasks')).body.items
      .filter(({ cycleId }) => cycleId === formed.cycleId)
      .map(({ kind }) => kind);
  beforeAll(async () => {
    formed = await formedSample({ db: api.db, definition: twoRounds() });
    first = api.as(formed.chair);
    await firstRound(formed);
    expect(await at()).toEqual(['shortlist-entries']);
    await endJudging(formed);
  });

  it('is said by the task and the page: it may be decided on the earlier round', async () => {
    expect(await at()).toEqual(['decide-earlier']);
    expect((await first.get<Panel>(`/panels/${formed.panel}`)).body).toMatchObject({
      ...{ status: 'sealed', round: 'first', judgingOver: true },
    });
  });

  it('lets nobody go on any more', async () => {
    const refused = await first.post(`/panels/${formed.panel}/shortlist`, {
      ...{ round: 'first', entries: formed.entries.slice(0, 2) },
    });
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/phase-not-open']);
  });

  it('is another thing where the time is reopened', async () => {
    const again = await formedSample({ db: api.db, definition: twoRounds() });
    await firstRound(again);
    await endJudging(again);
    const secretariat = await api.grant('secretariat', { award: 'sample' });
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const granted = await secretariat.post(`/cycles/${again.cycleId}/countries/SG/dispensations`, {
      ...{ step: 'judging', until, reason: 'The final was held up.', authority: 'Sample Minister' },
    });
    expect(granted.status).toBe(201);
    const leader = api.as(again.chair);
    expect((await leader.get<Panel>(`/panels/${again.panel}`)).body).toMatchObject({ judgingOver: false });
    const body = { round: 'first', entries: again.entries.slice(0, 2) };
    expect((await leader.post(`/panels/${again.panel}/shortlist`, body)).status).toBe(200);
  });

  it('is decided on the first round with the reason, and signed', async () => {
    const refused = await decide();
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/round-follows']);
    expect((await decide('Judging ended before the final could be held.')).status).toBe(200);
    expect(await at()).toEqual(['sign-decision']);
    const { cycleId, group, acts, chair: leader } = formed;
    const signature = { kind: 'in-person' } as const;
    await acts.panel({ type: 'SignDecision', data: { cycleId, group, signature } }, by('chair', leader));
    expect((await first.get<Panel>(`/panels/${formed.panel}`)).body).toMatchObject({
      status: 'signed',
      round: 'first',
    });
    expect(await at()).toEqual([]);
  });
});

describe('where judges see no names', () => {
  const planted = ['Zzalpha', 'Zzbeta', 'Zzgamma', 'Zzdelta'];
  const blindRounds = () => {
    const { judging, ...rest } = twoRounds();
    return { ...rest, judging: { ...judging, blind: { nominee: true, nominator: true } } };
  };
  /** What one reads in the final, and what is left of the round before. */
  const addressesOf = ({ panel: id, cycleId, entries }: Formed, who: string) => [
    ...['', '/shortlist', '/board', '/board?round=first', '/reliability?round=first', '/history?limit=200'].map(
      (part) => `/panels/${id}${part}`,
    ),
    ...['/meeting', '/meeting/pdf', '/minutes/docx', '/decision', '/assignment', '/calibration', '/late-sheets'].map(
      (part) => `/panels/${id}${part}`,
    ),
    ...['/scorecards?limit=200', '/judging', '/me/tasks', `/cycles/${cycleId}/panels`, `/cycles/${cycleId}/board`],
    ...entries.flatMap((entry) => [
      ...[`/nominations/${entry}`, `/panels/${id}/entries/${entry}`, `/panels/${id}/entries/${entry}/notes`],
      ...['first', 'final'].flatMap((round) =>
        ['', '/entry', '/versions'].map((part) => `/scorecards/${entry}~${who}~${round}${part}`),
      ),
    ]),
  ];
  const told = async (personId: string, path: string) => {
    const response = await fetch(`${api.url}/api/v1${path}`, { headers: { 'x-person': personId } });
    expect(response.status).toBeLessThan(500);
    return response.status === 200 ? textOf(Buffer.from(await response.arrayBuffer())) : null;
  };

  it('neither the final nor the round before tells one, to whoever judged or leads', async () => {
    const formed = await formedSample({ db: api.db, definition: blindRounds() }, planted);
    await firstRound(formed);
    const { chair: first, deputy, member, later, entries, panel: id } = formed;
    const settled = { round: 'first', entries: entries.slice(0, 2), departures: [] };
    expect((await api.as(first).post(`/panels/${id}/shortlist`, settled)).status).toBe(200);
    const change = { addJudges: [later], removeJudges: [member], reason: 'The panel of the final.' };
    expect((await focal.post(`/panels/${id}/change`, change)).status).toBe(200);
    await assignRound(formed, entries.slice(0, 2), [first, deputy, later]);
    await waitFor(api.db, [history.name], await lastPlace(api.db), 20_000);
    const read: string[] = [];
    const leaks: string[] = [];
    for (const who of [first, deputy, member, later])
      for (const path of addressesOf(formed, who)) {
        const text = await told(who, path);
        if (text !== null) read.push(path);
        // As organisations; the sample titles have the same words in them.
        if (planted.some((name) => text?.includes(`Sample ${name}`))) leaks.push(path);
      }
    expect(leaks).toEqual([]);
    expect(read).toEqual(
      expect.arrayContaining([
        ...['/shortlist', '/board?round=first', '/minutes/docx'].map((part) => `/panels/${id}${part}`),
        ...[`/scorecards/${entries[3]}~${member}~first/entry`, `/scorecards/${entries[0]}~${later}~final/entry`],
      ]),
    );
    expect(JSON.stringify((await focal.get(`/panels/${id}`)).body)).toContain('Sample Zz');
  });
});

describe('reference entries before a first round with a form of its own', () => {
  type Calibration = {
    round: string;
    left: number | null;
    references: { points: object[] | null; spread: { criterion: string }[] | null }[];
    earlier: object[] | null;
  };
  const given = (points: number) =>
    ['impact', 'reach', 'lasting'].map((criterion) => ({ criterion, points, comment: 'As the anchors say.' }));

  it('are laid down, scored and compared by that form, and by nobody any more in the final', async () => {
    const formed = await formedSample({ db: api.db, definition: calibratedRounds() });
    const path = `/panels/${formed.panel}/calibration`;
    const viewFor = async (client: TestClient) => (await client.get<Calibration>(path)).body;
    expect(await viewFor(focal)).toMatchObject({ round: 'first', earlier: expect.any(Array) });
    const reference = { source: 'sample', title: { en: 'Sample one' }, text: 'Sample text of what was done.' };
    const short = await focal.post(`${path}/references`, { ...reference, scores: given(9).slice(0, 2) });
    expect([short.status, short.body.type]).toEqual([409, '/problems/criteria-missing']);
    const added = await focal.post<{ id: string }>(`${path}/references`, { ...reference, scores: given(9) });
    expect(added.status).toBe(201);
    await assignRound(formed, formed.entries, formed.judges);
    for (const judge of formed.judges) {
      const scored = await api.as(judge).post(`${path}/references/${added.body.id}/score`, { scores: given(8) });
      expect(scored.status).toBe(200);
    }
    const [seen] = (await viewFor(api.as(formed.member))).references;
    expect(seen?.spread?.map(({ criterion }) => criterion)).toEqual(['impact', 'reach', 'lasting']);
    await judgeFirst(formed);
    await toFinal(formed);
    expect(await viewFor(focal)).toMatchObject({ round: 'first', earlier: null });
    expect(await viewFor(api.as(formed.later))).toMatchObject({ left: 0, references: [{ points: given(9) }] });
  });
});

describe('the record of two rounds', () => {
  const bundleFor = async (reader: { audience: 'auditor' | 'nominee'; entry?: string }) => {
    const signer = await openSigner(api.db, '42'.repeat(32));
    const signed = await findSignedRecord(api.db, sample, signer);
    if (signed === null) throw new Error('There is no record.');
    return bundleOf(signed.record, signed.heads, signed.secret, { named: [], ...reader }, signer);
  };

  it('gives each tally again, and who went on by the rule but for what it owns to, before both verifiers', async () => {
    const bundle = await bundleFor({ audience: 'auditor' });
    const text = JSON.stringify(bundle);
    const { ok, steps } = verify(text);
    expect(ok).toBe(true);
    const found = Object.fromEntries(steps.map(({ step, outcome, because }) => [step, [outcome, because]]));
    expect(found).toMatchObject({
      sheets: ['passed', 'sheets-counted'],
      tally: ['passed', 'recomputed'],
      rounds: ['unchecked', 'shortlist-departs'],
      decision: ['passed', 'follows-ranking'],
    });
    expect(await verdictsOf([text])).toEqual(['ok']);
  });

  it('tells a nominee by its code whether it went on', async () => {
    const { steps } = verify(JSON.stringify(await bundleFor({ audience: 'nominee', entry: 'E03' })));
    expect(steps.find(({ step }) => step === 'rounds')).toMatchObject({
      ...{ outcome: 'unchecked', because: 'shortlist-not-checked' },
      values: { entries: 'first: E01 E02 E04' },
    });
  });

  it('hides no change of one field, in whichever round', async () => {
    const bundle = await bundleFor({ audience: 'auditor' });
    const changed = changedBundles(bundle, 500);
    expect(changed.filter(({ text }) => verify(text).ok)).toEqual([]);
    const verdicts = await verdictsOf(changed.map(({ text }) => text));
    expect(verdicts.filter((verdict) => verdict === 'ok')).toEqual([]);
  }, 120_000);
});
