// The columns of a delegation's export, as an import reads them: what was exported can be corrected and imported again.
import type { CellFault, Cells } from './kinds.ts';

/** What a column of the export is called in the template. */
const same: { [exported: string]: string } = {
  printedName: 'badge',
  'needs.diet': 'diet',
  'needs.access': 'access',
  'arrival.at': 'arrival',
  'arrival.zone': 'arrivalZone',
  'arrival.flight': 'arrivalFlight',
  'departure.at': 'departure',
  'departure.zone': 'departureZone',
  'departure.flight': 'departureFlight',
};
/** By language in one cell: `en: Director; th: ผู้อำนวยการ`. */
const spread: { [exported: string]: string } = { names: 'name', positions: 'position', bodies: 'body' };
/** Of the record alone; who belongs to the delegation is asked anew. */
const left = ['participantId', 'forumId', 'status', 'attendance', 'replacedBy', 'version'];

export const isExported = (header: string): boolean => header in same || header in spread || left.includes(header);

/** Under the names of the template; `forum` is named by its number where the export names it by its id. */
export function asInTemplate(cells: Cells, forums: readonly { forumId: string; number: number }[]): Cells {
  const renamed = Object.entries(cells).flatMap(([header, cell]): [string, string][] => {
    const text = plain(cell);
    const stem = spread[header];
    if (stem !== undefined) return languagesIn(text).map(([tag, said]) => [`${stem}.${tag}`, said]);
    return left.includes(header) ? [] : [[same[header] ?? header, text]];
  });
  const forum = forums.find(({ forumId }) => forumId === cells.forumId);
  return { ...(forum !== undefined && { forum: String(forum.number) }), ...Object.fromEntries(renamed) };
}

export const goneFault = ({ status = 'registered' }: Cells): CellFault[] =>
  status === 'registered' ? [] : [{ header: 'status', rule: 'is no longer registered: leave the row out' }];

/** Without the mark that keeps a spreadsheet from running it. */
const plain = (cell: string): string => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell);

const languagesIn = (cell: string): [string, string][] =>
  cell.split(/; (?=[a-z]{2,3}(?:-[A-Za-z0-9]+)*: )/).flatMap((part): [string, string][] => {
    const [, tag, text] = /^([a-z]{2,3}(?:-[A-Za-z0-9]+)*): (.*)$/s.exec(part) ?? [];
    return tag === undefined || text === undefined ? [] : [[tag, text]];
  });
