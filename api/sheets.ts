// What a judge says on a sheet, as it comes over HTTP: points, what was left out, and the words that are stored first.
import type { z } from 'zod';
import type { Db } from '../db/database.ts';
import { storeDossier } from '../db/drafts.ts';
import type { Comments } from '../db/read-models/scorecard-views.ts';
import type { DraftScores } from '../db/scorecard-drafts.ts';
import type { SubmitScorecard } from '../domain/scorecard/messages.ts';
import { hashOf } from '../domain/verify/canonical.ts';

type Body = z.infer<typeof SubmitScorecard>;

/** As a draft says it: what was left out has no points, and why as its comment. */
export const saidIn = ({ scores, abstained = [] }: Body): DraftScores => [
  ...scores,
  ...abstained.map(({ criterion, reason }) => ({ criterion, points: null, comment: reason, abstains: true as const })),
];

/** Stored by their hash before the event that names it. @returns null when there are none. */
async function storeComments(db: Db, scorecard: string, scores: DraftScores): Promise<string | null> {
  const said = scores.filter(({ comment }) => comment !== '');
  if (said.length === 0) return null;
  const comments = Object.fromEntries(said.map(({ criterion, comment }) => [criterion, comment]));
  const content: z.infer<typeof Comments> = { scorecard, comments };
  const hash = hashOf(content);
  await storeDossier(db, hash, content);
  return hash;
}

/** What the command takes of it. `id` keeps equal words of two judges apart. */
export async function commandOf(db: Db, id: string, body: Body) {
  const comments = await storeComments(db, id, saidIn(body));
  const scores = body.scores.map(({ comment, ...score }) => ({ ...score, commented: comment !== '' }));
  const abstained = body.abstained?.map(({ criterion }) => criterion) ?? [];
  return { scores, abstained, comments };
}
