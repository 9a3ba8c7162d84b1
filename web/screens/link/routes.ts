// The screens of the area link: what people do who were mailed a link and have no account.
import type { NavEntry, Screen } from '../../app/screen.ts';

const anybody = { audience: 'anybody' as const };
export const screens: Screen[] = [
  { path: '/link', area: 'link', ...anybody, load: async () => (await import('./LinkLanding.tsx')).LinkLanding },
  { path: '/link/edit', area: 'link', ...anybody, load: async () => (await import('./EditByLink.tsx')).EditByLink },
  { path: '/link/consent', area: 'link', ...anybody, load: async () => (await import('./Consent.tsx')).Consent },
  { path: '/link/letter', area: 'link', ...anybody, load: async () => (await import('./Letter.tsx')).Letter },
];
export const nav: NavEntry[] = [];
