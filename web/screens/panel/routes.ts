// The screens of the area panel.
import type { NavEntry, Screen } from '../../app/screen.ts';

export const screens: Screen[] = [
  { path: '/panels', area: 'panel', load: async () => (await import('./MyPanels.tsx')).MyPanels },
  { path: '/cycles/$cycleId/panels', area: 'panel', load: async () => (await import('./Panels.tsx')).Panels },
  { path: '/panels/$panel', area: 'panel', load: async () => (await import('./Panel.tsx')).PanelScreen },
  {
    path: '/panels/$panel/assignment',
    area: 'panel',
    load: async () => (await import('./Assignment.tsx')).Assignment,
  },
  {
    path: '/panels/$panel/entries/$nominationId',
    area: 'panel',
    load: async () => (await import('./Entry.tsx')).Entry,
  },
  {
    path: '/scorecards/$scorecard/versions',
    area: 'panel',
    load: async () => (await import('./SheetVersions.tsx')).SheetVersions,
  },
  {
    path: '/panels/$panel/calibration',
    area: 'panel',
    load: async () => (await import('./Calibration.tsx')).Calibration,
  },
  {
    path: '/panels/$panel/reliability',
    area: 'panel',
    load: async () => (await import('./Reliability.tsx')).Reliability,
  },
  {
    path: '/panels/$panel/verification',
    area: 'panel',
    load: async () => (await import('./Verification.tsx')).Verification,
  },
  { path: '/panels/$panel/shortlist', area: 'panel', load: async () => (await import('./Shortlist.tsx')).Shortlist },
  {
    path: '/panels/$panel/rounds/$round',
    area: 'panel',
    load: async () => (await import('./RoundBoard.tsx')).RoundBoard,
  },
  { path: '/panels/$panel/meeting', area: 'panel', load: async () => (await import('./Meeting.tsx')).Meeting },
  { path: '/panels/$panel/access', area: 'panel', load: async () => (await import('./Access.tsx')).AccessScreen },
  { path: '/panels/$panel/decision', area: 'panel', load: async () => (await import('./Decision.tsx')).Decision },
];
export const nav: NavEntry[] = [
  { to: '/panels', key: 'panels', roles: ['chair', 'deputy-chair', 'focal-point', 'approver'], group: 'mine' },
];
