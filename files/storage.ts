// Where the bytes of files are kept, by their hash: a folder; another store only has to answer the same three questions.
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

export type Storage = {
  /** Moves a file of this machine in; the same bytes again change nothing. */
  keep(hash: string, path: string): Promise<void>;
  keepBytes(hash: string, bytes: Uint8Array): Promise<void>;
  has(hash: string): Promise<boolean>;
  read(hash: string): Promise<Readable>;
  /** A folder of this machine for what is still arriving. */
  incoming: string;
};

/** In the home unless a `file:` address names another folder. */
export function openStorage({ home, url }: { home: string; url?: string | undefined }): Storage {
  const folder = url === undefined ? join(resolve(home), 'files') : fileURLToPath(url);
  const disk = new Disk(new FSDriver({ location: join(folder, 'kept'), visibility: 'private' }));
  return {
    incoming: join(folder, 'incoming'),
    keep: async (hash, path) => {
      if (await disk.exists(keyOf(hash))) await rm(path, { force: true });
      else await disk.moveFromFs(path, keyOf(hash));
    },
    keepBytes: async (hash, bytes) => disk.put(keyOf(hash), bytes),
    has: (hash) => disk.exists(keyOf(hash)),
    read: async (hash) => Readable.from(await disk.getStream(keyOf(hash))),
  };
}

/** Spread over folders by the first two digits. */
const keyOf = (hash: string): string => `${hash.slice(0, 2)}/${hash}`;
