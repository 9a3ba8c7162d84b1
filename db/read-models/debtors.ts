// Who still owes what a process waits for. Persons by id, from the read models.
import { sql } from 'kysely';
import { cycleStream } from '../../domain/cycle/state.ts';
import type { Role } from '../../domain/roles.ts';
import type { Db } from '../database.ts';
import { activeEditor, findEditing } from '../draft-editors.ts';
import { loadState } from '../execute.ts';
import { lacksSlides } from '../slides.ts';
import { findHolders } from './holders.ts';
import { inConflict } from './judge-views.ts';
import { owedReplies } from './process-panel-views.ts';
import { type About, findPlace, type Place } from './work-places.ts';

export type ReminderKind =
  | 'nomination'
  | 'screening'
  | 'correction'
  | 'assignment'
  | 'scoring'
  | 'shortlist'
  | 'earlier-round'
  | 'decision'
  | 'endorsement'
  | 'request-endorsement'
  | 'plan-announcement'
  | 'award-answer'
  | 'presenters'
  | 'release'
  | 'talk-answer'
  | 'talk-place'
  | 'talk-slides';
/** A person, and in which part it is the next to act. */
export type Debtor = { personId: string; part: Role | 'editor' };

/**
 * `desk` is for what nobody has done in time: the secretariat of the award, and the staff of a forum. `contact` is who answers
 * for a laureate, where it is the one who owes.
 */
export type Debtors = { debtors: string[]; desk: string[]; place: Place; contact?: string };

/** Null when what it is about is not there. */
export async function findDebtors(db: Db, what: ReminderKind, about: About): Promise<Debtors | null> {
  const place = await findPlace(db, about);
  if (place === null) return null;
  const { owing, contact } = await findOwing(db, what, about, place);
  const debtors = owing.map(({ personId }) => personId);
  return { debtors, desk: await findDesk(db, place), place, ...(contact !== undefined && { contact }) };
}

type Owing = { owing: Debtor[]; contact?: string };

/** The same persons with the part in which they act. */
export async function findOwing(db: Db, what: ReminderKind, about: About, place: Place): Promise<Owing> {
  if (what === 'award-answer') return findAnswering(db, about, place);
  return { owing: await owing(db, what, about, place) };
}

async function findDesk(db: Db, { award, forumId }: Place): Promise<string[]> {
  const [office, staff] = await Promise.all([
    award === null ? [] : findHolders(db, ['secretariat'], { award }),
    forumId === null ? [] : findHolders(db, ['forum-staff', 'host'], { award: '', forumId }),
  ]);
  return [...office, ...staff];
}

async function owing(
  db: Db,
  what: Exclude<ReminderKind, 'award-answer'>,
  about: About,
  place: Place,
): Promise<Debtor[]> {
  switch (what) {
    case 'nomination':
      return findNominating(db, about, place);
    case 'screening':
      return findScreening(db, about, place);
    case 'correction':
      return findCorrecting(db, about, place);
    case 'assignment':
      return place.country === null ? ofDesk(db, place) : ofCountry(db, place, 'focal-point');
    case 'scoring':
      return findScoring(db, about);
    case 'shortlist':
    case 'earlier-round':
    case 'decision':
      return findDeciding(db, about, place);
    case 'endorsement':
      return findSilent(db, about, place);
    case 'request-endorsement':
    case 'plan-announcement':
    case 'presenters':
    case 'release':
      return ofDesk(db, place);
    case 'talk-answer':
      return findPresenter(db, about, 'invited');
    case 'talk-place':
      return findPresenter(db, about, 'confirmed');
    case 'talk-slides':
      return (await lacksSlides(db, about.forumId ?? '', about.laureateId ?? ''))
        ? findPresenter(db, about, 'confirmed')
        : [];
  }
}

const as = (part: Debtor['part'], ids: string[]): Debtor[] => ids.map((personId) => ({ personId, part }));
const ofDesk = async (db: Db, place: Place) => as('secretariat', await findDesk(db, place));

async function ofCountry(db: Db, { award, country }: Place, ...roles: Role[]): Promise<Debtor[]> {
  if (award === null) return [];
  const found = roles.map(async (role) => as(role, await findHolders(db, [role], { award, country })));
  return (await Promise.all(found)).flat();
}

/** Whoever edits a form that was never submitted; the focal point, while there is no nomination in an open category. */
async function findNominating(db: Db, { cycleId, iso2 }: About, place: Place): Promise<Debtor[]> {
  const drafting = await sql<{ person: string }>`
    select distinct e as person from drafts d join cycles c on c.cycle_id = d.cycle_id cross join lateral unnest(d.editors) as e
    where d.form = 'nomination' and d.cycle_id = ${cycleId}::uuid and d.country = ${iso2} and ${activeEditor(sql`e`)}
      and not exists (select 1 from nominations n where n.nomination_id = d.subject_id)`.execute(db.read);
  const empty = await sql<{ category: string }>`
    select k.category from country_categories k where k.cycle_id = ${cycleId}::uuid and k.iso2 = ${iso2} and k.status = 'open'
      and not exists (select 1 from nominations n where n.cycle_id = k.cycle_id and n.country = k.iso2
        and n.category = k.category and n.status not in ('withdrawn', 'rejected', 'disqualified'))`.execute(db.read);
  const focal = empty.rows.length === 0 ? [] : await ofCountry(db, place, 'focal-point');
  const editors = drafting.rows.map(({ person }) => person);
  return [...focal, ...as('editor', editors)];
}

/** The approver, until every category is signed; the screener, while something is to be checked. */
async function findScreening(db: Db, { cycleId = '', iso2 = '' }: About, place: Place): Promise<Debtor[]> {
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
async function findCorrecting(db: Db, { nominationId = '' }: About, place: Place): Promise<Debtor[]> {
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
  return editing.active.length > 0 ? as('editor', editing.active) : ofCountry(db, place, 'focal-point');
}

const sheet = {
  cycle: sql.ref('scorecards.cycle_id'),
  judge: sql.ref('scorecards.judge_id'),
  entry: sql.ref('scorecards.nomination_id'),
  country: sql.ref('scorecards.country'),
};

/** Judges who serve on the panel, with a sheet that is not handed in, no conflict about it, and an entry that stands. */
async function findScoring(db: Db, { cycleId = '', group = '' }: About): Promise<Debtor[]> {
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
    .whereRef('scorecards.round', '=', 'panels.round')
    .where('scorecards.status', 'in', ['assigned', 'reopened'])
    .where('judges.status', '=', 'accepted')
    .where((eb) => eb('scorecards.judge_id', '=', eb.fn.any('panels.judges')))
    .where((eb) => eb.not(inConflict(sheet)))
    .where('nominations.status', '<>', 'disqualified')
    .execute();
  return as(
    'judge',
    rows.map((row) => row.judge_id),
  );
}

/** The chair and the deputy; of a panel that decides on paper, those who record and sign for it. */
async function findDeciding(db: Db, { cycleId = '', group = '' }: About, place: Place): Promise<Debtor[]> {
  const panel = await db.read
    .selectFrom('panels')
    .select(['chair', 'deputy_chair', 'status'])
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .executeTakeFirst();
  if (panel === undefined || panel.status === 'signed') return [];
  const { chair, deputy_chair: deputy } = panel;
  const leaders = [
    ...as('chair', chair === null ? [] : [chair]),
    ...as('deputy-chair', deputy === null ? [] : [deputy]),
  ];
  if (leaders.length > 0) return leaders;
  if (place.country === null) return ofDesk(db, place);
  return ofCountry(db, place, panel.status === 'decided' ? 'approver' : 'focal-point');
}

/** The voices of the countries that have neither endorsed nor objected to all; of one, where it is named. */
async function findSilent(db: Db, { cycleId = '', iso2 }: About, place: Place): Promise<Debtor[]> {
  const { state } = await loadState(db, cycleStream(cycleId));
  if (state.status === 'none' || state.endorsement === null) return [];
  const { endorsement, countries } = state;
  const asked = iso2 === undefined ? countries : countries.filter((country) => country === iso2);
  const silent = asked.filter((country) => owedReplies(endorsement, country).length > 0);
  return (await Promise.all(silent.map((country) => ofCountry(db, { ...place, country }, 'endorser')))).flat();
}

/** The laureate's contact; the country's focal point, where nobody is named. */
async function findAnswering(db: Db, { laureateId = '' }: About, place: Place): Promise<Owing> {
  const row = await db.read
    .selectFrom('laureates')
    .leftJoin('award_offers', 'award_offers.laureate_id', 'laureates.laureate_id')
    .select(['contact', 'country'])
    .where('laureates.laureate_id', '=', laureateId)
    .where('answer', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return { owing: [] };
  if (row.contact !== null) return { owing: as('laureate-contact', [row.contact]), contact: row.contact };
  return { owing: await ofCountry(db, { ...place, country: row.country }, 'focal-point') };
}

async function findPresenter(
  db: Db,
  { forumId = '', laureateId = '' }: About,
  status: 'invited' | 'confirmed',
): Promise<Debtor[]> {
  const talk = await db.read
    .selectFrom('talks')
    .select('person_id')
    .where('forum_id', '=', forumId)
    .where('laureate_id', '=', laureateId)
    .where('status', '=', status)
    .executeTakeFirst();
  return talk === undefined ? [] : as('presenter', [talk.person_id]);
}
