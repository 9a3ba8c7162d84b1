// Supporting letters that were asked for by link: of whom, for which attachment, and the file that came.
import type { Db } from './database.ts';
import { CommandIdReused } from './execute.ts';

export type LetterRequest = {
  requestId: string;
  nominationId: string;
  personId: string;
  name: string | null;
  field: string;
  requestedBy: string;
  requestedAt: Date;
  fileId: string | null;
  arrivedAt: Date | null;
  confidential: boolean | null;
};

const requests = (db: Db) =>
  db.read
    .selectFrom('letter_requests as r')
    .leftJoin('people as p', (join) => join.onRef('p.person_id', '=', 'r.person_id').on('p.erased_at', 'is', null))
    .leftJoin('files as f', 'f.file_id', 'r.file_id')
    .select(['r.request_id as requestId', 'r.nomination_id as nominationId', 'r.person_id as personId', 'p.name'])
    .select(['r.field', 'r.requested_by as requestedBy', 'r.requested_at as requestedAt', 'r.file_id as fileId'])
    .select(['f.arrived_at as arrivedAt', 'f.confidential']);

/** Of a nomination, oldest first. */
export const findLetterRequests = (db: Db, nominationId: string): Promise<LetterRequest[]> =>
  requests(db).where('r.nomination_id', '=', nominationId).orderBy('r.requested_at').orderBy('r.request_id').execute();

export const findLetterRequest = (db: Db, requestId: string): Promise<LetterRequest | undefined> =>
  requests(db).where('r.request_id', '=', requestId).executeTakeFirst();

type NewRequest = Pick<LetterRequest, 'requestId' | 'nominationId' | 'personId' | 'field' | 'requestedBy'>;

/** Asking again under the same id changes nothing. @throws CommandIdReused where the id stands for another request. */
export async function recordLetterRequest(db: Db, request: NewRequest): Promise<void> {
  const { requestId, nominationId, personId, field, requestedBy } = request;
  const ids = { request_id: requestId, nomination_id: nominationId, person_id: personId, requested_by: requestedBy };
  await db.read
    .insertInto('letter_requests')
    .values({ ...ids, field })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const kept = await findLetterRequest(db, requestId);
  if (kept?.nominationId !== nominationId || kept.personId !== personId || kept.field !== field)
    throw new CommandIdReused(`${requestId} asked for another letter`);
}

/** The file that answers it; one that has not arrived may be replaced by another. */
export async function answerLetterRequest(db: Db, requestId: string, fileId: string): Promise<void> {
  await db.read.updateTable('letter_requests').set({ file_id: fileId }).where('request_id', '=', requestId).execute();
}
