// The screens of the area account: sign-in, invitations, one's own account, and the registration for an open call.
import type { NavEntry, Screen } from '../../app/screen.ts';

export const screens: Screen[] = [
  { path: '/sign-in', area: 'account', audience: 'anybody', load: async () => (await import('./SignIn.tsx')).SignIn },
  { path: '/accept', area: 'account', audience: 'anybody', load: async () => (await import('./Accept.tsx')).Accept },
  { path: '/account', area: 'account', load: async () => (await import('./Account.tsx')).Account },
  {
    path: '/calls/$cycleId/$iso2/register',
    area: 'account',
    audience: 'anybody',
    load: async () => (await import('./Register.tsx')).Register,
  },
];
export const nav: NavEntry[] = [];
