// Whatever a person can ask of the API is asked by a page, or stands here with the reason why none does.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { routes } from '../../api/routes.ts';

const root = join(import.meta.dirname, '..', '..');
const pages = globSync('web/**/*.{ts,tsx}', { cwd: root })
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

/** What no page asks for, and why. */
const unasked: Record<string, string> = {
  'post /cycles/:cycleId/phases/:phase/open':
    "the process opens a phase by itself; moving its instant is the screen's way",
  'get /nominations/:nominationId/receipts/:version': 'the list of receipts has all of it, and the PDF of each',
  'get /cycles/:cycleId/judges/:judgeId': 'the list of judges and what one judges have all of it',
  'get /nominations/:nominationId/booklet/pdf': 'its address comes with the sizes',
  'get /participants/:participantId': 'the lists of participants have all of it',
  'post /members/:personId/grants': 'a role is given by mail address, which finds who is known',
  'get /public/laureates/:laureateId/photo': 'the pages that are rendered by the server show it',
  'get /public/cycles': 'the pages that are rendered by the server show it',
  'get /public/cycles/:slug/laureates': 'the pages that are rendered by the server show it',
  'get /public/cycles/:slug/ceremony': 'the pages that are rendered by the server show it',
  'get /public/forums/:forumId/today': 'the pages that are rendered by the server show it',
  'get /public/forums/:forumId/proceedings': 'the pages that are rendered by the server show it',
  'get /public/forums/:forumId/proceedings-paper': 'the pages that are rendered by the server lead to it',
  'get /public/forums/:forumId/proceedings-pictures/:fileId': 'the pages that are rendered by the server show it',
  'get /public/forums/:forumId/reports': 'the pages that are rendered by the server show it',
  'get /public/forums/:forumId/changes': 'the pages that are rendered by the server show it',
  'get /public/forums/:forumId/schedule': 'the pages that are rendered by the server show it',
  'get /public/forums/:forumId/schedule.ics': 'the pages that are rendered by the server lead to it',
  'get /public/forums/:forumId/schedule.json': 'the pages that are rendered by the server lead to it',
  'get /public/forums/:forumId/schedule.xml': 'the pages that are rendered by the server lead to it',
  'get /public/forums/:forumId/schedule.xlsx': 'the pages that are rendered by the server lead to it',
  'get /public/forums/:forumId/schedule.pdf': 'the pages that are rendered by the server lead to it',
  'get /public/calls': 'the pages that are rendered by the server show it',
  'get /public/awards/:award/laureates': 'the pages that are rendered by the server show it',
  'get /public/awards/:award/editions': 'the pages that are rendered by the server show it',
  'get /cycles/:cycleId/endorsement/note/pdf': 'asked for by its form',
  'get /cycles/:cycleId/endorsement/note/docx': 'asked for by its form',
  'get /cycles/:cycleId/imports/:importKind/template': "asked for as a part of the import's path",
  'post /cycles/:cycleId/cancel/preview': 'asked for by its kind',
  'get /public/cycles/:slug/bundles': 'the pages that are rendered by the server show it',
  'get /public/signing-keys': 'the pages that are rendered by the server show it',
  'get /public/bundles/:hash': 'the pages that are rendered by the server lead to it',
};

/** By its path as it is written in the contract, or with what is put in its places. */
const isAsked = (path: string) => {
  const places = path.split(/:\w+/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`${places.join('(?::\\w+|\\$\\{[^}]+\\})')}['"\`?]`).test(pages);
};
const all = routes.map(({ method, path }) => ({ name: `${method} ${path}`, asked: isAsked(path) }));

describe('the pages', () => {
  it('ask for all that a person can ask of the API', () => {
    expect(all.filter(({ name, asked }) => !asked && !(name in unasked)).map(({ name }) => name)).toEqual([]);
  });
  it('leave out nothing but what is', () => {
    const left = all.filter(({ asked }) => !asked).map(({ name }) => name);
    expect(Object.keys(unasked).filter((name) => !left.includes(name))).toEqual([]);
  });
});
