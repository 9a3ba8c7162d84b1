// Schedules of six sizes: first plan and re-plan after a decline, beside the linear relaxation of the sessions' model.
import type { Scheduled } from '../../activities/plan-schedule.ts';
import { schedule, solveModel } from '../../activities/solver-thread.ts';
import { openBoard } from '../../domain/scheduling/board.ts';
import { TimetableFile } from '../../domain/scheduling/messages.ts';
import { buildTimetable } from '../../domain/scheduling/model.ts';
import { scheduleProblem } from './schedule-problems.ts';

const sizes = [
  { talks: 22, seconds: 10 },
  { talks: 46, seconds: 30 },
  { talks: 60, seconds: 30 },
  { talks: 100, seconds: 30 },
  { talks: 250, seconds: 60 },
  { talks: 500, seconds: 60 },
];
/** The solver keeps to its own time; reading, slots block by block and the checker come on top. */
const beside = 1.5;

/** @returns how many limits were missed */
export async function benchSchedule(): Promise<number> {
  console.log('talks           time      processor  floor (LP)  ratio  limit   gap       left  moved  stay  memory');
  let missed = 0;
  for (const { talks, seconds } of sizes) {
    const problem = scheduleProblem(talks);
    const file = TimetableFile.parse(problem);
    const floor = await timed(() => relaxed(file));
    const first = await timed(() => planned(file));
    missed += line(`${talks} first`, first, floor.seconds, seconds);
    const again = TimetableFile.parse(declined(problem, first.result));
    const second = await timed(() => planned(again));
    missed += line(`${talks} re-plan`, second, floor.seconds, seconds, again);
  }
  return missed;
}

async function planned(file: TimetableFile): Promise<Scheduled> {
  const result = await schedule(file);
  if ('broken' in result) throw new Error('The problem has no schedule.');
  return result;
}

/** Published as it is, and then the first presenter cannot come. */
function declined(problem: ReturnType<typeof scheduleProblem>, { placements, moderators }: Scheduled) {
  const [, ...talks] = problem.talks;
  const chairs = Object.entries(moderators).filter(([, chair]) => chair !== null);
  return {
    ...{ ...problem, talks, oldModerators: Object.fromEntries(chairs) },
    old: Object.fromEntries(placements.map(({ talk, session, slot }) => [talk, [session, slot]])),
    forum: { ...problem.forum, published: true },
  };
}

/** The sessions' model without whole numbers: less cannot be asked of the solver. */
async function relaxed(file: TimetableFile): Promise<void> {
  const { model } = buildTimetable(openBoard(file), { by: 'sessions' });
  const options = { seconds: 60, nodes: 1, gap: 0, wholeObjective: false, relaxed: true, start: null };
  await solveModel(model, options);
}

type Timed = { result: Scheduled; seconds: number; processor: number; megabytes: number };
function line(name: string, { result, ...took }: Timed, floor: number, limit: number, again?: TimetableFile): number {
  const { gap, unplaced, placements } = result;
  const stay = placements.filter(({ talk, session, slot }) => again?.old[talk]?.join() === `${session},${slot}`).length;
  const isLate = took.seconds > limit * beside;
  const cells = [
    name.padEnd(13),
    `${took.seconds.toFixed(2)} s`.padStart(8),
    `${took.processor.toFixed(2)} s`.padStart(9),
    `${floor.toFixed(2)} s`.padStart(10),
    (took.seconds / floor).toFixed(1).padStart(7),
    `${limit} s`.padStart(6),
    gap === null ? 'unknown' : `${(100 * gap).toFixed(2)} %`.padStart(8),
    String(unplaced.length).padStart(6),
    (again === undefined ? '–' : String(placements.length - stay)).padStart(6),
    (again === undefined ? '–' : String(stay)).padStart(5),
    `${took.megabytes} MB`.padStart(8),
  ];
  console.log(`${cells.join('  ')}${isLate ? '  missed' : ''}`);
  return isLate ? 1 : 0;
}

/** With the most memory that the process and its threads held meanwhile, and their time on any processor: on a busy machine that is the truer one. */
async function timed<Result>(work: () => Promise<Result>) {
  let most = process.memoryUsage.rss();
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 50);
  const [began, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  const { user, system } = process.cpuUsage(used);
  const processor = (user + system) / 1e6;
  return { result, seconds, processor, megabytes: Math.round(Math.max(most, process.memoryUsage.rss()) / 2 ** 20) };
}
