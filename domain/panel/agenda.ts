// The agenda of a panel's meeting: the order to talk in, and what must be true of what is kept of it.

/** What was said and who was out of the room belong to the item: minutes are made of it. */
export type Item = {
  itemId: string;
  /** The entry it is about; null for what is none. */
  nominationId: string | null;
  /** What it is about where it is no entry. */
  title: string;
  said: string;
  left: string[];
  /** How the panel answered a flag of the board. */
  answers: { flag: string; text: string }[];
  /** Notes of the entry that the minutes include. */
  notes: string[];
};
export type MeetingContent = {
  heldAt: string | null;
  zone: string;
  place: string;
  present: string[];
  guests: string;
  items: Item[];
};
type Listed = { nominationId: string; flags: readonly string[] };

/** What is flagged first, then what stands equal, then the rest: each in the order in which it came. */
export function orderToTalk<Entry extends Listed>(entries: readonly Entry[]): Entry[] {
  const turn = ({ flags }: Listed) => (flags.includes('tie') ? 1 : flags.length > 0 ? 0 : 2);
  return entries
    .map((entry) => ({ entry, turn: turn(entry) }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ entry }) => entry);
}

export const itemOf = (nominationId: string): Item => ({
  ...{ itemId: nominationId, nominationId, title: '', said: '' },
  ...{ left: [], answers: [], notes: [] },
});

/**
 * As it was kept, without entries that have left the panel; those that are not on it yet follow. What was said of entries `before`,
 * which did not go on from an earlier round, stays.
 */
export function agendaOf(kept: readonly Item[], entries: readonly Listed[], before: readonly string[] = []): Item[] {
  const stands = new Set([...entries.map(({ nominationId }) => nominationId), ...before]);
  const items = kept.filter(({ nominationId }) => nominationId === null || stands.has(nominationId));
  const listed = new Set(items.map(({ nominationId }) => nominationId));
  const fresh = orderToTalk(entries).filter(({ nominationId }) => !listed.has(nominationId));
  return [...items, ...fresh.map(({ nominationId }) => itemOf(nominationId))];
}

type Wrong = { field: string; rule: string };

/** What cannot be: strangers, entries of elsewhere, an item twice, one without a title. */
export function wrongIn({ present, items }: MeetingContent, members: string[], entries: string[]): Wrong[] {
  const wrong: Wrong[] = present.flatMap((id, at) => strangerAt(`present.${at}`, id, members));
  const seen = new Set<string>();
  items.forEach((item, at) => {
    const { itemId, nominationId, title, left } = item;
    if (seen.has(itemId)) wrong.push({ field: `items.${at}.itemId`, rule: 'is on the agenda twice' });
    seen.add(itemId);
    if (nominationId === null && title === '') wrong.push({ field: `items.${at}.title`, rule: 'must not be empty' });
    if (nominationId !== null && (nominationId !== itemId || !entries.includes(nominationId)))
      wrong.push({ field: `items.${at}.nominationId`, rule: 'is no entry of this panel' });
    wrong.push(...left.flatMap((id, place) => strangerAt(`items.${at}.left.${place}`, id, members)));
  });
  return wrong;
}

const strangerAt = (field: string, id: string, members: string[]): Wrong[] =>
  members.includes(id) ? [] : [{ field, rule: 'is no member of this panel' }];
