// What a judge sees of an entry is kept, so that a conflict found while reading says how much was read.
import type { Db } from '../db/database.ts';
import { execute } from '../db/execute.ts';
import { findOpenings, findScoredSheets, keepOpening } from '../db/openings.ts';
import { getDefinition } from '../db/read-models/cycle-views.ts';
import { hiddenFromJudges } from '../db/read-models/nomination-versions.ts';
import { sectionsOf } from '../domain/definition-queries.ts';
import { scorecard } from '../domain/scorecard/decider.ts';
import { scorecardStream } from '../domain/scorecard/state.ts';
import { follows, type HttpMeta } from './meta.ts';

type Whose = { nominationId: string; judgeId: string };

/** The form opens whole: every section with something in it that judges see. */
export async function keepFormOpened(db: Db, whose: Whose & { cycleId: string }, category: string): Promise<void> {
  const { definition } = await getDefinition(db, whose.cycleId);
  const hidden = hiddenFromJudges(definition);
  const shown = sectionsOf(definition, category).filter(({ fields }) => fields.some(({ key }) => !hidden.has(key)));
  await keepOpening(
    db,
    whose,
    shown.map(({ key }) => `section:${key}`),
  );
}

/** A conflict that shows itself after something was read is a recusal too, which says what was read. */
export async function recuseFromWhatWasRead(
  { db, meta }: { db: Db; meta: HttpMeta },
  whose: Whose,
  reason: string,
): Promise<void> {
  const seen = await findOpenings(db, whose);
  if (seen.length === 0) return;
  const { nominationId, judgeId } = whose;
  for (const { cycleId, round } of await findScoredSheets(db, whose)) {
    const stream = scorecardStream(nominationId, judgeId, round, cycleId);
    const command = { type: 'RecuseFromEntry' as const, data: { reason, seen } };
    await execute(db, scorecard, stream, command, follows(meta, `recuse:${nominationId}:${round}`));
  }
}
