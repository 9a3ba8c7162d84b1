// Who did what when: for each audience what it may see, never a score. And the mailbox.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMail } from '../../documents/mail.ts';
import { by, sheetOf } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { type Played, playAssignment, playNominations, playScreening } from '../support/played-cycle.ts';

type Line = {
  type: string;
  actor: string | null;
  name: string | null;
  role: string | null;
  judgeId: string | null;
  detail: Record<string, unknown>;
  names: { [key: string]: { en?: string } };
};
type List<Item> = { items: Item[]; next: string | null };

let api: TestApi;
let played: Played;
let judges: string[];
let after: string;

beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
  await playScreening(played);
  judges = await playAssignment(played);
  const [first = '', second = '', third = ''] = judges;
  const { acts, ngo, cycleId, definition } = played;
  await acts.scorecard(ngo, first, sheetOf(definition, 'ngo', 5), by('judge', first));
  await acts.scorecard(
    ngo,
    second,
    { type: 'RecuseFromEntry', data: { reason: 'The head is my brother Anan.' } },
    by('judge', second),
  );
  const conflict = { nominationId: ngo, kind: 'family', reason: 'My sister Malee runs it.' } as const;
  const { place } = await acts.judge(
    { type: 'DeclareConflict', data: { cycleId, judgeId: third, ...conflict } },
    by('judge', third),
  );
  after = `after=${place.tx}.${place.position}`;
});
afterAll(() => api.close());

async function historyFor(client: TestClient, path = `/nominations/${played.ngo}/history`): Promise<Line[]> {
  const { status, body } = await client.get<List<Line>>(`${path}?limit=200&${after}`);
  expect(status).toEqual(200);
  return body.items;
}
const typesIn = (lines: Line[]) => [...new Set(lines.map(({ type }) => type))].sort();

describe('ViewNominationHistory', () => {
  it('tells the secretariat all, newest first, with names, never a score', async () => {
    const lines = await historyFor(played.people.secretariat);
    expect(lines.at(-1)).toMatchObject({
      type: 'NominationSubmitted',
      actor: played.people.applicant.personId,
      name: 'Sample person',
      role: 'applicant',
    });
    expect(lines[0]).toMatchObject({ type: 'ConflictDeclared', judgeId: judges[2], actor: judges[2] });
    const scored = lines.find(({ type }) => type === 'ScorecardSubmitted');
    expect(scored).toMatchObject({ judgeId: judges[0], detail: { round: 'main', dossierVersion: 1 } });
    expect(JSON.stringify(lines)).not.toMatch(/points|scores/);
  });
  it('tells a country’s desk that judging goes on, not who judges', async () => {
    const { focalPoint, screener, approver } = played.people;
    for (const client of [focalPoint, screener, approver]) {
      const lines = await historyFor(client);
      expect(typesIn(lines)).toEqual(
        [
          'CheckRecorded',
          'ConflictDeclared',
          'EntryRecused',
          'NominationForwarded',
          'NominationSubmitted',
          'ScorecardAssigned',
          'ScorecardSubmitted',
        ].sort(),
      );
      const text = JSON.stringify(lines);
      for (const secret of [...judges, 'Anan', 'Malee']) expect(text).not.toContain(secret);
      expect(lines.find(({ type }) => type === 'NominationSubmitted')?.name).toEqual('Sample person');
    }
  });
  it('tells an applicant what happened to the own nomination, without the others’ names', async () => {
    const { applicant } = played.people;
    const lines = await historyFor(applicant);
    expect(typesIn(lines)).toEqual(['CheckRecorded', 'NominationForwarded', 'NominationSubmitted']);
    expect(new Set(lines.map(({ actor }) => actor))).toEqual(new Set([applicant.personId, null]));
    expect(lines.some(({ detail }) => 'by' in detail || 'note' in detail)).toEqual(false);
  });
  it('says what an item of the checklist is called, to the desk and to the applicant', async () => {
    const { screener, applicant } = played.people;
    for (const client of [screener, applicant]) {
      const checks = (await historyFor(client)).filter(({ type }) => type === 'CheckRecorded');
      const told = checks.map(({ detail, names }) => names[String(detail.item)]);
      expect(told.map((one) => one?.en).sort()).toEqual(['Registered in the country', 'Submitted in time']);
    }
  });
  it('tells a focal point whether the draft is theirs to write, so that no other is asked for', async () => {
    const { focalPoint, applicant } = played.people;
    const path = `/nominations/${played.ngo}`;
    const writes = async (client: TestClient) => (await client.get<{ writes: boolean }>(path)).body.writes;
    expect([await writes(focalPoint), await writes(applicant)]).toEqual([false, true]);
    expect((await focalPoint.get(`/drafts/nomination/${played.ngo}`)).status).toEqual(404);
  });
  it('is not there for another applicant, another country or a judge', async () => {
    const path = `/nominations/${played.ngo}/history`;
    const { otherApplicant, screenerAbroad } = played.people;
    const answers = [otherApplicant, screenerAbroad, api.as(judges[0] ?? '')].map((client) => client.get(path));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([404, 404, 403]);
  });
  it('comes page by page, without a gap', async () => {
    const all = await historyFor(played.people.secretariat);
    const seen: Line[] = [];
    for (let query = 'limit=3'; ; ) {
      const { body } = await played.people.secretariat.get<List<Line>>(`/nominations/${played.ngo}/history?${query}`);
      seen.push(...body.items);
      if (body.next === null) break;
      query = `limit=3&cursor=${body.next}`;
    }
    expect(seen).toEqual(all);
  });
});

describe('ViewHistory', () => {
  it('tells the secretariat and the auditor the whole cycle, never a score', async () => {
    for (const client of [played.people.secretariat, played.people.auditor]) {
      const lines = await historyFor(client, `/cycles/${played.cycleId}/history`);
      expect(lines.at(-1)).toMatchObject({ type: 'CyclePlanned' });
      expect(typesIn(lines)).toEqual(expect.arrayContaining(['PanelFormed', 'ForwardingSigned', 'JudgeInvited']));
      expect(JSON.stringify(lines)).not.toMatch(/"points"|"scores"/);
    }
  });
});

describe('ListMails', () => {
  it('shows the secretariat kind, person and state, never the secret of a link', async () => {
    const to = await api.person('Khun Reader');
    const mail = { kind: 'account-invited' as const, to: [to], cycleId: played.cycleId, country: 'SG' };
    const deadline = { at: new Date(), zone: 'Asia/Singapore' };
    for (const number of [1, 2, 3])
      await sendMail(api.db, {
        ...mail,
        key: `test:${number}`,
        facts: { role: 'judge', deadline },
        secret: 'a-secret-token',
      });
    const path = `/cycles/${played.cycleId}/mails?kind=account-invited&state=due&country=SG`;
    const { secretariat } = played.people;
    const first = await secretariat.get<List<Record<string, unknown>>>(`${path}&limit=2`);
    expect(first.body.items[0]).toMatchObject({
      kind: 'account-invited',
      personId: to,
      name: 'Khun Reader',
      state: 'due',
    });
    const second = await secretariat.get<List<Record<string, unknown>>>(`${path}&limit=2&cursor=${first.body.next}`);
    const all = [...first.body.items, ...second.body.items];
    expect([new Set(all.map(({ mailId }) => mailId)).size, second.body.next]).toEqual([3, null]);
    expect(JSON.stringify(all)).not.toContain('a-secret-token');
    expect((await secretariat.get<List<object>>(`${path}&state=sent`)).status).toEqual(400);
    expect((await played.people.focalPoint.get(path)).status).toEqual(403);
  });
});
