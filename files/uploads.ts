// Files as they come, in pieces that may break off and go on: the tus protocol, with the words of our own problems.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';

/** Where uploads are served. */
export const uploadsPath = '/api/v1/uploads';
export const mostBytesAtOnce = 5 * 1024 * 1024;
/** What broke off and was not taken up again is removed at the next start. */
const keptMs = 7 * 24 * 3_600_000;

export type Uploads = {
  /** Answers a request about an upload whose id is the file's. `finished` is called with the whole file, and may throw. */
  handle(request: Request, fileId: string, finished: (path: string) => Promise<void>): Promise<Response>;
};

type Going = { fileId: string; finished: (path: string) => Promise<void> };

/** @throws whatever `finished` throws: then the bytes are gone, and the file can be sent again. */
export async function openUploads(incoming: string, path: string): Promise<Uploads> {
  await mkdir(incoming, { recursive: true });
  await new FileStore({ directory: incoming, expirationPeriodInMilliseconds: keptMs }).deleteExpired();
  // One without an expiry: the server would look for it at a file that has gone on to its store already.
  const datastore = new FileStore({ directory: incoming });
  const going = new WeakMap<object, Going>();
  const failed = new WeakMap<object, unknown>();
  const server = new Server({
    path,
    datastore,
    relativeLocation: true,
    allowedOrigins: [],
    namingFunction: (request) => going.get(request)?.fileId ?? '',
    onUploadFinish: async (request, { id }) => {
      const file = join(incoming, id);
      try {
        await going.get(request)?.finished(file);
      } finally {
        await Promise.all([rm(file, { force: true }), rm(`${file}.json`, { force: true })]);
      }
      return {};
    },
    onResponseError: (request, error) => {
      failed.set(request, error);
      return undefined;
    },
  });
  return {
    handle: async (request, fileId, finished) => {
      going.set(request, { fileId, finished });
      const response = await server.handleWeb(request);
      const error = failed.get(request);
      if (error instanceof Error) throw error;
      return response;
    },
  };
}
