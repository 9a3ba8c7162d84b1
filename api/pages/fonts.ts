// The fonts that the public pages are set in, for every script of the region: from files of our own, kept for a year.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { Router } from 'express';

/** Each package with those of its parts that are used: a script is loaded where a page has it. */
const packages: { [name: string]: string[] } = {
  'noto-sans': ['vietnamese', 'latin-ext', 'latin'],
  'noto-sans-thai': ['thai'],
  'noto-sans-khmer': ['khmer'],
  'noto-sans-lao': ['lao'],
  'noto-sans-myanmar': ['myanmar'],
};
const weights = [400, 600];
const resolve = createRequire(import.meta.url).resolve;

const installed = Object.keys(packages).map((name) => {
  const manifest = resolve(`@fontsource/${name}/package.json`);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  return { name, folder: dirname(manifest), path: `/fonts/${name}/${version}` };
});

/** The faces as a style sheet. */
export const fontFaces = (): string => installed.flatMap(facesOf).join('\n');

const facesOf = ({ name, folder, path }: (typeof installed)[number]): string[] =>
  weights.flatMap((weight) => {
    const css = readFileSync(join(folder, `${weight}.css`), 'utf8');
    return [...css.matchAll(/\/\* (\S+) \*\/\s*(@font-face \{[^}]*\})/g)]
      .filter(([, face]) => packages[name]?.some((script) => face === `${name}-${script}-${weight}-normal`))
      .map(([, , face = '']) =>
        face.replace(/url\(\.\/files\/([^)]+\.woff2)\) format\('woff2'\), url[^;]*/, `url(${path}/$1) format('woff2')`),
      );
  });

export function fonts(): Router {
  const router = Router();
  for (const { folder, path } of installed)
    router.use(path, express.static(join(folder, 'files'), { index: false, immutable: true, maxAge: '1y' }));
  return router;
}
