// Lines of history with what each event changed, for whom somebody acted, and what the ids in it are called.
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { readStreams } from '../event-store.ts';
import { type FactChange, tracers } from './history-facts.ts';
import type { Audience, HistoryLine } from './history-views.ts';

export type OnBehalf = { office: string | null; name: string | null; reference: string | null; reason: string | null };
/** As it comes from the table; a `hidden` line says that something happened, and no more. */
export type RawLine = Omit<HistoryLine, 'at' | 'changes' | 'onBehalf' | 'names'> & {
  at: Date;
  streamId: string;
  version: number;
  hidden: boolean;
  categoryNames: Texts | null;
  itemLabel: Texts | null;
  place: [tx: string, position: string];
};
/** `secret` are nominations of which nothing is told; `nameless` leaves out what nominations are called. */
export type Telling = { audience: Audience; secret: ReadonlySet<string>; nameless: boolean };

export async function tellLines(db: Db, rows: RawLine[], telling: Telling) {
  const changes = await changesOf(db, rows, telling);
  const told = rows.map((row) => {
    const {
      streamId: _stream,
      version: _version,
      hidden: _hidden,
      categoryNames: _names,
      itemLabel: _item,
      at,
      ...line
    } = row;
    const whole = { ...line, at: at.toISOString(), changes: changes(row) };
    return speaksOfSecret(whole, telling.secret) ? { ...whole, detail: {}, changes: [] } : whole;
  });
  const [names, signatories] = await Promise.all([
    namesIn(db, told, telling),
    signatoriesIn(db, telling.audience === 'applicant' ? [] : told),
  ]);
  return told.map((line, index) => ({
    ...line,
    onBehalf: telling.audience === 'applicant' ? null : onBehalf(line.detail, signatories),
    names: { ...namesFor(line, names), ...wordsIn(rows[index]) },
  }));
}

type Told = Omit<HistoryLine, 'onBehalf' | 'names'>;

/** What names many, a decision or an assignment, is told as having been made, and no more. */
const speaksOfSecret = ({ detail, changes }: Told, secret: ReadonlySet<string>): boolean => {
  if (secret.size === 0) return false;
  const text = JSON.stringify([detail, changes]);
  return [...secret].some((id) => text.includes(id));
};

async function changesOf(db: Db, rows: RawLine[], { audience }: Telling): Promise<(row: RawLine) => FactChange[]> {
  const open = rows.filter(({ hidden, streamId }) => !hidden && kindOf(streamId) in tracers);
  const byStream = Map.groupBy(open, ({ streamId }) => streamId);
  const events = Map.groupBy(await readStreams(db.readPool, [...byStream.keys()]), ({ streamId }) => streamId);
  const traced = new Map(
    [...byStream].map(([streamId, lines]) => {
      const wanted = new Set(lines.map(({ version }) => version));
      return [streamId, tracers[kindOf(streamId)]?.(events.get(streamId) ?? [], wanted)];
    }),
  );
  return ({ streamId, version, detail }) =>
    (traced.get(streamId)?.get(version) ?? []).flatMap((change) => forAudience(change, audience, detail));
}

const kindOf = (streamId: string): string => streamId.split('/')[0] ?? '';

/** That a rejection is proposed is the desk's until it is confirmed; that a dossier is verified tells of the result. */
function forAudience(change: FactChange, audience: Audience, detail: object): FactChange[] {
  const { fact, before, after } = change;
  if (fact.startsWith('grant:') && 'grantId' in detail && fact !== `grant:${detail.grantId}`) return [];
  if (audience === 'office' || audience === 'leader') return [change];
  if (fact === 'verification') return [];
  if (audience === 'country' || fact !== 'status') return [change];
  const asApplicant = (value: unknown) => (value === 'rejection-proposed' ? 'submitted' : value);
  return [{ fact, before: asApplicant(before), after: asApplicant(after) }];
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const idsIn = ({ detail, changes, judgeId, nominationId }: Told): string[] => [
  ...new Set(JSON.stringify([detail, changes, judgeId, nominationId]).match(uuids) ?? []),
];

/** Persons are named by `und`; an applicant reads no names but the own. Those of erased persons are gone. */
async function namesIn(db: Db, lines: Told[], { audience, nameless }: Telling): Promise<Map<string, Texts>> {
  const ids = [...new Set(lines.flatMap(idsIn))];
  if (ids.length === 0 || audience === 'applicant') return new Map();
  const [people, nominations, organisations] = await Promise.all([
    db.read
      .selectFrom('people')
      .select(['person_id', 'name'])
      .where('person_id', 'in', ids)
      .where('erased_at', 'is', null)
      .execute(),
    nameless
      ? []
      : db.read
          .selectFrom('nominations')
          .select(['nomination_id', 'organisation'])
          .where('nomination_id', 'in', ids)
          .execute(),
    nameless
      ? []
      : db.read
          .selectFrom('organisations')
          .select(['organisation_id', 'names'])
          .where('organisation_id', 'in', ids)
          .execute(),
  ]);
  return new Map([
    ...people.map(({ person_id, name }) => [person_id, { und: name } as Texts] as const),
    ...nominations.map(({ nomination_id, organisation }) => [nomination_id, organisation] as const),
    ...organisations.map(({ organisation_id, names }) => [organisation_id, names] as const),
  ]);
}

const namesFor = (line: Told, names: Map<string, Texts>): { [id: string]: Texts } =>
  Object.fromEntries(
    idsIn(line).flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : [[id, name]];
    }),
  );

/** Category and item of the checklist, by their keys, as the award's definition calls them. */
function wordsIn(row: RawLine | undefined): { [key: string]: Texts } {
  const { category = null, categoryNames = null, itemLabel = null, detail = {} } = row ?? {};
  return {
    ...(category !== null && categoryNames !== null && { [category]: categoryNames }),
    ...(typeof detail.item === 'string' && itemLabel !== null && { [detail.item]: itemLabel }),
  };
}

type Kept = { reference?: string; reason?: string; signatory?: { office: string; signatoryId: string } };

/** A signature by letter, a letter that the outcome came by, or why somebody answers for a laureate. */
function letterIn({ signature, letter, onBehalf: reason }: Record<string, unknown>): Kept | null {
  const found = [signature, letter, reason].find((one) => typeof one === 'object' && one !== null);
  const kept = (found ?? null) as (Kept & { kind?: string }) | null;
  return kept === null || kept.kind === 'in-person' ? null : kept;
}

async function signatoriesIn(db: Db, lines: Told[]): Promise<Map<string, string>> {
  const ids = lines.flatMap(({ detail }) => letterIn(detail)?.signatory?.signatoryId ?? []);
  if (ids.length === 0) return new Map();
  const rows = await db.read.selectFrom('signatories').selectAll().where('signatory_id', 'in', ids).execute();
  return new Map(rows.map(({ signatory_id, name }) => [signatory_id, name]));
}

function onBehalf(detail: Record<string, unknown>, signatories: Map<string, string>): OnBehalf | null {
  const kept = letterIn(detail);
  if (kept === null) return null;
  const { signatory, reference = null, reason = null } = kept;
  const name = signatories.get(signatory?.signatoryId ?? '') ?? null;
  return { office: signatory?.office ?? null, name, reference, reason };
}
