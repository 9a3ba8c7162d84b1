// Every list that a page shows can be taken along as a table, with its filter; or stands here with the reason why not.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formats } from '../../api/export.ts';
import { openApi } from '../../api/openapi.ts';
import { routes } from '../../api/routes.ts';

const root = join(import.meta.dirname, '..', '..');
const files = globSync('web/{screens,parts,app,offline}/**/*.{ts,tsx}', { cwd: root }).map((file) =>
  readFileSync(join(root, file), 'utf8'),
);
const lists = routes.filter(({ list }) => list !== null).map(({ path }) => path);
const { paths = {} } = openApi(routes, 'http://localhost');
const names = (text: string, path: string) => text.includes(`'${path}'`) || text.includes(`"${path}"`);
const shown = lists.filter((path) => files.some((text) => names(text, path)));
const taken = shown.filter((path) => files.some((text) => names(text, path) && text.includes('<ExportButton')));

/** What is no list to its reader. */
const noTable: Record<string, string> = {
  '/definitions': 'the awards that a plan is made for, as a choice',
  '/cycles/:cycleId/board': 'one panel of it is read where its decision is recorded',
  '/cycles/:cycleId/judges/:judgeId/suggestions': 'hints beside the entries that a judge is asked about',
  '/panels/:panel/access/candidates': 'a choice: for whom something could be asked',
  '/scorecards': "a judge's own sheets, beside the entries that they are on",
  '/judging/entries': 'taken along whole, into the browser',
};

describe('a list', () => {
  it('comes as CSV and XLSX, by format or by what is accepted', () => {
    const without = lists.filter((path) => {
      const said = JSON.stringify(paths[`/api/v1${path.replaceAll(/:([a-zA-Z0-9]+)/g, '{$1}')}`]?.get);
      return !formats.every((format) => said.includes(`"${format}"`)) || !said.includes('spreadsheetml');
    });
    expect([lists.length > 30, without]).toEqual([true, []]);
  });
  it('can be taken along wherever a page shows it', () => {
    expect(shown.filter((path) => !taken.includes(path) && !(path in noTable))).toEqual([]);
  });
  it('is left out for no reason that is over', () => {
    expect(Object.keys(noTable).filter((path) => !shown.includes(path) || taken.includes(path))).toEqual([]);
  });
});
