// What the minutes of a panel's meeting are made of, beside the meeting itself.
import type { Db } from '../db/database.ts';
import { loadState } from '../db/execute.ts';
import { findBoards } from '../db/read-models/board-views.ts';
import { findDeliberation } from '../db/read-models/decision-views.ts';
import type { MeetingLine } from '../db/read-models/meeting-views.ts';
import type { Eyes } from '../db/read-models/panel-views.ts';
import { findShortlist, type ShortlistLine } from '../db/read-models/shortlist-views.ts';
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
  const [cycle, [board], deliberation, heads, { state }, shortlist] = await Promise.all([
    getCycleFacts(db, cycleId),
    findBoards(db, cycleId, eyes, { group }),
    findDeliberation(db, cycleId, group, eyes),
    findHeads(db, cycleId, group),
    loadState(db, panelStream(cycleId, group)),
    findShortlist(db, cycleId, group, eyes),
  ]);
  if (board === undefined || deliberation === undefined || state.status === 'none') throw notFound();
  if (shortlist === undefined || shortlist.keptAway) throw notFound();
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
    rounds: await roundsBefore(db, target, shortlist.settled, { eyes, isShown }),
    decision: deliberation.decision,
    votes: deliberation.votes,
  };
}

type Settled = ShortlistLine['settled'];

/** Who went on is told to whoever reads the minutes; the places that it followed from, where scores may be shown. */
async function roundsBefore(
  db: Db,
  { cycleId, group }: PanelTarget,
  settled: Settled,
  { eyes, isShown }: { eyes: Eyes; isShown: (id: string) => boolean },
): Promise<Minuted['rounds']> {
  const told = settled.map(async ({ round, next, entries, departures, anew, at, earlier }) => {
    const [board] = await findBoards(db, cycleId, eyes, { group, round: round.key });
    const lines = (board?.entries ?? []).map(({ nominationId, organisation, rank, shown }) => ({
      organisation,
      ...(isShown(nominationId) ? { rank, shown } : { rank: null, shown: null }),
      goesOn: entries.includes(nominationId),
      reason: departures.find((one) => one.nominationId === nominationId)?.reason ?? null,
    }));
    const named = new Map((board?.entries ?? []).map((one) => [one.nominationId, one.organisation]));
    const each = [...earlier, { entries, anew, at }];
    const changes = each.flatMap(({ anew: reason, at: when }, number) => {
      const before = (each[number - 1]?.entries ?? []).map((id) => named.get(id) ?? {});
      return reason === null ? [] : { reason, at: when, before };
    });
    return { names: round.names, next: next.names, anew: changes, entries: lines };
  });
  return Promise.all(told);
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
