// Mission reports as their writers, superiors and readers see them, and what the record says for one that opens.
import { type Selectable, sql } from 'kysely';
import { findCountry } from '../../domain/definition-queries.ts';
import type { Placement } from '../../domain/forum/messages.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Audience, ReportContent, Source } from '../../domain/report/messages.ts';
import type { Topic } from '../../domain/talk/messages.ts';
import type { Db } from '../database.ts';
import { findNames } from '../people.ts';
import type { Tables } from '../tables.ts';
import { findParticipants } from './delegation-views.ts';
import { placedIn } from './places.ts';

export type ReportVersion = {
  version: number;
  hash: string;
  source: Source;
  savedAt: string;
  /** Null once erased, and for a process. */
  savedBy: string | null;
};
export type ReportStanding = {
  latest: number;
  handedIn: { version: number; personId: string | null } | null;
  returned: { version: number; note: string } | null;
  approved: { version: number; audience: Audience } | null;
  published: number | null;
  superior: string | null;
};
/** Where nobody has written yet. */
export const noReport: ReportStanding = {
  ...{ latest: 0, handedIn: null, returned: null, approved: null, published: null, superior: null },
};

export async function findReport(db: Db, forumId: string, country: string): Promise<ReportStanding> {
  const row = await db.read
    .selectFrom('reports')
    .selectAll()
    .where('forum_id', '=', forumId)
    .where('country', '=', country)
    .executeTakeFirst();
  return row === undefined ? noReport : standingOf(row);
}

export const standingOf = (row: Selectable<Tables['reports']>): ReportStanding => {
  const { latest, handed_in, handed_in_by, returned, note, approved, audience, published, superior } = row;
  return {
    ...{ latest, published, superior },
    handedIn: handed_in === null ? null : { version: handed_in, personId: handed_in_by },
    returned: returned === null ? null : { version: returned, note: note ?? '' },
    approved: approved === null ? null : { version: approved, audience: audience ?? 'internal' },
  };
};

/** The newest first. */
export async function findReportVersions(db: Db, forumId: string, country: string): Promise<ReportVersion[]> {
  const rows = await db.read
    .selectFrom('report_versions')
    .selectAll()
    .where('forum_id', '=', forumId)
    .where('country', '=', country)
    .orderBy('version', 'desc')
    .execute();
  const names = await findNames(
    db,
    rows.map(({ saved_by }) => saved_by),
  );
  return rows.map(({ version, hash, source, saved_at, saved_by }) => ({
    ...{ version, hash, source, savedAt: saved_at.toISOString(), savedBy: names.get(saved_by) ?? null },
  }));
}

export async function findReportText(
  db: Db,
  forumId: string,
  country: string,
  version: number,
): Promise<ReportContent | undefined> {
  const row = await db.read
    .selectFrom('report_versions as v')
    .innerJoin('report_texts as t', (join) =>
      join.onRef('t.forum_id', '=', 'v.forum_id').onRef('t.country', '=', 'v.country').onRef('t.hash', '=', 'v.hash'),
    )
    .select('t.content')
    .where('v.forum_id', '=', forumId)
    .where('v.country', '=', country)
    .where('v.version', '=', version)
    .executeTakeFirst();
  return row?.content;
}

/** By country, in the order of its code. */
export async function findPublishedReports(db: Db, forumId: string) {
  const rows = await db.read
    .selectFrom('reports as r')
    .leftJoin('cycles as c', 'c.cycle_id', 'r.cycle_id')
    .select(['r.country', 'r.published', 'c.definition'])
    .where('r.forum_id', '=', forumId)
    .where('r.published', 'is not', null)
    .orderBy('r.country')
    .execute();
  return rows.map(({ country, published, definition }) => ({
    country,
    names: definition?.countries.find(({ iso2 }) => iso2 === country)?.names ?? { en: country },
    version: published ?? 0,
  }));
}

/** What the record says of a forum for the delegation of a country. Laureates are those the country may know of by now. */
export async function findReportRecord(db: Db, forumId: string, iso2: string) {
  const row = await db.read
    .selectFrom('forums')
    .leftJoin('cycles', 'cycles.cycle_id', 'forums.cycle_id')
    .select(['forums.plan', 'forums.cycle_id as cycleId', 'cycles.definition'])
    .where('forums.forum_id', '=', forumId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { plan, cycleId, definition } = row;
  const find = (country: string) => definition?.countries.find((one) => one.iso2 === country);
  const named = (country: string): Texts => {
    const known = find(country);
    return { en: country, ...known?.names, ...known?.officialNames };
  };
  const [members, talks, slots] = await Promise.all([
    findParticipants(db, forumId, { country: iso2 }, { limit: 500 }),
    findGivenTalks(db, forumId, cycleId, iso2),
    findReleased(db, forumId),
  ]);
  const positions = new Map(members.map(({ personId, particulars }) => [personId, particulars?.positions ?? {}]));
  const categories = definition?.categories.map(({ key, names }) => ({ key, names })) ?? [];
  const givenOf = ({ laureateId, status }: GivenTalk) => {
    const placed = slots.find(({ talk }) => talk === laureateId);
    if (status !== 'presented' || placed === undefined) return null;
    const block = plan.blocks.find(({ key }) => key === placed.block);
    const theme = plan.themes.find(({ key }) => key === block?.theme);
    const { localStart, localEnd } = placedIn(plan, placed);
    return theme === undefined ? null : { theme: theme.title, from: minuteOf(localStart), to: minuteOf(localEnd) };
  };
  const land = definition && findCountry(definition, iso2);
  return {
    plan,
    cycleId,
    host: named(plan.host),
    country: {
      names: land?.names ?? { en: iso2 },
      languages: land?.languages ?? ['en'],
      ...(land?.report && { report: land.report }),
    },
    categories,
    members: members.flatMap(({ personId, capacity, particulars }) =>
      particulars === null ? [] : [{ personId, capacity, particulars }],
    ),
    laureates: talks
      .filter(({ country }) => country === iso2)
      .map((talk) => ({
        ...{ category: talk.category, organisation: talk.organisation ?? {}, topics: talk.topics },
        presenter:
          talk.presenter === null || talk.personId === null
            ? null
            : { personId: talk.personId, name: talk.presenter, position: positions.get(talk.personId) ?? {} },
        given: givenOf(talk),
      })),
    others: talks
      .filter(({ country, status }) => country !== iso2 && status === 'presented')
      .map(({ country, organisation, category, topics }) => ({
        country: find(country)?.names ?? { en: country },
        organisation,
        category: categories.find(({ key }) => key === category)?.names ?? { en: category },
        // What it is about may say whose it is.
        topics: organisation === null ? [] : topics,
      })),
  };
}

const minuteOf = (local: string): number => Number(local.slice(0, 2)) * 60 + Number(local.slice(3));

type GivenTalk = {
  laureateId: string;
  country: string;
  category: string;
  /** Null while it is under embargo. */
  organisation: Texts | null;
  status: string;
  personId: string | null;
  presenter: string | null;
  topics: Topic[];
};

/** The country's own laureates from the country stage on, with or without a talk; of others what everybody may know. */
async function findGivenTalks(db: Db, forumId: string, cycleId: string | null, iso2: string): Promise<GivenTalk[]> {
  const { rows } = await sql<GivenTalk>`
    select coalesce(p.laureate_id, t.laureate_id) as "laureateId", coalesce(p.country, t.country) as country,
      coalesce(p.category, t.category) as category, t.status, t.person_id as "personId", e.name as presenter,
      case when p.country = ${iso2} or p.stage = 'public' or ${cycleId}::uuid is null
        then coalesce(p.organisation, t.organisation) end as organisation, coalesce(t.topics, '[]'::json) as topics
    from (select * from talks where forum_id = ${forumId}::uuid) t
      full join (select * from published_laureates where cycle_id = ${cycleId}::uuid and revoked_at is null
        and (country = ${iso2} or stage = 'public')) p on p.laureate_id = t.laureate_id
      left join people e on e.person_id = t.person_id and e.erased_at is null
    where p.country = ${iso2} or (t.country = ${iso2} and ${cycleId}::uuid is null) or t.country <> ${iso2}
    order by 2, 3, 1`.execute(db.read);
  return rows;
}

async function findReleased(db: Db, forumId: string): Promise<Placement[]> {
  const row = await db.read
    .selectFrom('published_schedules')
    .select('placements')
    .where('forum_id', '=', forumId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.placements ?? [];
}
