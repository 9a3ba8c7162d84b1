// A request that comes by a link: the token stands in its header, never in an address that logs would keep.
import type { Request } from 'express';
import type { Db } from '../db/database.ts';
import { findLink, type Link } from '../db/links.ts';
import { HttpProblem } from './problem.ts';

export const linkOver = () =>
  new HttpProblem(409, 'link-over', 'This link is too old, was ended, or is none. Ask for another one.');

/** Null where the request names no link. Throws `HttpProblem` for one that is over. */
export async function linkOf(db: Db, req: Request): Promise<Link | null> {
  const [, token] = /^link ([\w-]{1,200})$/i.exec(req.get('authorization') ?? '') ?? [];
  if (token === undefined) return null;
  const link = await findLink(db, token);
  if (link === undefined) throw linkOver();
  return link;
}
