// Who is late, and a word to those who are.
import { z } from 'zod';
import { getCycle } from '../../db/read-models/cycle-views.ts';
import { findNextActors } from '../../db/read-models/next-actors.ts';
import { findProgress } from '../../db/read-models/progress.ts';
import { type ProgressLine, progressStates, progressSteps } from '../../db/read-models/progress-lines.ts';
import { Duration, Iso2 } from '../../domain/messages.ts';
import { cursorKey, Paging, page, paged } from '../answer.ts';
import { findLate, Nudge, previewNudge, recipientView, sendNudge } from '../nudging.ts';
import { notFound } from '../problem.ts';
import { languageOf, Reading } from '../reader.ts';
import { get, post } from '../route.ts';
import { cycleTarget } from '../targets.ts';
import { InZone, readerZone } from '../views/deadline.ts';
import { Nudged, NudgePreview, ProgressView, progressView } from '../views/progress.ts';

const Filter = Paging.extend(InZone.shape).extend({
  ...Reading,
  country: Iso2.optional(),
  step: z.enum(progressSteps).optional(),
  state: z.enum(progressStates).optional(),
  late: z.stringbool().optional(),
  within: Duration.optional().describe(
    'Late is what is owed with no more time left than this; as reminders begin, where it is left out',
  ),
});
type Filter = z.infer<typeof Filter>;

const isAsked =
  ({ country, step, state, late }: Filter) =>
  (line: ProgressLine) =>
    (country === undefined || line.country === country) &&
    (step === undefined || line.step === step) &&
    (state === undefined || line.state === state) &&
    (late === undefined || line.late === late);
const keyOf = ({ country, step }: Pick<ProgressLine, 'country' | 'step'>) => [country ?? '', step];

export const progressRoutes = [
  get({
    path: '/cycles/:cycleId/progress',
    operation: 'ViewProgress',
    summary:
      'Who is late: countries in protocol order by step, with who is next to act, the days left and the last contact',
    query: Filter,
    response: page(ProgressView),
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async ({ db, params, query, viewer }) => {
      const language = await languageOf({ db }, viewer, query.language);
      const all = await findProgress(db, params.cycleId, {
        ...{ language, within: query.within, officer: viewer?.personId ?? null },
      });
      if (all === null) throw notFound();
      const after = cursorKey(query.cursor, ['text', 'text'])?.join('/');
      const lines = all.slice(after === undefined ? 0 : 1 + all.findIndex((line) => keyOf(line).join('/') === after));
      const { items, next } = paged(lines.filter(isAsked(query)).slice(0, query.limit + 1), query.limit, keyOf);
      const [actors, reader] = await Promise.all([findNextActors(db, items), readerZone(db, viewer, query.zone)]);
      return { body: { items: items.map((line, index) => progressView(line, actors[index] ?? [], reader)), next } };
    },
  }),
  post({
    path: '/cycles/:cycleId/nudge/preview',
    operation: 'NudgeLate',
    summary: 'Who would be written to because something is late, and what they would read. Nothing is written',
    body: Nudge,
    response: NudgePreview,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async ({ db, publicUrl, params, body }) => {
      const { recipients, notLate } = await findLate(db, params.cycleId, body);
      const mails = await previewNudge({ db, publicUrl }, await getCycle(db, params.cycleId), body, recipients);
      return { body: { recipients: recipients.map(recipientView), mails, notLate } };
    },
  }),
  post({
    path: '/cycles/:cycleId/nudge',
    operation: 'NudgeLate',
    summary:
      'Write to those who are late, each once, around the text that is given; the same Idempotency-Key writes once',
    body: Nudge,
    response: Nudged,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async ({ db, publicUrl, params, body, meta }) => {
      const { recipients, notLate } = await findLate(db, params.cycleId, body);
      const cycle = await getCycle(db, params.cycleId);
      const mails = await sendNudge({ db, publicUrl }, cycle, body, recipients, meta.commandId);
      return { body: { recipients: recipients.map(recipientView), mails, notLate } };
    },
  }),
];
