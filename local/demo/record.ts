// Earlier editions: the published facts are loaded, each with its sources, and shown as everybody sees them.
import { z } from 'zod';
import { RecordedEditionView, RecordedLaureateView } from '../../api/views/ceremony.ts';
import type { Cast } from './cast.ts';
import { nobody } from './client.ts';

type Tell = (line: string) => void;
const Loaded = z.object({ editions: z.int(), laureates: z.int(), questions: z.array(z.unknown()) });
const notStated = 'not stated';

export async function loadRecord(cast: Cast, award: string, tell: Tell): Promise<void> {
  const secretariat = await cast.as('secretariat');
  const { editions, laureates, questions } = await secretariat.post(`/awards/${award}/history/load`, {}, Loaded);
  const asked = `${questions.length} possible duplicates to be looked at`;
  tell(`record: ${editions} earlier editions and ${laureates} laureates with their sources; ${asked}.`);
}

/** Edition by edition: how many there were, and those whose names any source gives. */
export async function showRecord(cast: Cast, award: string, tell: Tell): Promise<void> {
  const everybody = nobody(cast.url);
  const editions = await everybody.list(`/public/awards/${award}/editions`, RecordedEditionView);
  const laureates = await everybody.list(`/public/awards/${award}/laureates`, RecordedLaureateView);
  tell('');
  tell(`All editions on record (${editions.length}):`);
  for (const { number, year, place, laureateCount, named } of editions.toReversed()) {
    tell(`  ${number}  ${year}  ${place ?? notStated}: ${laureateCount ?? notStated} laureates, ${named} named`);
    for (const laureate of laureates.filter(({ edition }) => edition === number)) tell(`      ${lineOf(laureate)}`);
  }
  const undated = laureates.filter(({ edition }) => edition === null);
  if (undated.length > 0) tell(`  edition ${notStated}:`);
  for (const laureate of undated) tell(`      ${lineOf(laureate)}`);
}

const lineOf = ({ country, category, names, basis }: z.infer<typeof RecordedLaureateView>): string =>
  `${country}  ${category.padEnd(14)}  ${Object.values(names).join(' / ')} [category ${basis}]`;
