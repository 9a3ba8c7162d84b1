// The screens of the area forum: the forums, and the desk of one.
import type { NavEntry, Screen } from '../../app/screen.ts';

const area = 'forum';
export const screens: Screen[] = [
  { path: '/forums', area, load: async () => (await import('./Forums.tsx')).Forums },
  { path: '/forums/$forumId', area, load: async () => (await import('./ForumDesk.tsx')).ForumDesk },
  {
    path: '/forums/$forumId/quality',
    area: 'forum-quality',
    load: async () => (await import('./quality/QualityPage.tsx')).QualityPage,
  },
  {
    path: '/forums/$forumId/plan',
    area: 'forum-plan',
    load: async () => (await import('./plan/PlanPage.tsx')).PlanPage,
  },
  {
    path: '/forums/$forumId/papers',
    area: 'forum-papers',
    load: async () => (await import('./ForumPapers.tsx')).ForumPapers,
  },
  { path: '/sessions', area: 'sessions', load: async () => (await import('./MySessions.tsx')).MySessions },
];
export const nav: NavEntry[] = [
  { to: '/forums', key: 'forums', roles: ['secretariat', 'standby', 'forum-staff', 'host', 'auditor'], group: 'forum' },
  { to: '/sessions', key: 'sessions', roles: ['moderator', 'rapporteur', 'interpreter'], group: 'forum' },
];
