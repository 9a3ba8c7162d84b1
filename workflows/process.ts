// How every process is told: look where things stand, do what is due, wait for the next instant or for news, look again.
import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import { continueAsNew, isCancellation, workflowInfo } from '@temporalio/workflow';
import type { ProcessCommand } from '../activities/commands.ts';
import type { About, ReminderKind } from '../activities/remind.ts';
import { nextReminder, reminderPlan } from '../domain/reminders.ts';
import { commands } from './activities.ts';
import { type Desk, openDesk, settled, show, troubled, waitUntil } from './wait.ts';

/**
 * Where things stand, with how long before a deadline people are reminded; null once nothing is owed any more. While it is
 * paused nothing is done, nobody is reminded, and no instant counts.
 */
type View = { reminders: number[]; paused?: true };
type Load<V> = () => Promise<V | null>;
/** What people are reminded of, and when it should be done, whether or not anything ends then. */
export type Reminding = { what: ReminderKind; opensAt?: number; closesAt: number };
type Waiting<V> = {
  /** When to act; null for not at all, an instant that has passed for now. */
  by?(view: V): number | null;
  /** What the deed is about beside the instant, where there may be several of its kind. */
  about?(view: V): string | undefined;
  /** The command to issue then, or another deed. */
  issue?(view: V): ProcessCommand;
  run?(view: V): Promise<unknown>;
  remind?(view: V): Reminding | null;
  phase?: string;
};
export type Process<V> = {
  /** Waits until it is so, and brings it about when that is due. A deed without effect is a trouble, and not done over and over. */
  until(step: string, isSo: (view: V) => boolean, waiting?: Waiting<V>): Promise<V>;
  /** A place to go on with a new history; nothing needs to be carried over. */
  boundary(): Promise<void>;
};
/** As an instant: at once. */
export const now = 0;

/** Nothing is owed any more: the story ends wherever it stands. */
class Over extends Error {}

/**
 * Tells the story from its beginning; whatever is so already takes no time. After a failed activity it is told again. The
 * process itself never fails.
 */
export async function runProcess<V extends View>(
  input: About,
  load: Load<V>,
  story: (process: Process<V>) => Promise<void>,
): Promise<void> {
  const desk = openDesk();
  const process = processAt(desk, input, load);
  for (;;) {
    try {
      await story(process);
      return await settled(desk);
    } catch (error) {
      if (error instanceof Over) return await settled(desk);
      if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
      await troubled(desk, refusalOf(error).code);
    }
  }
}

function processAt<V extends View>(desk: Desk, input: About, load: Load<V>): Process<V> {
  let known: V | null = null;
  const look = async (): Promise<V> => {
    if (known !== null && !desk.woken) return known;
    // Before the load, so that what comes meanwhile wakes the next wait.
    desk.woken = false;
    known = await load();
    if (known === null) throw new Over();
    return known;
  };
  const renew = async () => {
    await settled(desk);
    await continueAsNew<(input: About) => Promise<void>>(input);
  };
  return {
    boundary: async () => {
      if (desk.rested) await renew();
    },
    until: async (step, isSo, waiting = {}) => {
      for (let done: number | null = null; ; ) {
        desk.step = step;
        const view = await look();
        if (view.paused) {
          await settled(desk);
          show(desk, { state: 'waiting', phase: waiting.phase });
          await waitUntil(desk, null);
          continue;
        }
        if (isSo(view)) return view;
        if (workflowInfo().continueAsNewSuggested) await renew();
        const due = waiting.by?.(view) ?? null;
        if (due !== null && due <= Date.now()) {
          known = null;
          if (done === due) {
            done = null;
            await troubled(desk, 'without-effect');
          } else if (await act(desk, waiting, view, due)) done = due;
          continue;
        }
        const reminding = waiting.remind?.(view) ?? null;
        const reminder = await remindNow(desk, input, reminding, view.reminders);
        await settled(desk);
        show(desk, { state: 'waiting', phase: waiting.phase, deadline: due ?? reminding?.closesAt ?? null });
        await waitUntil(desk, earliest(due, reminder));
      }
    },
  };
}

const earliest = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.min(a, b));

/**
 * Asks, by a command id made of the step and the instant asked for. The store may know a later instant: it is asked again
 * then, or at news, and never at once, for clocks differ a little.
 * @returns whether it was done; false when it was not due yet.
 */
async function act<V>(desk: Desk, { issue, run, about }: Waiting<V>, view: V, due: number): Promise<boolean> {
  try {
    await run?.(view);
    if (issue === undefined) return true;
    const command = issue(view);
    const of = about?.(view);
    const asked = { step: desk.step, about: of === undefined ? due : `${of}:${due}`, command };
    await commands.issue.executeWithOptions({ summary: command.type }, [asked]);
    return true;
  } catch (error) {
    const refusal = error instanceof ActivityFailure ? refusalOf(error) : undefined;
    if (refusal?.code !== 'not-due') throw error;
    await waitUntil(desk, Math.max(refusal.dueAt, Date.now() + 2_000));
    return false;
  }
}

/** The rules' no as its code; any other failure as its type. */
function refusalOf({ cause }: ActivityFailure): { code: string; dueAt: number } {
  if (!(cause instanceof ApplicationFailure)) return { code: cause?.name ?? 'unknown', dueAt: 0 };
  const [detail] = cause.type === 'DomainRejected' ? (cause.details ?? []) : [];
  return { code: cause.type ?? 'unknown', dueAt: 0, ...(isRefusal(detail) && detail) };
}

const isRefusal = (detail: unknown): detail is { code: string; dueAt?: number } =>
  typeof detail === 'object' && detail !== null && 'code' in detail;

/** Of the reminders that came due since the last look, the newest. @returns the next instant. */
async function remindNow(
  desk: Desk,
  about: About,
  reminding: Reminding | null,
  offsets: number[],
): Promise<number | null> {
  const since = desk.remindedUntil;
  desk.remindedUntil = Date.now();
  if (reminding === null) return null;
  const { what, opensAt = 0, closesAt } = reminding;
  const plan = reminderPlan(opensAt, closesAt, offsets);
  const due = plan.findLast(({ at }) => at > since && at <= desk.remindedUntil);
  if (due !== undefined) await commands.remind({ what, about, at: due.at, closesAt, overdue: due.overdue });
  return nextReminder(plan, Date.now())?.at ?? null;
}
