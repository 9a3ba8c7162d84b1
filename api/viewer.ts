// Who is asking: the signed-in person with every role that holds now.
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { Link } from '../db/links.ts';
import { unreachable } from '../domain/decider.ts';
import type { Power, Role } from '../domain/roles.ts';

/** One role and where it holds; null means that this part of the scope is not limited or does not apply. */
export type HeldRole = {
  role: Role;
  award: string | null;
  country: string | null;
  cycleId: string | null;
  group: string | null;
  forum: string | null;
  laureate: string | null;
  /** Of one who came by a link to that nomination alone. */
  nomination: string | null;
  /** Of one who came by a link as that participant of a delegation. */
  participant?: string;
  /** Of one who came by a link to that talk alone. */
  talk?: string;
  /** Of a standby of the secretariat. */
  powers: Power[];
};
/** Who comes by a link has its subject, never the person's account and what else the person does here. */
export type Viewer = { personId: string; roles: HeldRole[]; byLink?: true };

const nowhere = {
  award: null,
  country: null,
  cycleId: null,
  group: null,
  forum: null,
  laureate: null,
  nomination: null,
  powers: [],
};

/** One who came by a link: a single role, for a single nomination or laureate. A link to edit asks for an account. */
export function viewerByLink({ purpose, personId, subject, cycleId, detail }: Link): Viewer {
  const here = { ...nowhere, cycleId };
  switch (purpose) {
    case 'consent':
      return { personId, byLink: true, roles: [{ ...here, role: 'nominee', nomination: subject }] };
    case 'supporting-letter':
      return { personId, byLink: true, roles: [{ ...here, role: 'referee', nomination: subject }] };
    case 'laureate':
      return { personId, byLink: true, roles: [{ ...here, role: 'laureate-contact', laureate: subject }] };
    case 'participant':
      return { personId, byLink: true, roles: [{ ...here, role: 'participant', participant: subject }] };
    case 'talk': {
      const forum = detail.forum ?? null;
      return { personId, byLink: true, roles: [{ ...here, role: 'presenter', forum, talk: `${forum}~${subject}` }] };
    }
    case 'edit-nomination':
      return { personId, byLink: true, roles: [] };
    default:
      return unreachable(purpose);
  }
}

/** Grants that hold now by the database's clock, and the roles that judge, panel and talk events give. */
export async function viewerOf(db: Db, personId: string): Promise<Viewer> {
  const [grants, judged, chaired, talks] = await Promise.all([
    grantsOf(db, personId),
    judgedBy(db, personId),
    chairedBy(db, personId),
    db.read
      .selectFrom('talks')
      .select('forum_id')
      .where((eb) => eb.or([eb('person_id', '=', personId), eb('speaker_id', '=', personId)]))
      .execute(),
  ]);
  const roles: HeldRole[] = [
    ...grants,
    ...judged,
    ...chaired,
    ...talks.map((talk) => ({ ...nowhere, role: 'presenter' as const, forum: talk.forum_id })),
  ];
  return { personId, roles };
}

async function grantsOf(db: Db, personId: string): Promise<HeldRole[]> {
  const rows = await db.read
    .selectFrom('grants')
    .select(['role', 'award', 'country', 'forum_id', 'laureate_id', 'powers'])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('from_at', '<=', sql<Date>`clock_timestamp()`)
    .where((eb) => eb.or([eb('until_at', 'is', null), eb('until_at', '>', sql<Date>`clock_timestamp()`)]))
    .execute();
  return rows.map((row) => ({
    ...nowhere,
    role: row.role,
    award: row.award,
    country: row.country,
    forum: row.forum_id,
    laureate: row.laureate_id,
    powers: row.powers,
  }));
}

/** A judge of a cycle, once for each of its panels; one who has declined keeps the own invitation, and no panel. */
async function judgedBy(db: Db, personId: string): Promise<HeldRole[]> {
  const rows = await db.read
    .selectFrom('judges')
    .select(['cycle_id', 'groups', 'country', 'status'])
    .where('judge_id', '=', personId)
    .where('status', 'in', ['invited', 'accepted', 'declined'])
    .execute();
  return rows.flatMap((row) => {
    const groups = row.status === 'declined' ? [null] : row.groups;
    const at = { cycleId: row.cycle_id, country: row.country };
    return groups.map((group) => ({ ...nowhere, role: 'judge' as const, ...at, group }));
  });
}

/** Only a judge who serves leads a panel. */
async function chairedBy(db: Db, personId: string): Promise<HeldRole[]> {
  const rows = await db.read
    .selectFrom('panels')
    .innerJoin('judges', 'judges.cycle_id', 'panels.cycle_id')
    .select(['panels.cycle_id', 'panels.panel_group', 'panels.country', 'panels.chair'])
    .where('judges.judge_id', '=', personId)
    .where('judges.status', '=', 'accepted')
    .where((eb) => eb('panels.panel_group', '=', eb.fn.any('judges.groups')))
    .where((eb) => eb.or([eb('panels.chair', '=', personId), eb('panels.deputy_chair', '=', personId)]))
    .execute();
  return rows.map((row) => ({
    ...nowhere,
    role: row.chair === personId ? ('chair' as const) : ('deputy-chair' as const),
    cycleId: row.cycle_id,
    country: row.country,
    group: row.panel_group,
  }));
}
