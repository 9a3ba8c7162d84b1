// Tally and statistics: time and memory beside a floor that adds up the same sheets once, in doubles, and sorts the means.
import { reliabilityOf } from '../../domain/reliability/panel.ts';
import type { TallyInput } from '../../domain/tally/sheets.ts';
import { tally } from '../../domain/tally/tally.ts';
import { tallySample } from './tally-samples.ts';

const sizes = [
  { entries: 22, judges: 5, seats: 5, aggregation: 'judge-adjusted', seconds: 1 },
  { entries: 200, judges: 30, seats: 5, aggregation: 'judge-adjusted', seconds: 10 },
  { entries: 2000, judges: 150, seats: 5, aggregation: 'mean', seconds: 30 },
] as const;

/** @returns how many limits were missed */
export async function benchTally(): Promise<number> {
  console.log('size         method           tally      statistics  floor      ratio    memory   limit');
  let missed = 0;
  for (const { entries, judges, seats, aggregation, seconds } of sizes) {
    const input = tallySample(entries, judges, seats, aggregation);
    const floor = timed(() => addedUp(input), 50);
    const counted = timed(() => tally(input), 1);
    const measured = timed(() => reliabilityOf({ ...input, tied: () => false, shortlist: false }), 1);
    const whole = counted + measured;
    const isLate = whole > seconds;
    missed += isLate ? 1 : 0;
    const cells = [
      `${entries}×${seats} (${judges})`.padEnd(14),
      aggregation.padEnd(14),
      `${counted.toFixed(2)} s`.padStart(8),
      `${measured.toFixed(2)} s`.padStart(10),
      `${(floor * 1000).toFixed(2)} ms`.padStart(10),
      (whole / floor).toFixed(0).padStart(8),
      `${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB`.padStart(8),
      `${seconds} s`.padStart(6),
    ];
    console.log(`${cells.join('  ')}${isLate ? '  missed' : ''}`);
  }
  return missed;
}

/** What any tally must at least do, without exactness, ladder, flags or a second method. */
function addedUp({ rubric, sheets }: TallyInput): number[] {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { nominationId, points } of sheets) {
    const sum = rubric.criteria.reduce((total, { key, weight }) => total + weight * (points[key] ?? 0), 0);
    const before = sums.get(nominationId) ?? { sum: 0, count: 0 };
    sums.set(nominationId, { sum: before.sum + sum, count: before.count + 1 });
  }
  return [...sums.values()].map(({ sum, count }) => sum / count).sort((a, b) => b - a);
}

function timed(work: () => unknown, times: number): number {
  const began = performance.now();
  for (let turn = 0; turn < times; turn += 1) work();
  return (performance.now() - began) / 1000 / times;
}
