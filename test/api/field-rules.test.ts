// What a field breaks: every rule has a code that stays, and every code has words in the languages of the pages.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { codeOfWords, ruleCodes, ruleOfIssue } from '../../api/field-rules.ts';
import { InviteJudge } from '../../domain/judge/messages.ts';
import type { DossierProblem } from '../../domain/nomination/dossier.ts';

const root = join(import.meta.dirname, '..', '..');
const texts = (language: string): { [code: string]: unknown } =>
  JSON.parse(readFileSync(join(root, 'web', 'i18n', language, 'app.json'), 'utf8')).rule;

/** Texts of the sources that begin as a rule does; what is in braces stands for some value. */
const begins =
  /(['"`])((?:must|is no|is not|is missing|is above|is one|has no|has more|stands |takes|answers no|names \$)[^\n]*?)\1/g;
/** Read by who installs, not by who fills in a form. */
const ofInstallers = ['api/config.ts', 'domain/definition-rules.ts', 'domain/rubric-rules.ts', 'domain/round-rules.ts'];
const rules = globSync(['api/**/*.ts', 'domain/**/*.ts'], { cwd: root })
  .filter((file) => !ofInstallers.includes(file))
  .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(begins)].map(([, , rule = '']) => rule))
  .map((rule) => rule.replaceAll(/\$\{[^}]+\}/g, '7'));

/** What the form of a nomination asks, by the names that its own rules have. */
const ofNominations: DossierProblem['rule'][] = [
  ...(['required', 'unknown-field', 'type', 'language', 'limit', 'choice', 'date', 'year'] as const),
  ...(['email', 'phone', 'url', 'file-type', 'file-size', 'file-count', 'zawgyi', 'buddhist-era'] as const),
];

const broken = (schema: z.ZodType, value: unknown) =>
  (schema.safeParse(value).error?.issues ?? []).map((issue) => {
    const { code, values } = ruleOfIssue(issue);
    return values === undefined ? [code] : [code, values];
  });

describe('a rule that a field breaks', () => {
  it('is found in the sources', () => {
    expect(rules.length).toBeGreaterThan(50);
  });
  it.each([...new Set(rules)])('has a code: %s', (rule) => {
    expect(ruleCodes).toContain(codeOfWords(rule)?.code);
  });
  it.each([...ruleCodes, ...ofNominations])('has words for %s in English and in Thai', (code) => {
    expect([typeof texts('en')[code], typeof texts('th')[code]]).toEqual(['string', 'string']);
    expect(texts('th')[code]).toMatch(/[ก-๙]/);
  });
});

describe('an issue of a schema', () => {
  it('is named by its kind, with the values that stand in it', () => {
    const Form = z.strictObject({
      name: z.string().min(1).max(3),
      number: z.int().max(9),
      mail: z.email(),
      at: z.iso.datetime(),
      mode: z.enum(['one', 'other']),
      all: z.array(z.string()).min(2),
    });
    expect(broken(Form, { name: '', number: 10, mail: 'x', at: 'y', mode: 'z', all: [] })).toEqual([
      ['missing'],
      ['large', { most: 9 }],
      ['email'],
      ['instant'],
      ['choice', { options: 'one, other' }],
      ['few', { most: 2 }],
    ]);
    expect(broken(Form, { name: 'long', number: 'ten', mail: 'a@example.org', at: null, mode: 'one' })).toEqual([
      ['long', { most: 3 }],
      ['kind', { wanted: 'number' }],
      ['kind', { wanted: 'string' }],
      ['missing'],
    ]);
  });
  it('is named by its own words where it has some', () => {
    expect(broken(InviteJudge.shape.groups, ['No group'])).toEqual([['group']]);
  });
});
