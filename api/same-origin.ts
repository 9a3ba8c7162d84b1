// What a browser sends for a page of another site is refused: the cookie would speak for somebody who has not acted.
import type { RequestHandler } from 'express';
import { otherOrigin } from './problem.ts';

const reading = ['GET', 'HEAD', 'OPTIONS'];

/** Browsers say where a request comes from, by one header or the other; programs say neither and bring no cookie. */
export const sameOrigin = (publicUrl: string): RequestHandler => {
  const own = new URL(publicUrl).origin;
  return ({ method, headers }, _res, next) => {
    const site = headers['sec-fetch-site'];
    const { origin } = headers;
    const known =
      site === undefined ? origin === undefined || origin === own : ['same-origin', 'none'].includes(`${site}`);
    next(known || reading.includes(method) ? undefined : otherOrigin());
  };
};
