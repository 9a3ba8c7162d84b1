// The screens of the area endorser: the notes that are before the own country, and one note with its answers.
import type { NavEntry, Screen } from '../../app/screen.ts';

export const screens: Screen[] = [
  { path: '/endorse', area: 'endorser', load: async () => (await import('./MyNotes.tsx')).MyNotes },
  { path: '/cycles/$cycleId/endorse', area: 'endorser', load: async () => (await import('./Endorse.tsx')).Endorse },
];
export const nav: NavEntry[] = [{ to: '/endorse', key: 'endorse', roles: ['endorser'], group: 'mine' }];
