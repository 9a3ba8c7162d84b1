// What the process around one offered award looks at. Ids and instants only.
import { answerEnd, isPublic } from '../../domain/panel/awarding.ts';
import { panelStream } from '../../domain/panel/state.ts';
import type { Db } from '../database.ts';
import { loadState } from '../execute.ts';
import { findRunningCycle, ms, pausedBy, remindersOf } from './process-views.ts';

export type AwardView = {
  reminders: number[];
  paused?: true;
  group: string;
  offeredAt: number;
  /** Null for an offer without an end. */
  answerBy: number | null;
  lapsed: boolean;
};

/** While an endorsed laureate's answer is owed, or another is to follow one who was silent; until the laureates are public. */
export async function findAwardView(db: Db, cycleId: string, laureateId: string): Promise<AwardView | null> {
  const [cycle, offer] = await Promise.all([
    findRunningCycle(db, cycleId),
    db.read
      .selectFrom('award_offers')
      .select(['panel_group', 'offered_at'])
      .where('laureate_id', '=', laureateId)
      .where('cycle_id', '=', cycleId)
      .where('offered_at', 'is not', null)
      .executeTakeFirst(),
  ]);
  if (cycle === null || isPublic(cycle) || offer === undefined) return null;
  const { panel_group: group, offered_at } = offer;
  const { state } = await loadState(db, panelStream(cycleId, group));
  const award = state.status === 'signed' ? state.awards[laureateId] : undefined;
  if (award?.status !== 'offered' && award?.status !== 'lapsed') return null;
  return {
    reminders: remindersOf(cycle),
    ...pausedBy(cycle),
    ...{ group, offeredAt: ms(offered_at) ?? 0, answerBy: ms(answerEnd(award, cycle)) },
    lapsed: award.status === 'lapsed',
  };
}
