// The screens of the area history.
import type { NavEntry, Screen } from '../../app/screen.ts';

export const screens: Screen[] = [
  {
    path: '/cycles/$cycleId/history',
    area: 'history',
    load: async () => (await import('./CycleHistory.tsx')).CycleHistory,
  },
  {
    path: '/nominations/$nominationId/history',
    area: 'history',
    load: async () => (await import('./NominationHistory.tsx')).NominationHistory,
  },
];
export const nav: NavEntry[] = [];
