// The screens of the area home: what is due.
import type { NavEntry, Screen } from '../../app/screen.ts';

export const screens: Screen[] = [{ path: '/', area: 'home', load: async () => (await import('./Home.tsx')).Home }];
export const nav: NavEntry[] = [{ to: '/', key: 'home', roles: 'all', group: 'mine' }];
