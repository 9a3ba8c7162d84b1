// Judges of each cycle and the conflicts they declared.
import { sql } from 'kysely';
import type { AwardsEvent } from '../../domain/events.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

export function projectJudges(event: Recorded<AwardsEvent>): Compilable[] {
  switch (event.type) {
    case 'JudgeInvited': {
      const { cycleId, judgeId, groups, country } = event.data;
      const facts = { groups, country };
      return [
        kysely
          .insertInto('judges')
          .values({ cycle_id: cycleId, judge_id: judgeId, ...facts, status: 'invited' })
          .onConflict((conflict) => conflict.columns(['cycle_id', 'judge_id']).doUpdateSet(facts)),
        // Who had declined or was released begins anew; who serves goes on serving.
        judge(event.data).set({ status: 'invited', finished: [] }).where('status', 'in', ['declined', 'released']),
      ];
    }
    case 'InvitationAccepted':
      return [judge(event.data).set({ status: 'accepted' })];
    case 'InvitationDeclined':
      return [judge(event.data).set({ status: 'declined' })];
    case 'TermsAccepted':
      return [judge(event.data).set({ terms: event.data.version })];
    case 'ProfileSet': {
      const { languages, themes, capacity, country, wishes } = event.data;
      const profile = { languages, themes, capacity, ...(wishes !== undefined && { wishes }) };
      return [judge(event.data).set(country === undefined ? profile : { ...profile, country })];
    }
    case 'ScoringFinished': {
      const { group } = event.data;
      return [
        judge(event.data).set((eb) => ({
          finished: eb
            .case()
            .when(eb.val(group), '=', eb.fn.any('finished'))
            .then(eb.ref('finished'))
            .else(eb.fn<string[]>('array_append', ['finished', eb.val(group)]))
            .end(),
        })),
      ];
    }
    // Each round is finished anew.
    case 'EntriesShortlisted': {
      const { cycleId, group } = event.data;
      const without = sql<string[]>`array_remove(finished, ${group}::text)`;
      return [kysely.updateTable('judges').set({ finished: without }).where('cycle_id', '=', cycleId)];
    }
    case 'JudgeReleased':
      return [judge(event.data).set({ status: 'released' })];
    default:
      return [];
  }
}

export function projectConflicts(event: Recorded<AwardsEvent>): Compilable[] {
  switch (event.type) {
    case 'ConflictDeclared': {
      const { cycleId, judgeId, nominationId, kind, reason, found = null } = event.data;
      const facts = { kind, reason, found, status: 'declared' as const, declared_at: event.meta.at };
      return [
        kysely
          .insertInto('judge_conflicts')
          .values({ cycle_id: cycleId, judge_id: judgeId, nomination_id: nominationId, ...facts })
          .onConflict((conflict) => conflict.columns(['cycle_id', 'judge_id', 'nomination_id']).doUpdateSet(facts)),
      ];
    }
    case 'NoConflictDeclared': {
      const { cycleId, judgeId, nominationIds } = event.data;
      const said = { cycle_id: cycleId, judge_id: judgeId, declared_at: event.meta.at };
      return [
        kysely
          .insertInto('judge_clearances')
          .values(nominationIds.map((id) => ({ ...said, nomination_id: id })))
          .onConflict((conflict) => conflict.doNothing()),
      ];
    }
    case 'ConflictSuggestionDismissed': {
      const { cycleId, judgeId, nominationId, because, reason, by } = event.data;
      const said = { reason, dismissed_by: by, dismissed_at: event.meta.at };
      return [
        kysely
          .insertInto('dismissed_suggestions')
          .values({ cycle_id: cycleId, judge_id: judgeId, nomination_id: nominationId, because, ...said })
          .onConflict((conflict) =>
            conflict.columns(['cycle_id', 'judge_id', 'nomination_id', 'because']).doUpdateSet(said),
          ),
      ];
    }
    case 'ConflictSettled':
      return [
        kysely
          .updateTable('judge_conflicts')
          .set({
            ...{ status: event.data.outcome, settled_reason: event.data.reason },
            ...{ settled_by: event.meta.actor, settled_at: event.meta.at },
          })
          .where('cycle_id', '=', event.data.cycleId)
          .where('judge_id', '=', event.data.judgeId)
          .where('nomination_id', '=', event.data.nominationId),
      ];
    default:
      return [];
  }
}

const judge = (data: { cycleId: string; judgeId: string }) =>
  kysely.updateTable('judges').where('cycle_id', '=', data.cycleId).where('judge_id', '=', data.judgeId);
