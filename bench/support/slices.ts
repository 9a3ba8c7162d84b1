// Ratios that mean something on a busy machine: subject and floor take turns of 0.4 s, and the median of the pairs counts.

export type Work = (lane: number) => Promise<unknown>;
/** `unit` is how many of what is counted one call does. */
export type Subject = { work: Work; lanes: number; unit?: number };
export type Comparison = { ratio: number; subject: number; floor: number };

const sliceMs = 400;

/** Keeps every lane busy for one slice. @returns what was done per second. */
async function slice({ work, lanes, unit = 1 }: Subject): Promise<number> {
  const from = performance.now();
  let done = 0;
  const lane = async (_: unknown, index: number) => {
    while (performance.now() - from < sliceMs) {
      await work(index);
      done += unit;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return (done * 1_000) / (performance.now() - from);
}

/** Pairs of slices, the order turned round each time, after one pair that does not count. */
export async function compare(subject: Subject, floor: Subject, repetitions: number): Promise<Comparison> {
  const pairs: Comparison[] = [];
  for (let turn = 0; turn <= repetitions; turn += 1) {
    const first = turn % 2 === 0;
    const early = await slice(first ? floor : subject);
    const late = await slice(first ? subject : floor);
    const [over, under] = first ? [late, early] : [early, late];
    if (turn > 0) pairs.push({ ratio: over / under, subject: over, floor: under });
  }
  const of = (pick: (pair: Comparison) => number) => quantile(pairs.map(pick), 0.5);
  return { ratio: of((pair) => pair.ratio), subject: of((pair) => pair.subject), floor: of((pair) => pair.floor) };
}

export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
