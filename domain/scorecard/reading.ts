// About how long a judge needs for an entry: the reading of its form, and the points.
import { measure } from '../text-limits.ts';

/** What an unhurried reader, often of a second language, takes in. */
const wordsPerMinute = 200;
const charactersPerMinute = 1000;
const minutesPerCriterion = 0.5;

type Form = { content: Record<string, unknown>; hidden: ReadonlySet<string>; criteria: number };

/** Whole minutes, one at least. A text in several languages is read in one of them: the one that takes longest. */
export function minutesFor({ content, hidden, criteria }: Form): number {
  const shown = Object.entries(content).filter(([field]) => !hidden.has(field));
  const reading = shown.reduce((sum, [, answer]) => sum + minutesOf(answer), 0);
  return Math.max(1, Math.round(reading + criteria * minutesPerCriterion));
}

function minutesOf(answer: unknown): number {
  if (typeof answer === 'string') {
    const { unit, count } = measure(answer);
    return count / (unit === 'words' ? wordsPerMinute : charactersPerMinute);
  }
  if (typeof answer !== 'object' || answer === null) return 0;
  return Math.max(0, ...Object.values(answer).map(minutesOf));
}
