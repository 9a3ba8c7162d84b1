// The screens of the area laureate: an award as it is offered, by link or for the country's focal point.
import type { NavEntry, Screen } from '../../app/screen.ts';

export const screens: Screen[] = [
  {
    path: '/link/laureate',
    area: 'laureate',
    audience: 'anybody',
    load: async () => (await import('./OfferByLink.tsx')).OfferByLink,
  },
  {
    path: '/laureates/$laureateId',
    area: 'laureate',
    load: async () => (await import('./OfferOfDesk.tsx')).OfferOfDesk,
  },
];
export const nav: NavEntry[] = [];
