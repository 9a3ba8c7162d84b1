// Commands as people give them who mean ill, are late, or have pressed the wrong button.
import type { KeptSignature } from '../../../domain/messages.ts';
import * as cast from './cast.ts';
import * as to from './commands.ts';
import type { Act, Store, Who } from './store.ts';

/** Numbers drawn at random; each picks from a list of any length. */
export type Draw = { kind: number; who: number; what: number; detail: number };

const { cycleId } = cast;
const reason = 'Another sample reason.';
const pick = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;
const instant = (store: Store, hours: number) => new Date(store.now.getTime() + hours * 3_600_000).toISOString();

const everybody = (country: string): Who[] => [
  ...[cast.secretary, cast.secondSecretary, cast.process, cast.focalPoint(country), cast.screener(country)],
  ...[cast.approver(country), cast.applicant(country), cast.endorser(country), cast.contact(country)],
  ...cast.judgesOf(country).map(cast.chair),
];

/** Half of them are those whose business it is. */
const askerOf = (country: string, fitting: Who[], { who, detail }: Draw): Who =>
  who % 2 === 0 ? pick(fitting, detail) : pick(everybody(country), who >> 1);

const inPerson: KeptSignature = { kind: 'in-person' };
const byLetter: KeptSignature = {
  ...{ kind: 'on-behalf', letter: 'a'.repeat(64), reference: 'Sample 1', date: '2025-01-02' },
  signatory: { office: 'Sample office', signatoryId: 'b'.repeat(64) },
};
const forwardedOf = (store: Store, iso2: string, category: string): string[] =>
  cast.forwardedIn(store, iso2, category).map(({ nominationId }) => nominationId);

type Made = (draw: Draw, store: Store) => Act;
const nominators = (country: string) => [cast.applicant(country), cast.screener(country), cast.approver(country)];
const leaders = (country: string): Who[] => [
  ...[cast.focalPoint(country), cast.approver(country), cast.contact(country), cast.process],
  ...cast.judgesOf(country).slice(0, 2).map(cast.chair),
];
const nomination =
  (make: (subject: cast.Subject, draw: Draw, store: Store) => Parameters<typeof to.toNomination>[0]): Made =>
  (draw, store) => {
    const subject = pick(cast.subjects, draw.what);
    return to.toNomination(make(subject, draw, store), askerOf(subject.country, nominators(subject.country), draw));
  };
type OfNomination = (subject: cast.Subject, draw: Draw) => Parameters<typeof to.toNomination>[0];
/** By one of the secretariat, or anybody. */
const office =
  (make: OfNomination): Made =>
  (draw) => {
    const subject = pick(cast.subjects, draw.what);
    const asker = askerOf(subject.country, [cast.secretary, cast.secondSecretary], draw);
    return to.toNomination(make(subject, draw), asker);
  };
/** By a judge of the country, who may lead its panel. */
const leave =
  (make: OfNomination): Made =>
  (draw) => {
    const subject = pick(cast.subjects, draw.what);
    const chairs = cast.judgesOf(subject.country).map(cast.chair);
    return to.toNomination(make(subject, draw), askerOf(subject.country, chairs, draw));
  };
const renewed =
  (make: (subject: cast.Subject, judgeId: string) => Parameters<typeof to.toSheet>[2]): Made =>
  (draw) => {
    const subject = pick(cast.subjects, draw.what);
    const judgeId = pick(cast.judgesOf(subject.country), draw.detail);
    const asker = draw.who % 5 === 0 ? cast.judge(judgeId) : cast.process;
    return to.toSheet(subject.nominationId, judgeId, make(subject, judgeId), asker);
  };
const country =
  (
    make: (about: { cycleId: string; iso2: string }, draw: Draw, store: Store) => Parameters<typeof to.toCountry>[0],
  ): Made =>
  (draw, store) => {
    const iso2 = pick(cast.countries, draw.what);
    return to.toCountry(make({ cycleId, iso2 }, draw, store), askerOf(iso2, [cast.approver(iso2)], draw));
  };
const panel =
  (
    make: (about: { cycleId: string; group: string }, draw: Draw, store: Store) => Parameters<typeof to.toPanel>[0],
  ): Made =>
  (draw, store) => {
    const group = pick(cast.groups, draw.what);
    const home = group.slice(0, 2);
    return to.toPanel(make({ cycleId, group }, draw, store), askerOf(home, leaders(home), draw));
  };
const cycle =
  (make: (draw: Draw, store: Store) => Parameters<typeof to.toCycle>[0]): Made =>
  (draw, store) => {
    const home = pick(cast.countries, draw.what);
    return to.toCycle(make(draw, store), askerOf(home, [cast.secretary, cast.process, cast.endorser(home)], draw));
  };
const judge =
  (make: (about: { cycleId: string; judgeId: string }, draw: Draw) => Parameters<typeof to.toJudge>[0]): Made =>
  (draw) => {
    const { judgeId, country: home } = pick(cast.judges, draw.what);
    const asker = draw.who % 3 === 0 ? pick(everybody(home), draw.detail) : cast.judge(judgeId);
    return to.toJudge(make({ cycleId, judgeId }, draw), asker);
  };
const sheet =
  (make: (draw: Draw) => Parameters<typeof to.toSheet>[2]): Made =>
  (draw) => {
    const { judgeId, country: home } = pick(cast.judges, draw.who);
    const subject = pick(
      cast.subjects.filter((one) => one.country === home),
      draw.what,
    );
    const asker = draw.kind % 2 === 0 ? cast.judge(judgeId) : pick(cast.judgesOf(home).map(cast.chair), draw.detail);
    return to.toSheet(subject.nominationId, judgeId, make(draw), asker);
  };

/** A nomination of the judge's own country. */
const near = (judgeId: string, detail: number): string => {
  const home = cast.judges.find((judge) => judge.judgeId === judgeId)?.country;
  return pick(
    cast.subjects.filter(({ country }) => country === home),
    detail,
  ).nominationId;
};
const someOf = (group: string, draw: Draw): string[] =>
  cast.subjects
    .filter((subject) => subject.group === group || draw.detail % 17 === 0)
    .map(({ nominationId }) => nominationId)
    .filter((_id, index) => (draw.detail >> index) % 2 === 0);
const items = [...cast.definition.checklist.map(({ key }) => key), 'unknown'];
const phases = ['nomination', 'screening', 'judging', 'decision', 'endorsement', 'announcement', 'forum'] as const;
const ownPhases = ['nomination', 'screening', 'judging', 'decision'] as const;
const stages = ['country', 'laureate', 'press', 'public'] as const;

export const chaos: Made[] = [
  nomination((subject, { detail }) => ({ type: 'SubmitNomination', data: to.submitted(subject, 1 + (detail % 3)) })),
  nomination((subject, { detail }) => ({ type: 'CorrectNomination', data: to.submitted(subject, 2 + (detail % 3)) })),
  nomination(({ nominationId }) => ({ type: 'WithdrawNomination', data: { nominationId, reason } })),
  nomination(({ nominationId }, { detail }) => ({
    type: 'RecordCheck',
    data: { nominationId, item: pick(items, detail), outcome: pick(['passed', 'failed'] as const, detail), note: '' },
  })),
  nomination(({ nominationId }) => ({
    type: 'ReturnNomination',
    data: { nominationId, messages: [{ field: 'name', message: reason }] },
  })),
  nomination(({ nominationId }) => ({ type: 'RejectNomination', data: { nominationId, reason } })),
  nomination(({ nominationId }) => ({ type: 'ForwardNomination', data: { nominationId } })),
  nomination(({ nominationId }) => ({ type: 'VerifyDossier', data: { nominationId, note: '' } })),
  nomination(({ nominationId }) => ({
    type: 'ReturnToCountry',
    data: { nominationId, messages: [{ field: 'name', message: reason }], reason },
  })),
  nomination((subject, { detail }) => ({ type: 'AnswerReturn', data: to.submitted(subject, 3 + (detail % 3)) })),
  nomination(({ nominationId }) => ({ type: 'ObjectToRejection', data: { nominationId, reason } })),
  office(({ nominationId }, { detail }) => ({
    type: pick(['UpholdRejection', 'ReadmitNomination', 'ReadmitNomination'] as const, detail),
    data: { nominationId, reason },
  })),
  office(({ nominationId }, { detail }) => ({
    type: 'RecordCounterCheck',
    data: {
      nominationId,
      reason,
      subject: pick(['forwarding', 'rejection'] as const, detail),
      officers: 1 + (detail % 2),
    },
  })),
  office(({ nominationId }) => ({ type: 'DisqualifyNomination', data: { nominationId, reason } })),
  nomination((subject, { detail }) => ({
    type: 'AmendNomination',
    data: {
      ...to.submitted(subject, 4 + (detail % 5)),
      ...{ kind: pick(['clerical', 'substantive'] as const, detail), reason },
    },
  })),
  leave(({ nominationId }) => ({ type: 'AllowAmendment', data: { nominationId } })),
  leave(({ nominationId }) => ({ type: 'RefuseAmendment', data: { nominationId, reason } })),
  panel((about, draw) => ({
    type: 'RemoveEntry',
    data: { ...about, nominationId: ofGroup(about.group, draw), reason },
  })),
  panel((about, draw) => ({ type: 'AmendEntry', data: { ...about, nominationId: ofGroup(about.group, draw) } })),
  renewed(({ nominationId }, judgeId) => ({
    type: 'RenewScorecard',
    data: { nominationId, judgeId, round: 'main', cycleId },
  })),
  country((about, { detail }, store) => ({
    type: 'SetCountryTimetable',
    data: { ...about, closesAt: { [pick(ownPhases, detail)]: instant(store, (detail % 900) - 100) } },
  })),
  country((about, { detail }) => ({ type: 'CloseCountryPhase', data: { ...about, phase: pick(ownPhases, detail) } })),
  country((about, draw) => {
    const category = pick(cast.categories, draw.detail);
    const order = someOf(`${about.iso2}-${category}`, draw);
    return { type: 'RankNominations', data: { ...about, category, order } };
  }),
  country((about, { detail }, store) => {
    const category = pick(cast.categories, detail);
    const signature = pick([inPerson, byLetter], detail);
    return {
      type: 'SignForwarding',
      data: { ...about, category, forwarded: forwardedOf(store, about.iso2, category), signature },
    };
  }),
  country((about, { who, detail }, store) => ({
    type: 'ConfirmForwardingSignature',
    data: {
      ...{ ...about, category: pick(cast.categories, detail) },
      forwarded: forwardedOf(store, about.iso2, pick(cast.categories, detail + (who % 9 === 0 ? 1 : 0))),
    },
  })),
  country((about, { detail }, store) => ({
    type: 'GrantDispensation',
    data: {
      ...{ ...about, step: pick(ownPhases, detail), reason, authority: 'Sample authority' },
      ...(detail % 3 !== 0 && { category: pick(cast.categories, detail) }),
      until: instant(store, (detail % 500) - 20),
    },
  })),
  country((about, { detail }) => ({
    type: 'DeclareNoNominee',
    data: { ...about, category: pick(cast.categories, detail), reason },
  })),
  judge((about, { detail }) => ({
    type: 'InviteJudge',
    data: { ...about, groups: [pick(cast.groups, detail)], country: pick(cast.countries, detail) },
  })),
  judge((about) => ({ type: 'AcceptInvitation', data: about })),
  judge((about) => ({ type: 'DeclineInvitation', data: { ...about, reason } })),
  judge((about, { detail }) => ({ type: 'AcceptTerms', data: { ...about, version: pick(['1', '0'], detail) } })),
  judge((about, { detail }) => ({
    type: 'DeclareConflict',
    data: { ...about, nominationId: near(about.judgeId, detail), kind: 'other', reason },
  })),
  judge((about, { detail }) => ({
    type: 'SettleConflict',
    data: {
      ...about,
      nominationId: near(about.judgeId, detail),
      outcome: pick(['upheld', 'dismissed'] as const, detail),
      reason,
    },
  })),
  judge((about, { detail }) => ({ type: 'FinishScoring', data: { ...about, group: pick(cast.groups, detail) } })),
  judge((about) => ({ type: 'ReleaseJudge', data: { ...about, reason } })),
  panel((about, draw, store) => {
    const [home, category] = [about.group.slice(0, 2), about.group.slice(3)];
    const judges = draw.detail % 3 === 0 ? [] : cast.judgesOf(home);
    const chair = pick([null, ...judges], draw.detail);
    const entries = to.entriesFor(store, home, category);
    const people = { judges, reserves: [], chair, deputyChair: null, round: 'main' };
    return { type: 'FormPanel', data: { ...about, country: home, category, entries, ...people } };
  }),
  panel((about, { detail }) => ({
    type: 'ChangePanel',
    data: {
      ...about,
      ...{ addJudges: [], removeJudges: detail % 2 === 0 ? [pick(cast.judges, detail).judgeId] : [] },
      ...{ chair: pick(cast.judges, detail).judgeId, reason },
    },
  })),
  panel((about) => ({ type: 'CloseScoring', data: about })),
  panel((about, _draw, store) => ({ type: 'SealTally', data: { ...about, sheets: to.sheetsOf(store, about.group) } })),
  panel((about, draw) => {
    const [first, ...others] = someOf(about.group, draw);
    const names = { laureates: first === undefined ? [] : [first], runnersUp: others };
    return { type: 'RecordDecision', data: { ...about, ...names, reasons: reason } };
  }),
  panel((about, draw) => {
    const [first, ...others] = someOf(about.group, draw);
    const names = { laureates: first === undefined ? [] : [first], runnersUp: others };
    return { type: 'RecordOutsideDecision', data: { ...about, ...names, minutes: null, source: 'Sample minutes' } };
  }),
  panel((about, { detail }) => ({
    type: 'SignDecision',
    data: { ...about, signature: pick([inPerson, byLetter], detail) },
  })),
  panel((about) => ({ type: 'ConfirmDecisionSignature', data: about })),
  panel((about, draw) => ({ type: 'LapseAward', data: { ...about, laureateId: ofGroup(about.group, draw) } })),
  panel((about, draw) => ({ type: 'RevokeAward', data: { ...about, laureateId: ofGroup(about.group, draw), reason } })),
  panel((about, { detail }) => ({
    type: 'ReopenDecision',
    data: { ...about, laureateId: pick(cast.subjects, detail).nominationId, reason },
  })),
  panel((about, draw) => ({
    type: 'DeclineAward',
    data: { ...about, laureateId: ofGroup(about.group, draw), reason },
  })),
  panel((about, draw) => ({ type: 'AcceptAward', data: { ...about, laureateId: ofGroup(about.group, draw) } })),
  panel((about, draw) => ({
    type: 'ReplaceLaureate',
    data: { ...about, laureateId: ofGroup(about.group, draw), reason },
  })),
  sheet(({ detail }) => ({
    type: 'SubmitScorecard',
    data: { scores: to.scoresOf(detail % 6), comments: 'sample' },
  })),
  sheet(() => ({ type: 'RecuseFromEntry', data: { reason } })),
  sheet(() => ({ type: 'ReopenScorecard', data: { reason } })),
  cycle(({ detail }) => ({ type: 'OpenPhase', data: { cycleId, phase: pick(phases, detail) } })),
  cycle(({ detail }) => ({ type: 'ClosePhase', data: { cycleId, phase: pick(phases, detail) } })),
  cycle(({ detail }, store) => ({
    type: 'MoveDeadline',
    data: { cycleId, phase: pick(phases, detail), closesAt: instant(store, (detail % 3000) - 100), reason },
  })),
  cycle(({ detail }, store) => ({
    type: 'RequestEndorsement',
    data: {
      ...{ cycleId, groups: [pick(cast.groups, detail)], dossiersVerified: true },
      verified: cast.verified(store),
    },
  })),
  cycle(({ what, detail }) => ({
    type: 'ObjectToResult',
    data: {
      ...{ cycleId, country: pick(cast.countries, what), laureateId: pick(cast.subjects, detail).nominationId },
      reason,
    },
  })),
  cycle(({ what, detail }) => ({
    type: 'SettleObjection',
    data: {
      ...{ cycleId, country: pick(cast.countries, what), laureateId: pick(cast.subjects, detail).nominationId },
      ...{ outcome: pick(['upheld', 'dismissed', 'withdrawn'] as const, detail), reason },
    },
  })),
  cycle(({ what, detail }) => ({
    type: 'WithdrawObjection',
    data: {
      ...{ cycleId, country: pick(cast.countries, what), laureateId: pick(cast.subjects, detail).nominationId },
      reason,
    },
  })),
  cycle(() => ({ type: 'ConcludeEndorsement', data: { cycleId } })),
  cycle(() => ({ type: 'SuspendCycle', data: { cycleId, reason } })),
  cycle(({ detail }, store) => ({
    type: 'PlanAnnouncement',
    data: { cycleId, stages: stages.map((stage, index) => ({ stage, at: instant(store, (detail % 50) + index) })) },
  })),
  cycle(({ detail }) => ({ type: 'PublishStage', data: { cycleId, stage: pick(stages, detail) } })),
];

const ofGroup = (group: string, { detail }: Draw): string =>
  pick(
    cast.subjects.filter((subject) => subject.group === group),
    detail,
  ).nominationId;
