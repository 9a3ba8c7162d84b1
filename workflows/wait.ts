// One process's desk: what woke it, what it waits for, and what it has told operators.
import { condition, setCurrentDetails, setHandler, sleep, upsertSearchAttributes } from '@temporalio/workflow';
import { commands } from './activities.ts';
import { changed, progress } from './messages.ts';
import { deadlineKey, phaseKey, stateKey } from './search-attributes.ts';

export type Desk = {
  woken: boolean;
  step: string;
  wakesAt: number | null;
  /** Why the process does not get on; shown in `process_attention` until it does. */
  attention: string | null;
  /** What failed last, until the process waits again. */
  failed: string | null;
  remindedUntil: number;
  /** Whether this run has waited at all. */
  rested: boolean;
  shown: string;
};

/** To be called before anything is awaited, so that no signal comes to nobody. */
export function openDesk(): Desk {
  const desk: Desk = {
    woken: false,
    step: 'begin',
    wakesAt: null,
    attention: null,
    failed: null,
    remindedUntil: Date.now(),
    rested: false,
    shown: '',
  };
  setHandler(changed, () => {
    desk.woken = true;
  });
  setHandler(progress, () => ({ step: desk.step, wakesAt: desk.wakesAt, attention: desk.attention }));
  return desk;
}

/** Until news comes, or the instant. */
export async function waitUntil(desk: Desk, instant: number | null): Promise<void> {
  desk.wakesAt = instant;
  const woken = () => desk.woken;
  if (instant === null) await condition(woken);
  else await condition(woken, Math.max(1, instant - Date.now()), { summary: desk.step });
  desk.wakesAt = null;
  desk.rested = true;
}

/**
 * After an activity failed or came to nothing: what was read may have been a moment old, so the first time it is only looked
 * at again. The second time operators are told, and news is waited for: the operator's retry is such, and so is what came
 * while the activity ran.
 */
export async function troubled(desk: Desk, problem: string): Promise<void> {
  const failed = `${desk.step}: ${problem}`;
  if (desk.failed !== failed) {
    desk.failed = failed;
    await sleep(2_000, { summary: 'looks again' });
    return;
  }
  desk.attention = problem;
  show(desk, { state: 'attention' });
  await commands.noteAttention({ step: desk.step, problem });
  await waitUntil(desk, null);
}

/** The process gets on: nothing is the matter, or no longer. */
export async function settled(desk: Desk): Promise<void> {
  desk.failed = null;
  if (desk.attention === null) return;
  desk.attention = null;
  await commands.clearAttention();
}

/** Tells operators what is waited for; all attributes in one go, and only when they change. */
export function show(
  desk: Desk,
  {
    state,
    phase,
    deadline = null,
  }: { state: 'waiting' | 'attention'; phase?: string | undefined; deadline?: number | null },
): void {
  const shown = JSON.stringify([desk.step, state, phase, deadline]);
  if (shown === desk.shown) return;
  desk.shown = shown;
  setCurrentDetails(`${state}: ${desk.step}`);
  upsertSearchAttributes([
    { key: stateKey, value: state },
    ...(phase === undefined ? [] : [{ key: phaseKey, value: phase }]),
    { key: deadlineKey, value: deadline === null ? null : new Date(deadline) },
  ]);
}
