// Files on their way, kept in this browser until they have arrived: a reload or a crash goes on where it stopped.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

export type KeptFile = { fileId: string; personId: string; group: string; hash: string; file: File };
interface Kept extends DBSchema {
  files: { key: string; value: KeptFile };
}

let opened: Promise<IDBPDatabase<Kept>> | undefined;
const open = () => {
  opened ??= openDB<Kept>('laureate-files', 1, {
    upgrade: (database) => void database.createObjectStore('files', { keyPath: 'fileId' }),
  });
  return opened;
};

/** Where a browser keeps nothing (private windows, a full disk), files are sent all the same. */
const perhaps = <Answer>(kept: Promise<Answer>, otherwise: Answer): Promise<Answer> => kept.catch(() => otherwise);

export const keepFile = (file: KeptFile): Promise<void> =>
  perhaps(
    open().then(async (kept) => void (await kept.put('files', file))),
    undefined,
  );

export const dropFile = (fileId: string): Promise<void> =>
  perhaps(
    open().then((kept) => kept.delete('files', fileId)),
    undefined,
  );

/** What this person was sending for the same thing. */
export const keptFiles = (personId: string, group: string): Promise<KeptFile[]> =>
  perhaps(
    open()
      .then((kept) => kept.getAll('files'))
      .then((all) => all.filter((one) => one.personId === personId && one.group === group)),
    [],
  );

/** Before the person leaves this browser. */
export const wipeFiles = (): Promise<void> =>
  perhaps(
    open().then((kept) => kept.clear('files')),
    undefined,
  );
