// What every public page is made from, and what it gives back.
import type { Services } from '../app.ts';
import type { Html } from './html.ts';
import type { Reader } from './reader.ts';

export type Page = {
  /** Of the window, without the name of the site. */
  title: string;
  description: string;
  /** The one address of this content. */
  path: string;
  body: Html;
  /** The languages it can be read in beside the complete ones. */
  languages?: string[];
  /** Of ours, which adds to a page that is whole without it. */
  script?: 'visitor-zone' | 'verify';
  /** What the address asked for beside the language. */
  query?: { [name: string]: string };
  /** For a frame on any other site: without head and foot. */
  framed?: true;
};
export type Visit = {
  services: Pick<Services, 'db' | 'definitions' | 'publicUrl'>;
  reader: Reader;
  params: { [name: string]: string };
  query: { [name: string]: unknown };
};
