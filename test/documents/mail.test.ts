// What mails say: every kind in English, translations with the same facts, and instants that nobody can misread.
import { describe, expect, it } from 'vitest';
import { sayMoment } from '../../documents/mail.ts';
import { type MailKind, mailKinds, mailText } from '../../documents/mail-texts.ts';

const placeholders = (kind: MailKind, language: string): string[] => {
  const { subject, body } = mailText(kind, language);
  const names = [...`${subject} ${body}`.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name = '']) => name);
  return [...new Set(names)].sort();
};

describe('the text of a mail', () => {
  it.each(mailKinds)('%s is there in English and falls back to it', (kind) => {
    expect(mailText(kind, 'en').language).toBe('en');
    expect(mailText(kind, 'xx')).toEqual(mailText(kind, 'en'));
  });

  it.each(mailKinds)('%s is there in Thai, not a copy of the English', (kind) => {
    const { language, subject, body } = mailText(kind, 'th');
    expect(language).toBe('th');
    for (const said of [subject, body]) expect(said.replaceAll(/\{\w+\}/g, '')).not.toMatch(/[a-z]{2,} [a-z]{2,}/);
    expect(subject + body).toMatch(/[ก-๙]/);
  });

  it.each(mailKinds)('%s has the same facts in every language', (kind) => {
    expect(placeholders(kind, 'th')).toEqual(placeholders(kind, 'en'));
  });

  it.each(mailKinds)('%s has a subject of one line, says where to go, and names no score', (kind) => {
    const { subject, body } = mailText(kind, 'en');
    expect(subject).not.toContain('\n');
    const ends = ['cycle-cancelled', 'cycle-archived'];
    expect(/\{(url|link)\}/.test(body)).toBe(!ends.includes(kind));
    expect(placeholders(kind, 'en')).not.toContain('score');
    expect(placeholders(kind, 'en')).not.toContain('points');
  });

  it.each(mailKinds.filter((kind) => /^(reminder|overdue)-/.test(kind)))('%s says by when', (kind) => {
    expect(placeholders(kind, 'en')).toContain('deadline');
  });

  it('holds the link of an account in its place, never in the text', () => {
    expect(placeholders('account-invited', 'en')).toContain('link');
    expect(placeholders('account-invited', 'th')).toContain('link');
  });

  it.each(mailKinds.filter((kind) => placeholders(kind, 'en').includes('link')))(
    '%s says by when its link holds, in the other languages too',
    (kind) => {
      for (const language of ['en', 'th'])
        expect(placeholders(kind, language)).toEqual(expect.arrayContaining(['deadline', 'link']));
    },
  );
});

describe('an instant', () => {
  const at = '2026-05-02T15:59:59.000Z';

  it('is said in the zone that governs, by name', () => {
    expect(sayMoment({ at, zone: 'Asia/Singapore' }, 'en', null)).toMatch(
      /^May 2, 2026 at 11:59\sPM \(Asia\/Singapore\)$/,
    );
  });

  it('is said in the reader’s zone too, once where both are the same', () => {
    const moment = { at, zone: 'Asia/Singapore' };
    expect(sayMoment(moment, 'en', 'Asia/Bangkok')).toMatch(
      /\(Asia\/Singapore\) = May 2, 2026 at 10:59\sPM \(Asia\/Bangkok\)$/,
    );
    expect(sayMoment(moment, 'en', 'Asia/Singapore')).toBe(sayMoment(moment, 'en', null));
  });

  it('has the Buddhist year in Thai', () => {
    expect(sayMoment({ at, zone: 'Asia/Bangkok' }, 'th', null)).toContain('2569');
  });
});
