// The record of an award's earlier editions, as installed here: awards/history/<award>.json, checked.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { HistoricEdition } from '../domain/edition/messages.ts';
import { Key, Texts } from '../domain/messages.ts';
import { HistoricLaureate } from '../domain/organisation/messages.ts';

/** Several laureates of one `organisation` are awards of one organisation; the key names it for good. */
const Laureate = HistoricLaureate.omit({ award: true }).extend({ organisation: Key, names: Texts });
export const AwardHistory = z.strictObject({
  award: Key,
  about: z.string(),
  editions: z.array(HistoricEdition),
  laureates: z.array(Laureate),
});
export type AwardHistory = z.infer<typeof AwardHistory>;

/** @returns null where no history of the award is installed. @throws ZodError for one that is not sound. */
export async function readHistory(
  award: string,
  folder: URL = new URL('../awards/history/', import.meta.url),
): Promise<AwardHistory | null> {
  const text = await readFile(new URL(`${award}.json`, folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : AwardHistory.parse(JSON.parse(text));
}
