// What the minutes of a panel's meeting are made of, beside the meeting itself.
import type { Db } from '../db/database.ts';
import { loadState } from '../db/execute.ts';
import { findBoards } from '../db/read-models/board-views.ts';
import { findDeliberation } from '../db/read-models/decision-views.ts';
import type { MeetingLine } from '../db/read-models/meeting-views.ts';
import type { Eyes } from '../db/read-models/panel-views.ts';
import { getCycleFacts } from '../documents/letters/audience.ts';
import type { Minuted } from '../documents/print/minuted.ts';
import { findCountry } from '../domain/definition-queries.ts';
import { panelStream } from '../domain/panel/state.ts';
import { notFound } from './problem.ts';
import type { PanelTarget } from './targets.ts';

/** A country's desk does not see the board: of the scores it reads what the award publishes. */
type Asked = { eyes: Eyes; desk: boolean };

/** @throws HttpProblem 404 where not all of it is the viewer's to see: a part of the minutes is not to be signed */
export async function minutesOf(
  db: Db,
  target: PanelTarget,
  meeting: MeetingLine,
  { eyes, desk }: Asked,
): Promise<Minuted> {
  const { cycleId, group } = target;
  const [cycle, [board], deliberation, heads, { state }] = await Promise.all([
    getCycleFacts(db, cycleId),
    findBoards(db, cycleId, eyes, { group }),
    findDeliberation(db, cycleId, group, eyes),
    findHeads(db, cycleId, group),
    loadState(db, panelStream(cycleId, group)),
  ]);
  if (board === undefined || deliberation === undefined || state.status === 'none') throw notFound();
  if (board.entries.length < state.entries.length) throw notFound();
  const { definition, title, zone } = cycle;
  const country =
    board.country === null ? null : (findCountry(definition, board.country)?.names ?? { en: board.country });
  const laureates = (deliberation.decision?.winners ?? []).filter(({ place }) => place === 'laureate');
  const { publishScores } = definition;
  const isShown = (id: string) =>
    !desk ||
    publishScores === 'all' ||
    (publishScores === 'laureates' && laureates.some(({ laureateId }) => laureateId === id));
  return {
    ...{ cycle: title, cycleZone: zone, group, country, meeting, heads },
    category: definition.categories.find(({ key }) => key === board.category)?.names ?? { en: board.category },
    board: {
      method: board.method,
      entries: board.entries.filter(({ nominationId }) => isShown(nominationId)),
      flags: board.entries.every(({ nominationId }) => isShown(nominationId)) ? board.flags : [],
    },
    decision: deliberation.decision,
    votes: deliberation.votes,
  };
}

async function findHeads(db: Db, cycleId: string, group: string): Promise<Minuted['heads']> {
  const rows = await db.read
    .selectFrom('signed_heads')
    .select(['size', 'head'])
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .orderBy('size')
    .execute();
  return rows.map(({ size, head }) => ({ size, root: head.root, signature: head.signature }));
}
