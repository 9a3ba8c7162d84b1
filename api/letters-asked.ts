// Supporting letters: asked of a referee by link, sent as a file or written here, and counted where the form wants one.
import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { Db } from '../db/database.ts';
import { loadState } from '../db/execute.ts';
import { markArrived, registerFile } from '../db/files.ts';
import {
  answerLetterRequest,
  findLetterRequest,
  findLetterRequests,
  type LetterRequest,
} from '../db/letter-requests.ts';
import type { Attachment, AwardDefinition } from '../domain/award-definition.ts';
import { attachmentsOf } from '../domain/definition-queries.ts';
import { isReceiving, requireReceiving } from '../domain/nomination/arriving.ts';
import type { AttachedFile } from '../domain/nomination/dossier.ts';
import { nominationStream } from '../domain/nomination/state.ts';
import type { Services } from './app.ts';
import { attachArrived, type Place } from './documents.ts';
import { linkOf } from './link.ts';
import { badFields, HttpProblem, notFound } from './problem.ts';

/** @throws Refusal once the nomination takes no letters any more. */
export async function requireLettersOpen(db: Db, { nominationId, cycleId }: Place): Promise<void> {
  const { state } = await loadState(db, nominationStream(nominationId, cycleId));
  if (state.status !== 'none') requireReceiving('supporting-letter', state);
}

export async function areLettersOpen(db: Db, { nominationId, cycleId }: Place): Promise<boolean> {
  const { state } = await loadState(db, nominationStream(nominationId, cycleId));
  return state.status === 'none' || isReceiving('supporting-letter', state);
}

export function attachmentOf(definition: AwardDefinition, category: string, field: string): Attachment {
  const attachments = attachmentsOf(definition, category);
  const found = attachments.find(({ key }) => key === field);
  if (found === undefined)
    throw badFields([{ field: 'field', rule: `must be one of ${attachments.map(({ key }) => key).join(', ')}` }]);
  return found;
}

/** What is asked for stands in the form as if it had come: forwarding waits until it has. */
export async function promisedLetters(
  db: Db,
  nominationId: string,
  definition: AwardDefinition,
  category: string,
): Promise<AttachedFile[]> {
  const asked = await findLetterRequests(db, nominationId);
  return asked.flatMap(({ field }) => {
    const type = attachmentsOf(definition, category).find(({ key }) => key === field)?.types[0];
    return type === undefined ? [] : [{ field, name: 'supporting letter', size: 1, type }];
  });
}

/** The request that the referee's link is about. */
export async function askedByLink(db: Db, req: Request): Promise<LetterRequest> {
  const link = await linkOf(db, req);
  const request = await findLetterRequest(db, link?.detail.request ?? '');
  if (request === undefined || request.nominationId !== link?.subject) throw notFound();
  return request;
}

export function requireUnsent({ arrivedAt }: LetterRequest): void {
  if (arrivedAt !== null)
    throw new HttpProblem(
      409,
      'letter-sent',
      'Your letter has arrived. Ask who asked you for another link to send one more.',
    );
}

type Sent = { fileId: string; hash: string; name: string; size: number; type: string; language: string | null };

/** A letter by the facts of its file, before its bytes come. */
export async function registerLetterFile(db: Db, request: LetterRequest, file: Sent, confidential: boolean) {
  const { nominationId: subjectId, field, personId: owner } = request;
  const about = { kind: 'supporting-letter' as const, cycleId: null, country: null, confidential };
  await registerFile(db, { ...file, ...about, field, subjectId, owner });
  await answerLetterRequest(db, request.requestId, file.fileId);
}

type Written = { fileId: string; text: string; language: string };

/** A letter that is written here: a text of its own, which has arrived with that. */
export async function keepLetterText(
  { db, storage }: Pick<Services, 'db' | 'storage'>,
  place: Place,
  request: LetterRequest,
  { fileId, text, language }: Written,
  confidential: boolean,
): Promise<void> {
  const bytes = Buffer.from(text, 'utf8');
  const hash = createHash('sha256').update(bytes).digest('hex');
  const file = { fileId, hash, name: 'supporting-letter.txt', size: bytes.length, type: 'text/plain', language };
  await storage.keepBytes(hash, bytes);
  await registerLetterFile(db, request, file, confidential);
  await markArrived(db, fileId);
  await attachArrived(db, place);
}
