// Who still owes what a process waits for. Persons by id, from the read models.
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { loadState } from '../db/execute.ts';
import { findHolders } from '../db/read-models/holders.ts';
import { owedReplies } from '../db/read-models/process-panel-views.ts';
import { cycleStream } from '../domain/cycle/state.ts';
import type { Texts } from '../domain/messages.ts';
import type { About, ReminderKind } from './remind.ts';

type Place = {
  award: string;
  cycleId: string | null;
  forumId: string | null;
  country: string | null;
  title: Texts;
  zone: string;
  /** Where the matter is worked on, below the installation's address. */
  path: string;
};
type Debtors = { debtors: string[]; secretariat: string[]; place: Place };

/** Null when what it is about is not there. */
export async function findDebtors(db: Db, what: ReminderKind, about: About): Promise<Debtors | null> {
  const place = await findPlace(db, about);
  if (place === null) return null;
  const secretariat = await findHolders(db, ['secretariat'], { award: place.award });
  return { debtors: await owing(db, what, about, place, secretariat), secretariat, place };
}

async function owing(db: Db, what: ReminderKind, about: About, place: Place, secretariat: string[]): Promise<string[]> {
  const { award, country } = place;
  const desk = (...roles: ('focal-point' | 'screener' | 'approver')[]) => findHolders(db, roles, { award, country });
  switch (what) {
    case 'nomination':
      return [...(await desk('focal-point')), ...(await findDrafting(db, about))];
    case 'screening':
      return desk('screener', 'approver');
    case 'correction':
      return findEditors(db, about);
    case 'assignment':
      return country === null ? secretariat : desk('focal-point');
    case 'scoring':
      return findScoring(db, about);
    case 'decision':
      return findChairs(db, about);
    case 'endorsement':
      return findSilent(db, award, about);
    case 'request-endorsement':
    case 'plan-announcement':
    case 'presenters':
    case 'release':
      return secretariat;
    case 'talk-answer':
    case 'talk-place':
      return findPresenter(db, about);
  }
}

/** The cycle or forum that the process belongs to, with the country where it has one. */
async function findPlace(db: Db, about: About): Promise<Place | null> {
  if (about.forumId !== undefined) return findForumPlace(db, about.forumId);
  const nomination = about.nominationId === undefined ? undefined : await findNomination(db, about.nominationId);
  const cycleId = about.cycleId ?? nomination?.cycle_id;
  if (cycleId === undefined) return null;
  const cycle = await db.read
    .selectFrom('cycles')
    .select(['award', 'title', 'zone'])
    .where('cycle_id', '=', cycleId)
    .executeTakeFirst();
  const country = about.iso2 ?? nomination?.country ?? /^([A-Z]{2})-/.exec(about.group ?? '')?.[1] ?? null;
  return cycle === undefined ? null : { ...cycle, cycleId, forumId: null, country, path: `/cycles/${cycleId}` };
}

const findNomination = (db: Db, nominationId: string) =>
  db.read
    .selectFrom('nominations')
    .select(['cycle_id', 'country'])
    .where('nomination_id', '=', nominationId)
    .executeTakeFirst();

async function findForumPlace(db: Db, forumId: string): Promise<Place | null> {
  const row = await db.read
    .selectFrom('forums')
    .leftJoin('cycles', 'cycles.cycle_id', 'forums.cycle_id')
    .select(['forums.cycle_id', 'forums.name', 'forums.plan', 'cycles.award'])
    .where('forum_id', '=', forumId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { cycle_id: cycleId, name: title, plan, award } = row;
  return { award: award ?? '', cycleId, forumId, country: null, title, zone: plan.zone, path: `/forums/${forumId}` };
}

/** Editors of drafts of the country that were never submitted. */
async function findDrafting(db: Db, { cycleId, iso2 }: About): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    select distinct unnest(editors) as person from drafts d where d.form = 'nomination' and d.cycle_id = ${cycleId}::uuid
      and d.country = ${iso2} and not exists (select 1 from nominations n where n.nomination_id = d.subject_id)`.execute(
    db.read,
  );
  return rows.map(({ person }) => person);
}

async function findEditors(db: Db, { nominationId = '' }: About): Promise<string[]> {
  const draft = await db.read
    .selectFrom('drafts')
    .select('editors')
    .where('form', '=', 'nomination')
    .where('subject_id', '=', nominationId)
    .executeTakeFirst();
  return draft?.editors ?? [];
}

/** Judges of the panel with a sheet that is not handed in. */
async function findScoring(db: Db, { cycleId = '', group = '' }: About): Promise<string[]> {
  const rows = await db.read
    .selectFrom('scorecards')
    .select('judge_id')
    .distinct()
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .where('status', 'in', ['assigned', 'reopened'])
    .execute();
  return rows.map((row) => row.judge_id);
}

async function findChairs(db: Db, { cycleId = '', group = '' }: About): Promise<string[]> {
  const panel = await db.read
    .selectFrom('panels')
    .select(['chair', 'deputy_chair'])
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .executeTakeFirst();
  return [panel?.chair, panel?.deputy_chair].flatMap((person) => person ?? []);
}

/** The voices of the countries that have neither endorsed nor objected to all. */
async function findSilent(db: Db, award: string, { cycleId = '' }: About): Promise<string[]> {
  const { state } = await loadState(db, cycleStream(cycleId));
  if (state.status === 'none' || state.endorsement === null) return [];
  const { endorsement, countries } = state;
  const silent = countries.filter((country) => owedReplies(endorsement, country).length > 0);
  const voices = silent.map((country) => findHolders(db, ['endorser'], { award, country }));
  return (await Promise.all(voices)).flat();
}

async function findPresenter(db: Db, { forumId = '', laureateId = '' }: About): Promise<string[]> {
  const talk = await db.read
    .selectFrom('talks')
    .select('person_id')
    .where('forum_id', '=', forumId)
    .where('laureate_id', '=', laureateId)
    .executeTakeFirst();
  return talk === undefined ? [] : [talk.person_id];
}
