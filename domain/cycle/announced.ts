// Whether a cycle's laureates are known to everybody.
import type { CycleState } from './state.ts';

export const isPublic = (cycle: CycleState): boolean =>
  cycle.status !== 'none' && cycle.announcement.some(({ stage, published }) => stage === 'public' && published);
