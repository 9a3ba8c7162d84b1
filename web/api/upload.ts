// Sends a registered file's bytes in pieces; a broken line goes on where it stopped, also after the page was left.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Upload, UploadOptions } from 'tus-js-client';
import { Problem } from './client.ts';
import { linkHeader } from './link.ts';

const pieceBytes = 1024 * 1024;

/** The SHA-256 of a file in hex, read piece by piece. */
export async function hashOf(file: Blob): Promise<string> {
  const hash = sha256.create();
  for (let from = 0; from < file.size; from += 4 * pieceBytes)
    hash.update(new Uint8Array(await file.slice(from, from + 4 * pieceBytes).arrayBuffer()));
  return bytesToHex(hash.digest());
}

const address = (path: string) => new URL(path, location.origin).toString();

export type Sending = { done: Promise<void>; stop: () => void };

/** `tell` hears the part that has arrived, 0 to 1. `done` rejects with a Problem when the server refuses the file. */
export function sendFile(file: Blob, fileId: string, tell: (part: number) => void = () => {}): Sending {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let upload: Upload | undefined;
  let isStopped = false;
  const options: UploadOptions = {
    endpoint: address('/api/v1/uploads'),
    // Asked first how much has come; where nothing has, it begins at the endpoint.
    uploadUrl: address(`/api/v1/uploads/${fileId}`),
    chunkSize: pieceBytes,
    retryDelays: [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000],
    headers: { ...linkHeader() },
    metadata: { fileId },
    storeFingerprintForResuming: false,
    onProgress: (sent, total) => tell(total === 0 ? 1 : sent / total),
    onSuccess: () => resolve(),
    onError: (error) => {
      const problem = problemOf(error);
      return problem.code === 'file-arrived' ? resolve() : reject(problem);
    },
  };
  // Fetched when there is something to send: a screen with a place for files opens without it.
  const begin = (tus: typeof import('tus-js-client')) => {
    if (isStopped) return;
    upload = new tus.Upload(file, options);
    upload.start();
  };
  import('tus-js-client').then(begin, (error) => reject(new Problem(0, 'offline', String(error))));
  const stop = () => {
    isStopped = true;
    void upload?.abort();
  };
  return { done: promise, stop };
}

function problemOf(error: Error): Problem {
  const response =
    'originalResponse' in error ? (error.originalResponse as { getStatus(): number; getBody(): string } | null) : null;
  if (response === null) return new Problem(0, 'offline', error.message);
  try {
    const { type = '', detail = '', ...extra } = JSON.parse(response.getBody());
    return new Problem(response.getStatus(), String(type).split('/').at(-1) ?? '', detail, extra);
  } catch {
    return new Problem(response.getStatus(), 'upload-failed', error.message);
  }
}
