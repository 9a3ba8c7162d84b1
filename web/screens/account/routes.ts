// The screens of the area account: sign-in and one's own account.
import type { NavEntry, Screen } from '../../app/screen.ts';

export const screens: Screen[] = [
  { path: '/sign-in', area: 'account', audience: 'anybody', load: async () => (await import('./SignIn.tsx')).SignIn },
];
export const nav: NavEntry[] = [];
