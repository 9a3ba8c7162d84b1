// What a printed paper is: content as data, which one template sets as PDF and another as DOCX.

export type Cell = string | { text: string; small: string };
/** `language` is that of the text, where it is not the paper's. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; language?: string }
  | { kind: 'text'; text: string; language?: string }
  | { kind: 'small'; text: string }
  | { kind: 'notice'; text: string }
  | { kind: 'facts'; rows: { label: string; value: string }[] }
  /** `shares` are the widths of the columns, in parts of the whole. */
  | { kind: 'table'; columns: string[]; shares: number[]; rows: Cell[][] }
  /** Lines to be written on by hand, each with what goes there; side by side in pairs. */
  | { kind: 'signature'; lines: string[] }
  /** Cards to cut out, two side by side. */
  | { kind: 'cards'; cards: { over: string; name: string; lines: string[] }[] }
  | { kind: 'list'; items: string[]; language?: string }
  | { kind: 'page' }
  /** A picture of what is enclosed, by its key; `otherwise` is said where it cannot be shown. */
  | { kind: 'image'; key: string; otherwise: string }
  /** The same with words under it; `credit` says whose it is. */
  | { kind: 'picture'; key: string; caption: string; credit: string; otherwise: string; language?: string }
  /** The pages of what is enclosed follow the page that this stands on. */
  | { kind: 'insert'; key: string; otherwise: string };
export type Paper = {
  title: string;
  /** Under the title: what the paper is of. */
  subtitle: string | null;
  language: string;
  /** At the foot of every page, before its number. */
  foot: string;
  /** A page for a screen in a hall; a sheet of paper where nothing is said. */
  shape?: 'slide';
  blocks: Block[];
  /** Set in a face that the offices of a country use. */
  face?: 'sarabun';
  /** Of the page numbers. */
  digits?: 'thai';
};
/** Bytes that blocks name by their key. */
export type Enclosure = { key: string; type: string; bytes: Uint8Array };
/** `leftOut` are the keys of what could not be shown: broken, locked or far too large. */
export type Printed = { bytes: Uint8Array; pages: number; leftOut: string[] };

/** The fonts' names, one for each script that we print. */
const families: { [face: string]: string } = { sarabun: 'Sarabun' };
export const fontsOf = ({ face }: Paper): string[] => [
  ...(face === undefined ? [] : [families[face] ?? '']),
  ...fontFamilies,
];
export const fontFamilies = ['Noto Sans', 'Noto Sans Thai', 'Noto Sans Khmer', 'Noto Sans Lao', 'Noto Sans Myanmar'];
