// How long an entry takes, as the judge desk says it.
import { describe, expect, it } from 'vitest';
import { minutesFor } from '../../domain/scorecard/reading.ts';

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
const none = new Set<string>();

describe('the minutes of an entry', () => {
  it('are those of its words and of its criteria', () => {
    expect(minutesFor({ content: { impact: words(1000), years: 5 }, hidden: none, criteria: 6 })).toEqual(8);
  });

  it('count characters where the script has no spaces', () => {
    expect(minutesFor({ content: { impact: 'ก'.repeat(3000) }, hidden: none, criteria: 0 })).toEqual(3);
  });

  it('count a text in two languages once', () => {
    const content = { impact: { en: words(400), th: 'ก'.repeat(1000) } };
    expect(minutesFor({ content, hidden: none, criteria: 0 })).toEqual(2);
  });

  it('leave out what the judge does not see, and are never none', () => {
    expect(minutesFor({ content: { contact: words(900) }, hidden: new Set(['contact']), criteria: 0 })).toEqual(1);
  });
});
