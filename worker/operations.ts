// The operator's port: is it well, what does it measure, and the few acts that set right what is stuck. Never public.
import { createServer } from 'node:http';
import express, { type ErrorRequestHandler, type Express, type Response } from 'express';
import type { Log } from '../db/log.ts';
import { resumeProjection } from '../db/projections.ts';
import { asyncProjections } from '../db/registry.ts';
import { refOf } from '../workflows/messages.ts';
import { type Health, readHealth } from './health.ts';
import { metricsOf } from './metrics.ts';
import { problemOf } from './problem.ts';
import { type RelayParts, resumeParked } from './relay.ts';
import { answers, isTemporalAway, signalProcess, type Temporal } from './starts.ts';

export type OperationsParts = Pick<RelayParts, 'db' | 'handle'> & {
  temporal: Temporal;
  /** Whether this worker polls Temporal for work now. */
  isPolling(): boolean;
  log: Log;
};

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

const refuse = (res: Response, status: number, title: string) =>
  void res.status(status).type('application/problem+json').json({ type: 'about:blank', status, title });

export function createOperations(parts: OperationsParts): Express {
  const { db, temporal } = parts;
  const metrics = metricsOf(db);
  const app = express();
  app.disable('x-powered-by');
  app.get('/livez', (_req, res) => void res.json({ status: 'alive' }));
  app.get('/readyz', async (_req, res) => {
    const health: Health = await readHealth(db, parts.isPolling() && (await answers(temporal)));
    res.status(health.status === 'ready' ? 200 : 503).json(health);
  });
  app.get('/metrics', async (_req, res) => void res.type(metrics.contentType).send(await metrics.metrics()));
  app.post('/processes/:workflowId/retry', async (req, res) => {
    const ref = refOf(req.params.workflowId);
    if (ref === undefined) return refuse(res, 404, 'No process has such an id.');
    if (!(await signalProcess(temporal, ref))) return refuse(res, 404, 'No run carries this process.');
    res.status(202).json({ retried: req.params.workflowId });
  });
  app.post('/relay/parked/:eventId/resume', async (req, res) => {
    const { eventId } = req.params;
    const resumed = isUuid(eventId) && (await resumeParked(parts, eventId));
    if (!resumed) return refuse(res, 404, 'No such event is parked.');
    res.json({ resumed: eventId });
  });
  app.post('/projections/:name/resume', async (req, res) => {
    const { name } = req.params;
    if (!asyncProjections.some((projection) => projection.name === name))
      return refuse(res, 404, 'There is no such projection.');
    await resumeProjection(db, name);
    res.json({ resumed: name });
  });
  app.use((_req, res) => refuse(res, 404, 'There is nothing here.'));
  app.use(failures(parts.log));
  return app;
}

/** The operator is told what failed: nobody else reaches this port. */
function failures(log: Log): ErrorRequestHandler {
  return (error: unknown, req, res, _next) => {
    log.error({ method: req.method, path: req.path, problem: problemOf(error) }, 'An operation failed.');
    refuse(res, isTemporalAway(error) ? 503 : 500, problemOf(error));
  };
}

/** Port 0 takes a free one. */
export async function listen(
  app: Express,
  host: string,
  port: number,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new Error(
          `${host}:${port} cannot be listened on (${error.message}): set OPS_PORT to another port, or to 0 for a free one.`,
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  const close = async () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`, close };
}
