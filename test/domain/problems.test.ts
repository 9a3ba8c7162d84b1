// docs/problems.md and the code say the same: every code that can be given is explained, and none that cannot.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sources = ['domain', 'db', 'api'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') })),
);

/** A refusal's code, that of a full capacity, and those of the API's own problems. */
const givers = [
  /new Refusal\(\s*['`]([^'`]+)['`]/g,
  /\bfull: '([a-z-]+)'/g,
  /new HttpProblem\(\s*\d+,\s*'([a-z-]+)'/g,
  /\bcode: '([a-z]+(?:-[a-z]+)*)',/g,
];
/** The statuses of a cycle in which it refuses all that is asked of it. */
const spelt = (code: string) =>
  code.startsWith('cycle-$')
    ? ['cycle-archived', 'cycle-cancelled', 'cycle-suspended']
    : code === 'custom'
      ? []
      : [code];
const codesIn = (text: string): string[] =>
  givers.flatMap((giver) => [...text.matchAll(giver)].flatMap(([, code = '']) => spelt(code)));

/** The first column of each section's table, by the section's title. */
function sectionsOf(page: string): Map<string, string[]> {
  const [, ...sections] = page.split(/^## /m);
  return new Map(
    sections.map((section) => {
      const rows = section.split('\n').filter((line) => line.startsWith('| `'));
      const codes = rows.flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)]);
      return [section.split('\n')[0] ?? '', codes.map(([, code = '']) => code)];
    }),
  );
}

const documented = sectionsOf(readFileSync(join(root, 'docs/problems.md'), 'utf8'));
const used = new Set(sources.flatMap(({ text }) => codesIn(text)));
const aggregates = [
  'cycle',
  'country',
  'nomination',
  'judge',
  'panel',
  'scorecard',
  'forum',
  'talk',
  'delegation',
  'member',
  'organisation',
  'ceremony',
];

describe('docs/problems.md', () => {
  it('explains every code that is given, and none that is not', () => {
    const explained = [...new Set([...documented.values()].flat())];
    expect(explained.sort()).toEqual([...used].sort());
  });

  it.each(aggregates)('explains under %s what its rules refuse', (aggregate) => {
    const title = `${aggregate[0]?.toUpperCase()}${aggregate.slice(1)}`;
    const own = sources.filter(({ path }) => path.startsWith(`domain/${aggregate}/`));
    const explained = documented.get(title) ?? [];
    const refused = own.flatMap(({ text }) => codesIn(text));
    expect([...new Set(refused)].filter((code) => !explained.includes(code))).toEqual([]);
  });

  it('explains each code once in a section, in order', () => {
    for (const [title, codes] of documented)
      if (aggregates.includes(title.toLowerCase())) expect(codes).toEqual([...new Set(codes)].sort());
  });
});
