// docs/rules.md: each numbered point has its section and its test, and each refusal that it names is one that is given.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const problems = read('docs/problems.md');
const rules = read('docs/rules.md');
const sections = rules.split(/^## /m).slice(1);

/** Those in the first column of a table of problems.md. */
const known = new Set(
  problems
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)),
);
/** In code type and no refusals: how a call is held, the rule of a field, a power. */
const others = ['open-call', 'buddhist-era', 'conflicted-files'];
const named = [...rules.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, code = '']) => code);

describe('docs/rules.md', () => {
  it('has the fourteen points in order', () => {
    expect(sections.map((section) => Number.parseInt(section, 10))).toEqual(
      Array.from({ length: 14 }, (_, i) => i + 1),
    );
  });

  it('names refusals that there are', () => {
    expect([...new Set(named)].filter((code) => !known.has(code) && !others.includes(code))).toEqual([]);
    expect(named.length).toBeGreaterThan(100);
  });

  it.each(sections.map((section) => section.split('\n')[0] ?? ''))('has a test of its own for %s', (title) => {
    const number = String(Number.parseInt(title, 10)).padStart(2, '0');
    const files = readdirSync(join(root, 'test/rules')).filter((name) => name.startsWith(`${number}-`));
    expect(files).not.toEqual([]);
    for (const name of files) {
      const [opening = ''] = read(`test/rules/${name}`).split('\n');
      expect(opening, name).toMatch(new RegExp(`^// Rule ${Number(number)}[,:]`));
    }
  });
});
