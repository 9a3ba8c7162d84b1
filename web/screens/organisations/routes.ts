// The screens of the area organisations: the register, one of its entries, and the search over all that one handles.
import type { NavEntry, Screen } from '../../app/screen.ts';

const area = 'organisations';
const roles = ['secretariat', 'auditor', 'focal-point', 'screener', 'approver'];
export const screens: Screen[] = [
  { path: '/organisations', area, load: async () => (await import('./Organisations.tsx')).Organisations },
  {
    path: '/organisations/$organisationId',
    area,
    load: async () => (await import('./Organisation.tsx')).Organisation,
  },
  {
    path: '/cycles/$cycleId/organisations',
    area,
    load: async () => (await import('./OfCycle.tsx')).OfCycle,
  },
  { path: '/search', area, load: async () => (await import('./Search.tsx')).Search },
];
export const nav: NavEntry[] = [
  { to: '/organisations', key: 'organisations', roles, group: 'award' },
  { to: '/search', key: 'search', roles, group: 'mine' },
];
