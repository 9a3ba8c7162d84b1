// The talks of a forum as they may be read: by everybody, with what is under embargo left out by the query, or by its makers.
import { sql } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import type { Topic } from '../../domain/talk/messages.ts';
import type { Db } from '../database.ts';
import { uuidv5 } from '../ids.ts';

/** `public`: what everybody may read. `staff`: with every name, for those who make the programme. */
export type Readers = 'public' | 'staff';
/** What is null is under embargo until the laureate is announced to everybody, or not known. */
export type ProgrammeTalk = {
  /** What it is known by in public; the same before and after the announcement. */
  publicId: string;
  country: string;
  category: string;
  laureateId: string | null;
  organisation: Texts | null;
  topics: Topic[] | null;
  speaker: { key: string; name: string; position: Texts | null; biography: Texts | null } | null;
  language: string | null;
  mode: 'in-person' | 'remote' | null;
  /** Whether the laureate is announced to everybody. */
  isPublic: boolean;
  /** For its makers alone. */
  status: string | null;
  personId: string | null;
  /** When the name became public, or changed then; null where it is not. */
  announcedAt: string | null;
};

/** What a speaker is known by on the public pages of one forum. */
export const speakerKey = (forumId: string, personId: string) => uuidv5(`speaker:${forumId}:${personId}`);

/**
 * By laureate. Who is not announced to everybody has a country and a category, and nothing else; a reserve is told of once its cycle's
 * laureates are.
 */
export async function findProgrammeTalks(
  db: Db,
  forumId: string,
  readers: Readers,
): Promise<Map<string, ProgrammeTalk>> {
  type Row = Omit<ProgrammeTalk, 'speaker' | 'announcedAt'> & {
    id: string;
    announced: Date | null;
    name: string | null;
  };
  const staff = sql<boolean>`${readers === 'staff'}::boolean`;
  const { rows } = await sql<Row & { position: Texts | null; biography: Texts | null }>`
    with announced as (
      select t.*, coalesce(t.speaker_id, t.person_id) as speaks, coalesce(p.corrected_at, p.published_at) as announced,
        case when p.corrected then p.organisation else t.organisation end as called,
        t.cycle_id is null or p.laureate_id is not null or (exists (
          select 1 from talk_reserves r where r.forum_id = t.forum_id and r.laureate_id = t.laureate_id) and exists (
          select 1 from published_laureates q where q.cycle_id = t.cycle_id and q.stage = 'public')) as announced_to_all
      from talks t left join published_laureates p on p.laureate_id = t.laureate_id and p.stage = 'public'
      where t.forum_id = ${forumId}),
    shown as (select *, ${staff} or announced_to_all as open, ${staff} or announced_to_all and status in ('confirmed', 'presented') as named
      from announced)
    select s.laureate_id as id, public_id as "publicId", country, category, announced_to_all as "isPublic",
      case when open then s.laureate_id end as "laureateId",
      case when open then called end as organisation,
      case when open then topics end as topics,
      case when open then s.language end as language,
      case when open then mode end as mode,
      case when open then announced end as announced,
      case when ${staff} then s.status end as status,
      case when named then speaks end as "personId",
      case when named then coalesce(f.printed_name, e.name) end as name,
      case when named then f.position end as position,
      case when named then f.biography end as biography
    from shown s left join people e on e.person_id = s.speaks and e.erased_at is null
      left join speaker_profiles f on f.forum_id = s.forum_id and f.laureate_id = s.laureate_id and f.person_id = e.person_id`.execute(
    db.read,
  );
  return new Map(
    rows.map(({ id, name, position, biography, personId, announced, ...talk }) => [
      id,
      {
        ...talk,
        personId: readers === 'staff' ? personId : null,
        announcedAt: announced?.toISOString() ?? null,
        speaker:
          personId === null || name === null ? null : { key: speakerKey(forumId, personId), name, position, biography },
      },
    ]),
  );
}

/** What would give a talk away. */
export const wordsOf = ({ publicId, isPublic, organisation, speaker, topics }: ProgrammeTalk) => ({
  ...{ talk: publicId, isPublic },
  words: [
    ...Object.values(organisation ?? {}),
    ...(speaker === null ? [] : [speaker.name]),
    ...(topics ?? []).flatMap(({ title }) => Object.values(title)),
  ],
});
