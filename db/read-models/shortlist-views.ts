// Who goes on from round to round: what the rule proposes now, and what was settled before, with the reasons of departures.
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { findRound, judgingOf, nextRoundOf, rubricOf } from '../../domain/definition-queries.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Shortlist } from '../../domain/panel/messages.ts';
import { nearCut } from '../../domain/panel/proposing-shortlist.ts';
import { openToSettle, standingEntries } from '../../domain/panel/rounds.ts';
import { proposedOf } from '../../domain/panel/shortlisting.ts';
import { type Panel, panelStream } from '../../domain/panel/state.ts';
import type { GoesOn } from '../../domain/scorecard/messages.ts';
import type { TallyResult } from '../../domain/tally/tally.ts';
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
  /** Of the round before, while it may be settled anew who goes on from it: among `entries`. */
  anew: {
    round: Named;
    next: Named;
    rule: GoesOn | null;
    proposed: string[];
    near: string[];
    entries: string[];
  } | null;
  /** `earlier`: what was settled before that, and held until then. */
  settled: (Settled & { round: Named; next: Named; earlier: Settled[] })[];
};
type Settled = Pick<Shortlist, 'entries' | 'proposed' | 'departures' | 'by'> & { at: string; anew: string | null };

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
    anew: keptAway ? null : anewOf(state, definition),
    settled: keptAway ? [] : await settledIn(db, { cycleId, group }, definition),
  };
}

function proposalOf(state: Panel, definition: AwardDefinition): Pick<ShortlistLine, 'proposed' | 'near'> {
  if (findRound(definition, state.round)?.goesOn === undefined || state.status !== 'sealed')
    return { proposed: null, near: [] };
  return cutOf(state, state, definition);
}

function anewOf(state: Panel, definition: AwardDefinition): ShortlistLine['anew'] {
  const ended = openToSettle(state);
  if (ended === undefined) return null;
  return {
    ...{ round: named(definition, ended.round), next: named(definition, state.round) },
    rule: findRound(definition, ended.round)?.goesOn ?? null,
    ...cutOf(ended, state, definition),
    entries: standingEntries(ended, state).map(({ nominationId }) => nominationId),
  };
}

function cutOf(judged: { round: string; tally: TallyResult }, state: Panel, definition: AwardDefinition) {
  const { round, tally } = judged;
  const proposed = proposedOf(judged, state, definition);
  const { scale } = rubricOf(definition, state.category, round);
  const { leadHundredths = 100 } = judgingOf(definition, round).sensitive ?? {};
  return { proposed, near: nearCut(tally, proposed, { max: scale.max, leadHundredths }) };
}

async function settledIn(
  db: Db,
  { cycleId, group }: { cycleId: string; group: string },
  definition: AwardDefinition,
): Promise<ShortlistLine['settled']> {
  const rows = await db.read
    .selectFrom('panel_rounds')
    .select(['shortlist', 'earlier', 'ended_at'])
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .orderBy('number')
    .execute();
  const names = await findNames(
    db,
    rows.flatMap(({ shortlist, earlier }) => [shortlist, ...earlier].map(({ by }) => by)),
  );
  const told = ({ entries, proposed, departures, by, anew }: Shortlist, at: Date): Settled => ({
    ...{ entries, proposed, departures, anew: anew ?? null },
    ...{ by: names.get(by) ?? '', at: at.toISOString() },
  });
  return rows.map(({ shortlist, earlier, ended_at }) => ({
    ...told(shortlist, ended_at),
    ...{ round: named(definition, shortlist.round), next: named(definition, shortlist.next) },
    earlier: earlier.map((one) => told(one, new Date(one.at))),
  }));
}

const named = (definition: AwardDefinition, key: string): Named => ({
  key,
  names: findRound(definition, key)?.names ?? { en: key },
});
