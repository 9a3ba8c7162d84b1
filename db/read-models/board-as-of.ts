// The board as it stood at an instant, folded from the events; seen through today's eyes: what is in conflict now stays hidden.
import { sql } from 'kysely';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { judgeStream } from '../../domain/judge/state.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Entry, PanelEvent } from '../../domain/panel/messages.ts';
import { type Panel, panelStream } from '../../domain/panel/state.ts';
import { scorecardStream } from '../../domain/scorecard/state.ts';
import { type AsOf, foldAsOf, lastOf } from '../as-of.ts';
import type { Db } from '../database.ts';
import { type Board, type BoardRow, boardOf } from './board-standings.ts';
import { loweredIn } from './lowered-minimums.ts';
import { type Eyes, seenBy } from './panel-views.ts';

type Filter = { group?: string; limit?: number; after?: string | undefined };

/** Panels that were not formed yet are left out. */
export async function findBoardsAsOf(
  db: Db,
  cycleId: string,
  eyes: Eyes,
  filter: Filter,
  at: string,
): Promise<Board[]> {
  const groups = await findGroups(db, cycleId, filter, at);
  const { definition } = await db.read
    .selectFrom('cycles')
    .select('definition')
    .where('cycle_id', '=', cycleId)
    .executeTakeFirstOrThrow();
  const refs = groups.map((group) => panelStream(cycleId, group));
  const boards: Board[] = [];
  for (const { state, events } of (await foldAsOf(db, refs, at)).values()) {
    if (state.status === 'none') continue;
    const entries = await seenEntries(db, state, eyes, definition, at);
    const sheets = 'tally' in state && state.tally !== null ? (tallyOf(events)?.sheets ?? null) : null;
    boards.push(boardOf({ ...headOf(state), lowered: loweredIn(events), sheets, entries }, definition));
  }
  return boards;
}

async function findGroups(db: Db, cycleId: string, filter: Filter, at: string): Promise<string[]> {
  const { group, limit = 1, after } = filter;
  const rows = await db.read
    .selectFrom('panels')
    .select('panel_group')
    .where('cycle_id', '=', cycleId)
    .where('formed_at', '<=', new Date(at))
    .$if(group !== undefined, (all) => all.where('panel_group', '=', group ?? ''))
    .$if(after !== undefined, (all) => all.where('panel_group', '>', after ?? ''))
    .orderBy('panel_group')
    .limit(limit)
    .execute();
  return rows.map(({ panel_group }) => panel_group);
}

const headOf = (state: Panel) => ({
  id: `${state.cycleId}~${state.group}`,
  cycleId: state.cycleId,
  group: state.group,
  country: state.country,
  category: state.category,
  status: state.status,
  round: state.round,
  wentOn: null,
  tally: 'tally' in state ? state.tally : null,
});

type Sealed = Extract<PanelEvent, { type: 'TallySealed' }>['data'];
const tallyOf = (events: AsOf<unknown>['events']) => lastOf(events, 'TallySealed')?.data as Sealed | undefined;

async function seenEntries(
  db: Db,
  panel: Panel,
  eyes: Eyes,
  definition: AwardDefinition,
  at: string,
): Promise<BoardRow['entries']> {
  const [names, sheets, apart, late] = await Promise.all([
    findSeen(db, panel, eyes),
    sheetsAsOf(db, panel, at),
    apartAsOf(db, panel, definition, at),
    lateAsOf(db, panel, at),
  ]);
  return panel.entries.flatMap((entry) => {
    const { nominationId, country, version } = entry;
    const organisation = names.get(nominationId);
    if (organisation === undefined) return [];
    const own = sheets.filter((sheet) => sheet.nominationId === nominationId);
    const counted = (status: string) => own.filter((sheet) => sheet.status === status).length;
    const coverage = { assigned: own.length, submitted: counted('submitted'), recused: counted('recused') };
    const facts = { nominationId, country, organisation, dossierVersion: version, newestVersion: version };
    return [
      {
        ...facts,
        ...coverage,
        conflicts: apart(entry),
        late: late.get(nominationId) ?? 0,
        called: waiting(panel, nominationId, own),
      },
    ];
  });
}

type Sheet = { judgeId: string; status: string };
/** Reserves who were called to the entry, and had not answered with a sheet. */
const waiting = ({ called = [] }: Panel, nominationId: string, sheets: Sheet[]): number =>
  called.filter(
    (one) =>
      one.nominationId === nominationId &&
      !sheets.some(({ judgeId, status }) => judgeId === one.judgeId && ['submitted', 'recused'].includes(status)),
  ).length;

/** What each entry that the viewer may see today is called. */
async function findSeen(db: Db, { cycleId, group, entries }: Panel, eyes: Eyes): Promise<Map<string, Texts>> {
  const entry = seenBy(eyes, 'nominationId');
  const { rows } = await sql<{ nominationId: string; organisation: Texts }>`
    select x.e ->> 'nominationId' as "nominationId", ${entry.organisation} as organisation
    from panels p join cycles c using (cycle_id) cross join json_array_elements(${JSON.stringify(entries)}::json) as x(e)
    where p.cycle_id = ${cycleId} and p.panel_group = ${group} and ${entry.visible}`.execute(db.read);
  return new Map(rows.map(({ nominationId, organisation }) => [nominationId, organisation]));
}

async function sheetsAsOf(db: Db, { cycleId, group, round }: Panel, at: string) {
  const rows = await db.read
    .selectFrom('scorecards')
    .select(['nomination_id', 'judge_id'])
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .where('round', '=', round)
    .execute();
  const refs = rows.map((row) => scorecardStream(row.nomination_id, row.judge_id, round, cycleId));
  return [...(await foldAsOf(db, refs, at)).values()].flatMap(({ state }) =>
    state.status === 'none'
      ? []
      : [{ nominationId: state.ids.nominationId, judgeId: state.ids.judgeId, status: state.status }],
  );
}

/** How many judges of the panel were kept apart from an entry. */
async function apartAsOf(db: Db, { cycleId, judges }: Panel, { judging }: AwardDefinition, at: string) {
  const refs = judges.map((judgeId) => judgeStream(cycleId, judgeId));
  const states = [...(await foldAsOf(db, refs, at)).values()].flatMap(({ state }) =>
    state.status === 'none' ? [] : [state],
  );
  const isApart = (judge: (typeof states)[number], { nominationId, country }: Entry) =>
    (judge.conflicts[nominationId] ?? 'dismissed') !== 'dismissed' ||
    (judging.conflictScope === 'country' && judge.country === country);
  return (entry: Entry) => states.filter((judge) => isApart(judge, entry)).length;
}

/** How many sheets had come after the cut-off, by entry. */
async function lateAsOf(db: Db, { cycleId, group, round }: Panel, at: string): Promise<Map<string, number>> {
  const rows = await db.read
    .selectFrom('late_sheets')
    .select((eb) => ['nomination_id', eb.fn.countAll<number>().as('late')])
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .where('round', '=', round)
    .where('arrived_at', '<=', new Date(at))
    .groupBy('nomination_id')
    .execute();
  return new Map(rows.map((row) => [row.nomination_id, Number(row.late)]));
}
