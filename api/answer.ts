// What a command answers, and how a list pages.
import { z } from 'zod';
import type { Done } from '../db/execute.ts';
import { isStorable } from './readable.ts';

/** What every accepted command answers: what it was about, its new version, and the place from which views show it. */
export const CommandDone = z.object({
  id: z.string().describe('What the command was about; a composite id joins its parts with ~'),
  version: z.int().describe('The version of its stream, also in ETag'),
  position: z.string().describe('<tx>.<position>: give it as ?after= to a view that must show this change'),
});

export function done(
  id: string,
  result: Done,
): { headers: { [name: string]: string }; body: z.infer<typeof CommandDone> } {
  const position = `${result.place.tx}.${result.place.position}`;
  return {
    headers: { ETag: `"${result.version}"`, 'Laureate-Position': position },
    body: { id, version: result.version, position },
  };
}

/** Query of every list. `cursor` is opaque: the `next` of the page before. */
export const Paging = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
});
export const page = <Item extends z.ZodType>(item: Item) => {
  const schema = z.object({
    items: z.array(item),
    next: z.string().nullable().describe('The cursor of the next page; null on the last'),
  });
  itemsOfPages.set(schema, item);
  return schema;
};

const itemsOfPages = new WeakMap<z.ZodType, z.ZodType>();
/** What a list lists; undefined for an answer that is no list. */
export const itemOf = (response: z.ZodType): z.ZodType | undefined => itemsOfPages.get(response);

type Page<Item> = { items: Item[]; next: string | null };
type KeyOf<Row> = (row: Row) => string[];

/** Cuts a page out of `limit + 1` rows; `keyOf` names the last row's place in the order. */
export function paged<Row>(rows: Row[], limit: number, keyOf: KeyOf<Row>): Page<Row>;
export function paged<Row, Item>(rows: Row[], limit: number, keyOf: KeyOf<Row>, show: (row: Row) => Item): Page<Item>;
export function paged<Row>(
  rows: Row[],
  limit: number,
  keyOf: KeyOf<Row>,
  show: (row: Row) => unknown = (row) => row,
): Page<unknown> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(show), next: last === undefined ? null : encodeCursor(keyOf(last)) };
}

const encodeCursor = (key: string[]) => Buffer.from(JSON.stringify(key)).toString('base64url');

/** What a part of a cursor's key is; each must be one that the database can read. */
const keyParts = {
  uuid: z.uuid(),
  instant: z.iso.datetime(),
  number: z.string().regex(/^\d{1,18}$/),
  text: z.string().max(300).refine(isStorable),
};

/** The key in a cursor, or undefined at the first page. A cursor that is none throws a ZodError for 400. */
export function cursorKey(cursor: string | undefined, parts: (keyof typeof keyParts)[]): string[] | undefined {
  if (cursor === undefined) return undefined;
  const parsed = z.string().transform((text, context) => {
    try {
      const key = z.array(z.string()).parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
      if (key.length !== parts.length) throw new Error('Another list has other parts.');
      return key.map((part, index) => keyParts[parts[index] ?? 'text'].parse(part));
    } catch {
      context.addIssue({ code: 'custom', message: 'is not a cursor of this list' });
      return z.NEVER;
    }
  });
  return z.object({ cursor: parsed }).parse({ cursor }).cursor;
}
