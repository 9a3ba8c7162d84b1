// Serves the built page under /app: files by their hashed names for ever, the page itself anew each time.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Request, type Response, Router } from 'express';
import { HttpProblem } from './problem.ts';

/** Where `npm run build` puts it. */
export const webFolder = join(import.meta.dirname, '..', 'web', 'dist');
const encodings = { br: '.br', gzip: '.gz' } as const;
/** What people have in mails and bookmarks from before there were pages, or without /app. */
const elsewhere = ['accept', 'link', 'sign-in', 'nominations', 'cycles', 'panels', 'judging'];

export function webPages(folder = webFolder): Router {
  const router = Router();
  // A mail's address keeps what stands behind its #: the browser carries it over.
  router.get(
    elsewhere.map((name) => `/${name}{/*rest}`),
    (req, res) => res.redirect(302, `/app${req.originalUrl}`),
  );
  // The program that checks bundles: beside the page that tells of it, and beside the bundles.
  router.get(['/verify/verify.mjs', '/api/v1/public/verify.mjs'], (_req, res) => sendVerifier(res, folder));
  router.get('/app/assets/{*file}', compressed(folder));
  router.use('/app', express.static(folder, { index: false, redirect: false, setHeaders: cached }));
  router.get('/app{/*place}', (_req, res) => sendPage(res, folder));
  return router;
}

/** The compressed copy, where there is one that the browser takes. */
const compressed = (folder: string) => (req: Request, res: Response, next: () => void) => {
  const encoding = req.acceptsEncodings(['br', 'gzip']);
  const path = req.path.replace(/^\/app\//, '');
  if ((encoding !== 'br' && encoding !== 'gzip') || !/^assets\/[\w.-]+\.(js|css|json)$/.test(path)) return next();
  const file = join(folder, `${path}${encodings[encoding]}`);
  if (!existsSync(file)) return next();
  res.type(path.split('.').at(-1) ?? '').set({ 'Content-Encoding': encoding, Vary: 'Accept-Encoding' });
  cached(res, file);
  res.sendFile(file, { cacheControl: false, lastModified: false });
};

/** The names of assets change with their content. */
function cached(res: Response, file: string): void {
  res.set('Cache-Control', file.includes(`${join('assets')}`) ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function sendVerifier(res: Response, folder: string): void {
  const file = join(folder, 'verify', 'verify.mjs');
  if (!existsSync(file)) throw notBuilt();
  res.type('text/javascript').set('Cache-Control', 'no-cache').sendFile(file, { dotfiles: 'allow' });
}

const notBuilt = () =>
  new HttpProblem(503, 'pages-not-built', 'The pages are not built yet: npm run build makes them.');

function sendPage(res: Response, folder: string): void {
  const file = join(folder, 'index.html');
  if (!existsSync(file)) throw notBuilt();
  res.set('Cache-Control', 'no-cache').sendFile(file);
}
