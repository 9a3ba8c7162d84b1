// Carries out what follows an event: runs are started once, "look again" and letters may be said again, so twice does no harm.
import type { Db } from '../db/database.ts';
import type { Recorded } from '../db/event-store.ts';
import { type Desk, lettersFor } from '../documents/letters/letters.ts';
import { sendMail } from '../documents/mail.ts';
import type { AwardsEvent } from '../domain/events.ts';
import { type ProcessRef, workflowIdOf } from '../workflows/messages.ts';
import { forEachOf } from './concurrently.ts';
import { findCircle } from './fan-out.ts';
import { reactionTo } from './reactions.ts';
import { type About, signalProcess, signalWithStart, type Temporal } from './starts.ts';

export async function react(desk: Desk, temporal: Temporal, event: Recorded<AwardsEvent>): Promise<void> {
  const { start, wake } = await findProcesses(desk.db, event);
  await forEachOf(start, (ref) => signalWithStart(temporal, ref, aboutOf(event)));
  await forEachOf(wake, async (ref) => void (await signalProcess(temporal, ref)));
  for (const letter of await lettersFor(desk, event)) await sendMail(desk.db, letter);
}

const aboutOf = ({ cycleId, data }: Recorded<AwardsEvent>): About => ({
  cycleId,
  ...('country' in data && { country: data.country }),
});

/**
 * The processes that start with the event and those to be woken, each once. Not the process that did it: it has the answer, and
 * the echo would get in the way of its next step.
 */
export async function findProcesses(
  db: Db,
  event: Recorded<AwardsEvent>,
): Promise<{ start: ProcessRef[]; wake: ProcessRef[] }> {
  const { start, wake } = reactionTo(event);
  const found = await Promise.all(wake.map((each) => ('circle' in each ? findCircle(db, each) : [each])));
  const byId = new Map(found.flat().map((ref) => [workflowIdOf(ref), ref]));
  byId.delete(event.meta.actor.replace(/^process:/, ''));
  for (const ref of start) byId.delete(workflowIdOf(ref));
  return { start, wake: [...byId.values()] };
}
