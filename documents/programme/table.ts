// A programme as a table: a row a talk, in the order of the day.
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ProgrammeTalk } from '../../db/read-models/programme-talks.ts';
import type { Programme } from '../../db/read-models/programmes.ts';
import { type Cell, harmless } from '../cells.ts';
import { writeXlsx } from '../xlsx.ts';
import { tellPlace, tellTalk, tellVersion } from './telling.ts';
import { programmeWords } from './words.ts';

/** Columns of its makers stand behind those of everybody. */
export function programmeTable(programme: Programme, asked: string, staff: boolean) {
  const { words } = programmeWords(asked);
  const columns = [
    ...[words.from, words.to, words.room, words.theme, words.title, words.organisation, words.country],
    ...[words.category, words.speaker, words.language],
    ...(staff ? [words.mode, words.status] : []),
  ];
  const talkCells = (talk: ProgrammeTalk): Cell[] => {
    const { title, organisation, country, category, speaker } = tellTalk(programme, talk, asked);
    const own = staff ? [modeOf(talk, asked), stateOf(talk, asked)] : [];
    const said = [title, organisation ?? '', country, category, speaker ?? '', talk.language ?? ''];
    return [...said, ...own].map(harmless);
  };
  const placed = programme.entries.map(({ talk, place }): Cell[] => {
    const { room, theme } = tellPlace(programme, place, asked);
    return [place.localStart, place.localEnd, room, theme, ...talkCells(talk)];
  });
  const unplaced = programme.unplaced.map((talk): Cell[] => ['', '', words.unplaced, '', ...talkCells(talk)]);
  return { name: tellVersion(programme, asked), columns, rows: [...placed, ...unplaced] };
}

type Table = ReturnType<typeof programmeTable>;
export async function workbookOf(...sheets: Table[]): Promise<Uint8Array> {
  const out = new PassThrough();
  const [bytes] = await Promise.all([buffer(out), writeXlsx(out, sheets)]);
  return bytes;
}

export const modeOf = ({ mode }: ProgrammeTalk, asked: string): string => {
  const { words } = programmeWords(asked);
  return mode === null ? '' : mode === 'remote' ? words.remote : words.inPerson;
};

export const stateOf = ({ status }: ProgrammeTalk, asked: string): string => {
  const states: { [state: string]: string } = programmeWords(asked).words.states;
  return status === null ? '' : (states[status] ?? status);
};
