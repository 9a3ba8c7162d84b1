// The screens of the area judge: what one is asked to judge, an entry beside its sheet, and what is kept without a line.
import type { NavEntry, Screen } from '../../app/screen.ts';

export const screens: Screen[] = [
  { path: '/judging', area: 'judge', load: async () => (await import('./Desk.tsx')).Desk },
  {
    path: '/judging/$scorecard',
    area: 'judge',
    load: async () => (await import('./EntryScreen.tsx')).EntryScreen,
  },
  {
    path: '/judging/calibration/$panel',
    area: 'judge',
    load: async () => (await import('./Calibration.tsx')).Calibration,
  },
  { path: '/judging/offline', area: 'judge', load: async () => (await import('./OfflineScreen.tsx')).OfflineScreen },
];
export const nav: NavEntry[] = [{ to: '/judging', key: 'judging', roles: ['judge'], group: 'mine' }];
