// npm run bench:forum: how long a schedule takes at six sizes, how good it is, and how little a re-plan moves.
import { benchSchedule } from './support/schedule.ts';

process.exitCode = (await benchSchedule()) > 0 ? 1 : 0;
