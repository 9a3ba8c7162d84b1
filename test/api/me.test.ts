// Who I am, and what is due from me, in every role.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by, sheetOf } from '../support/acts.ts';
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

type Task = { kind: string; category: string | null; count: number; dueAt: string | null; zone: string; link: string };

let api: TestApi;
let played: Played;
let draft: string;

beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
  draft = await draftBy(played, played.people.applicant, 'private');
});
afterAll(() => api.close());

async function tasksOf(client: TestClient): Promise<Task[]> {
  const { status, body } = await client.get<{ items: Task[] }>('/me/tasks');
  expect(status).toEqual(200);
  return body.items;
}
/** Kind, category, how many, and where. */
const brief = (tasks: Task[]) => tasks.map(({ kind, category, count, link }) => [kind, category, count, link]);
const dueAt = async (phase: string): Promise<string | undefined> => {
  const row = await api.db.read
    .selectFrom('cycle_phases')
    .select('closes_at')
    .where('cycle_id', '=', played.cycleId)
    .where('phase', '=', phase)
    .executeTakeFirst();
  return row?.closes_at?.toISOString();
};

describe('ViewMe', () => {
  it('says who I am and which roles I hold where', async () => {
    const { screener } = played.people;
    const { status, body } = await screener.get('/me');
    const nowhere = { cycleId: null, group: null, forum: null, laureate: null, nomination: null, powers: [] };
    expect([status, body]).toEqual([
      200,
      {
        personId: screener.personId,
        name: 'Sample person',
        email: expect.stringContaining('@example.org'),
        language: 'en',
        zone: null,
        roles: [{ role: 'screener', award: 'sample', country: 'SG', ...nowhere }],
      },
    ]);
  });
  it('asks to sign in first', async () => {
    expect((await api.as(null).get('/me')).status).toEqual(401);
  });
});

describe('while nominations are open', () => {
  it('an applicant has drafts to submit, with the deadline and its zone', async () => {
    const [task, ...others] = await tasksOf(played.people.applicant);
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      kind: 'submit-nomination',
      category: 'private',
      link: `/api/v1/drafts/nomination/${draft}`,
      dueAt: await dueAt('nomination'),
      zone: 'Asia/Singapore',
    });
  });
  it('nobody else has', async () => {
    const { otherApplicant, focalPoint, applicantAbroad, screener } = played.people;
    for (const client of [otherApplicant, focalPoint, applicantAbroad, screener])
      expect(await tasksOf(client)).toEqual([]);
  });
});

describe('while screening goes on', () => {
  const desk = () => `/api/v1/cycles/${played.cycleId}/countries/SG`;
  beforeAll(async () => {
    const { acts, cycleId } = played;
    for (const iso2 of ['SG', 'MM'])
      await acts.country({ type: 'CloseCountryPhase', data: { cycleId, iso2, phase: 'nomination' } }, by('approver'));
  });

  it('the screener has a queue and the approver categories to sign, in the own country only', async () => {
    const { screener, approver, screenerAbroad } = played.people;
    expect(brief(await tasksOf(screener))).toEqual([
      ['screen-nominations', 'ngo', 1, desk()],
      ['screen-nominations', 'private', 1, desk()],
    ]);
    expect(brief(await tasksOf(approver))).toEqual([
      ['sign-forwarding', 'ngo', 1, desk()],
      ['sign-forwarding', 'private', 1, desk()],
    ]);
    expect(await tasksOf(screenerAbroad)).toEqual([]);
  });
  it('a nomination that came back is its editor’s to correct, in its own time', async () => {
    const { acts, ngo, people } = played;
    const messages = [{ field: 'name', message: 'Please give the full name.' }];
    await acts.nomination({ type: 'ReturnNomination', data: { nominationId: ngo, messages } }, by('screener'));
    const row = await api.db.read
      .selectFrom('nominations')
      .select('correct_by')
      .where('nomination_id', '=', ngo)
      .executeTakeFirstOrThrow();
    expect(await tasksOf(people.applicant)).toMatchObject([
      { kind: 'correct-nomination', link: `/api/v1/drafts/nomination/${ngo}`, dueAt: row.correct_by?.toISOString() },
    ]);
    expect(brief(await tasksOf(people.screener))).toEqual([['screen-nominations', 'private', 1, desk()]]);
  });
  it('a rejection waits for a second person', async () => {
    const { acts, firm, people } = played;
    const proposal = { type: 'RejectNomination', data: { nominationId: firm, reason: 'Not registered.' } } as const;
    await acts.nomination(proposal, by('screener', people.screener.personId ?? ''));
    expect(await tasksOf(people.screener)).toEqual([]);
    const [task] = (await tasksOf(people.approver)).filter(({ kind }) => kind === 'confirm-rejection');
    expect(task).toMatchObject({
      category: 'private',
      link: `/api/v1/nominations/${firm}`,
      dueAt: await dueAt('screening'),
    });
  });
});

describe('while a panel is at work', () => {
  let other: Played;
  let judges: TestClient[];
  beforeAll(async () => {
    other = await playNominations(api);
    await playScreening(other);
  });

  it('the focal point has panels to form', async () => {
    const kinds = (await tasksOf(other.people.focalPoint)).map(({ kind, category }) => [kind, category]);
    expect(kinds).toEqual([
      ['form-panel', 'ngo'],
      ['form-panel', 'private'],
    ]);
  });
  it('a judge has an invitation, then terms, then entries, then the word that all is done', async () => {
    judges = (await playAssignment(other)).map((judgeId) => api.as(judgeId));
    const [judge] = judges;
    if (judge === undefined) throw new Error('There are judges.');
    expect(brief(await tasksOf(judge))).toEqual([['score-entries', 'ngo', 1, '/api/v1/scorecards']]);
    const sheet = sheetOf(other.definition, 'ngo', 4);
    await other.acts.scorecard(other.ngo, judge.personId ?? '', sheet, by('judge', judge.personId ?? ''));
    const path = `/api/v1/cycles/${other.cycleId}/judges/${judge.personId}`;
    expect(brief(await tasksOf(judge))).toEqual([['finish-scoring', 'ngo', 1, path]]);
    const newcomer = api.as(randomUUID());
    const data = { cycleId: other.cycleId, judgeId: newcomer.personId ?? '' };
    await other.acts.judge(
      { type: 'InviteJudge', data: { ...data, groups: ['SG-ngo'], country: 'SG' } },
      by('focal-point'),
    );
    expect((await tasksOf(newcomer)).map(({ kind }) => kind)).toEqual(['answer-judge-invitation']);
    await other.acts.judge({ type: 'AcceptInvitation', data }, by('judge', data.judgeId));
    expect((await tasksOf(newcomer)).map(({ kind }) => kind)).toEqual(['accept-terms']);
  });
  it('an entry in conflict is no task', async () => {
    const judge = judges[2];
    const data = { cycleId: other.cycleId, judgeId: judge?.personId ?? '' };
    const conflict = { nominationId: other.ngo, kind: 'family', reason: 'My sister runs it.' } as const;
    await other.acts.judge({ type: 'DeclareConflict', data: { ...data, ...conflict } }, by('judge', data.judgeId));
    expect(await tasksOf(api.as(data.judgeId))).toEqual([]);
  });
});

describe('once decisions are signed', () => {
  let third: Played;
  let forumId: string;
  beforeAll(async () => {
    third = await playNominations(api);
    await playScreening(third);
    const { ngo, firm } = third;
    const groups = [await playPaperDecision(third, 'ngo', ngo), await playPaperDecision(third, 'private', firm)];
    await playEndorsement(third, groups);
    forumId = await playForum(third);
  });
  const about = (tasks: Task[]) => tasks.filter(({ link }) => link.includes(third.cycleId) || link.includes(forumId));

  it('the laureate’s contact and the focal point have the award to answer', async () => {
    const contact = await api.grant('laureate-contact', { laureate: third.ngo });
    const path = (category: string, id: string) => `/api/v1/panels/${third.cycleId}~SG-${category}/laureates/${id}`;
    expect(brief(await tasksOf(contact))).toEqual([
      ['answer-award', 'ngo', 1, path('ngo', third.ngo)],
      ['proof-name', 'ngo', 1, `/api/v1/laureates/${third.ngo}`],
    ]);
    const atDesk = brief(about(await tasksOf(third.people.focalPoint)));
    expect(atDesk.sort()).toEqual([
      ['answer-award', 'ngo', 1, path('ngo', third.ngo)],
      ['answer-award', 'private', 1, path('private', third.firm)],
    ]);
    expect(about(await tasksOf(third.people.focalPointAbroad))).toEqual([]);
  });
  it('the secretariat has the announcement to plan', async () => {
    expect(brief(about(await tasksOf(third.people.secretariat)))).toEqual([
      ['plan-announcement', null, 1, `/api/v1/cycles/${third.cycleId}/announcement`],
    ]);
  });
  it('a presenter has an invitation to answer by its instant', async () => {
    const answerBy = new Date(Date.now() + 86_400_000).toISOString();
    const invitation = { laureateId: third.ngo, email: 'me-speaker@example.org', name: 'Sample speaker', answerBy };
    await third.people.secretariat.post(`/forums/${forumId}/talks`, invitation);
    const { body } = await third.people.secretariat.get<{ presenter: { personId: string } }>(
      `/talks/${forumId}~${third.ngo}`,
    );
    expect(await tasksOf(api.as(body.presenter.personId))).toMatchObject([
      {
        kind: 'answer-talk-invitation',
        dueAt: answerBy,
        zone: 'Asia/Singapore',
        link: `/api/v1/talks/${forumId}~${third.ngo}`,
      },
    ]);
  });
  it('lists the soonest first, page by page', async () => {
    const { focalPoint } = third.people;
    const seen: Task[] = [];
    for (let path = '/me/tasks?limit=1'; ; ) {
      const { body } = await focalPoint.get<{ items: Task[]; next: string | null }>(path);
      seen.push(...body.items);
      if (body.next === null) break;
      path = `/me/tasks?limit=1&cursor=${body.next}`;
    }
    expect(seen).toEqual(await tasksOf(focalPoint));
  });
});

describe('while endorsement is open', () => {
  it('an endorser has replies to give, and the secretariat objections to settle', async () => {
    const fourth = await playNominations(api);
    await playScreening(fourth);
    const { ngo, firm, people, cycleId, acts } = fourth;
    const groups = [await playPaperDecision(fourth, 'ngo', ngo), await playPaperDecision(fourth, 'private', firm)];
    await playEndorsement(fourth, groups, { open: true });
    const link = `/api/v1/cycles/${cycleId}/endorsement/note`;
    const about = (tasks: Task[]) => brief(tasks.filter((task) => link.startsWith(task.link)));
    expect(about(await tasksOf(people.endorser))).toEqual([['endorse-results', null, 2, link]]);
    await acts.cycle({ type: 'EndorseResults', data: { cycleId, country: 'SG', laureates: [ngo] } }, by('endorser'));
    expect(about(await tasksOf(people.endorser))).toEqual([['endorse-results', null, 1, link]]);
    expect(about(await tasksOf(people.endorserAbroad))).toEqual([['endorse-results', null, 2, link]]);
    const objection = { country: 'MM', laureateId: firm, reason: 'Sample objection.' };
    await acts.cycle({ type: 'ObjectToResult', data: { cycleId, ...objection } }, by('endorser'));
    expect(about(await tasksOf(people.secretariat))).toEqual([
      ['settle-objection', null, 1, `/api/v1/cycles/${cycleId}/endorsement`],
    ]);
  });
});
