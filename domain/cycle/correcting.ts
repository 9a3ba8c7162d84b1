// What was announced, corrected: readers see the right text and that it was corrected; history keeps the first.
import type { Decision } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { CycleCommand, CycleEvent } from './messages.ts';
import { type Cycle, correctionOf } from './state.ts';

type Data = Extract<CycleCommand, { type: 'CorrectAnnouncement' }>['data'];

/** After the announcement is closed too, as long as the cycle is not archived. */
export function correctAnnouncement(state: Cycle, data: Data): Decision<CycleEvent> {
  const { stage, laureateId, field, text, reason } = data;
  const published = state.announcement.find((one) => one.stage === stage && one.published);
  if (published === undefined)
    throw new Refusal('stage-not-published', `The stage ${stage} is not published: there is nothing to correct.`, {
      stages: state.announcement.filter((one) => one.published).map((one) => one.stage),
    });
  const laureates = published.laureates ?? [];
  if (!laureates.includes(laureateId))
    throw new Refusal('not-announced', `${laureateId} was not announced at the stage ${stage}.`, { laureates });
  if (JSON.stringify(published.corrections?.[correctionOf(data)]) === JSON.stringify(text)) return { events: [] };
  const { cycleId } = state;
  return { events: [{ type: 'AnnouncementCorrected', data: { cycleId, stage, laureateId, field, text, reason } }] };
}
