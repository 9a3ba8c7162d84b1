// The screens of the area delegation: a country's delegation to a forum, all of them for its staff, and one's own part in it.
import type { NavEntry, Screen } from '../../app/screen.ts';

const area = 'delegation';
export const screens: Screen[] = [
  { path: '/delegation', area, load: async () => (await import('./Delegations.tsx')).Delegations },
  {
    path: '/cycles/$cycleId/countries/$iso2/delegation',
    area,
    load: async () => (await import('./Delegation.tsx')).Delegation,
  },
  {
    path: '/forums/$forumId/participants',
    area,
    load: async () => (await import('./Participants.tsx')).Participants,
  },
  {
    path: '/link/participant',
    area,
    audience: 'anybody',
    load: async () => (await import('./OwnPart.tsx')).OwnPart,
  },
];
export const nav: NavEntry[] = [{ to: '/delegation', key: 'delegation', roles: ['delegate'], group: 'country' }];
