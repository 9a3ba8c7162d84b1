// The screens of the area country: a country's desk, from screening to signing, and its people.
import type { NavEntry, Screen } from '../../app/screen.ts';

const desk = '/cycles/$cycleId/countries/$iso2';
export const screens: Screen[] = [
  { path: '/country', area: 'country', load: async () => (await import('./Desks.tsx')).Desks },
  { path: desk, area: 'country', load: async () => (await import('./Desk.tsx')).Desk },
  { path: `${desk}/ranking`, area: 'country', load: async () => (await import('./Ranking.tsx')).Ranking },
  { path: `${desk}/signing`, area: 'country', load: async () => (await import('./Signing.tsx')).Signing },
  { path: `${desk}/people`, area: 'country', load: async () => (await import('./People.tsx')).People },
  {
    path: `${desk}/people/$personId`,
    area: 'country',
    load: async () => (await import('./HandoverSheet.tsx')).HandoverSheet,
  },
  { path: `${desk}/timetable`, area: 'country', load: async () => (await import('./Timetable.tsx')).Timetable },
  {
    path: '/nominations/$nominationId/screening',
    area: 'country',
    load: async () => (await import('./Screening.tsx')).Screening,
  },
  {
    path: '/nominations/$nominationId/papers',
    area: 'country',
    load: async () => (await import('./Papers.tsx')).Papers,
  },
];
export const nav: NavEntry[] = [
  { to: '/country', key: 'country', roles: ['focal-point', 'screener', 'approver'], group: 'country' },
];
