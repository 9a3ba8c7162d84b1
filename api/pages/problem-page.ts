// What cannot be shown, in words, for people who read pages.
import type { ErrorRequestHandler, Request } from 'express';
import type { Log } from '../../db/log.ts';
import { problemOf } from '../problem.ts';
import { html } from './html.ts';
import type { Page } from './page.ts';
import { type Reader, readerOf, type TextKey } from './reader.ts';
import { sendPage } from './send.ts';

const words: { [status: number]: [title: TextKey, remedy: TextKey] } = {
  400: ['badAddress', 'badAddressRemedy'],
  404: ['notThere', 'notThereRemedy'],
  429: ['tooMany', 'tooManyRemedy'],
  503: ['busy', 'busyRemedy'],
};

/** Programs get the problem itself, further on. */
export const problemPages =
  (site: string, log: Log): ErrorRequestHandler =>
  (error, req, res, next) => {
    if (res.headersSent || !isForPeople(req)) return next(error);
    const status = problemOf(error)?.status ?? 500;
    if (status === 500) log.error({ err: error, method: req.method, route: req.route?.path }, 'page failed');
    const reader = readerOf(req);
    res.status(status).set('Cache-Control', 'no-store');
    sendPage(res, problemPage(reader, status), reader, site);
  };

const isForPeople = (req: Request): boolean =>
  ['GET', 'HEAD'].includes(req.method) && !req.path.startsWith('/api/') && req.accepts('html') !== false;

function problemPage(reader: Reader, status: number): Page {
  const [title, remedy] = words[status] ?? ['unexpected', 'unexpectedRemedy'];
  return {
    title: reader.say(title),
    description: reader.say(remedy),
    path: '/',
    body: html`<h1>${reader.say(title)}</h1>
<p class="lead">${reader.say(remedy)}</p>
<p><a class="button" href="${reader.href('/')}">${reader.say('toFront')}</a></p>`,
  };
}
