// What the pages know of the API: the types of each route, taken from its schemas. Types only, so nothing of the server comes along.
import type { Names } from './params.ts';
import type { routes } from './routes.ts';

type All = NonNullable<(typeof routes)[number]['contract']>;
export type Method = All['method'];
export type PathOf<Of extends Method> = Extract<All, { method: Of }>['path'];
/** One route: `path`, `query`, `body` and `answer`. */
export type Contract<Of extends Method, Path extends string> = Extract<All, { method: Of; path: Path }>;
/** The names in a path; each takes a string. */
export type ParamsOf<Path extends string> = { [name in Names<Path>]: string };
/** What a list lists. */
export type ItemOf<Path extends PathOf<'get'>> = Contract<'get', Path>['answer'] extends { items: (infer Item)[] }
  ? Item
  : never;
