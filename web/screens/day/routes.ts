// The screens of the area day: a forum on its day, for a phone, and the proceedings of its sessions.
import type { NavEntry, Screen } from '../../app/screen.ts';

const area = 'day';
export const screens: Screen[] = [
  { path: '/forums/$forumId/today', area, load: async () => (await import('./Today.tsx')).Today },
  { path: '/forums/$forumId/proceedings', area, load: async () => (await import('./Proceedings.tsx')).Proceedings },
];
export const nav: NavEntry[] = [];
