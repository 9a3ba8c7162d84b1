// What may stand between a judge and an entry, found in names, mail addresses and earlier parts: each with its reason.
import { sql } from 'kysely';
import type { Suggested } from '../../domain/judge/messages.ts';
import { isLikeName, isSameDomain, ownDomain } from '../../domain/judge/suggesting.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { type Entry, findNamedEntries, findTied, type Tied } from './found-conflicts.ts';
import { findKeptFrom } from './officer-conflicts.ts';

export type Suggestion = {
  judgeId: string;
  judge: string;
  nominationId: string;
  organisation: Texts;
  because: Suggested;
  /** What the judge has said of it, who sees it too. */
  judgeSays: string | null;
};
/** By the judge, or for a desk whose officer may keep away from some of the entries. */
type Eyes = {
  cycleId: string;
  judgeId?: string;
  reader: 'judge' | 'desk';
  officer: string | null;
  country: string | null;
};

/** In the order of judges and entries. Without pairs of which something was said already. */
export async function findSuggestions(db: Db, eyes: Eyes): Promise<Suggestion[]> {
  const { cycleId, judgeId, officer, country } = eyes;
  const judges = await findTied(db, { cycleId, ...(judgeId !== undefined && { judgeId }) });
  const wanted = judges.filter(
    ({ groups }) => country === null || groups.some((group) => group.startsWith(`${country}-`)),
  );
  const groups = [...new Set(wanted.flatMap((judge) => judge.groups))];
  const [entries, said, people, parts, kept] = await Promise.all([
    findNamedEntries(db, cycleId, groups),
    findSaid(db, cycleId),
    findPeople(db, wanted),
    findEarlierParts(db, cycleId, wanted),
    findKeptFrom(db, officer),
  ]);
  const found = wanted.flatMap((judge) =>
    entries
      .filter(({ group, nominationId }) => judge.groups.includes(group) && !kept.has(nominationId))
      .flatMap((entry) => tiesOf(judge, entry, people.get(judge.judgeId)?.email ?? '', parts)),
  );
  return found.flatMap(({ judge, entry, because }): Suggestion[] => {
    const about = said.filter((one) => one.judgeId === judge.judgeId && one.nominationId === entry.nominationId);
    const dismissal = about.find((one) => one.because === because);
    const isOver = about.some((one) => one.because === null) || dismissal?.by === 'desk';
    if (isOver || (dismissal !== undefined && eyes.reader === 'judge')) return [];
    const organisation = entry.named.find(({ as }) => as === 'body')?.names ?? {};
    const { nominationId } = entry;
    const name = people.get(judge.judgeId)?.name ?? '';
    return [
      {
        judgeId: judge.judgeId,
        judge: name,
        nominationId,
        organisation,
        because,
        judgeSays: dismissal?.reason ?? null,
      },
    ];
  });
}

type Tie = { judge: Tied; entry: Entry; because: Suggested };

function tiesOf(judge: Tied, entry: Entry, email: string, parts: Set<string>): Tie[] {
  const domain = ownDomain(email);
  const theirs = entry.addresses.flatMap((address) => ownDomain(address) ?? []);
  const holds: [Suggested, boolean][] = [
    ['like-name', isLikeName(judge.bodies, entry.named)],
    ['mail-domain', domain !== null && theirs.some((other) => isSameDomain(domain, other))],
    ['earlier-role', parts.has(`${judge.judgeId} ${entry.nominationId}`)],
  ];
  return holds.flatMap(([because, is]) => (is ? [{ judge, entry, because }] : []));
}

type SaidRow = { judgeId: string; nominationId: string; because: string | null; by: string; reason: string };

/** Conflicts, however they stand (`because` null), and suggestions that were dismissed. */
async function findSaid(db: Db, cycleId: string): Promise<SaidRow[]> {
  const { rows } = await sql<SaidRow>`
    select judge_id as "judgeId", nomination_id as "nominationId", null as because, '' as by, '' as reason
    from judge_conflicts where cycle_id = ${cycleId}
    union all select judge_id, nomination_id, because, dismissed_by, reason
    from dismissed_suggestions where cycle_id = ${cycleId}`.execute(db.read);
  return rows;
}

async function findPeople(db: Db, judges: Tied[]): Promise<Map<string, { name: string; email: string }>> {
  if (judges.length === 0) return new Map();
  const rows = await db.read
    .selectFrom('people')
    .select(['person_id', 'name', 'email'])
    .where(
      'person_id',
      'in',
      judges.map(({ judgeId }) => judgeId),
    )
    .where('erased_at', 'is', null)
    .execute();
  return new Map(rows.map(({ person_id, name, email }) => [person_id, { name, email }]));
}

/** Pairs of judge and entry: the judge has edited, screened, recommended or answered for a nomination of the same organisation, in any cycle. */
async function findEarlierParts(db: Db, cycleId: string, judges: Tied[]): Promise<Set<string>> {
  if (judges.length === 0) return new Set();
  const { rows } = await sql<{ pair: string }>`
    select distinct j.id || ' ' || n.nomination_id as pair
    from nominations n join organisations s using (organisation_id) join organisations o on o.survivor = s.survivor
      join nominations m on m.organisation_id = o.organisation_id cross join unnest(${judges.map(({ judgeId }) => judgeId)}::text[]) as j(id)
    where n.cycle_id = ${cycleId} and n.status = 'forwarded' and (
      m.submitted_by::text = j.id
      or exists (select from drafts d where d.form = 'nomination' and d.subject_id = m.nomination_id and j.id::uuid = any (d.editors))
      or exists (select from letter_requests l where l.nomination_id = m.nomination_id and l.person_id::text = j.id)
      or exists (select from grants g where g.person_id::text = j.id and (g.nomination_id = m.nomination_id or g.laureate_id = m.nomination_id))
      or exists (select from history h where h.nomination_id = m.nomination_id and h.actor = j.id and h.stream_id like 'nomination/%'))`.execute(
    db.read,
  );
  return new Set(rows.map(({ pair }) => pair));
}
