// What a diligent person would do next, wherever the cycle stands: so that random walks come through to the end.

import { ranking } from '../../../domain/panel/ranking.ts';
import { currentLaureates } from '../../../domain/panel/state.ts';
import { countryPhases, stages } from '../../../domain/phases.ts';
import * as cast from './cast.ts';
import * as to from './commands.ts';
import type { Act, Store } from './store.ts';

const { cycleId } = cast;
const checklist = cast.definition.checklist.map(({ key }) => key);
const reason = 'A sample reason.';

/** In the order of the rule book; those that are done already, or not due, come to nothing. */
export function* nextActs(store: Store): Generator<Act> {
  const { phases, status } = cast.theCycle(store);
  if (status === 'suspended') yield resume(store);
  for (const group of cast.groups) yield* following(store, group);
  for (const phase of countryPhases) {
    if (phases[phase].status === 'closed') continue;
    yield to.toCycle({ type: 'OpenPhase', data: { phase, cycleId } }, cast.process);
    yield* work[phase](store);
    for (const iso2 of cast.countries)
      yield to.toCountry({ type: 'CloseCountryPhase', data: { cycleId, iso2, phase } }, cast.process);
    yield to.toCycle({ type: 'ClosePhase', data: { phase, cycleId } }, cast.process);
    return;
  }
  yield* endorsing(store);
  yield* announcing(store);
}

/** With a new instant for whatever is open. */
function resume(store: Store): Act {
  const { phases } = cast.theCycle(store);
  const open = Object.entries(phases).filter(([, phase]) => phase.status === 'open' && phase.closesAt !== null);
  const later = (closesAt: string) =>
    new Date(Math.max(store.now.getTime(), Date.parse(closesAt)) + 864e5).toISOString();
  const closesAt = Object.fromEntries(
    open.map(([name, phase]) => [name, later(phase.status === 'open' ? (phase.closesAt ?? '') : '')]),
  );
  return to.toCycle({ type: 'ResumeCycle', data: { cycleId, reason, closesAt } }, cast.secretary);
}

/** What a panel's process does when something became of its entries: they leave it, or are read in another version. */
function* following(store: Store, group: string): Generator<Act> {
  const state = cast.panelOf(store, group);
  for (const { nominationId, version } of state?.entries ?? []) {
    const subject = cast.nominationOf(store, { nominationId });
    const about = { cycleId, group, nominationId };
    if (subject?.status === 'disqualified')
      yield to.toPanel({ type: 'RemoveEntry', data: { ...about, reason } }, cast.process);
    yield to.toPanel({ type: 'AmendEntry', data: about }, cast.process);
    for (const judgeId of state?.judges ?? []) {
      const sheet = cast.sheetOf(store, nominationId, judgeId);
      if (sheet.status === 'none' || sheet.dossierVersion === version) continue;
      const ids = { cycleId, nominationId, judgeId, round: 'main' };
      yield to.toSheet(nominationId, judgeId, { type: 'RenewScorecard', data: ids }, cast.process);
    }
  }
}

const work = { nomination: nominating, screening, judging, decision: deciding };

function* nominating(): Generator<Act> {
  for (const subject of cast.subjects)
    yield to.toNomination(
      { type: 'SubmitNomination', data: to.submitted(subject, 1) },
      cast.applicant(subject.country),
    );
}

function* screening(store: Store): Generator<Act> {
  for (const subject of cast.subjects) yield* screened(store, subject);
  for (const iso2 of cast.countries)
    for (const category of cast.categories) {
      const forwarded = cast.forwardedIn(store, iso2, category).map(({ nominationId }) => nominationId);
      const data = { cycleId, iso2, category };
      if (forwarded.length > 0) {
        yield to.toCountry({ type: 'RankNominations', data: { ...data, order: forwarded } }, cast.approver(iso2));
        const signature = { kind: 'in-person' } as const;
        yield to.toCountry({ type: 'SignForwarding', data: { ...data, forwarded, signature } }, cast.approver(iso2));
      } else yield to.toCountry({ type: 'DeclareNoNominee', data: { ...data, reason } }, cast.approver(iso2));
    }
}

function* screened(store: Store, subject: cast.Subject): Generator<Act> {
  const { nominationId, country } = subject;
  const state = cast.nominationOf(store, subject);
  if (state?.status === 'returned')
    yield to.toNomination(
      { type: 'CorrectNomination', data: to.submitted(subject, state.version + 1) },
      cast.applicant(country),
    );
  if (state?.status === 'rejected') {
    yield to.toNomination({ type: 'ObjectToRejection', data: { nominationId, reason } }, cast.applicant(country));
    yield to.toNomination({ type: 'ReadmitNomination', data: { nominationId, reason } }, cast.secondSecretary);
  }
  if (state?.status === 'rejection-proposed')
    yield to.toNomination({ type: 'RejectNomination', data: { nominationId, reason } }, cast.approver(country));
  if (state?.status !== 'submitted') return;
  for (const item of checklist)
    if (state.checks[item]?.outcome !== 'passed')
      yield to.toNomination(
        { type: 'RecordCheck', data: { nominationId, item, outcome: 'passed', note: '' } },
        cast.screener(country),
      );
  yield to.toNomination({ type: 'ForwardNomination', data: { nominationId } }, cast.approver(country));
}

function* judging(store: Store): Generator<Act> {
  for (const { judgeId, country } of cast.judges) {
    const groups = cast.groups.filter((group) => group.startsWith(country));
    yield to.toJudge({ type: 'InviteJudge', data: { cycleId, judgeId, groups, country } }, cast.focalPoint(country));
    yield to.toJudge({ type: 'AcceptInvitation', data: { cycleId, judgeId } }, cast.judge(judgeId));
    yield to.toJudge({ type: 'AcceptTerms', data: { cycleId, judgeId, version: '1' } }, cast.judge(judgeId));
  }
  for (const group of cast.groups) yield* scoring(store, group);
}

function* scoring(store: Store, group: string): Generator<Act> {
  const [country, category] = [group.slice(0, 2), group.slice(3)];
  const judges = cast.judgesOf(country);
  const about = { cycleId, group };
  const state = cast.panelOf(store, group);
  if (state === null) {
    const entries = to.entriesFor(store, country, category);
    const people = { judges, reserves: [], chair: judges[0] ?? null, deputyChair: judges[1] ?? null, round: 'main' };
    yield to.toPanel(
      { type: 'FormPanel', data: { ...about, country, category, entries, ...people } },
      cast.focalPoint(country),
    );
    return;
  }
  if (state.status === 'formed' && state.reopened === null) {
    const { assignment } = state;
    const proposalId = assignment.status === 'none' ? `proposal-${group}` : assignment.proposalId;
    const pairs = state.entries.flatMap(({ nominationId }) => judges.map((judgeId) => ({ nominationId, judgeId })));
    yield to.toPanel(
      { type: 'RequestAssignment', data: { ...about, proposalId, pinned: [] } },
      cast.focalPoint(country),
    );
    yield to.toPanel({ type: 'ProposeAssignment', data: { ...about, proposalId, pairs, emptySeats: 0 } }, cast.process);
    yield to.toPanel({ type: 'ReleaseAssignment', data: about }, cast.focalPoint(country));
  }
  for (const { nominationId, judgeId } of state.assigned) yield* scored(store, group, nominationId, judgeId);
  for (const judgeId of judges)
    yield to.toJudge({ type: 'FinishScoring', data: { cycleId, judgeId, group } }, cast.judge(judgeId));
  yield to.toPanel({ type: 'CloseScoring', data: about }, cast.process);
  if (state.status === 'closed')
    yield to.toPanel({ type: 'SealTally', data: { ...about, sheets: to.sheetsOf(store, group) } }, cast.process);
}

function* scored(store: Store, group: string, nominationId: string, judgeId: string): Generator<Act> {
  const entry = cast.panelOf(store, group)?.entries.find((one) => one.nominationId === nominationId);
  if (entry === undefined) return;
  const { country, category, version: dossierVersion } = entry;
  const sheet = cast.sheetOf(store, nominationId, judgeId);
  if (sheet.status === 'none') {
    const ids = { cycleId, group, nominationId, judgeId, round: 'main' };
    const data = { ...ids, country, category, dossierVersion, criteria: to.criteria };
    yield to.toSheet(nominationId, judgeId, { type: 'AssignScorecard', data }, cast.process);
  }
  if (sheet.status !== 'assigned' && sheet.status !== 'reopened') return;
  const points = 3 + ((nominationId.charCodeAt(35) + judgeId.charCodeAt(35)) % 2);
  const data = { scores: to.scoresOf(points), comments: 'sample' };
  yield to.toSheet(nominationId, judgeId, { type: 'SubmitScorecard', data }, cast.judge(judgeId));
}

function* deciding(store: Store): Generator<Act> {
  for (const group of cast.groups) {
    yield* scoring(store, group);
    yield* decided(store, group);
  }
}

/** From the ranking where there is one, voting on what is equal; on paper where nobody scored. */
export function* decided(store: Store, group: string): Generator<Act> {
  const state = cast.panelOf(store, group);
  if (state === null || state.status === 'signed') return;
  const about = { cycleId, group };
  const chair = cast.chair(state.chair ?? '');
  if (state.status === 'decided') {
    const data = { ...about, signature: { kind: 'in-person' } as const };
    yield to.toPanel({ type: 'SignDecision', data }, state.decision.outside ? cast.approver(group.slice(0, 2)) : chair);
    return;
  }
  if (state.status === 'sealed') {
    const order = ranking(state.tally, state.votes).map((tied) => tied.filter((id) => !state.barred.includes(id)));
    const tied = order.find((equal) => equal.length > 1) ?? [];
    const votes = state.judges.map((judgeId) => ({ judgeId, choice: tied[0] ?? null }));
    if (tied.length > 1) yield to.toPanel({ type: 'RecordPanelVote', data: { ...about, entries: tied, votes } }, chair);
    const [laureate, ...runnersUp] = order.flat();
    const names = { laureates: laureate === undefined ? [] : [laureate], runnersUp: runnersUp.slice(0, 2) };
    yield to.toPanel({ type: 'RecordDecision', data: { ...about, ...names, reasons: reason } }, chair);
  }
  if (state.status === 'formed') {
    const [laureate, ...runnersUp] = state.entries
      .map(({ nominationId }) => nominationId)
      .filter((id) => !state.barred.includes(id));
    const names = { laureates: laureate === undefined ? [] : [laureate], runnersUp: runnersUp.slice(0, 2) };
    const data = { ...about, ...names, minutes: null, source: 'Sample minutes' };
    yield to.toPanel({ type: 'RecordOutsideDecision', data }, cast.focalPoint(group.slice(0, 2)));
  }
}

function* endorsing(store: Store): Generator<Act> {
  const { endorsement } = cast.theCycle(store);
  if (endorsement?.concluded) return;
  const signed = cast.groups.filter((group) => cast.panelOf(store, group)?.status === 'signed');
  for (const { country, laureateId, status } of endorsement?.objections ?? [])
    if (status === 'open')
      yield to.toCycle(
        { type: 'SettleObjection', data: { cycleId, country, laureateId, outcome: 'dismissed', reason } },
        cast.secretary,
      );
    else if (status === 'upheld') yield* reopened(store, laureateId);
  for (const { nominationId } of cast.subjects)
    yield to.toNomination({ type: 'VerifyDossier', data: { nominationId, note: '' } }, cast.secretary);
  yield to.toCycle(
    {
      type: 'RequestEndorsement',
      data: { cycleId, groups: signed, dossiersVerified: true, verified: cast.verified(store) },
    },
    cast.secretary,
  );
  for (const country of cast.countries)
    yield to.toCycle({ type: 'EndorseResults', data: { cycleId, country } }, cast.endorser(country));
  yield to.toCycle({ type: 'ConcludeEndorsement', data: { cycleId } }, cast.process);
}

function* reopened(store: Store, laureateId: string): Generator<Act> {
  const group = cast.subjects.find(({ nominationId }) => nominationId === laureateId)?.group ?? '';
  yield to.toPanel({ type: 'ReopenDecision', data: { cycleId, group, laureateId, reason } }, cast.secretary);
  yield* decided(store, group);
}

function* announcing(store: Store): Generator<Act> {
  for (const phase of ['announcement', 'forum'] as const)
    yield to.toCycle({ type: 'OpenPhase', data: { cycleId, phase } }, cast.process);
  for (const group of cast.groups) yield* awarding(store, group);
  const at = store.now.toISOString();
  const plan = stages.map((stage) => ({ stage, at }));
  if (cast.theCycle(store).announcement.length === 0)
    yield to.toCycle({ type: 'PlanAnnouncement', data: { cycleId, stages: plan } }, cast.secretary);
  for (const { stage, published } of cast.theCycle(store).announcement)
    if (!published) yield to.toCycle({ type: 'PublishStage', data: { cycleId, stage } }, cast.process);
  yield to.toCycle({ type: 'ClosePhase', data: { cycleId, phase: 'announcement' } }, cast.process);
  yield to.toCycle({ type: 'ClosePhase', data: { cycleId, phase: 'forum' } }, cast.secretary);
  yield to.toCycle({ type: 'ArchiveCycle', data: { cycleId } }, cast.process);
}

function* awarding(store: Store, group: string): Generator<Act> {
  const state = cast.panelOf(store, group);
  if (state?.status !== 'signed') return;
  const country = group.slice(0, 2);
  for (const { laureateId } of currentLaureates(state))
    yield to.toPanel({ type: 'AcceptAward', data: { cycleId, group, laureateId } }, cast.contact(country));
  for (const { winner, status } of Object.values(state.awards))
    if (status === 'declined')
      yield to.toPanel(
        { type: 'ReplaceLaureate', data: { cycleId, group, laureateId: winner.laureateId, reason } },
        cast.secretary,
      );
}
