// The decision of a panel with its reasons, what was voted on, and what still waits: without what is in conflict with the viewer.
import { panelStream } from '../../domain/panel/state.ts';
import type { Db } from '../database.ts';
import { loadState } from '../execute.ts';
import { getDefinition } from './cycle-views.ts';
import { type Eyes, findPanels } from './panel-views.ts';

/** Undefined for a panel that was not formed. */
export async function findDeliberation(db: Db, cycleId: string, group: string, eyes: Eyes) {
  const [[panel], { state }, { definition }] = await Promise.all([
    findPanels(db, cycleId, eyes, { group }),
    loadState(db, panelStream(cycleId, group)),
    getDefinition(db, cycleId),
  ]);
  if (panel === undefined || state.status === 'none') return undefined;
  const seen = new Set(panel.entries.map(({ nominationId }) => nominationId));
  const keptAway = panel.keptAway;
  const { laureates, runnersUp, noAward } = definition.awards;
  return {
    keptAway,
    decision: keptAway ? null : decisionOf(state, panel),
    votes: 'votes' in state ? state.votes.filter(({ entries }) => entries.every((id) => seen.has(id))) : [],
    judges: await namesOf(db, [...panel.judges, panel.chair, panel.deputyChair]),
    awards: { laureates, runnersUp, noAward },
    outsideDecision: definition.judging.outsideDecision,
  };
}

type Panel = Awaited<ReturnType<typeof findPanels>>[number];
type State = Awaited<ReturnType<typeof loadState<ReturnType<typeof panelStream>['fold']['initial']>>>['state'];

function decisionOf(state: State, { status, decision: winners, signedAt }: Panel) {
  if (!('decision' in state)) return null;
  const { number, outside, reasons, reasonsOf = [], departure = null, source, minutes, by, recorded } = state.decision;
  const told = winners ?? [];
  const letter = recorded?.signature.kind === 'on-behalf' ? recorded.signature : null;
  return {
    ...{ status, number, outside, winners: told, reasons, departure, source, minutes, recordedBy: by, signedAt },
    reasonsOf: reasonsOf.filter((reason) => told.some(({ laureateId }) => laureateId === reason.laureateId)),
    waiting:
      letter === null
        ? null
        : { reference: letter.reference, office: letter.signatory?.office ?? null, recordedBy: recorded?.by ?? '' },
  };
}

async function namesOf(db: Db, people: (string | null)[]): Promise<{ judgeId: string; name: string }[]> {
  const ids = [...new Set(people.flatMap((id) => id ?? []))];
  if (ids.length === 0) return [];
  const rows = await db.read
    .selectFrom('people')
    .select(['person_id', 'name'])
    .where('person_id', 'in', ids)
    .where('erased_at', 'is', null)
    .execute();
  const names = new Map(rows.map(({ person_id, name }) => [person_id, name]));
  return ids.map((judgeId) => ({ judgeId, name: names.get(judgeId) ?? '' }));
}
