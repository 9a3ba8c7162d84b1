// Every refusal of the API has words in each language of the pages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../../web/parts/problem-words.ts';

const root = join(import.meta.dirname, '..', '..');
type Texts = { [code: string]: string | { what: string; remedy?: string } };
const read = (language: string, area: string) =>
  JSON.parse(readFileSync(join(root, 'web', 'i18n', language, `${area}.json`), 'utf8'));
const problems = (language: string): Texts => read(language, 'problems');
const documented = [
  ...new Set(
    [...readFileSync(join(root, 'docs', 'problems.md'), 'utf8').matchAll(/^\| `([a-z0-9-]+)`/gm)].map(
      ([, code]) => code,
    ),
  ),
].sort();

describe.each(['en', 'th'])('the refusals in %s', (language) => {
  it('are those of docs/problems.md, each said once', () => {
    const shell = Object.keys(read(language, 'app').problem).filter((code) => documented.includes(code));
    expect([...Object.keys(problems(language)), ...shell].sort()).toEqual(documented);
  });
  it('are said fully, or say what is wrong', () => {
    const unsaid = Object.entries(problems(language)).filter(
      ([, words]) => (typeof words === 'string' ? words : (words.what ?? '')) === '',
    );
    expect(unsaid).toEqual([]);
  });
});

describe('a refusal in words', () => {
  const english = i18next.createInstance();
  const thai = i18next.createInstance();
  const bare = i18next.createInstance();
  beforeAll(async () => {
    const resources = Object.fromEntries(
      ['en', 'th'].map((tag) => [tag, { app: read(tag, 'app'), problems: problems(tag) }]),
    );
    const said = { ns: ['app'], defaultNS: 'app', fallbackLng: 'en', resources, interpolation: { escapeValue: false } };
    await english.init({ ...said, lng: 'en' });
    await thai.init({ ...said, lng: 'th' });
    await bare.init({ ...said, lng: 'th', resources: { th: { app: read('th', 'app') } } });
  });
  const unknown = { code: 'forum-unknown', message: 'There is no such forum.' };

  it('is the sentence of the server with the remedy in English', () => {
    expect(wordsOf(english, unknown)).toEqual({ text: 'There is no such forum. Plan it first.' });
    const said = 'The presenter has declined: another may be named instead.';
    expect(wordsOf(english, { code: 'talk-declined', message: said })).toEqual({ text: said });
    expect(wordsOf(english, { ...unknown, message: '' })).toEqual({
      text: 'The forum was never planned. Plan it first.',
    });
  });

  it('is words in Thai, with the sentence of the server below', () => {
    expect(wordsOf(thai, unknown)).toEqual({
      text: 'ยังไม่ได้วางแผนเวทีเสวนานี้ โปรดวางแผนก่อน',
      detail: unknown.message,
    });
  });

  it('is words alone where they say it fully, with the values of the refusal', () => {
    const refused = { code: 'minimum-not-lower', message: 'Two at least.', extra: { allowed: { from: 2, to: 4 } } };
    expect(wordsOf(english, refused)).toEqual({ text: 'Choose a number from 2 to 4.' });
    expect(wordsOf(thai, refused)).toEqual({ text: 'โปรดเลือกจำนวนตั้งแต่ 2 ถึง 4' });
    expect(wordsOf(thai, { code: 'bug', message: 'x is undefined' }).text).toMatch(/^เกิดข้อผิดพลาดในหน้านี้/);
  });

  it('is the sentence of the server while the texts are not there, or have no such code', () => {
    expect(wordsOf(bare, unknown)).toEqual({ text: unknown.message, lang: 'en' });
    expect(wordsOf(thai, { code: 'teapot', message: 'No coffee.' })).toEqual({ text: 'No coffee.', lang: 'en' });
    expect(wordsOf(english, { code: 'teapot', message: 'No coffee.' })).toEqual({ text: 'No coffee.' });
  });
});
