// The texts of the pages: every language says the same things.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mailKinds } from '../../documents/mail-texts.ts';

const folder = join(import.meta.dirname, '..', '..', 'web', 'i18n');
const read = (language: string, area: string): unknown =>
  JSON.parse(readFileSync(join(folder, language, area), 'utf8'));

/** Thai has one form for all numbers: `_one` and `_other` count as the key itself. */
function keysOf(texts: unknown, path = ''): string[] {
  if (typeof texts !== 'object' || texts === null) return [path.replace(/_(zero|one|other)$/, '')];
  return Object.entries(texts).flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}.${key}`));
}
function holesOf(texts: unknown, path = ''): string[] {
  if (typeof texts === 'string')
    return [...texts.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => `${path.replace(/_(zero|one|other)$/, '')} ${name}`);
  return Object.entries(texts ?? {}).flatMap(([key, inner]) => holesOf(inner, path === '' ? key : `${path}.${key}`));
}
const unique = (list: string[]) => [...new Set(list)].sort();

describe('the texts of the pages', () => {
  const areas = readdirSync(join(folder, 'en'));
  it('cover the same areas in Thai', () => {
    expect(readdirSync(join(folder, 'th'))).toEqual(areas);
  });
  it.each(areas)('%s says in Thai what it says in English', (area) => {
    const [english, thai] = [read('en', area), read('th', area)];
    expect(unique(keysOf(thai))).toEqual(unique(keysOf(english)));
    // A number may go without saying where a form of its own stands for it.
    const spoken = unique(holesOf(english));
    expect(unique(holesOf(thai)).filter((hole) => !spoken.includes(hole))).toEqual([]);
  });
  it.each(areas)('%s leaves no text empty', (area) => {
    expect([read('en', area), read('th', area)].filter((texts) => JSON.stringify(texts).includes(':""'))).toEqual([]);
  });
  it('name every kind of mail in the mailbox', () => {
    const { mailKind } = read('en', 'cycles.json') as { mailKind: { [kind: string]: string } };
    expect(Object.keys(mailKind).sort()).toEqual([...mailKinds].sort());
  });
});
