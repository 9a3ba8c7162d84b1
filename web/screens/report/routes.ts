// The screens of the area report: a delegation's mission report, and where those of all delegations stand.
import type { NavEntry, Screen } from '../../app/screen.ts';

const area = 'report';
export const screens: Screen[] = [
  { path: '/forums/$forumId/reports', area, load: async () => (await import('./Reports.tsx')).Reports },
  {
    path: '/forums/$forumId/delegations/$iso2/report',
    area,
    load: async () => (await import('./Report.tsx')).Report,
  },
];
export const nav: NavEntry[] = [];
