// Invitations and requests that wait for somebody else's answer, for the hand-over sheet of who would be asked about them.
import { sql } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import { isOffice } from '../../domain/roles.ts';
import type { Db } from '../database.ts';
import { countriesOf, type HandoverLine, type Held, line } from './handover-lines.ts';
import type { RunningCycle } from './tasks.ts';

export async function findAwaited(
  db: Db,
  personId: string,
  roles: Held[],
  cycles: RunningCycle[],
): Promise<HandoverLine[]> {
  const parts = await Promise.all([
    findJudgesAsked(db, roles, cycles),
    findSpeakersAsked(db, roles),
    findAccountsAsked(db, roles),
    findHelpersAsked(db, personId, cycles),
  ]);
  return parts.flat();
}

/** Judges who have not answered: of a country's panels by its desk, all by the office. */
async function findJudgesAsked(db: Db, roles: Held[], cycles: RunningCycle[]): Promise<HandoverLine[]> {
  const found = cycles.map(async (cycle) => {
    const ofOffice = roles.some(({ role, award }) => isOffice(role) && award === cycle.award);
    const countries = countriesOf(roles, cycle);
    if (!ofOffice && countries.length === 0) return [];
    let query = db.read
      .selectFrom('judges')
      .select(['judge_id', 'country'])
      .where('cycle_id', '=', cycle.cycle_id)
      .where('status', '=', 'invited');
    if (!ofOffice) query = query.where('country', 'in', countries);
    return (await query.execute()).map(({ judge_id, country }) =>
      line(cycle, {
        ...{ kind: 'invitation', what: 'judge', country },
        link: `/api/v1/cycles/${cycle.cycle_id}/judges/${judge_id}`,
      }),
    );
  });
  return (await Promise.all(found)).flat();
}

/** Speakers who have not answered: by the office of the award, and the staff of the forum. */
async function findSpeakersAsked(db: Db, roles: Held[]): Promise<HandoverLine[]> {
  const mayInvite = ({ role, powers }: Held) => role === 'secretariat' || powers.includes('forum');
  const awards = roles.flatMap((held) => (mayInvite(held) && held.award !== null ? [held.award] : []));
  const forums = roles.flatMap(({ role, forum }) =>
    (role === 'forum-staff' || role === 'host') && forum !== null ? [forum] : [],
  );
  if (awards.length + forums.length === 0) return [];
  type Row = Pick<HandoverLine, 'cycleId' | 'country' | 'category' | 'title' | 'zone' | 'link'> & { dueAt: Date };
  const { rows } = await sql<Row>`
    select t.cycle_id as "cycleId", t.country, t.category, t.organisation as title, t.answer_by as "dueAt",
      f.plan ->> 'zone' as zone, '/api/v1/talks/' || t.forum_id || '~' || t.laureate_id as link
    from talks t join forums f using (forum_id) left join cycles c on c.cycle_id = f.cycle_id
    where t.status = 'invited' and (c.cycle_id is null or c.status = 'running')
      and (c.award = any (${awards}::text[]) or t.forum_id = any (${forums}::uuid[]))`.execute(db.read);
  return rows.map(({ dueAt, ...row }) => ({
    ...{ kind: 'invitation', what: 'talk', count: 1, dueAt: dueAt.toISOString() },
    ...row,
  }));
}

/** People with a role who have not taken up the link to an account: all by the secretariat, the country's by its focal point. */
async function findAccountsAsked(db: Db, roles: Held[]): Promise<HandoverLine[]> {
  const awards = roles.flatMap(({ role, award }) => (role === 'secretariat' && award !== null ? [award] : []));
  const desks = roles.filter(({ role }) => role === 'focal-point');
  if (awards.length + desks.length === 0) return [];
  const { rows } = await sql<{ award: string; country: string | null; count: number; dueAt: Date }>`
    select g.award, g.country, count(distinct i.person_id)::int as count, min(i.expires_at) as "dueAt"
    from invitations i join people p on p.person_id = i.person_id and p.erased_at is null
      join grants g on g.person_id = i.person_id and g.revoked_at is null
    where i.used_at is null and i.expires_at > clock_timestamp() and (g.until_at is null or g.until_at > clock_timestamp())
      and (g.award = any (${awards}::text[]) or (g.award, g.country) in (select * from unnest(
        ${desks.map(({ award }) => award)}::text[], ${desks.map(({ country }) => country)}::text[])))
    group by g.award, g.country`.execute(db.read);
  return rows.map(({ award, country, count, dueAt }) => ({
    ...{ kind: 'invitation', what: 'account', title: { en: award }, cycleId: null, country, category: null, count },
    ...{ dueAt: dueAt.toISOString(), zone: 'UTC', link: '/api/v1/members' },
  }));
}

/** Co-editors and referees who were asked to help with a form that the person edits. */
async function findHelpersAsked(db: Db, personId: string, cycles: RunningCycle[]): Promise<HandoverLine[]> {
  if (cycles.length === 0) return [];
  type Row = Pick<HandoverLine, 'country' | 'category' | 'what' | 'count'> & { id: string; cycleId: string };
  const { rows } = await sql<Row & { title: Texts | null; dueAt: Date | null }>`
    select d.subject_id as id, d.cycle_id as "cycleId", d.country, d.category, n.organisation as title, a.what, a.count, a.until as "dueAt"
    from drafts d left join nominations n on n.nomination_id = d.subject_id
      join (
        select subject_id, 'editor' as what, count(distinct person_id)::int as count, min(expires_at) as until from links
        where purpose = 'edit-nomination' and ended_at is null and expires_at > clock_timestamp() group by subject_id
        union all
        select nomination_id, 'supporting-letter', count(*)::int, null from letter_requests
        where file_id is null group by nomination_id
      ) a on a.subject_id = d.subject_id
    where d.form = 'nomination' and d.cycle_id = any (${cycles.map(({ cycle_id }) => cycle_id)}::uuid[])
      and ${personId}::uuid = any (d.editors) and (n.status is null or n.status in ('submitted', 'returned'))`.execute(
    db.read,
  );
  return rows.flatMap(({ id, cycleId, title, dueAt, ...row }) => {
    const cycle = cycles.find((one) => one.cycle_id === cycleId);
    if (cycle === undefined) return [];
    const about = { ...row, dueAt: dueAt?.toISOString() ?? null, ...(title !== null && { title }) };
    return [line(cycle, { kind: 'invitation', ...about, link: `/api/v1/drafts/nomination/${id}` })];
  });
}
