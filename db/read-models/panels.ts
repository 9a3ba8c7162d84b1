// Panels from their forming to the signed decision.
import type { AwardsEvent } from '../../domain/events.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';
import { uuids } from './cycles.ts';

export function projectPanels(event: Recorded<AwardsEvent>): Compilable[] {
  const { at } = event.meta;
  switch (event.type) {
    case 'PanelFormed': {
      const { cycleId, group, country, category, entries, judges, reserves, chair, deputyChair, round } = event.data;
      return [
        kysely.insertInto('panels').values({
          cycle_id: cycleId,
          panel_group: group,
          country,
          category,
          status: 'formed',
          entries: JSON.stringify(entries),
          judges: uuids(judges),
          reserves: uuids(reserves),
          chair,
          deputy_chair: deputyChair,
          round,
          formed_at: at,
        }),
      ];
    }
    case 'PanelChanged': {
      const { judges, reserves, chair, deputyChair } = event.data;
      return [
        panel(event.data).set({ judges: uuids(judges), reserves: uuids(reserves), chair, deputy_chair: deputyChair }),
      ];
    }
    case 'AssignmentReleased':
      return [panel(event.data).set({ status: 'scoring' })];
    case 'ScoringClosed':
      return [panel(event.data).set({ status: 'closed' })];
    case 'TallySealed':
      return [
        panel(event.data).set({
          status: 'sealed',
          tally: JSON.stringify(event.data.result),
          sheets: JSON.stringify(event.data.sheets),
        }),
      ];
    case 'DecisionRecorded': {
      const { winners, number, reasons, source } = event.data;
      return [
        panel(event.data).set({
          status: 'decided',
          decision: JSON.stringify(winners),
          decision_number: number,
          reasons,
          source,
        }),
      ];
    }
    case 'DecisionSigned':
      return [panel(event.data).set({ status: 'signed', decision: JSON.stringify(event.data.winners), signed_at: at })];
    case 'DecisionReopened':
      return [
        panel(event.data).set((eb) => ({
          status: eb
            .case()
            .when('tally', 'is', null)
            .then('formed' as const)
            .else('sealed' as const)
            .end(),
          signed_at: null,
        })),
      ];
    default:
      return [];
  }
}

const panel = (data: { cycleId: string; group: string }) =>
  kysely.updateTable('panels').where('cycle_id', '=', data.cycleId).where('panel_group', '=', data.group);
