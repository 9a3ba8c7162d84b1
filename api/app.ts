// The whole API as an Express application that listens to nothing.
import express, { type Express, type Request, Router } from 'express';
import helmet from 'helmet';
import type { Db } from '../db/database.ts';
import type { Log } from '../db/log.ts';
import type { Signer } from '../db/read-models/panel-records.ts';
import type { Contact } from '../documents/calendar.ts';
import type { Printer } from '../documents/print/printer.ts';
import type { Shelf } from '../documents/print/shelf.ts';
import type { Definitions } from '../files/definitions.ts';
import type { Storage } from '../files/storage.ts';
import type { Uploads } from '../files/uploads.ts';
import type { Account } from './accounts.ts';
import type { Session } from './auth.ts';
import { registrationLimits, requestLimit } from './call-limits.ts';
import { type News, openNews } from './changes.ts';
import { docs } from './docs.ts';
import { health } from './health.ts';
import { openApi } from './openapi.ts';
import { ownAddress } from './own-address.ts';
import type { OwnWays } from './own-ways.ts';
import { pages } from './pages/pages.ts';
import { problemPages } from './pages/problem-page.ts';
import { notFound, problems } from './problem.ts';
import { mount, type Route } from './route.ts';
import { routes } from './routes.ts';
import { sameOrigin } from './same-origin.ts';
import type { SecondFactors } from './second-factor.ts';
import type { Sessions } from './sessions.ts';
import type { Ways } from './ways.ts';
import { webPages } from './web.ts';

/** All that routes depend on; made once in main. */
export type Services = {
  db: Db;
  /** The installed award definitions by key. */
  definitions: Definitions;
  /** The bytes of files, and those that are still coming. */
  storage: Storage;
  uploads: Uploads;
  /** Signs the heads of records. */
  signer: Signer;
  /** Sets papers in a thread of its own. */
  printer: Printer;
  /** Keeps what it has printed while there is room. */
  shelf: Shelf;
  /** The person signed in, or null. */
  personOf(req: Request): Promise<string | null>;
  hasAccount(personId: string): Promise<boolean>;
  /** Gives a person a way to sign in, or renews it; ends the person's sessions everywhere at once. */
  giveAccount(account: Account): Promise<void>;
  secondFactors: SecondFactors;
  /** What this installation offers to sign in with. */
  ways: Ways;
  /** The session that a request comes with, where it comes with one. */
  sessionOf(req: Request): Promise<Session | null>;
  /** Signs in one whom the application has recognised itself. @returns headers for the answer. */
  openSession(personId: string, req: Request): Promise<Headers>;
  sessions: Sessions;
  ownWays: OwnWays;
  /** Where people reach this installation. */
  publicUrl: string;
  /** The office that calendars name as theirs. */
  office: Contact;
  /** Aborted when the API is told to stop: answers that go on end then. */
  stopping: AbortSignal;
  /** When there may be something new for those who follow changes. */
  news: News;
  /** Every route, for the export of all that somebody may see. */
  lists: Route[];
  log: Log;
};

/** `signIn` serves /api/auth. Requests are counted by the address they come from. */
export function createApp(
  foundation: Omit<Services, 'news' | 'lists'>,
  signIn: express.RequestHandler,
  { requestsPerMinute = 6_000 } = {},
): Express {
  const { db, stopping, log } = foundation;
  const services = { ...foundation, news: openNews(db, stopping, log), lists: routes };
  // Where there is no TLS, a browser must not ask for it.
  const secure = foundation.publicUrl.startsWith('https:');
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          'script-src': ["'self'"],
          'style-src': ["'self'", "'unsafe-inline'"],
          'img-src': ["'self'", 'data:', 'blob:'],
          'upgrade-insecure-requests': secure ? [] : null,
        },
      },
      strictTransportSecurity: secure,
    }),
  );
  app.use(health(db));
  app.use(['/api/v1', '/api/auth'], keptNowhere);
  // Sign-in reads its own bodies: it stands before the JSON parser.
  app.all('/api/auth/{*any}', signIn);
  const api = Router();
  api.use(requestLimit(requestsPerMinute));
  api.use(sameOrigin(foundation.publicUrl));
  api.use(express.json({ limit: '1mb', strict: true }));
  api.post('/public/calls/:cycleId/:iso2/register', registrationLimits());
  mount(api, routes, services);
  app.use('/api/v1', api);
  app.get('/api/openapi.json', (_req, res) => void res.json(openApi(routes, services.publicUrl)));
  app.use('/api/docs', docs());
  app.use(ownAddress(services.publicUrl));
  app.use(webPages());
  app.use(pages(services, requestLimit(requestsPerMinute)));
  app.use(() => {
    throw notFound();
  });
  app.use(problemPages(services.publicUrl, log));
  app.use(problems(log));
  return app;
}

/** Answers depend on who asks; a route whose answers are everybody's says so itself. */
const keptNowhere: express.RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};
