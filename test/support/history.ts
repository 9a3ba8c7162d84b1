// A national cycle from its plan to the archive, through the real write path, in which every kind of event happens.
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import { execute } from '../../db/execute.ts';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { rubricOf } from '../../domain/definition-queries.ts';
import { member } from '../../domain/member/decider.ts';
import type { MemberCommand } from '../../domain/member/messages.ts';
import { memberStream } from '../../domain/member/state.ts';
import type { KeptSignature } from '../../domain/messages.ts';
import type { CountedSheet } from '../../domain/panel/messages.ts';
import type { Phase } from '../../domain/phases.ts';
import {
  by,
  contentOf,
  formPanel,
  passScreening,
  planSample,
  recordDecision,
  requestEndorsement,
  type Sample,
  seatJudges,
  sheetOf,
  signCountry,
  submit,
} from './acts.ts';
import { runTheDay, writeReport } from './after-forum.ts';
import { samplePlan } from './forum-samples.ts';
import { holdCeremony, keepRegister } from './register-history.ts';
import { sampleDefinition } from './samples.ts';
import { playSideWays } from './side-ways.ts';

const hour = 3_600;
const inHours = (hours: number) => new Date(Date.now() + hours * hour * 1_000).toISOString();
const group = 'SG-ngo';
const reason = 'As it was agreed.';
const letter: KeptSignature = {
  ...{ kind: 'on-behalf', letter: 'b'.repeat(64), reference: 'Letter 7', date: '2026-01-15' },
  signatory: { office: 'Permanent Secretary', signatoryId: '7d0f6d0a-1f4e-4a53-9a52-5f6c86a0b1c2' },
};

/** Singapore judges its entries on scores in one category and on paper in the other; Myanmar has no nominee, and objects. */
export async function playHistory(db: Db): Promise<void> {
  await changeRoles(db);
  await keepRegister(db);
  await cancelOne(db);
  await playSideWays(db);
  const sample = await planSample(
    db,
    calibrating(),
    ['MM', 'SG'],
    { nomination: hour, screening: hour, judging: hour, decision: hour },
    { answers: { laureate: 'PT1S', presenter: 'P7D' } },
  );
  const nominated = await nominate(sample);
  const [first, second, third] = await screen(sample, nominated);
  const firm = nominated.firm;
  const judges = await judgeOnScores(sample, [first, second, third]);
  await judgeOnPaper(sample, firm);
  await closeForAll(sample, ['judging', 'decision']);
  await endorse(sample, { first, second, third, firm, chair: judges[0] ?? '' });
  await answer(sample, { second, third, firm });
  await announce(sample);
  await holdCeremony(sample, { group: 'SG-private', laureateId: firm });
  await holdForum(sample, third, firm);
  await takeBack(sample, firm);
  const { cycleId, acts } = sample;
  await acts.cycle({ type: 'ClosePhase', data: { cycleId, phase: 'announcement' } }, by('process'));
  await acts.cycle({ type: 'ClosePhase', data: { cycleId, phase: 'forum' } }, by('secretariat'));
  await acts.cycle({ type: 'ArchiveCycle', data: { cycleId } }, by('process'));
}

/** Judges score a reference entry first. */
function calibrating(): AwardDefinition {
  const { judging, ...rest } = sampleDefinition();
  const calibration = { key: 'calibration', names: { en: 'Calibration' }, kind: 'calibration' as const };
  return { ...rest, judging: { ...judging, rounds: [calibration, 'main'] } };
}

async function changeRoles(db: Db): Promise<void> {
  const [personId, grantId] = [randomUUID(), randomUUID()];
  const give = (command: MemberCommand) =>
    execute(db, member, memberStream(personId), command, by('administrator', 'installation'));
  const scope = { award: 'sample', country: 'SG' };
  await give({ type: 'GrantRole', data: { personId, grantId, role: 'screener', scope } });
  const acting = { personId, grantId: randomUUID(), role: 'approver', scope, until: inHours(48) } as const;
  await give({ type: 'GrantRole', data: acting });
  await give({ type: 'RevokeRole', data: { personId, grantId, reason } });
  const to = randomUUID();
  await give({ type: 'HandOverRole', data: { personId, grantId: acting.grantId, to, reason } });
  await execute(
    db,
    member,
    memberStream(to),
    {
      type: 'TakeOverRole',
      data: { personId: to, grantId: randomUUID(), fromPerson: personId, fromGrantId: acting.grantId },
    },
    by('administrator', 'installation'),
  );
  const standby = {
    personId,
    grantId: randomUUID(),
    role: 'standby',
    scope: { award: 'sample' },
    until: inHours(48),
  } as const;
  await give({ type: 'GrantRole', data: { ...standby, powers: ['conflicted-files'] } });
}

/** An officer of the secretariat has to do with one of those who are put forward. */
async function keepAway({ db, cycleId }: Sample, nominationId: string): Promise<void> {
  const officer = randomUUID();
  const data = { personId: officer, nominationId, cycleId, country: 'SG', kind: 'family', reason } as const;
  const command = { type: 'DeclareOfficerConflict', data } as const;
  await execute(db, member, memberStream(officer), command, by('secretariat', officer));
}

async function cancelOne(db: Db): Promise<void> {
  const lengths = { nomination: hour, screening: hour, judging: hour, decision: hour };
  const { cycleId, acts } = await planSample(db, sampleDefinition('regional'), ['SG', 'TH'], lengths);
  await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase: 'nomination' } }, by('process'));
  await acts.cycle({ type: 'SuspendCycle', data: { cycleId, reason } }, by('secretariat'));
  const again = { cycleId, reason, closesAt: { nomination: inHours(2) } };
  await acts.cycle({ type: 'ResumeCycle', data: again }, by('secretariat'));
  await acts.cycle({ type: 'CancelCycle', data: { cycleId, reason } }, by('secretariat'));
}

type Nominated = { kept: [string, string, string]; rejected: string; late: string; firm: string };

/** An extension that pushes the later phases, a country's own instant, a submission that is replaced, one withdrawn. */
async function nominate(sample: Sample): Promise<Nominated> {
  const { cycleId, acts } = sample;
  await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase: 'nomination' } }, by('process'));
  const extended = { cycleId, phase: 'nomination', closesAt: inHours(2.5), reason } as const;
  await acts.cycle({ type: 'MoveDeadline', data: extended }, by('secretariat'));
  const own = { cycleId, iso2: 'SG', closesAt: { judging: inHours(4.2) } };
  await acts.country({ type: 'SetCountryTimetable', data: own }, by('focal-point'));
  const kept: Nominated['kept'] = [
    await submit(sample, 'SG', 'ngo'),
    await submit(sample, 'SG', 'ngo'),
    await submit(sample, 'SG', 'ngo'),
  ];
  const [rejected, withdrawn, late] = [
    await submit(sample, 'SG', 'ngo'),
    await submit(sample, 'SG', 'ngo'),
    await submit(sample, 'SG', 'ngo'),
  ];
  const firm = await submit(sample, 'SG', 'private');
  await keepAway(sample, kept[0]);
  const again = { nominationId: kept[0], cycleId, country: 'SG', category: 'ngo', ...contentOf('another') };
  await acts.nomination({ type: 'SubmitNomination', data: again }, by('focal-point'));
  await acts.nomination({ type: 'WithdrawNomination', data: { nominationId: withdrawn, reason } }, by('applicant'));
  await agree(sample, late);
  await closeForAll(sample, ['nomination']);
  const dispensed = {
    cycleId,
    iso2: 'MM',
    step: 'nomination',
    reason,
    authority: 'The chair',
    until: inHours(24),
  } as const;
  await acts.country({ type: 'GrantDispensation', data: dispensed }, by('secretariat'));
  return { kept, rejected, late, firm };
}

/** A file and a supporting letter arrive; the nominee is asked, refuses and thinks again. */
async function agree({ cycleId, acts }: Sample, nominationId: string): Promise<void> {
  const file = { fileId: randomUUID(), hash: 'd'.repeat(64), field: 'certificate' };
  const content = { ...contentOf('with a file'), files: [file.hash], documents: [file] };
  const submitted = { nominationId, cycleId, country: 'SG', category: 'ngo', ...content };
  await acts.nomination({ type: 'SubmitNomination', data: submitted }, by('focal-point'));
  const now = inHours(0);
  const arrived = { nominationId, ...file, registeredAt: now, arrivedAt: now, cutOff: null };
  await acts.nomination({ type: 'AttachDocument', data: { ...arrived, kind: 'attachment' } }, by('process'));
  const letter = { ...arrived, fileId: randomUUID(), kind: 'supporting-letter' } as const;
  await acts.nomination({ type: 'AttachDocument', data: letter }, by('process'));
  const [text, contact] = ['c'.repeat(64), randomUUID()];
  await acts.nomination({ type: 'RequestConsent', data: { nominationId, contact, text } }, by('focal-point'));
  const answered = { nominationId, text, note: '' };
  await acts.nomination({ type: 'RefuseConsent', data: answered }, by('nominee', contact));
  await acts.nomination({ type: 'ConfirmConsent', data: answered }, by('nominee', contact));
}

/** Early, by each country's approver; then the next phase opens. */
async function closeForAll({ cycleId, countries, acts }: Sample, closing: ('nomination' | 'judging' | 'decision')[]) {
  const next = { nomination: 'screening', judging: 'decision', decision: undefined } as const;
  for (const phase of closing) {
    for (const iso2 of countries)
      await acts.country({ type: 'CloseCountryPhase', data: { cycleId, iso2, phase } }, by('approver'));
    await acts.cycle({ type: 'ClosePhase', data: { cycleId, phase } }, by('process'));
    const following: Phase | undefined = next[phase];
    if (following !== undefined)
      await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase: following } }, by('process'));
  }
}

/** One is corrected, one rejected by two persons, one forwarded and withdrawn: its slot of the quota is free again. */
async function screen(sample: Sample, { kept, rejected, late, firm }: Nominated): Promise<Nominated['kept']> {
  const { cycleId, acts } = sample;
  const [first, second, third] = kept;
  const failed = { nominationId: second, item: 'registered', outcome: 'failed', note: 'No certificate.' } as const;
  await acts.nomination({ type: 'RecordCheck', data: failed }, by('screener'));
  const messages = [{ field: 'summary', message: 'Say whom it reached.' }];
  await acts.nomination({ type: 'ReturnNomination', data: { nominationId: second, messages } }, by('screener'));
  const corrected = { nominationId: second, ...contentOf('corrected') };
  await acts.nomination({ type: 'CorrectNomination', data: corrected }, by('applicant'));
  const reject = { type: 'RejectNomination', data: { nominationId: rejected, reason } } as const;
  await acts.nomination(reject, by('screener'));
  await acts.nomination(reject, by('approver'));
  for (const nominationId of [first, late, second]) await passScreening(sample, nominationId);
  await acts.nomination({ type: 'WithdrawNomination', data: { nominationId: late, reason } }, by('applicant'));
  for (const nominationId of [third, firm]) await passScreening(sample, nominationId);
  const counterCheck = { nominationId: firm, subject: 'forwarding', reason, officers: 1 } as const;
  await acts.nomination({ type: 'RecordCounterCheck', data: counterCheck }, by('secretariat'));
  const ranking = { cycleId, iso2: 'SG', category: 'ngo', order: [...kept] };
  await acts.country({ type: 'RankNominations', data: ranking }, by('approver'));
  const byLetter = { cycleId, iso2: 'SG', category: 'private', forwarded: [firm] };
  await acts.country({ type: 'SignForwarding', data: { ...byLetter, signature: letter } }, by('focal-point'));
  await acts.country({ type: 'ConfirmForwardingSignature', data: byLetter }, by('secretariat'));
  await signCountry(sample, 'SG', { ngo: [...kept], private: [firm] });
  await signCountry(sample, 'MM', {});
  await acts.cycle({ type: 'ClosePhase', data: { cycleId, phase: 'screening' } }, by('process'));
  await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase: 'judging' } }, by('process'));
  return kept;
}

/** A reserve for the one who has recused, who steps back too. */
async function callIn(
  { cycleId, definition, acts }: Sample,
  called: { nominationId: string; judgeId: string; insteadOf: string },
): Promise<void> {
  const { nominationId, judgeId } = called;
  await acts.panel({ type: 'CallReserve', data: { cycleId, group, ...called } }, by('focal-point'));
  const criteria = rubricOf(definition, 'ngo').criteria.map(({ key }) => key);
  const about = { cycleId, group, nominationId, judgeId, round: 'main', country: 'SG', category: 'ngo' };
  const data = { ...about, dossierVersion: 1, criteria };
  await acts.scorecard(nominationId, judgeId, { type: 'AssignScorecard', data }, by('process'));
  await acts.scorecard(nominationId, judgeId, { type: 'RecuseFromEntry', data: { reason } }, by('judge', judgeId));
}

/** One officer in conflict is let in, and out again; another is refused. */
async function letIn({ cycleId, acts, db }: Sample, nominationId: string, judges: string[]): Promise<void> {
  const { rows } = await sql<{
    id: string;
  }>`select officer_id as id from officer_conflicts where nomination_id = ${nominationId}`.execute(db.read);
  const personId = rows[0]?.id ?? '';
  const chair = judges[0] ?? '';
  for (const outcome of ['GrantAccess', 'RefuseAccess'] as const) {
    const one = { cycleId, group, requestId: randomUUID() };
    const asked = { ...one, nominationId, personId, hours: 2, reason };
    await acts.panel({ type: 'RequestAccess', data: asked }, by('secretariat', personId));
    const answer = { ...one, by: chair };
    if (outcome === 'RefuseAccess')
      await acts.panel({ type: outcome, data: { ...answer, reason } }, by('chair', chair));
    else {
      await acts.panel({ type: outcome, data: answer }, by('chair', chair));
      await acts.panel({ type: 'EndAccess', data: { ...answer, reason } }, by('chair', chair));
    }
  }
}

/** Three judges and one who joins; one recuses, one hands in again, two entries are equal to the end of the ladder. */
async function judgeOnScores(sample: Sample, entries: [string, string, string]): Promise<string[]> {
  const { cycleId, acts } = sample;
  const [reserve = '', ...judges] = (await appoint(sample, entries[2])).toReversed();
  judges.reverse();
  await formPanel(sample, 'SG', 'ngo', judges.slice(0, 3), [reserve]);
  const joining = { cycleId, group, addJudges: judges.slice(3), removeJudges: [], reason };
  await acts.panel({ type: 'ChangePanel', data: joining }, by('focal-point'));
  await calibrate(sample, () => assign(sample, entries, judges), judges);
  await score(sample, entries, judges);
  await callIn(sample, { nominationId: entries[2], judgeId: reserve, insteadOf: judges.at(-1) ?? '' });
  await letIn(sample, entries[0], judges);
  const lowered = { cycleId, group, nominationId: entries[0] ?? '', minimum: 2, reason };
  await acts.panel({ type: 'LowerMinimum', data: lowered }, by('secretariat'));
  for (const judgeId of [...judges, reserve])
    await acts.judge({ type: 'FinishScoring', data: { cycleId, judgeId, group } }, by('judge', judgeId));
  await acts.panel({ type: 'CloseScoring', data: { cycleId, group } }, by('process'));
  await acts.panel({ type: 'SealTally', data: { cycleId, group, sheets: await countedSheets(sample) } }, by('process'));
  const [first, ...equal] = entries;
  const votes = judges.slice(0, 3).map((judgeId) => ({ judgeId, choice: equal[0] ?? null }));
  await acts.panel(
    { type: 'RecordPanelVote', data: { cycleId, group, entries: equal, votes } },
    by('chair', judges[0]),
  );
  const motion = { itemId: randomUUID(), text: 'To ask for the accounts of the first.' };
  const raised = votes.map(({ judgeId }, index) => ({ judgeId, choice: index === 0 ? null : ('for' as const) }));
  await acts.panel(
    {
      type: 'RecordPanelVote',
      data: { cycleId, group, entries: [first], votes: raised, motion, left: judges.slice(3) },
    },
    by('chair', judges[0]),
  );
  await recordDecision(sample, group, judges[0] ?? '', { laureates: [first], runnersUp: equal });
  return judges;
}

/** Four who serve; one invited beside them declines, another is released. @returns the four. */
async function appoint(sample: Sample, entry: string): Promise<string[]> {
  const { cycleId, acts } = sample;
  const judges = await seatJudges(sample, [group], 'SG', 5);
  const judgeId = judges[3] ?? '';
  const profile = { cycleId, judgeId, languages: ['en'], themes: ['water'], capacity: 10 };
  await acts.judge({ type: 'SetProfile', data: profile }, by('judge', judgeId));
  const conflict = { cycleId, judgeId, nominationId: entry, reason };
  const cleared = { cycleId, judgeId, nominationIds: [entry] };
  await acts.judge({ type: 'DeclareNoConflict', data: cleared }, by('judge', judgeId));
  await acts.judge({ type: 'DeclareConflict', data: { ...conflict, kind: 'adviser' } }, by('judge', judgeId));
  await acts.judge({ type: 'SettleConflict', data: { ...conflict, outcome: 'dismissed' } }, by('focal-point'));
  const suggestion = { ...conflict, because: 'like-name', by: 'desk' } as const;
  await acts.judge({ type: 'DismissSuggestion', data: suggestion }, by('focal-point'));
  const [declining, leaving] = [randomUUID(), randomUUID()];
  for (const invited of [declining, leaving])
    await acts.judge(
      { type: 'InviteJudge', data: { cycleId, judgeId: invited, groups: [group], country: 'SG' } },
      by('focal-point'),
    );
  const declined = { cycleId, judgeId: declining, reason };
  await acts.judge({ type: 'DeclineInvitation', data: declined }, by('judge', declining));
  await acts.judge({ type: 'ReleaseJudge', data: { cycleId, judgeId: leaving, reason } }, by('focal-point'));
  return judges;
}

/** One reference entry is taken back again; the other one is scored by each judge, after the release. */
async function calibrate({ cycleId, definition, acts }: Sample, release: () => Promise<void>, judges: string[]) {
  const ids = { cycleId, group };
  const [kept, dropped] = [randomUUID(), randomUUID()];
  const points = rubricOf(definition, 'ngo').criteria.map(({ key }) => ({ criterion: key, points: 3 }));
  for (const referenceId of [kept, dropped])
    await acts.panel(
      { type: 'AddReference', data: { ...ids, referenceId, content: 'e'.repeat(64), points } },
      by('focal-point'),
    );
  await acts.panel({ type: 'RemoveReference', data: { ...ids, referenceId: dropped } }, by('focal-point'));
  await release();
  const scores = points.map((score) => ({ ...score, commented: false }));
  for (const judgeId of judges)
    await acts.panel(
      { type: 'ScoreReference', data: { ...ids, referenceId: kept, judgeId, scores, comments: null } },
      by('judge', judgeId),
    );
}

async function assign({ cycleId, definition, acts }: Sample, entries: string[], judges: string[]): Promise<void> {
  const ids = { cycleId, group };
  const proposalId = randomUUID();
  const pairs = entries.flatMap((nominationId) => judges.map((judgeId) => ({ nominationId, judgeId })));
  const pinned = pairs.slice(0, 1);
  await acts.panel({ type: 'RequestAssignment', data: { ...ids, proposalId, pinned } }, by('focal-point'));
  await acts.panel({ type: 'ProposeAssignment', data: { ...ids, proposalId, pairs, emptySeats: 0 } }, by('process'));
  await acts.panel({ type: 'ReleaseAssignment', data: ids }, by('focal-point'));
  const criteria = rubricOf(definition, 'ngo').criteria.map(({ key }) => key);
  for (const { nominationId, judgeId } of pairs) {
    const dossierVersion = nominationId === entries[2] ? 1 : 2;
    const sheet = { ...ids, nominationId, judgeId, round: 'main', country: 'SG', category: 'ngo', criteria };
    const data = { ...sheet, dossierVersion };
    await acts.scorecard(nominationId, judgeId, { type: 'AssignScorecard', data }, by('process'));
  }
}

/** Five points to the first entry, four to the others; the last judge recuses from the last entry. */
async function score(
  { definition, acts }: Sample,
  entries: [string, string, string],
  [chair = '', ...members]: string[],
): Promise<void> {
  const recused = members.at(-1) ?? '';
  const [first, , third] = entries;
  await acts.scorecard(third, recused, { type: 'RecuseFromEntry', data: { reason } }, by('judge', recused));
  await acts.scorecard(first, chair, sheetOf(definition, 'ngo', 1), by('judge', chair));
  await acts.scorecard(first, chair, { type: 'ReopenScorecard', data: { reason } }, by('chair', chair));
  for (const judgeId of [chair, ...members])
    for (const nominationId of entries)
      if (nominationId !== third || judgeId !== recused)
        await acts.scorecard(
          nominationId,
          judgeId,
          sheetOf(definition, 'ngo', nominationId === first ? 5 : 4),
          by('judge', judgeId),
        );
}

async function countedSheets({ db, cycleId }: Sample): Promise<CountedSheet[]> {
  const rows = await db.read
    .selectFrom('scorecards')
    .select(['nomination_id', 'judge_id', 'round', 'version', 'points'])
    .where('cycle_id', '=', cycleId)
    .where('status', '=', 'submitted')
    .execute();
  return rows.map(({ nomination_id: nominationId, judge_id: judgeId, round, version, points }) => ({
    ...{ nominationId, judgeId, round, version },
    points: Object.fromEntries(
      (points ?? []).flatMap(({ criterion, points: given }) => (given === null ? [] : [[criterion, given]])),
    ),
  }));
}

/** Decided on paper, opened again by the approver, and decided as before on better minutes. */
async function judgeOnPaper(sample: Sample, firm: string): Promise<void> {
  const { cycleId, acts } = sample;
  const ids = { cycleId, group: await formPanel(sample, 'SG', 'private', []) };
  const decide = async (source: string) => {
    const outcome = { laureates: [firm], runnersUp: [], minutes: 'a'.repeat(64), source };
    await acts.panel({ type: 'RecordOutsideDecision', data: { ...ids, ...outcome } }, by('focal-point'));
    await acts.panel({ type: 'SignDecision', data: { ...ids, signature: letter } }, by('approver'));
    await acts.panel({ type: 'ConfirmDecisionSignature', data: ids }, by('secretariat'));
  };
  await decide('Minutes of the committee');
  await acts.panel({ type: 'ReopenDecision', data: { ...ids, laureateId: firm, reason } }, by('approver'));
  await decide('Corrected minutes of the committee');
}

type Named = { first: string; second: string; third: string; firm: string; chair: string };

/** One objection is dismissed; one is upheld, and the panel decides again. */
async function endorse(sample: Sample, { first, second, third, firm, chair }: Named): Promise<void> {
  const { cycleId, countries, acts } = sample;
  const request = (groups: string[]) => requestEndorsement(sample, groups);
  const object = async (laureateId: string, outcome: 'upheld' | 'dismissed') => {
    const objection = { cycleId, country: 'MM', laureateId, reason };
    await acts.cycle({ type: 'ObjectToResult', data: objection }, by('endorser'));
    await acts.cycle({ type: 'SettleObjection', data: { ...objection, outcome } }, by('secretariat'));
  };
  const messages = [{ field: 'summary', message: 'Say when it began.' }];
  const given = { nominationId: third, messages, reason };
  await acts.nomination({ type: 'ReturnToCountry', data: given }, by('secretariat'));
  const answer = { nominationId: third, ...contentOf('answered') };
  await acts.nomination({ type: 'AnswerReturn', data: answer }, by('focal-point'));
  await request([group, 'SG-private']);
  await object(firm, 'dismissed');
  await object(first, 'upheld');
  const reopened = { cycleId, group, laureateId: first, reason };
  await acts.panel({ type: 'ReopenDecision', data: reopened }, by('chair', chair));
  await recordDecision(sample, group, chair, { laureates: [second], runnersUp: [third] });
  await request([group]);
  for (const country of countries)
    await acts.cycle({ type: 'EndorseResults', data: { cycleId, country } }, by('endorser'));
  await acts.cycle({ type: 'ConcludeEndorsement', data: { cycleId } }, by('process'));
  for (const phase of ['announcement', 'forum'] as const)
    await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase } }, by('process'));
}

/** A laureate declines; the runner-up follows, and says nothing, so that nobody does. */
async function answer({ cycleId, acts }: Sample, { second, third, firm }: Omit<Named, 'first' | 'chair'>) {
  const contact = () => by('laureate-contact');
  const ofFirm = { cycleId, group: 'SG-private', laureateId: firm };
  await acts.panel({ type: 'NameContact', data: { ...ofFirm, personId: randomUUID() } }, by('focal-point'));
  const wrong = { ...ofFirm, outcome: 'correction', text: 'One word is missing.' } as const;
  await acts.panel({ type: 'ProofName', data: wrong }, contact());
  const corrected = { ...ofFirm, organisation: { en: 'Sample firm' }, reason };
  await acts.panel({ type: 'CorrectName', data: corrected }, by('focal-point'));
  await acts.panel({ type: 'AcceptAward', data: { cycleId, group: 'SG-private', laureateId: firm } }, contact());
  await acts.panel({ type: 'DeclineAward', data: { cycleId, group, laureateId: second, reason } }, contact());
  await acts.panel(
    { type: 'ReplaceLaureate', data: { cycleId, group, laureateId: second, reason } },
    by('secretariat'),
  );
  await setTimeout(1_100);
  await acts.panel({ type: 'LapseAward', data: { cycleId, group, laureateId: third } }, by('process'));
  await acts.panel({ type: 'ReplaceLaureate', data: { cycleId, group, laureateId: third, reason } }, by('process'));
}

async function announce({ cycleId, acts }: Sample): Promise<void> {
  const all = ['country', 'laureate', 'press', 'public'] as const;
  const stages = all.map((stage) => ({ stage, at: inHours(-1) }));
  await acts.cycle({ type: 'PlanAnnouncement', data: { cycleId, stages } }, by('secretariat'));
  for (const stage of all) await acts.cycle({ type: 'PublishStage', data: { cycleId, stage } }, by('process'));
}

/** What was announced is corrected; then the award itself is revoked. */
async function takeBack({ cycleId, acts }: Sample, laureateId: string): Promise<void> {
  const text = { en: 'Sample firm, Limited' };
  const correction = { cycleId, stage: 'public', laureateId, field: 'organisation', text, reason } as const;
  await acts.cycle({ type: 'CorrectAnnouncement', data: correction }, by('secretariat'));
  const revoked = { cycleId, group: 'SG-private', laureateId, reason, publicNote: { en: 'Its accounts were false.' } };
  const checked = { cycleId, group: 'SG-private', audience: 'public', hash: 'e'.repeat(64) } as const;
  await acts.panel({ type: 'PublishBundle', data: checked }, by('secretariat'));
  await acts.panel({ type: 'WithdrawBundle', data: { ...checked, reason } }, by('secretariat'));
  await acts.panel({ type: 'RevokeAward', data: revoked }, by('secretariat'));
}

/** One presenter lets the invitation lapse, the next declines, the third speaks; the schedule is released twice. */
async function holdForum(sample: Sample, ngo: string, firm: string): Promise<void> {
  const { cycleId, acts } = sample;
  const forumId = randomUUID();
  const { purpose: _none, ...plan } = samplePlan();
  await acts.forum({ type: 'PlanForum', data: { ...plan, forumId, cycleId } }, by('secretariat'));
  const booths = plan.rooms.map((room) => ({ ...room, booths: 2 }));
  await acts.forum({ type: 'ChangeForumPlan', data: { ...plan, rooms: booths, forumId } }, by('secretariat'));
  await keepReserve(sample, forumId);
  const speaker = await findSpeaker(sample, forumId, ngo);
  const other = await invite(sample, forumId, firm, 'private');
  await acts.talk({ type: 'ConfirmTalk', data: { forumId, laureateId: firm } }, by('presenter', other));
  await arrange(sample, forumId, [
    {
      talk: ngo,
      person: speaker,
      country: 'SG',
      category: 'ngo',
      theme: 'policy',
      available: [{ from: 570, to: 960 }],
    },
    { talk: firm, person: other, country: 'SG', category: 'private', theme: null, available: [] },
  ]);
  const confirmed = { forumId, laureateId: ngo, release: 2 };
  await acts.talk({ type: 'RefuseSlot', data: { ...confirmed, reason } }, by('presenter', speaker));
  await acts.talk({ type: 'ReconfirmSlot', data: confirmed }, by('presenter', speaker));
  await sendDelegation(sample, forumId);
  await writeReport(sample, forumId);
  await runTheDay(sample, forumId);
  await acts.talk({ type: 'MarkPresented', data: { forumId, laureateId: ngo } }, by('forum-staff'));
  await acts.talk({ type: 'MarkAbsent', data: { forumId, laureateId: firm, reason } }, by('forum-staff'));
}

/** Two of the secretariat's choice, of whom one is let go again. */
async function keepReserve({ acts, cycleId }: Sample, forumId: string): Promise<void> {
  const ids = { forumId, laureateId: randomUUID() };
  const about = { country: 'SG', category: 'ngo', organisation: { en: 'Sample' } };
  const named = { ...ids, ...about, cycleId, kind: 'choice' as const, order: 1 };
  await acts.talk({ type: 'NameReserve', data: named }, by('secretariat'));
  await acts.talk({ type: 'NameReserve', data: { ...named, laureateId: randomUUID(), order: 2 } }, by('secretariat'));
  await acts.talk({ type: 'DropReserve', data: { ...ids, reason } }, by('secretariat'));
}

/** One comes, one sends another, one stays at home. */
async function sendDelegation({ acts }: Sample, forumId: string): Promise<void> {
  const [first, second, third, other] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const of = (participantId: string) => ({ forumId, country: 'SG', participantId });
  for (const participantId of [first, second, third]) {
    const data = { ...of(participantId), personId: randomUUID(), capacity: 'delegate' } as const;
    await acts.delegation({ type: 'RegisterParticipant', data }, by('focal-point'));
  }
  const changed = ['positions', 'email'];
  const head = { ...of(first), personId: randomUUID(), capacity: 'head' as const, changed };
  await acts.delegation({ type: 'ChangeParticipant', data: head }, by('focal-point'));
  const instead = { participantId: other, personId: randomUUID() };
  await acts.delegation({ type: 'ReplaceParticipant', data: { ...of(second), by: instead, reason } }, by('delegate'));
  await acts.delegation({ type: 'WithdrawParticipant', data: { ...of(third), reason } }, by('focal-point'));
  await acts.delegation({ type: 'MarkAttendance', data: { ...of(first), attendance: 'present' } }, by('forum-staff'));
}

async function invite({ cycleId, acts }: Sample, forumId: string, laureateId: string, category: string, by_?: string) {
  const personId = randomUUID();
  const about = { cycleId, country: 'SG', category, organisation: { en: 'Sample' } };
  const answerBy = by_ === undefined ? {} : { answerBy: by_ };
  const data = { forumId, laureateId, personId, ...about, ...answerBy };
  await acts.talk({ type: 'InvitePresenter', data }, by('secretariat'));
  return personId;
}

async function findSpeaker(sample: Sample, forumId: string, laureateId: string): Promise<string> {
  const { acts } = sample;
  const ids = { forumId, laureateId };
  await invite(sample, forumId, laureateId, 'ngo', new Date(Date.now() + 1_500).toISOString());
  await setTimeout(1_550);
  await acts.talk({ type: 'LapseInvitation', data: ids }, by('process'));
  const [declining, speaker] = [randomUUID(), randomUUID()];
  const replace = (personId: string) =>
    acts.talk({ type: 'ReplacePresenter', data: { ...ids, personId, reason } }, by('secretariat'));
  await replace(declining);
  await acts.talk({ type: 'DeclineTalk', data: { ...ids, reason } }, by('presenter', declining));
  await replace(speaker);
  const presenter = () => by('presenter', speaker);
  await acts.talk({ type: 'ConfirmTalk', data: ids }, presenter());
  const topics = [{ acronym: 'SMP', title: { en: 'A sample of practice' } }];
  await acts.talk({ type: 'DescribeTalk', data: { ...ids, topics, theme: 'policy', language: 'en' } }, presenter());
  await acts.talk({ type: 'NameSpeaker', data: { ...ids, speakerId: randomUUID() } }, presenter());
  await acts.talk({ type: 'NameSpeaker', data: { ...ids, speakerId: null } }, presenter());
  const windows = [{ from: 570, to: 960 }];
  await acts.talk({ type: 'SetAvailability', data: { ...ids, mode: 'remote', windows } }, presenter());
  return speaker;
}

type Talks = Extract<Parameters<Sample['acts']['forum']>[0], { type: 'ProposeSchedule' }>['data']['talks'];

/** Proposed, changed by hand, released; then moved and released again. */
async function arrange({ acts }: Sample, forumId: string, talks: Talks): Promise<void> {
  const proposalId = randomUUID();
  const [first = '', talk = ''] = talks.map((one) => one.talk);
  const place = (block: string, slot: number) => ({ block, room: 'main', slot });
  const staff = () => by('secretariat');
  await acts.forum({ type: 'RequestSchedule', data: { forumId, proposalId } }, staff());
  const unplaced = [{ talk, reasons: ['30 of 30 slots are taken'] }];
  const proposed = { proposalId, placements: [{ talk: first, ...place('middle', 0) }], unplaced, talks };
  await acts.forum({ type: 'ProposeSchedule', data: { forumId, ...proposed } }, by('process'));
  await acts.forum({ type: 'PinTalk', data: { forumId, talk, place: place('first', 1) } }, staff());
  const scenario = { proposalId: randomUUID(), name: 'A room more', pin: [], unpin: [], without: [], rooms: 1 };
  await acts.forum({ type: 'TryScenario', data: { forumId, ...scenario } }, staff());
  await acts.forum({ type: 'PinModerator', data: { forumId, block: 'middle', room: 'main', person: null } }, staff());
  await acts.forum({ type: 'ReleaseSchedule', data: { forumId, name: 'First', note: '' } }, staff());
  await acts.forum({ type: 'UnpinTalk', data: { forumId, talk } }, staff());
  await acts.forum({ type: 'MoveTalk', data: { forumId, talk, place: place('last', 0) } }, staff());
  await acts.forum({ type: 'ReleaseSchedule', data: { forumId, name: 'Second', note: 'One talk later.' } }, staff());
}
