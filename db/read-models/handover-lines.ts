// What stands on a hand-over sheet, and whose it is.
import type { Texts } from '../../domain/messages.ts';
import { isDesk, isOffice } from '../../domain/roles.ts';
import type { HeldRole, RunningCycle } from './tasks.ts';

export type HandoverLine = {
  kind: 'task' | 'draft' | 'return' | 'invitation' | 'objection' | 'deadline';
  /** Which task, phase or status. */
  what: string;
  title: Texts;
  cycleId: string | null;
  country: string | null;
  category: string | null;
  count: number;
  dueAt: string | null;
  /** Governs the instant. */
  zone: string;
  link: string;
};
export type Held = HeldRole & { cycleId: string | null; forum: string | null };

export function line(
  cycle: RunningCycle,
  part: Pick<HandoverLine, 'kind' | 'what' | 'link'> & Partial<HandoverLine>,
): HandoverLine {
  const { cycle_id: cycleId, title, zone } = cycle;
  return { cycleId, title, zone, country: null, category: null, count: 1, dueAt: null, ...part };
}

/** Every country for an office, the own for a desk; none for anybody else. */
export function countriesOf(roles: Held[], { award, countries }: RunningCycle): string[] {
  const here = roles.filter((role) => role.award === award);
  if (here.some(({ role }) => isOffice(role))) return countries;
  return [...new Set(here.flatMap(({ role, country }) => (isDesk(role) ? (country ?? []) : [])))];
}
