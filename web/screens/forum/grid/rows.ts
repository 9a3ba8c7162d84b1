// The lines of the grid: blocks by their theme, slots by their hour, and the times when nobody speaks.
import type { Forum, Place } from '../places.ts';

export type SlotRow = { kind: 'slot'; block: string; slot: number; from: number; to: number };
export type Row =
  | SlotRow
  | { kind: 'block'; block: string; theme: string; from: number; to: number }
  | { kind: 'break'; title: { [language: string]: string }; from: number; to: number };

const rank = { break: 0, block: 1, slot: 2 };

export function rowsOf({ plan }: Forum): Row[] {
  const { blocks, slotMinutes, protectedTimes } = plan;
  const breaks = protectedTimes.map(({ title, startsAt, endsAt }): Row => {
    return { kind: 'break', title, from: startsAt, to: endsAt };
  });
  const isFree = (from: number, to: number) => !breaks.some((time) => time.from < to && from < time.to);
  const ofBlocks = blocks.flatMap(({ key, theme, startsAt, endsAt }): Row[] => {
    const slots = Array.from({ length: Math.floor((endsAt - startsAt) / slotMinutes) }, (_, slot): SlotRow => {
      const from = startsAt + slot * slotMinutes;
      return { kind: 'slot', block: key, slot, from, to: from + slotMinutes };
    });
    const head: Row = { kind: 'block', block: key, theme, from: startsAt, to: endsAt };
    return [head, ...slots.filter(({ from, to }) => isFree(from, to))];
  });
  return [...breaks, ...ofBlocks].sort((a, b) => a.from - b.from || rank[a.kind] - rank[b.kind]);
}

export const placeIn = ({ block, slot }: SlotRow, room: string): Place => ({ block, slot, room });

/** Where a key leads in the grid; the same place where it leads nowhere. */
export function stepFrom(rows: SlotRow[], rooms: string[], at: Place, key: string, far: boolean): Place {
  const line = rows.findIndex(({ block, slot }) => block === at.block && slot === at.slot);
  const column = rooms.indexOf(at.room);
  const to = (nextLine: number, nextColumn: number): Place => {
    const row = rows[Math.min(Math.max(nextLine, 0), rows.length - 1)];
    const room = rooms[Math.min(Math.max(nextColumn, 0), rooms.length - 1)];
    return row === undefined || room === undefined ? at : placeIn(row, room);
  };
  switch (key) {
    case 'ArrowUp':
      return to(line - 1, column);
    case 'ArrowDown':
      return to(line + 1, column);
    case 'ArrowLeft':
      return to(line, column - 1);
    case 'ArrowRight':
      return to(line, column + 1);
    case 'Home':
      return to(far ? 0 : line, 0);
    case 'End':
      return to(far ? rows.length - 1 : line, rooms.length - 1);
    default:
      return at;
  }
}
export const isStep = (key: string) => /^(Arrow(Up|Down|Left|Right)|Home|End)$/.test(key);
