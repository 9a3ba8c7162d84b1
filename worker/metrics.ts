// What is worth an alert, for Prometheus: read from the database whenever it is asked for.
import { Gauge, Registry } from 'prom-client';
import type { Db } from '../db/database.ts';
import { countTroubles, projectionLags } from './health.ts';
import { findLag, type Lag } from './lag.ts';
import { relayCursor } from './relay.ts';

export function metricsOf(db: Db): Registry {
  const registry = new Registry();
  const gauge = (name: string, help: string, read: () => Promise<number>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await read());
      },
    });
  const count = async (of: 'parked' | 'attention' | 'due' | 'undeliverable') => (await countTroubles(db))[of];
  gauge('laureate_relay_lag_seconds', 'Age of the oldest event that the relay has not handled.', async () => {
    const { ms } = await findLag(db, relayCursor);
    return ms / 1000;
  });
  gauge('laureate_relay_parked', 'Events that the relay has put aside for an operator.', () => count('parked'));
  gauge('laureate_process_attention', 'Processes that do not get on.', () => count('attention'));
  gauge('laureate_mails_due', 'Mails that wait to be sent.', () => count('due'));
  gauge('laureate_mails_undeliverable', 'Mails that could not be sent for a day.', () => count('undeliverable'));
  projectionGauges(db, registry);
  return registry;
}

function projectionGauges(db: Db, registry: Registry): void {
  const gauge = (name: string, help: string, read: (lag: Lag) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['projection'],
      registers: [registry],
      async collect() {
        for (const [projection, lag] of Object.entries(await projectionLags(db))) this.set({ projection }, read(lag));
      },
    });
  gauge(
    'laureate_projection_lag_seconds',
    'Age of the oldest event that the projection has not seen.',
    ({ ms }) => ms / 1000,
  );
  gauge('laureate_projection_running', 'Whether the projection runs: 0 once it has failed.', ({ state }) =>
    state === 'running' ? 1 : 0,
  );
}
