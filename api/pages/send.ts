// How a page leaves: escaped, in its language, under the strictest policy, and kept for a minute at most.
import type { Response } from 'express';
import { sent } from './html.ts';
import { document } from './layout.ts';
import type { Page } from './page.ts';
import type { Reader } from './reader.ts';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');
/** What is made for frames may stand in one anywhere: it has no script, no form and nobody's session. */
const ancestors = (framed: boolean) => `; frame-ancestors ${framed ? '*' : "'none'"}`;

/** Express adds the ETag of what it sends, and answers 304 where the reader has it. */
export function sendPage(res: Response, page: Page, reader: Reader, site: string): void {
  const framed = page.framed === true;
  if (framed) res.removeHeader('X-Frame-Options');
  res
    .set('Content-Security-Policy', policy + ancestors(framed))
    .set('Content-Language', reader.page)
    .vary('Accept-Language');
  res.type('html').send(sent(document(page, reader, site)));
}
