// Who goes on from round to round: what the rule proposes now, and what was settled before, with the reasons of departures.
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { findRound, judgingOf, nextRoundOf, rubricOf } from '../../domain/definition-queries.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Shortlist } from '../../domain/panel/messages.ts';
import { nearCut, proposeShortlist } from '../../domain/panel/proposing-shortlist.ts';
import { type Panel, panelStream, ruledOut } from '../../domain/panel/state.ts';
import type { GoesOn } from '../../domain/scorecard/messages.ts';
import type { Db } from '../database.ts';
import { loadState } from '../execute.ts';
import { findNames } from '../people.ts';
import { getDefinition } from './cycle-views.ts';
import { type Eyes, findPanels } from './panel-views.ts';

type Named = { key: string; names: Texts };
export type ShortlistLine = {
  round: Named;
  next: Named | null;
  rule: GoesOn | null;
  /** Some entry is not the viewer's to see: nothing is told of who goes on. */
  keptAway: boolean;
  /** Null until the tally is sealed, and in the last round. */
  proposed: string[] | null;
  /** So close to the cut that a little would change it. */
  near: string[];
  settled: (Omit<Shortlist, 'round' | 'next' | 'by'> & { round: Named; next: Named; by: string; at: string })[];
};

/** Undefined for a panel that was not formed. */
export async function findShortlist(
  db: Db,
  cycleId: string,
  group: string,
  eyes: Eyes,
): Promise<ShortlistLine | undefined> {
  const [[panel], { state }, { definition }] = await Promise.all([
    findPanels(db, cycleId, eyes, { group }),
    loadState(db, panelStream(cycleId, group)),
    getDefinition(db, cycleId),
  ]);
  if (panel === undefined || state.status === 'none') return undefined;
  const { keptAway } = panel;
  const next = nextRoundOf(definition, state.round);
  return {
    round: named(definition, state.round),
    next: next === undefined ? null : { key: next.key, names: next.names },
    rule: findRound(definition, state.round)?.goesOn ?? null,
    keptAway,
    ...(keptAway ? { proposed: null, near: [] } : proposalOf(state, definition)),
    settled: keptAway ? [] : await settledIn(db, { cycleId, group }, definition),
  };
}

function proposalOf(state: Panel, definition: AwardDefinition): Pick<ShortlistLine, 'proposed' | 'near'> {
  const goesOn = findRound(definition, state.round)?.goesOn;
  if (goesOn === undefined || state.status !== 'sealed') return { proposed: null, near: [] };
  const proposed = proposeShortlist(goesOn, state.tally.entries, ruledOut(state));
  const { scale } = rubricOf(definition, state.category, state.round);
  const { leadHundredths = 100 } = judgingOf(definition, state.round).sensitive ?? {};
  return { proposed, near: nearCut(state.tally, proposed, { max: scale.max, leadHundredths }) };
}

async function settledIn(
  db: Db,
  { cycleId, group }: { cycleId: string; group: string },
  definition: AwardDefinition,
): Promise<ShortlistLine['settled']> {
  const rows = await db.read
    .selectFrom('panel_rounds')
    .select(['shortlist', 'ended_at'])
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .orderBy('number')
    .execute();
  const names = await findNames(
    db,
    rows.map(({ shortlist }) => shortlist.by),
  );
  return rows.map(({ shortlist: { round, next, by, ...shortlist }, ended_at }) => ({
    ...shortlist,
    ...{ round: named(definition, round), next: named(definition, next) },
    ...{ by: names.get(by) ?? '', at: ended_at.toISOString() },
  }));
}

const named = (definition: AwardDefinition, key: string): Named => ({
  key,
  names: findRound(definition, key)?.names ?? { en: key },
});
