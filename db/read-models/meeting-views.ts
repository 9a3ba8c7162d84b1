// A panel's meeting as those see it who keep away from none of its entries: the agenda, who must leave, what the board flags.
import { sql } from 'kysely';
import { agendaOf } from '../../domain/panel/agenda.ts';
import { endedRounds } from '../../domain/panel/rounds.ts';
import { type Panel, panelStream } from '../../domain/panel/state.ts';
import type { Db } from '../database.ts';
import { loadState } from '../execute.ts';
import { findKeptMeeting } from '../meetings.ts';
import { findNotes } from '../notes.ts';
import { findNames } from '../people.ts';
import { findBoards } from './board-views.ts';
import { inConflict } from './judge-views.ts';
import type { Eyes } from './panel-views.ts';

type Of = { cycleId: string; group: string };
/** Who leads reads the notes to choose from, before scoring is closed the own alone; the others see those that were chosen. */
type Asked = { eyes: Eyes; leader: string | null };
type Leaving = { nominationId: string; judgeId: string; because: 'declared' | 'country' };

/** Undefined for a panel that was not formed. */
export async function findMeeting(db: Db, of: Of, { eyes, leader }: Asked) {
  const [{ state }, [board], kept, leaving, { zone }] = await Promise.all([
    loadState(db, panelStream(of.cycleId, of.group)),
    findBoards(db, of.cycleId, eyes, { group: of.group }),
    findKeptMeeting(db, of),
    findLeaving(db, of),
    db.read.selectFrom('cycles').select('zone').where('cycle_id', '=', of.cycleId).executeTakeFirstOrThrow(),
  ]);
  if (state.status === 'none' || board === undefined) return undefined;
  const isScoring = state.status === 'formed' || state.status === 'scoring';
  const which = leader === null ? 'chosen' : isScoring ? { author: leader } : 'all';
  const members = await membersOf(db, state);
  const nameOf = new Map(members.map(({ judgeId, name }) => [judgeId, name]));
  const before = await findEntriesBefore(db, of, state, eyes);
  const agenda = agendaOf(
    kept?.items ?? [],
    board.entries,
    before.map(({ nominationId }) => nominationId),
  );
  const items = await Promise.all(
    agenda.map(async (item) => {
      const isMeant = ({ nominationId }: { nominationId: string }) => nominationId === item.nominationId;
      const entry = board.entries.find(isMeant) ?? before.find(isMeant);
      const mustLeave = leaving.filter(({ nominationId }) => nominationId === item.nominationId);
      return {
        ...item,
        organisation: entry?.organisation ?? null,
        flags: entry?.flags ?? [],
        rank: entry?.rank ?? null,
        mustLeave: mustLeave.map(({ judgeId, because }) => ({ judgeId, name: nameOf.get(judgeId) ?? '', because })),
        noted: await notedOf(db, of, item, which),
      };
    }),
  );
  const { heldAt = null, place = '', present = members.map(({ judgeId }) => judgeId), guests = '' } = kept ?? {};
  return {
    id: board.id,
    version: kept?.version ?? 0,
    writtenAt: kept?.writtenAt ?? null,
    ...{ heldAt, zone: kept?.zone ?? zone, place, present, guests, members, items, motions: motionsOf(state) },
  };
}
/** Those that did not go on, as the boards of their rounds show them. */
async function findEntriesBefore(db: Db, { cycleId, group }: Of, panel: Panel, eyes: Eyes) {
  const others = new Set([...panel.entries.map(({ nominationId }) => nominationId), ...panel.removed]);
  const boards = endedRounds(panel).map((round) => findBoards(db, cycleId, eyes, { group, round }));
  const all = (await Promise.all(boards)).flat().flatMap(({ entries }) => entries);
  return all.filter(({ nominationId, goesOn }) => goesOn === false && !others.has(nominationId));
}

export type MeetingLine = NonNullable<Awaited<ReturnType<typeof findMeeting>>>;

const motionsOf = ({ motions = [] }: Panel) =>
  motions.map(({ itemId, text, entries, votes, left }) => ({ itemId, text, entries, votes, left }));

/** Who leads comes first; the name of an erased person is empty. */
export async function membersOf(db: Db, { judges, chair, deputyChair }: Panel) {
  const leading = [chair, deputyChair].flatMap((personId) => personId ?? []);
  const all = [...new Set([...leading, ...judges])];
  const names = await findNames(db, all);
  const partOf = (id: string) => (id === chair ? 'chair' : id === deputyChair ? 'deputy' : 'member');
  return all.map((judgeId) => ({ judgeId, name: names.get(judgeId) ?? '', part: partOf(judgeId) as Part }));
}
type Part = 'chair' | 'deputy' | 'member';

type Noted = { nominationId: string | null; notes: string[] };

async function notedOf(db: Db, of: Of, { nominationId, notes }: Noted, which: 'all' | 'chosen' | { author: string }) {
  if (nominationId === null) return [];
  const all = await findNotes(db, { ...of, nominationId }, typeof which === 'string' ? null : which.author);
  const told = which === 'chosen' ? all.filter(({ noteId }) => notes.includes(noteId)) : all;
  return told.map(({ noteId, name, text }) => ({ noteId, name, text }));
}

/** Members of the panel who are kept apart from one of its entries. */
async function findLeaving(db: Db, { cycleId, group }: Of): Promise<Leaving[]> {
  const { rows } = await sql<Leaving>`
    select x.e ->> 'nominationId' as "nominationId", m.judge as "judgeId",
      case when exists (select 1 from judge_conflicts k where k.cycle_id = p.cycle_id and k.judge_id = m.judge
        and k.nomination_id = (x.e ->> 'nominationId')::uuid and k.status <> 'dismissed') then 'declared' else 'country' end as because
    from panels p cross join json_array_elements(p.entries) as x(e)
      cross join lateral (select distinct judge from unnest(p.judges || p.chair || p.deputy_chair) as u(judge) where judge is not null) m
    where p.cycle_id = ${cycleId} and p.panel_group = ${group} and ${keptApart}
    order by m.judge`.execute(db.read);
  return rows;
}

const keptApart = inConflict({
  cycle: sql.ref('p.cycle_id'),
  judge: sql.ref('m.judge'),
  entry: sql`(x.e ->> 'nominationId')::uuid`,
  country: sql`x.e ->> 'country'`,
});
