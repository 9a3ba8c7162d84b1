// Who still owes what a process waits for. Persons by id, from the read models.
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { activeEditor, findEditing } from '../db/draft-editors.ts';
import { loadState } from '../db/execute.ts';
import { findHolders } from '../db/read-models/holders.ts';
import { inConflict } from '../db/read-models/judge-views.ts';
import { owedReplies } from '../db/read-models/process-panel-views.ts';
import { cycleStream } from '../domain/cycle/state.ts';
import type { Role } from '../domain/roles.ts';
import { findPlace, type Place } from './places.ts';
import type { About, ReminderKind } from './remind.ts';

/**
 * `desk` is for what nobody has done in time: the secretariat of the award, and the staff of a forum. `contact` is who answers
 * for a laureate, where it is the one who owes.
 */
export type Debtors = { debtors: string[]; desk: string[]; place: Place; contact?: string };

/** Null when what it is about is not there. */
export async function findDebtors(db: Db, what: ReminderKind, about: About): Promise<Debtors | null> {
  const place = await findPlace(db, about);
  if (place === null) return null;
  const desk = await findDesk(db, place);
  if (what === 'award-answer') return { ...(await findAnswering(db, about, place)), desk, place };
  return { debtors: await owing(db, what, about, place, desk), desk, place };
}

async function findDesk(db: Db, { award, forumId }: Place): Promise<string[]> {
  const [office, staff] = await Promise.all([
    award === null ? [] : findHolders(db, ['secretariat'], { award }),
    forumId === null ? [] : findHolders(db, ['forum-staff'], { award: '', forumId }),
  ]);
  return [...office, ...staff];
}

function owing(
  db: Db,
  what: Exclude<ReminderKind, 'award-answer'>,
  about: About,
  place: Place,
  desk: string[],
): Promise<string[]> | string[] {
  switch (what) {
    case 'nomination':
      return findNominating(db, about, place);
    case 'screening':
      return findScreening(db, about, place);
    case 'correction':
      return findCorrecting(db, about, place);
    case 'assignment':
      return place.country === null ? desk : ofCountry(db, place, 'focal-point');
    case 'scoring':
      return findScoring(db, about);
    case 'decision':
      return findDeciding(db, about, place, desk);
    case 'endorsement':
      return findSilent(db, about, place);
    case 'request-endorsement':
    case 'plan-announcement':
    case 'presenters':
    case 'release':
      return desk;
    case 'talk-answer':
      return findPresenter(db, about, 'invited');
    case 'talk-place':
      return findPresenter(db, about, 'confirmed');
  }
}

const ofCountry = (db: Db, { award, country }: Place, ...roles: Role[]): Promise<string[]> =>
  award === null ? Promise.resolve([]) : findHolders(db, roles, { award, country });

/** Whoever edits a form that was never submitted; the focal point, while there is no nomination in an open category. */
async function findNominating(db: Db, { cycleId, iso2 }: About, place: Place): Promise<string[]> {
  const drafting = await sql<{ person: string }>`
    select distinct e as person from drafts d join cycles c on c.cycle_id = d.cycle_id cross join lateral unnest(d.editors) as e
    where d.form = 'nomination' and d.cycle_id = ${cycleId}::uuid and d.country = ${iso2} and ${activeEditor(sql`e`)}
      and not exists (select 1 from nominations n where n.nomination_id = d.subject_id)`.execute(db.read);
  const empty = await sql<{ category: string }>`
    select k.category from country_categories k where k.cycle_id = ${cycleId}::uuid and k.iso2 = ${iso2} and k.status = 'open'
      and not exists (select 1 from nominations n where n.cycle_id = k.cycle_id and n.country = k.iso2
        and n.category = k.category and n.status not in ('withdrawn', 'rejected', 'disqualified'))`.execute(db.read);
  const focal = empty.rows.length === 0 ? [] : await ofCountry(db, place, 'focal-point');
  return [...focal, ...drafting.rows.map(({ person }) => person)];
}

/** The approver, until every category is signed; the screener, while something is to be checked. */
async function findScreening(db: Db, { cycleId = '', iso2 = '' }: About, place: Place): Promise<string[]> {
  const waiting = await db.read
    .selectFrom('nominations')
    .select('nomination_id')
    .where('cycle_id', '=', cycleId)
    .where('country', '=', iso2)
    .where('status', 'in', ['submitted', 'rejection-proposed'])
    .limit(1)
    .execute();
  return ofCountry(db, place, 'approver', ...(waiting.length > 0 ? (['screener'] as const) : []));
}

/** Whoever edits the nomination; the focal point, who names another editor, where nobody is left. */
async function findCorrecting(db: Db, { nominationId = '' }: About, place: Place): Promise<string[]> {
  const [editing, returned] = await Promise.all([
    findEditing(db, nominationId),
    db.read
      .selectFrom('nominations')
      .select('nomination_id')
      .where('nomination_id', '=', nominationId)
      .where('status', '=', 'returned')
      .executeTakeFirst(),
  ]);
  if (editing === undefined || returned === undefined) return [];
  return editing.active.length > 0 ? editing.active : ofCountry(db, place, 'focal-point');
}

const sheet = {
  cycle: sql.ref('scorecards.cycle_id'),
  judge: sql.ref('scorecards.judge_id'),
  entry: sql.ref('scorecards.nomination_id'),
  country: sql.ref('scorecards.country'),
};

/** Judges who serve on the panel, with a sheet that is not handed in, no conflict about it, and an entry that stands. */
async function findScoring(db: Db, { cycleId = '', group = '' }: About): Promise<string[]> {
  const rows = await db.read
    .selectFrom('scorecards')
    .innerJoin('panels', (join) =>
      join
        .onRef('panels.cycle_id', '=', 'scorecards.cycle_id')
        .onRef('panels.panel_group', '=', 'scorecards.panel_group'),
    )
    .innerJoin('judges', (join) =>
      join.onRef('judges.cycle_id', '=', 'scorecards.cycle_id').onRef('judges.judge_id', '=', 'scorecards.judge_id'),
    )
    .innerJoin('nominations', 'nominations.nomination_id', 'scorecards.nomination_id')
    .select('scorecards.judge_id')
    .distinct()
    .where('scorecards.cycle_id', '=', cycleId)
    .where('scorecards.panel_group', '=', group)
    .where('scorecards.status', 'in', ['assigned', 'reopened'])
    .where('judges.status', '=', 'accepted')
    .where((eb) => eb('scorecards.judge_id', '=', eb.fn.any('panels.judges')))
    .where((eb) => eb.not(inConflict(sheet)))
    .where('nominations.status', '<>', 'disqualified')
    .execute();
  return rows.map((row) => row.judge_id);
}

/** The chair and the deputy; of a panel that decides on paper, those who record and sign for it. */
async function findDeciding(db: Db, { cycleId = '', group = '' }: About, place: Place, desk: string[]) {
  const panel = await db.read
    .selectFrom('panels')
    .select(['chair', 'deputy_chair', 'status'])
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .executeTakeFirst();
  if (panel === undefined || panel.status === 'signed') return [];
  const leaders = [panel.chair, panel.deputy_chair].flatMap((person) => person ?? []);
  if (leaders.length > 0) return leaders;
  if (place.country === null) return desk;
  return ofCountry(db, place, panel.status === 'decided' ? 'approver' : 'focal-point');
}

/** The voices of the countries that have neither endorsed nor objected to all. */
async function findSilent(db: Db, { cycleId = '' }: About, place: Place): Promise<string[]> {
  const { state } = await loadState(db, cycleStream(cycleId));
  if (state.status === 'none' || state.endorsement === null) return [];
  const { endorsement, countries } = state;
  const silent = countries.filter((country) => owedReplies(endorsement, country).length > 0);
  return (await Promise.all(silent.map((country) => ofCountry(db, { ...place, country }, 'endorser')))).flat();
}

/** The laureate's contact; the country's focal point, where nobody is named. */
async function findAnswering(
  db: Db,
  { laureateId = '' }: About,
  place: Place,
): Promise<Pick<Debtors, 'debtors' | 'contact'>> {
  const row = await db.read
    .selectFrom('laureates')
    .leftJoin('award_offers', 'award_offers.laureate_id', 'laureates.laureate_id')
    .select(['contact', 'country'])
    .where('laureates.laureate_id', '=', laureateId)
    .where('answer', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return { debtors: [] };
  if (row.contact !== null) return { debtors: [row.contact], contact: row.contact };
  return { debtors: await ofCountry(db, { ...place, country: row.country }, 'focal-point') };
}

async function findPresenter(db: Db, { forumId = '', laureateId = '' }: About, status: 'invited' | 'confirmed') {
  const talk = await db.read
    .selectFrom('talks')
    .select('person_id')
    .where('forum_id', '=', forumId)
    .where('laureate_id', '=', laureateId)
    .where('status', '=', status)
    .executeTakeFirst();
  return talk === undefined ? [] : [talk.person_id];
}
