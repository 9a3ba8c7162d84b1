// The screens of the area cycles: the secretariat's desk, and the overview that everybody in the award may read.
import type { NavEntry, Screen } from '../../app/screen.ts';

const area = 'cycles';
export const screens: Screen[] = [
  { path: '/cycles', area, load: async () => (await import('./Cycles.tsx')).Cycles },
  { path: '/cycles/new', area, load: async () => (await import('./NewCycle.tsx')).NewCycle },
  { path: '/cycles/$cycleId', area, load: async () => (await import('./Overview.tsx')).Overview },
  { path: '/cycles/$cycleId/planner', area, load: async () => (await import('./planner/Planner.tsx')).Planner },
  { path: '/cycles/$cycleId/clone', area, load: async () => (await import('./CloneCycle.tsx')).CloneCycle },
  { path: '/cycles/$cycleId/progress', area, load: async () => (await import('./progress/Progress.tsx')).Progress },
  { path: '/cycles/$cycleId/mails', area, load: async () => (await import('./mails/Mails.tsx')).Mails },
  { path: '/cycles/$cycleId/people', area, load: async () => (await import('./people/People.tsx')).People },
  { path: '/people', area, load: async () => (await import('./people/AllPeople.tsx')).AllPeople },
  { path: '/cycles/$cycleId/imports', area, load: async () => (await import('./people/Imports.tsx')).Imports },
  { path: '/cycles/$cycleId/checks', area, load: async () => (await import('./Checks.tsx')).Checks },
];
export const nav: NavEntry[] = [
  { to: '/cycles', key: 'cycles', roles: ['administrator', 'secretariat', 'standby', 'auditor'], group: 'award' },
  { to: '/people', key: 'people', roles: ['administrator'], group: 'award' },
];
