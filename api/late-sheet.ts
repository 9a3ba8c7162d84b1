// Handing in after the end is refused like anything late, and what was handed in is kept all the same.
import { keepLateSheet } from '../db/late-sheets.ts';
import { type DraftScores, replaceSheetDraft } from '../db/scorecard-drafts.ts';
import { Refusal } from '../domain/decider.ts';
import { HttpProblem } from './problem.ts';
import type { Context } from './route.ts';
import type { scorecardTarget } from './targets.ts';

type Asked = Pick<
  Context<unknown, unknown, unknown, Awaited<ReturnType<typeof scorecardTarget>>>,
  'db' | 'meta' | 'target'
>;

/** With these a sheet is refused that came too late, and with nothing else. */
const late = ['too-late', 'scoring-closed', 'phase-not-open'];

/** @throws HttpProblem the refusal, with when the sheet came that is kept for the chair */
export async function keepingWhatIsLate<Result>(
  asked: Asked,
  scores: DraftScores,
  act: () => Promise<Result>,
): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal) || !late.includes(error.code)) throw error;
    const { db, meta, target } = asked;
    const { code: refusal, message, allowed } = error;
    const keptAt = await keepLateSheet(db, { ...target, lateId: meta.commandId, scores, refusal });
    await replaceSheetDraft(db, target, scores);
    throw new HttpProblem(409, refusal, message, { allowed, keptAt });
  }
}
