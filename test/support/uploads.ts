// Files as people send them: registered, then uploaded in one piece, or in several that break off.
import { createHash, randomUUID } from 'node:crypto';
import type { Db } from '../../db/database.ts';
import { registerFile } from '../../db/files.ts';
import type { Answer, TestApi, TestClient, Told } from './api.ts';

/** Bytes that go by their type. */
export const bytesOf = {
  pdf: (text: string = randomUUID()) => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`),
  png: (text: string = randomUUID()) =>
    Buffer.concat([
      Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
      Buffer.from('0000000049444154', 'hex'),
      Buffer.from(text),
    ]),
  text: (text = 'ข้อความ: a plain text') => Buffer.from(text, 'utf8'),
};

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
export const facts = (bytes: Uint8Array, name = 'sample.pdf', type = 'application/pdf') => ({
  ...{ name, size: bytes.length, type, hash: sha256(bytes) },
});

type Sending = { url: string; personId?: string | null; headers?: { [name: string]: string } };
const headersOf = ({ personId, headers = {} }: Sending) => ({
  'tus-resumable': '1.0.0',
  ...(personId && { 'x-person': personId }),
  ...headers,
});
export const metadataOf = (fileId: string) => `fileId ${Buffer.from(fileId).toString('base64')}`;

/** Begins an upload, with all of its bytes where they are given. @returns the answer; a success says in `location` where it goes on. */
export const begin = (to: Sending, fileId: string, size: number, bytes?: Uint8Array): Promise<Response> =>
  fetch(`${to.url}/api/v1/uploads`, {
    method: 'POST',
    headers: {
      ...{ ...headersOf(to), 'upload-length': String(size), 'upload-metadata': metadataOf(fileId) },
      ...(bytes && { 'content-type': 'application/offset+octet-stream' }),
    },
    ...(bytes && { body: new Uint8Array(bytes) }),
  });

export const sendPiece = (to: Sending, fileId: string, bytes: Uint8Array, offset = 0): Promise<Response> =>
  fetch(`${to.url}/api/v1/uploads/${fileId}`, {
    method: 'PATCH',
    headers: {
      ...headersOf(to),
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body: new Uint8Array(bytes),
  });

/** All of it at once. @returns the last answer, with the problem where it is one. */
export async function sendFile(to: Sending, fileId: string, bytes: Uint8Array): Promise<Answer<Told | null>> {
  const begun = await begin(to, fileId, bytes.length);
  return answerOf(begun.ok ? await sendPiece(to, fileId, bytes) : begun);
}

async function answerOf(response: Response): Promise<Answer<Told | null>> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}

/** As one who is signed in by a header. */
export const sending = ({ url }: TestApi, { personId }: TestClient): Sending => ({ url, personId });

/** Registers a letter of the cycle and uploads it. @returns its SHA-256, as commands name it. */
export async function sendLetter(api: TestApi, client: TestClient, cycleId: string, bytes = bytesOf.pdf()) {
  const { hash, ...rest } = facts(bytes, 'signed letter.pdf');
  const { body } = await client.post<{ fileId: string }>(`/cycles/${cycleId}/letters`, { ...rest, sha256: hash });
  await sendFile(sending(api, client), body.fileId, bytes);
  return hash;
}

/** Registers letters by their hash alone, for tests that only name them. */
export async function registerLetters(db: Db, cycleId: string, ...hashes: string[]): Promise<void> {
  for (const hash of hashes) {
    const fileId = randomUUID();
    const facts = { name: 'letter.pdf', size: 1, type: 'application/pdf', language: null, confidential: false };
    const about = { kind: 'letter' as const, field: null, subjectId: null, country: null };
    await registerFile(db, { fileId, hash, cycleId, owner: randomUUID(), ...facts, ...about });
  }
}
