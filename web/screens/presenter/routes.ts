// The screens of the area presenter: one's talks, and a talk.
import type { NavEntry, Screen } from '../../app/screen.ts';

export const screens: Screen[] = [
  { path: '/talks', area: 'presenter', load: async () => (await import('./MyTalks.tsx')).MyTalks },
  { path: '/talks/$talk', area: 'presenter', load: async () => (await import('./Talk.tsx')).Talk },
  {
    path: '/link/talk',
    area: 'presenter',
    audience: 'anybody',
    load: async () => (await import('./TalkByLink.tsx')).TalkByLink,
  },
];
export const nav: NavEntry[] = [{ to: '/talks', key: 'talks', roles: ['presenter'], group: 'forum' }];
