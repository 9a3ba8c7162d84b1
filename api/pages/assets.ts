// What public pages are dressed with: a style sheet, a mark, and two scripts; each named by its content, so that it is kept.
import { createHash } from 'node:crypto';
import { Router } from 'express';
import { fontFaces } from './fonts.ts';
import { style } from './style.ts';
import { checking } from './verify-script.ts';

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#175676"/><path d="M10 7v18h12" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** Offers the visitor's own zone, and shows it without being asked where the page names no other. */
const zone = `const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
const form = document.querySelector('form[data-zones]');
if (form && own) {
  const select = form.querySelector('select');
  if (![...select.options].some((option) => option.value === own)) select.add(new Option(own, own), 1);
  const shown = new URLSearchParams(location.search).get('zone');
  if (!shown) select.value = own;
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'short', timeZone: own, hourCycle: 'h23' });
  const clock = (at) => format.format(new Date(at));
  if (!shown && own !== form.dataset.zones)
    for (const place of document.querySelectorAll('[data-from]'))
      place.append(' = ' + clock(place.dataset.from) + '–' + clock(place.dataset.to) + ' (' + own + ')');
}
`;

const kept = [
  { name: 'style', type: 'css', content: `${fontFaces()}\n${style}` },
  { name: 'zone', type: 'js', content: zone },
  { name: 'verify', type: 'js', content: checking },
  { name: 'icon', type: 'svg', content: icon },
].map((asset) => {
  const hash = createHash('sha256').update(asset.content).digest('hex').slice(0, 12);
  return { ...asset, path: `/pages/${asset.name}.${hash}.${asset.type}` };
});
const pathOf = (wanted: string) => kept.find(({ name }) => name === wanted)?.path ?? '';

/** Where each is. */
export const assets = { style: pathOf('style'), zone: pathOf('zone'), verify: pathOf('verify'), icon: pathOf('icon') };

export function assetFiles(): Router {
  const router = Router();
  for (const { path, type, content } of kept)
    router.get(path, (_req, res) => {
      res.set('Cache-Control', 'public, max-age=31536000, immutable').type(type).send(content);
    });
  return router;
}
