// Papers that are asked for again: kept while there is room, and printed once for all who ask at the same time.
import { createHash } from 'node:crypto';
import type { Enclosure, Paper, Printed } from './paper.ts';
import type { Printer } from './printer.ts';

/** The key is the fingerprint of the bytes; they are read when there is something to print. */
export type Enclosable = { key: string; type: string; read(): Promise<Uint8Array> };
export type Shelf = { print(paper: Paper, enclosed: Enclosable[]): Promise<Printed> };

const mostBytes = 100_000_000;

export function openShelf(printer: Printer, room = mostBytes): Shelf {
  const kept = new Map<string, Promise<Printed>>();
  const sizes = new Map<string, number>();
  const forget = (key: string) => {
    kept.delete(key);
    sizes.delete(key);
  };
  const makeRoom = () => {
    for (const key of sizes.keys()) {
      if ([...sizes.values()].reduce((sum, size) => sum + size, 0) <= room) return;
      forget(key);
    }
  };
  const start = async (paper: Paper, enclosed: Enclosable[]) => {
    const enclosures: Enclosure[] = [];
    for (const { key, type, read } of enclosed) enclosures.push({ key, type, bytes: await read() });
    return printer.print(paper, enclosures);
  };
  return {
    print: async (paper, enclosed) => {
      const key = nameOf(paper, enclosed);
      const printing = kept.get(key) ?? start(paper, enclosed);
      kept.set(key, printing);
      try {
        const printed = await printing;
        if (kept.get(key) === printing) {
          sizes.set(key, printed.bytes.length);
          makeRoom();
        }
        return printed;
      } catch (error) {
        forget(key);
        throw error;
      }
    },
  };
}

const nameOf = (paper: Paper, enclosed: Enclosable[]): string =>
  createHash('sha256')
    .update(JSON.stringify([paper, enclosed.map(({ key }) => key)]))
    .digest('hex');
