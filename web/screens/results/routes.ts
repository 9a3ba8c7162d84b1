// The screens of the area results: judges, endorsement, announcement, ceremony.
import type { NavEntry, Screen } from '../../app/screen.ts';

const area = 'results';
export const screens: Screen[] = [
  { path: '/cycles/$cycleId/judges', area, load: async () => (await import('./Judges.tsx')).Judges },
  { path: '/cycles/$cycleId/endorsement', area, load: async () => (await import('./Endorsement.tsx')).Endorsement },
  { path: '/cycles/$cycleId/announcement', area, load: async () => (await import('./Announcement.tsx')).Announcement },
  { path: '/cycles/$cycleId/ceremony', area, load: async () => (await import('./Ceremony.tsx')).Ceremony },
];
export const nav: NavEntry[] = [];
