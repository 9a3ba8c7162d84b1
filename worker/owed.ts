// Which processes the store owes, by its in-transaction read models. A run that finds nothing to do ends at once, so one too many does no harm.
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { ProcessRef } from '../workflows/messages.ts';
import type { About } from './starts.ts';

export type Owed = { ref: ProcessRef; about: About };

export async function findOwed(db: Db): Promise<Owed[]> {
  const all = await Promise.all([
    owedCycles(db),
    owedCountries(db),
    owedCorrections(db),
    owedPanels(db),
    owedRounds(db),
    owedAwards(db),
    owedForums(db),
    owedTalks(db),
    owedProposals(db),
  ]);
  return all.flat();
}

type Row = { cycle_id: string | null; country: string | null; id: string; name: string };

const find = async (db: Db, query: RawBuilder<Row>, refOf: (row: Row) => ProcessRef): Promise<Owed[]> => {
  const { rows } = await query.execute(db.read);
  return rows.map((row) => ({ ref: refOf(row), about: { cycleId: row.cycle_id, country: row.country } }));
};

/** A phase of the cycle that is not closed yet: `k` for the cycle. */
const isOpen = (phase: RawBuilder<unknown>) => sql`exists (select 1 from cycle_phases p
  where p.cycle_id = k.cycle_id and p.phase = ${phase} and p.status <> 'closed')`;
const closedFor = (iso2: RawBuilder<unknown>, phase: RawBuilder<unknown>) => sql`exists (select 1 from country_phases q
  where q.cycle_id = k.cycle_id and q.iso2 = ${iso2} and q.phase = ${phase} and q.closed_at is not null)`;
const running = sql`k.status in ('running', 'suspended')`;

const owedCycles = (db: Db) =>
  find(
    db,
    sql`select cycle_id, null as country, cycle_id as id, '' as name from cycles k where ${running}`,
    ({ id }) => ({ type: 'awardCycle', cycleId: id }),
  );

/** From the opening of nominations until the last phase that the country runs by itself is closed. */
const owedCountries = (db: Db) =>
  find(
    db,
    sql`select k.cycle_id, entitled as country, k.cycle_id as id, entitled as name from cycles k, unnest(k.countries) entitled
      where ${running}
        and exists (select 1 from cycle_phases p where p.cycle_id = k.cycle_id and p.phase = 'nomination' and p.opened_at is not null)
        and exists (select 1 from unnest(array['nomination', 'screening', 'judging', 'decision']) own
          where (k.scope = 'national' or own in ('nomination', 'screening'))
            and ${isOpen(sql`own`)} and not ${closedFor(sql`entitled`, sql`own`)})`,
    ({ id, name }) => ({ type: 'countryTrack', cycleId: id, iso2: name }),
  );

const owedCorrections = (db: Db) =>
  find(
    db,
    sql`select k.cycle_id, n.country, n.nomination_id as id, '' as name
      from nominations n join cycles k on k.cycle_id = n.cycle_id where ${running} and n.status = 'returned'`,
    ({ id }) => ({ type: 'nominationCorrection', nominationId: id }),
  );

/** Until the decision phase is over, or endorsement for a decision that was opened again. */
const owedPanels = (db: Db) =>
  find(
    db,
    sql`select k.cycle_id, a.country, k.cycle_id as id, a.panel_group as name
      from panels a join cycles k on k.cycle_id = a.cycle_id
      where ${running} and a.status <> 'signed'
        and (exists (select 1 from dispensations d where d.cycle_id = k.cycle_id and d.iso2 = a.country
            and (d.category is null or d.category = a.category) and d.step in ('judging', 'decision') and d.until_at > clock_timestamp())
          or (${isOpen(sql`'decision'`)} and not ${closedFor(sql`a.country`, sql`'decision'`)})
          or (a.decision_number > 0 and ${isOpen(sql`'endorsement'`)}))`,
    ({ id, name }) => ({ type: 'judgingPanel', cycleId: id, group: name }),
  );

const owedRounds = (db: Db) =>
  find(
    db,
    sql`select k.cycle_id, null as country, k.cycle_id as id, '' as name
      from cycles k join cycle_phases p on p.cycle_id = k.cycle_id
      where ${running} and p.phase = 'endorsement' and p.status = 'open'`,
    ({ id }) => ({ type: 'endorsementRound', cycleId: id }),
  );

/** An endorsed laureate owes an answer; after silence another is to follow. Neither once the laureates are public. */
const owedAwards = (db: Db) =>
  find(
    db,
    sql`select k.cycle_id, l.country, k.cycle_id as id, l.laureate_id as name
      from award_offers o join laureates l on l.laureate_id = o.laureate_id join cycles k on k.cycle_id = o.cycle_id
      where ${running} and o.offered_at is not null and l.current and l.place = 'laureate' and (l.answer is null or l.answer = 'lapsed')
        and not exists (select from published_laureates p where p.cycle_id = k.cycle_id and p.stage = 'public')`,
    ({ id, name }) => ({ type: 'awardAcceptance', cycleId: id, laureateId: name }),
  );

/** `f` for the forum: one of a cycle is over with its phase. */
const standing = sql`(f.cycle_id is null or exists (select 1 from cycles k
  where k.cycle_id = f.cycle_id and ${running} and ${isOpen(sql`'forum'`)}))`;
const given = sql`(f.cycle_id is null and f.releases > 0 and not exists (select 1 from talks t
  where t.forum_id = f.forum_id and t.status not in ('presented', 'absent')))`;

const owedForums = (db: Db) =>
  find(
    db,
    sql`select f.cycle_id, null as country, f.forum_id as id, '' as name from forums f where ${standing} and not ${given}`,
    ({ id }) => ({ type: 'forumProgramme', forumId: id }),
  );

const owedTalks = (db: Db) =>
  find(
    db,
    sql`select f.cycle_id, t.country, f.forum_id as id, t.laureate_id as name
      from talks t join forums f on f.forum_id = t.forum_id
      where t.status in ('invited', 'confirmed') and ${standing}`,
    ({ id, name }) => ({ type: 'presentationSlot', forumId: id, laureateId: name }),
  );

const owedProposals = (db: Db) =>
  find(
    db,
    sql`select cycle_id, null as country, proposal_id as id, '' as name
      from proposals where state in ('requested', 'running')`,
    ({ id }) => ({ type: 'proposalRun', proposalId: id }),
  );
