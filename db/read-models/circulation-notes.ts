// The circulation note: written from the signed decisions and the dossiers, and kept as it was circulated.
import { sql } from 'kysely';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import type { GroupNote, NoteLine } from '../../domain/cycle/note.ts';
import { findCountry } from '../../domain/definition-queries.ts';
import type { KeptSignature, Texts } from '../../domain/messages.ts';
import type { TallyResult } from '../../domain/tally/tally.ts';
import type { Db } from '../database.ts';

type Signed = {
  group: string;
  category: string;
  iso2: string | null;
  tally: TallyResult | null;
  source: string | null;
  number: number;
  signature: KeptSignature;
  signedAt: Date;
};
type Named = {
  laureateId: string;
  group: string;
  place: 'laureate' | 'runner-up';
  order: number;
  iso2: string;
  organisation: Texts;
  title: Texts;
  content: { content?: Record<string, unknown> } | null;
  version: number | null;
  verifiedAt: Date | null;
  note: string | null;
};

/** In protocol order. `groups` null means every group with a signed decision. */
export async function writeNotes(db: Db, cycleId: string, groups: string[] | null): Promise<GroupNote[]> {
  const { definition } = await db.read
    .selectFrom('cycles')
    .select('definition')
    .where('cycle_id', '=', cycleId)
    .executeTakeFirstOrThrow();
  const [signed, named] = await Promise.all([findSigned(db, cycleId, groups), findNamed(db, cycleId, groups)]);
  const notes = signed.map((decision) => {
    const own = named.filter(({ group }) => group === decision.group);
    return noteOf(definition, decision, own);
  });
  return inProtocolOrder(definition, notes);
}

/** Groups that name nobody are among them. */
async function findSigned(db: Db, cycleId: string, groups: string[] | null): Promise<Signed[]> {
  const { rows } = await sql<Signed>`
    select p.panel_group as "group", p.category, p.country as iso2, p.tally, p.source, s.number, s.signature, s.at as "signedAt"
    from panels p join signed_decisions s on s.cycle_id = p.cycle_id and s.panel_group = p.panel_group and s.number = p.decision_number
    where p.cycle_id = ${cycleId} and p.status = 'signed' and (${groups}::text[] is null or p.panel_group = any(${groups}::text[]))
    order by p.panel_group`.execute(db.read);
  return rows;
}

async function findNamed(db: Db, cycleId: string, groups: string[] | null): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select l.laureate_id as "laureateId", l.panel_group as "group", l.place, l.ord as "order", l.country as iso2, l.organisation, n.title,
      d.content, v.version, v.at as "verifiedAt", v.note
    from laureates l join nominations n on n.nomination_id = l.laureate_id left join dossiers d on d.hash = n.dossier
      left join dossier_verifications v on v.nomination_id = l.laureate_id and v.status = 'verified' and v.version = n.version
    where l.cycle_id = ${cycleId} and l.current and (${groups}::text[] is null or l.panel_group = any(${groups}::text[]))
    order by l.place, l.ord, l.laureate_id`.execute(db.read);
  return rows;
}

export function inProtocolOrder(definition: AwardDefinition, notes: GroupNote[]): GroupNote[] {
  const place = ({ country, category }: GroupNote) => [
    definition.countries.findIndex(({ iso2 }) => iso2 === country?.iso2),
    definition.categories.findIndex(({ key }) => key === category.key),
  ];
  return notes.toSorted((a, b) => {
    const [[x = 0, i = 0], [y = 0, j = 0]] = [place(a), place(b)];
    return x - y || i - j;
  });
}

function noteOf(definition: AwardDefinition, decision: Signed, named: Named[]): GroupNote {
  const { group, category, iso2, number, source, tally, signature, signedAt } = decision;
  const names = definition.categories.find(({ key }) => key === category)?.names ?? { en: category };
  const of = (place: Named['place']) =>
    named.filter((row) => row.place === place).map((row) => lineOf(definition, row, tally));
  return {
    group,
    category: { key: category, names },
    country: iso2 === null ? null : countryOf(definition, iso2),
    decision: {
      ...{ number, basis: tally === null ? 'outside' : 'scores', source, signature },
      signedAt: signedAt.toISOString(),
    },
    laureates: of('laureate'),
    runnersUp: of('runner-up'),
  };
}

const countryOf = (definition: AwardDefinition, iso2: string) => ({
  iso2,
  names: findCountry(definition, iso2)?.names ?? { en: iso2 },
});

function lineOf(definition: AwardDefinition, row: Named, tally: TallyResult | null): NoteLine {
  const { laureateId, order, iso2, organisation, title, place, version, verifiedAt, note } = row;
  const { publishScores, form } = definition;
  const shown = publishScores === 'all' || (publishScores === 'laureates' && place === 'laureate');
  const score = shown ? tally?.entries.find(({ nominationId }) => nominationId === laureateId)?.shown : null;
  const at = verifiedAt?.toISOString() ?? null;
  return {
    ...{ laureateId, order, country: countryOf(definition, iso2), organisation, title },
    citation: form.citationField === undefined ? null : textIn(row.content?.content?.[form.citationField]),
    score: score ?? null,
    verified: version === null || at === null ? null : { version, at, note: note ?? '' },
  };
}

const isTexts = (value: unknown): value is Texts =>
  typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');

/** A text in one language or several; null for nothing. */
export function textIn(answer: unknown): Texts | string | null {
  if (typeof answer === 'string') return answer.trim() === '' ? null : answer;
  return isTexts(answer) && Object.keys(answer).length > 0 ? answer : null;
}

/** Stored before the request that names it. */
export async function keepNotes(db: Db, cycleId: string, notes: Map<string, GroupNote>): Promise<void> {
  if (notes.size === 0) return;
  const rows = [...notes].map(([fingerprint, note]) => {
    return { fingerprint, cycle_id: cycleId, content: JSON.stringify(note) };
  });
  await db.read
    .insertInto('circulation_notes')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** By their fingerprints, as they were circulated. */
export async function findNotes(db: Db, cycleId: string, fingerprints: string[]): Promise<GroupNote[]> {
  if (fingerprints.length === 0) return [];
  const rows = await db.read
    .selectFrom('circulation_notes')
    .select('content')
    .where('cycle_id', '=', cycleId)
    .where('fingerprint', 'in', fingerprints)
    .execute();
  return rows.map((row) => row.content);
}
