// The screens of the pages: each has an address of its own, and texts in the area that it names.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Screens = { screens: { path: string; area: string }[]; nav: { to: string }[] };
/** By its address: the components that it can load are another compiler's. */
const { nav, screens }: Screens = await import(new URL('../../web/screens/screens.ts', import.meta.url).href);

describe('the screens', () => {
  it('have an address each', () => {
    const paths = screens.map(({ path }) => path.replaceAll(/\$\w+/g, '$'));
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
  });
  it('name areas that have texts', () => {
    const folder = join(import.meta.dirname, '..', '..', 'web', 'i18n', 'en');
    expect(screens.filter(({ area }) => !existsSync(join(folder, `${area}.json`)))).toEqual([]);
  });
  it('stand behind every line of the menu', () => {
    expect(nav.filter(({ to }) => !screens.some(({ path }) => path === to))).toEqual([]);
  });
});
