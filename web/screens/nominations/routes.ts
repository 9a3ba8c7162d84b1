// The screens of the area nominations: the lists, one nomination, and its form.
import type { NavEntry, Screen } from '../../app/screen.ts';

const area = 'nominations';
export const screens: Screen[] = [
  { path: '/nominations', area, load: async () => (await import('./Entrance.tsx')).Entrance },
  { path: '/cycles/$cycleId/nominations', area, load: async () => (await import('./Nominations.tsx')).Nominations },
  { path: '/nominations/$nominationId', area, load: async () => (await import('./Nomination.tsx')).Nomination },
  {
    path: '/nominations/$nominationId/form',
    area,
    load: async () => (await import('./NominationForm.tsx')).NominationForm,
  },
];
export const nav: NavEntry[] = [
  {
    to: '/nominations',
    key: 'nominations',
    roles: ['applicant', 'focal-point', 'screener', 'approver', 'secretariat', 'auditor'],
    group: 'country',
  },
];
