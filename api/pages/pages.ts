// The public pages: rendered here, whole without any script, for everybody.
import { type RequestHandler, Router } from 'express';
import type { Services } from '../app.ts';
import { notFound } from '../problem.ts';
import { isStorable } from '../readable.ts';
import { assetFiles } from './assets.ts';
import { callPage } from './call.ts';
import { callsPage } from './calls.ts';
import { editionPage } from './edition.ts';
import { fonts } from './fonts.ts';
import { forumPage } from './forum.ts';
import { forumChangesPage } from './forum-changes.ts';
import { forumEmbedPage } from './forum-embed.ts';
import { forumFilesPage } from './forum-files.ts';
import { sessionPage, speakerPage, talkPage } from './forum-parts.ts';
import { forumProceedingsPage } from './forum-proceedings.ts';
import { forumTodayPage } from './forum-today.ts';
import { forumsPage } from './forums.ts';
import { frontPage } from './front.ts';
import { laureatePage } from './laureate.ts';
import { awardPage, laureatesPage } from './laureates.ts';
import type { Page, Visit } from './page.ts';
import { readerOf } from './reader.ts';
import { sendPage } from './send.ts';
import { verifyPage } from './verify.ts';

export const publicPages: { [path: string]: (visit: Visit) => Promise<Page> } = {
  '/': frontPage,
  '/laureates': laureatesPage,
  '/laureates/:award': awardPage,
  '/laureates/:award/:edition': editionPage,
  '/laureates/:award/:edition/:laureate': laureatePage,
  '/calls': callsPage,
  '/calls/:cycleId/:iso2': callPage,
  '/forums': forumsPage,
  '/forums/:forumId': forumPage,
  '/forums/:forumId/sessions/:session': sessionPage,
  '/forums/:forumId/speakers/:speaker': speakerPage,
  '/forums/:forumId/talks/:publicId': talkPage,
  '/forums/:forumId/changes': forumChangesPage,
  '/forums/:forumId/files': forumFilesPage,
  '/forums/:forumId/proceedings': forumProceedingsPage,
  '/forums/:forumId/today': forumTodayPage,
  '/forums/:forumId/embed': forumEmbedPage,
  '/verify': verifyPage,
};

/** Stands before whatever answers all other paths. */
export function pages(services: Pick<Services, 'db' | 'definitions' | 'publicUrl'>, limit: RequestHandler): Router {
  const router = Router();
  router.use(fonts(), assetFiles());
  for (const [path, render] of Object.entries(publicPages))
    router.get(path, limit, async (req, res) => {
      const reader = readerOf(req);
      if (!Object.values(req.params).flat().every(isStorable)) throw notFound();
      const params = Object.fromEntries(Object.entries(req.params).map(([name, value]) => [name, String(value)]));
      const page = await render({ services, reader, params, query: req.query });
      // As long as a call: a deadline that moves is seen soon enough.
      res.set('Cache-Control', 'public, max-age=60');
      sendPage(res, page, reader, services.publicUrl);
    });
  return router;
}
