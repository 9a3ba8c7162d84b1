// A program that runs a real database and one more program under a supervisor, for a test to kill: node parent.ts

import { startPostgres } from '../../../local/postgres.ts';
import { openThrowaway } from '../../../local/throwaway.ts';

const { home, supervisor } = await openThrowaway();
const { child } = await startPostgres({ supervisor, home, throwaway: true });
const other = await supervisor.start({
  name: 'sleep',
  command: 'sleep',
  args: ['600'],
  env: { PATH: process.env.PATH ?? '' },
  stopSignal: 'SIGTERM',
  grace: 1_000,
  logFile: `${home}/sleep.log`,
});
console.log(JSON.stringify({ home, pids: [supervisor.pid, child.pid, other.pid] }));
