// /livez: the process answers. /readyz: so does its database.
import { type Request, type Response, Router } from 'express';
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';

export function health(db: Db): Router {
  const router = Router();
  router.get('/livez', (_req: Request, res: Response) => void res.json({ status: 'alive' }));
  router.get('/readyz', async (_req: Request, res: Response) => {
    const ready = await sql`select 1`.execute(db.read).then(
      () => true,
      () => false,
    );
    res.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'no database' });
  });
  return router;
}
