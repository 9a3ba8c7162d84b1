// How minutes tell of the rounds before the last.
import { describe, expect, it } from 'vitest';
import { meetingWords } from '../../documents/print/meeting-words.ts';
import { roundsOf } from '../../documents/print/minuted-rounds.ts';

const about = { shown: '80.00', rank: 1, reason: null };
const rounds = [
  {
    names: { en: 'First round', th: 'รอบแรก' },
    next: { en: 'Final', th: 'รอบสุดท้าย' },
    anew: [{ reason: 'A figure was misread.', at: '2026-11-20T03:00:00.000Z', before: [{ en: 'Sample Two' }] }],
    entries: [
      { ...about, organisation: { en: 'Sample One' }, goesOn: true },
      { ...about, organisation: { en: 'Sample Two' }, rank: 2, goesOn: false, reason: 'Withdrew its figures.' },
      { organisation: { en: 'Sample Three' }, rank: null, shown: null, goesOn: false, reason: null },
    ],
  },
];
const told = (language: 'en' | 'th') =>
  roundsOf({
    minuted: { rounds, cycleZone: 'Asia/Bangkok' },
    words: meetingWords(language),
    reader: { language, zone: null },
  });

describe('the rounds in minutes', () => {
  it('say of each entry its place, whether it went on, and why the panel departed from the rule', () => {
    const [heading, table] = told('en');
    expect(heading).toEqual({ kind: 'heading', level: 2, text: 'Who went on from “First round” to “Final”' });
    expect(table).toMatchObject({
      kind: 'table',
      rows: [
        ['1', { text: 'Sample One', small: '' }, '80.00', 'Goes on'],
        ['2', { text: 'Sample Two', small: 'Withdrew its figures.' }, '80.00', 'Does not go on'],
        ['—', { text: 'Sample Three', small: '' }, '—', 'Does not go on'],
      ],
    });
  });

  it('are told in Thai to who reads Thai, and are left out where there is one', () => {
    expect(told('th')[0]).toMatchObject({ text: 'รายการที่ผ่านจาก “รอบแรก” เข้าสู่ “รอบสุดท้าย”' });
    expect(
      roundsOf({
        minuted: { rounds: [], cycleZone: 'Asia/Bangkok' },
        words: meetingWords('en'),
        reader: { language: 'en', zone: null },
      }),
    ).toEqual([]);
  });

  it('keep what was settled before it was settled anew, with when and why', () => {
    expect(told('en')[2]).toEqual({
      kind: 'text',
      text: 'Settled anew on November 20, 2026 at 10:00 AM (Asia/Bangkok): A figure was misread. Until then there went on: Sample Two.',
    });
  });
});
