// One cycle in which everybody has something to do, and one person of each kind who may or may not do it.
import { randomUUID } from 'node:crypto';
import { circulate } from '../../api/routes/circulation.ts';
import { execute } from '../../db/execute.ts';
import { registerFile } from '../../db/files.ts';
import { uuidv5 } from '../../db/ids.ts';
import { beginImport } from '../../db/imports.ts';
import { keepLateSheet } from '../../db/late-sheets.ts';
import { recordLetterRequest } from '../../db/letter-requests.ts';
import { makeLink } from '../../db/links.ts';
import { writeMails } from '../../db/mails.ts';
import { writeParticulars } from '../../db/particulars.ts';
import { waitFor } from '../../db/projections.ts';
import { recordRequest } from '../../db/read-models/proposal-views.ts';
import { publishedSchedules } from '../../db/read-models/published.ts';
import { keepReportText } from '../../db/reports.ts';
import { Particulars } from '../../domain/delegation/messages.ts';
import { member } from '../../domain/member/decider.ts';
import { memberStream } from '../../domain/member/state.ts';
import { ReportContent } from '../../domain/report/messages.ts';
import { powers } from '../../domain/roles.ts';
import { hashOf } from '../../domain/verify/canonical.ts';
import { by, planSample, seatJudges } from './acts.ts';
import type { TestApi } from './api.ts';
import {
  type Played,
  playAssignment,
  playForum,
  playNominations,
  playPaperDecision,
  playScreening,
} from './played-cycle.ts';

/** Who asks. `Abroad` is of the other country, `other` of another award, nomination, panel, laureate, talk or forum. */
export type Actors = { [name: string]: string | null };
export type World = {
  actors: Actors;
  /** What stands in a path, for one who asks: a judge in conflict asks for the own sheet. */
  params(actor: string, route: string): { [name: string]: string };
};

export async function makeWorld(api: TestApi): Promise<World> {
  const played = await playNominations(api);
  await playScreening(played);
  const [chair = '', conflictedDeputy = '', judge = '', conflictedJudge = ''] = await playAssignment(played, 4);
  for (const judgeId of [conflictedDeputy, conflictedJudge]) await declareConflict(played, judgeId);
  const others = await seatJudges(played, ['SG-private'], 'SG', 3);
  const [otherChair = '', , otherJudge = ''] = others;
  const laureates = await playPaperDecision(played, 'private', played.firm, others);
  const forum = await playTalks(api, played);
  await playRelease(api, played, forum.forumId);
  const assignment = await proposalOf(api, { cycleId: played.cycleId, group: 'SG-ngo', forumId: null });
  const schedule = await proposalOf(api, { cycleId: played.cycleId, group: null, forumId: forum.forumId });
  const importId = await importOf(api, played);
  const participants = await playDelegation(api, played, forum.forumId);
  await playReport(api, played, forum.forumId);
  const actors: Actors = {
    ...(await ofTheAward(api, played)),
    ...(await ofParts(api, played, forum.forumId)),
    ...(await byLink(api, played)),
    ...participants.actors,
    ...{ chair, conflictedDeputy, judge, conflictedJudge, otherChair, otherJudge },
    ...{ presenter: forum.presenter, otherPresenter: forum.otherPresenter },
    judgeElsewhere: await judgeElsewhere(api),
  };
  await Promise.all(judgesOf(actors).map((personId) => makeKnown(api, personId)));
  const grantId = await grantOf(api, actors.screener ?? '');
  const { cycleId, ngo, firm } = played;
  const note = (await circulate(api.db, cycleId, [laureates]))[laureates];
  const mailId = await mailOf(api, played);
  const { organisation_id: organisationId } = await api.db.read
    .selectFrom('nominations')
    .select('organisation_id')
    .where('nomination_id', '=', ngo)
    .executeTakeFirstOrThrow();
  const fileId = await letterFor(api, ngo, played.people.applicant.personId ?? '');
  const requestId = randomUUID();
  const asked = { requestId, nominationId: ngo, personId: conflictedJudge, reason: 'Sample reason.' };
  await played.acts.panel({ type: 'RequestAccess', data: { cycleId, group: 'SG-ngo', ...asked } }, by('secretariat'));
  const lateId = await lateSheetOf(api, { cycleId, nominationId: ngo, judgeId: judge });
  const params: World['params'] = (actor, route) => {
    const judgeId = actor === 'conflictedJudge' ? conflictedJudge : judge;
    const ofLaureate = route.includes('/laureates/');
    return {
      ...{ award: 'sample', cycleId, slug: cycleId, iso2: 'SG', phase: 'nomination', countryPhase: 'judging' },
      ...{ stage: 'country', nominationId: ngo, judgeId, laureateId: firm, forumId: forum.forumId },
      section: 'nominee',
      mailId,
      noteId: randomUUID(),
      fingerprint: note?.fingerprint ?? '',
      ...{ audience: 'public', hash: 'a'.repeat(64) },
      ...{ personId: actors.screener ?? '', grantId, form: 'nomination', subjectId: ngo, fileId, version: '1' },
      panel: `${cycleId}~${ofLaureate ? laureates : 'SG-ngo'}`,
      scorecard: `${ngo}~${judgeId}~main`,
      talk: `${forum.forumId}~${ngo}`,
      session: 'first~main',
      lateId,
      requestId,
      referenceId: randomUUID(),
      importKind: 'people',
      importId,
      proposalId: route.endsWith('(schedule)') ? schedule : assignment,
      organisationId,
      participantId: participants.participantId,
    };
  };
  return { actors, params };
}

const declareConflict = ({ acts, cycleId, ngo }: Played, judgeId: string) =>
  acts.judge(
    { type: 'DeclareConflict', data: { cycleId, judgeId, nominationId: ngo, kind: 'family', reason: 'My sister.' } },
    by('judge', judgeId),
  );

async function ofTheAward(api: TestApi, { people }: Played): Promise<Actors> {
  const known = Object.entries(people).map(([name, { personId }]) => [name, personId] as const);
  const elsewhere = async (role: 'secretariat' | 'auditor') => (await api.grant(role, { award: 'another' })).personId;
  return {
    nobody: null,
    roleless: await api.person(),
    ...Object.fromEntries(known),
    otherSecretariat: await elsewhere('secretariat'),
    otherAuditor: await elsewhere('auditor'),
    standby: await standbyOf(api),
  };
}

/** In the secretariat's place with every power, but over files that no officer has declared a conflict with. */
async function standbyOf({ db, person }: TestApi): Promise<string> {
  const personId = await person();
  const held = powers.filter((power) => power !== 'conflicted-files');
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const data = {
    personId,
    grantId: randomUUID(),
    role: 'standby' as const,
    scope: { award: 'sample' },
    until,
    powers: held,
  };
  await execute(db, member, memberStream(personId), { type: 'GrantRole', data }, by('administrator'));
  return personId;
}

async function ofParts({ grant }: TestApi, { ngo, firm }: Played, forumId: string): Promise<Actors> {
  return {
    contact: (await grant('laureate-contact', { laureate: firm })).personId,
    otherContact: (await grant('laureate-contact', { laureate: ngo })).personId,
    staff: (await grant('forum-staff', { forum: forumId })).personId,
    host: (await grant('host', { forum: forumId })).personId,
    moderator: (await grant('moderator', { forum: forumId })).personId,
    otherStaff: (await grant('forum-staff', { forum: randomUUID() })).personId,
    delegate: (await grant('delegate', { award: 'sample', country: 'SG' })).personId,
  };
}

/** Who came by a link; they are named by its header, for they do not sign in. */
async function byLink(api: TestApi, { cycleId, ngo, people }: Played): Promise<Actors> {
  const [nominee, referee, requestId] = [await api.person(), await api.person(), randomUUID()];
  const expiresAt = new Date(Date.now() + 86_400_000);
  const about = { subject: ngo, cycleId, expiresAt };
  const request = { requestId, nominationId: ngo, personId: referee, field: 'certificate' };
  await recordLetterRequest(api.db, { ...request, requestedBy: people.applicant.personId ?? '' });
  const consent = await makeLink(api.db, { ...about, purpose: 'consent', personId: nominee });
  const detail = { request: requestId };
  const letter = await makeLink(api.db, { ...about, purpose: 'supporting-letter', personId: referee, detail });
  return { nominee: `Link ${consent.token}`, referee: `Link ${letter.token}` };
}

/** Two participants of Singapore's delegation, who came by their links. */
async function playDelegation({ db, person }: TestApi, { acts, cycleId }: Played, forumId: string) {
  const participantIds = [randomUUID(), randomUUID()] as const;
  const expiresAt = new Date(Date.now() + 86_400_000);
  const links = participantIds.map(async (participantId) => {
    const personId = await person();
    const data = { forumId, country: 'SG', participantId, personId, capacity: 'delegate' } as const;
    await acts.delegation({ type: 'RegisterParticipant', data }, by('focal-point'));
    const content = Particulars.parse({ name: 'Sample participant' });
    const written = { participantId, personId, content, actor: personId, commandId: randomUUID() };
    await writeParticulars(db, written, null);
    const { token } = await makeLink(db, {
      purpose: 'participant',
      personId,
      subject: participantId,
      cycleId,
      expiresAt,
    });
    return `Link ${token}`;
  });
  const [participant = '', otherParticipant = ''] = await Promise.all(links);
  return { participantId: participantIds[0], actors: { participant, otherParticipant } };
}

/** The first version of Singapore's mission report. */
async function playReport({ db }: TestApi, { acts }: Played, forumId: string): Promise<void> {
  const [of, who] = [{ forumId, country: 'SG' }, by('delegate')];
  const content = ReportContent.parse({
    ...{ title: 'Sample report', language: 'en' },
    parts: [{ id: 'date', kind: 'fact', label: 'Date', text: '' }],
  });
  await keepReportText(db, of, hashOf(content), content, who.actor);
  await acts.report({ type: 'SaveReport', data: { ...of, base: 0, hash: hashOf(content), source: 'web' } }, who);
}

/** A forum with a talk of each of two presenters. */
async function playTalks(api: TestApi, played: Played) {
  const forumId = await playForum(played);
  const [presenter, otherPresenter] = [await api.person(), await api.person()];
  const { acts, cycleId, ngo, firm } = played;
  const talk = (laureateId: string, personId: string, category: string) =>
    acts.talk(
      {
        type: 'InvitePresenter',
        data: { forumId, laureateId, personId, cycleId, country: 'SG', category, organisation: { en: 'Sample' } },
      },
      by('secretariat'),
    );
  await talk(ngo, presenter, 'ngo');
  await talk(firm, otherPresenter, 'private');
  return { forumId, presenter, otherPresenter };
}

/** Who judges in another cycle of the award, and there alone. */
async function judgeElsewhere({ db, definition }: TestApi): Promise<string> {
  const hours = { nomination: 3_600, screening: 3_600, judging: 3_600, decision: 3_600 };
  const sample = await planSample(db, definition, ['SG'], hours);
  const [judgeId = ''] = await seatJudges(sample, ['SG-ngo'], 'SG', 1);
  return judgeId;
}

const judgesOf = (actors: Actors) =>
  Object.entries(actors).flatMap(([name, id]) => (/judge|chair|deputy/i.test(name) && id !== null ? [id] : []));

async function makeKnown({ db }: TestApi, personId: string): Promise<void> {
  const person = { person_id: personId, email: `${personId}@example.org`, name: 'Sample judge' };
  await db.read.insertInto('people').values(person).execute();
}

/** A schedule without a place for anybody, seen by the public. */
async function playRelease({ db }: TestApi, { acts, ngo, firm }: Played, forumId: string): Promise<void> {
  const proposalId = randomUUID();
  const facts = { person: randomUUID(), country: 'SG', theme: null, available: [] };
  const talks = [
    { ...facts, talk: ngo, category: 'ngo' },
    { ...facts, talk: firm, category: 'private' },
  ];
  const unplaced = talks.map(({ talk }) => ({ talk, reasons: ['All slots are taken.'] }));
  await acts.forum({ type: 'RequestSchedule', data: { forumId, proposalId } }, by('secretariat'));
  const proposed = { forumId, proposalId, placements: [], unplaced, talks };
  await acts.forum({ type: 'ProposeSchedule', data: proposed }, by('process'));
  const release = { forumId, name: 'First', note: '' };
  const { place } = await acts.forum({ type: 'ReleaseSchedule', data: release }, by('secretariat'));
  await waitFor(db, [publishedSchedules.name], place, 10_000);
}

type Asked = { cycleId: string; group: string | null; forumId: string | null };
async function proposalOf({ db }: TestApi, asked: Asked): Promise<string> {
  const proposalId = randomUUID();
  const kind = asked.group === null ? 'schedule' : 'assignment';
  await recordRequest(db, { ...asked, proposalId, kind, by: randomUUID() });
  return proposalId;
}

function lateSheetOf({ db }: TestApi, about: { cycleId: string; nominationId: string; judgeId: string }) {
  const lateId = randomUUID();
  const late = { ...about, lateId, round: 'main', group: 'SG-ngo', scores: [], refusal: 'too-late' };
  return keepLateSheet(db, late).then(() => lateId);
}

/** By the focal point. */
async function importOf({ db }: TestApi, { cycleId, people }: Played): Promise<string> {
  const importId = randomUUID();
  const personId = people.focalPoint.personId ?? '';
  await beginImport(db, { importId, cycleId, kind: 'people', personId, rows: 1 });
  return importId;
}

/** About the cycle, to its focal point. */
async function mailOf({ db }: TestApi, { cycleId, people }: Played): Promise<string> {
  const mail = { kind: 'nudge', personId: people.focalPoint.personId ?? '', cycleId, forumId: null, country: 'SG' };
  await writeMails(db, [{ key: 'access', ...mail, language: 'en', subject: 'Sample', body: 'Sample', secret: null }]);
  return uuidv5('mail:access');
}

async function grantOf({ db }: TestApi, personId: string): Promise<string> {
  const row = await db.read
    .selectFrom('grants')
    .select('grant_id')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return row.grant_id;
}

/** A letter sent for the nomination; who registered it may upload it, and no one who judges or screens. */
async function letterFor({ db }: TestApi, subjectId: string, owner: string): Promise<string> {
  const fileId = randomUUID();
  const about = { kind: 'supporting-letter' as const, field: 'certificate', cycleId: null, country: null };
  const file = { name: 'letter.pdf', size: 10, type: 'application/pdf', hash: 'a'.repeat(64), language: null };
  await registerFile(db, { fileId, subjectId, owner, confidential: false, ...about, ...file });
  return fileId;
}
