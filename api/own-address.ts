// On one's own machine the page is at localhost, where sign-in takes requests from: whoever comes by 127.0.0.1 is led there.
import type { RequestHandler } from 'express';

const sameMachine = ['127.0.0.1', '[::1]'];

export const ownAddress = (publicUrl: string): RequestHandler => {
  const { hostname, host, origin } = new URL(publicUrl);
  const others = hostname === 'localhost' ? sameMachine.map((name) => host.replace(hostname, name)) : [];
  return (req, res, next) => {
    if (req.method !== 'GET' || !others.includes(req.headers.host ?? '') || !req.accepts('html')) return next();
    res.redirect(302, `${origin}${req.originalUrl}`);
  };
};
