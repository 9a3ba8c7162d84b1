// The invariants of docs/invariants.md, each read from the log alone: what was decided, by whom and when, not how.
import { currentLaureates } from '../../../domain/panel/state.ts';
import type { CountryPhase, Phase } from '../../../domain/phases.ts';
import * as cast from './cast.ts';
import { findDoneAlone } from './four-eyes.ts';
import { all, beforeOf, type Logged } from './log.ts';
import type { Store } from './store.ts';

export type Invariant = { name: string; broken(store: Store, fresh: Logged[]): string | null };

/** An instant as it holds: later by every suspension since it was set that began before it. */
const paused = (log: Logged[], at: string, setBy: Logged): number =>
  all(log.slice(log.indexOf(setBy)), 'CycleResumed').reduce((now, { data }) => {
    const [from, to] = [Date.parse(data.suspendedAt), Date.parse(data.resumedAt)];
    return from < now ? now + to - from : now;
  }, Date.parse(at));

/** When a phase of a country ended by what had been said until then: its own instant, else the cycle's as last moved. */
function closingOf(log: Logged[], country: string, phase: CountryPhase): number {
  const own = all(log, 'CountryTimetableSet').findLast(
    ({ data }) => data.iso2 === country && data.closesAt[phase] !== undefined,
  );
  if (own !== undefined) return paused(log, own.data.closesAt[phase] ?? '', own);
  const instants = log.flatMap((event) => {
    if (event.type === 'CyclePlanned') return [event.data.timetable[phase].closesAt];
    if (event.type === 'DeadlineMoved' && event.data.phase === phase) return [event.data.closesAt];
    if (event.type !== 'CycleResumed') return [];
    return event.data.moves.filter((move) => move.phase === phase).map(({ closesAt }) => closesAt);
  });
  return Date.parse(instants.at(-1) ?? '');
}

const isClosed = (log: Logged[], country: string, phase: Phase): boolean =>
  log.some((event) => event.type === 'PhaseClosed' && event.data.phase === phase) ||
  log.some((event) => event.type === 'CountryPhaseClosed' && event.data.iso2 === country && event.data.phase === phase);

/** Whether a dispensation has opened the step again for the country and category, and is not over. */
const isDispensed = (before: Logged[], event: Logged, country: string, category: string, step: CountryPhase): boolean =>
  all(before, 'DispensationGranted').some(
    (one) =>
      one.data.iso2 === country &&
      one.data.step === step &&
      (one.data.category === null || one.data.category === category) &&
      event.at.getTime() <= paused(before, one.data.until, one),
  );

const late = (log: Logged[], event: Logged, group: string, phase: CountryPhase): boolean => {
  const before = beforeOf(log, event);
  const [country, category] = [group.slice(0, 2), group.slice(3)];
  if (isDispensed(before, event, country, category, phase)) return false;
  return isClosed(before, country, phase) || event.at.getTime() > closingOf(before, country, phase);
};

/** Of one nomination, what stands: nothing that it says is undone later. */
const standing = (log: Logged[], nominationId: string): Logged | undefined =>
  log.findLast(
    (event) =>
      'nominationId' in event.data &&
      event.data.nominationId === nominationId &&
      event.stream.startsWith('nomination/'),
  );

/** Forwarded, signed by the country, and gone since: nobody has followed. */
const leftSigned = (log: Logged[], country: string, category: string): number =>
  [...all(log, 'NominationWithdrawn'), ...all(log, 'NominationDisqualified')].filter((event) => {
    const { data } = event;
    const isHere = data.country === country && data.category === category && data.wasForwarded;
    const signed = all(beforeOf(log, event), 'ForwardingSigned');
    return isHere && signed.some((one) => one.data.iso2 === country && one.data.category === category);
  }).length;

const gone = ['NominationWithdrawn', 'NominationDisqualified'];

export const invariants: Invariant[] = [
  {
    name: 'no submission after its cut-off',
    broken: ({ log }, fresh) =>
      all(fresh, 'NominationSubmitted')
        .find((event) => late(log, event, `${event.data.country}-${event.data.category}`, 'nomination'))
        ?.at.toISOString() ??
      all(fresh, 'NominationCorrected').find((event) => {
        const returned = all(beforeOf(log, event), 'NominationReturned').findLast(
          ({ data }) => data.nominationId === event.data.nominationId,
        );
        return returned === undefined || event.at.getTime() > paused(log, returned.data.correctBy, returned);
      })?.data.nominationId ??
      all(fresh, 'ScorecardSubmitted').find((event) => late(log, event, event.data.group, 'judging'))?.data
        .nominationId ??
      null,
  },
  {
    name: 'no sheet in conflict',
    broken: ({ log }, fresh) =>
      fresh.find((event) => {
        if (event.type !== 'ScorecardSubmitted' && event.type !== 'ScorecardAssigned') return false;
        const { judgeId, nominationId } = event.data;
        const last = beforeOf(log, event).findLast(
          (past) =>
            (past.type === 'ConflictDeclared' || past.type === 'ConflictSettled') &&
            past.data.judgeId === judgeId &&
            past.data.nominationId === nominationId,
        );
        return last !== undefined && !(last.type === 'ConflictSettled' && last.data.outcome === 'dismissed');
      })?.stream ?? null,
  },
  {
    name: 'no tally counts a sheet in conflict',
    broken: (store, fresh) =>
      all(fresh, 'TallySealed')
        .flatMap(({ data }) => data.sheets)
        .find(({ judgeId, nominationId }) => {
          const judge = cast.theJudge(store, judgeId);
          const conflict = judge.status === 'none' ? undefined : judge.conflicts[nominationId];
          return conflict === 'declared' || conflict === 'upheld';
        })?.nominationId ?? null,
  },
  {
    name: 'four eyes',
    broken: ({ log }, fresh) => fresh.map((event) => findDoneAlone(log, event)).find((found) => found !== null) ?? null,
  },
  {
    name: 'no more is forwarded than the quota, and each slot is a nomination that stands or left once its category was signed',
    broken: (store) => {
      for (const country of cast.countries)
        for (const category of cast.categories) {
          const forwarded = cast.forwardedIn(store, country, category).length;
          const used = store.used.get(`forward/${cast.cycleId}/${country}/${category}`) ?? 0;
          if (forwarded > cast.quota) return `${country} ${category}: ${forwarded} forwarded`;
          const kept = leftSigned(store.log, country, category);
          if (used !== forwarded + kept) return `${country} ${category}: ${used} slots for ${forwarded} and ${kept}`;
        }
      return null;
    },
  },
  {
    name: 'one laureate for each country and category',
    broken: (store) =>
      cast.groups.find((group) => currentLaureates(cast.panelOf(store, group) ?? undefined).length > 1) ?? null,
  },
  {
    name: 'a laureate is a forwarded nomination that nobody is named twice for',
    broken: ({ log }, fresh) =>
      all(fresh, 'DecisionSigned')
        .flatMap((event) => event.data.winners.map(({ laureateId }) => ({ laureateId, before: beforeOf(log, event) })))
        .find(({ laureateId, before }) => gone.includes(standing(before, laureateId)?.type ?? ''))?.laureateId ??
      all(fresh, 'DecisionSigned')
        .flatMap(({ data }) => {
          const names = data.winners.map(({ laureateId }) => laureateId);
          return names.filter((name, index) => names.indexOf(name) !== index);
        })
        .at(0) ??
      all(fresh, 'DecisionSigned')
        .flatMap(({ data }) => data.winners)
        .find(
          ({ laureateId, group }) =>
            !cast.subjects.some((one) => one.nominationId === laureateId && one.group === group),
        )?.laureateId ??
      null,
  },
  {
    name: 'nothing is public before its stage',
    broken: ({ log }, fresh) =>
      all(fresh, 'StagePublished').find((event) => {
        const before = beforeOf(log, event);
        const plan = all(before, 'AnnouncementPlanned').at(-1)?.data.stages ?? [];
        const index = plan.findIndex(({ stage }) => stage === event.data.stage);
        const published = all(before, 'StagePublished').map(({ data }) => data.stage);
        const earlier = plan.slice(0, Math.max(index, 0)).every(({ stage }) => published.includes(stage));
        const due = Date.parse(plan[index]?.at ?? '') <= event.at.getTime();
        return index < 0 || !earlier || !due;
      })?.data.stage ?? null,
  },
  {
    name: 'only who is endorsed is published',
    broken: ({ log }, fresh) => {
      const endorsed = all(log, 'EndorsementConcluded').flatMap(({ data }) => data.endorsed);
      return (
        all(fresh, 'StagePublished')
          .flatMap(({ data }) => data.laureates)
          .find(({ laureateId }) => !endorsed.some((winner) => winner.laureateId === laureateId))?.laureateId ?? null
      );
    },
  },
  {
    name: 'a deadline only moves later',
    broken: (_store, fresh) =>
      all(fresh, 'DeadlineMoved').find(({ data }) => Date.parse(data.closesAt) <= Date.parse(data.from))?.data.phase ??
      null,
  },
  {
    name: 'what is sealed, signed or closed happens once until it is opened again',
    broken: ({ log }, fresh) => {
      for (const event of all(fresh, 'DecisionSigned')) {
        const past = beforeOf(log, event).findLast(
          (one) =>
            (one.type === 'DecisionSigned' || one.type === 'DecisionReopened') && one.data.group === event.data.group,
        );
        if (past?.type === 'DecisionSigned') return `${event.data.group} signed twice`;
      }
      for (const event of all(fresh, 'PhaseClosed'))
        if (all(beforeOf(log, event), 'PhaseClosed').some(({ data }) => data.phase === event.data.phase))
          return `${event.data.phase} closed twice`;
      return null;
    },
  },
  {
    name: 'nothing happens to what was withdrawn or disqualified',
    broken: ({ log }, fresh) =>
      fresh.find(
        (event) =>
          event.stream.startsWith('nomination/') &&
          gone.includes(standing(beforeOf(log, event), event.stream.slice('nomination/'.length))?.type ?? ''),
      )?.stream ?? null,
  },
  {
    name: 'what has left a panel is scored and counted no more',
    broken: ({ log }, fresh) => {
      const removed = (event: Logged) => all(beforeOf(log, event), 'EntryRemoved').map(({ data }) => data.nominationId);
      const scored = all(fresh, 'ScorecardSubmitted').find((one) => removed(one).includes(one.data.nominationId));
      const counted = all(fresh, 'TallySealed').find((one) =>
        one.data.sheets.some(({ nominationId }) => removed(one).includes(nominationId)),
      );
      return scored?.data.nominationId ?? counted?.data.group ?? null;
    },
  },
  {
    name: 'who proposed or confirmed a rejection does not settle the objection to it',
    broken: ({ log }, fresh) =>
      [...all(fresh, 'NominationReadmitted'), ...all(fresh, 'RejectionUpheld')].find((event) =>
        beforeOf(log, event).some(
          (one) =>
            (one.type === 'RejectionProposed' || one.type === 'NominationRejected') &&
            one.data.nominationId === event.data.nominationId &&
            one.actor === event.actor,
        ),
      )?.data.nominationId ?? null,
  },
  {
    name: 'a sheet names a version of its dossier that judges were given',
    broken: ({ log }, fresh) =>
      all(fresh, 'ScorecardSubmitted').find((event) => {
        const { nominationId, dossierVersion } = event.data;
        const given = beforeOf(log, event).flatMap((one) => {
          if (one.type === 'EntryAmended' && one.data.nominationId === nominationId) return [one.data.version];
          if (one.type !== 'PanelFormed') return [];
          return one.data.entries.filter((entry) => entry.nominationId === nominationId).map(({ version }) => version);
        });
        return !given.includes(dossierVersion);
      })?.data.nominationId ?? null,
  },
];
