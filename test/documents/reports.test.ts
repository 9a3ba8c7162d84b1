// Mission reports as documents: Thailand's of the 12th forum, with every fact in its place and nothing invented.
import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { openPrinter } from '../../documents/print/printer.ts';
import { reportPaper } from '../../documents/reports/paper.ts';
import { openReport } from '../../documents/reports/prefill.ts';
import { inDigits, sayDay, sayHours, styleOf } from '../../documents/reports/style.ts';
import { reportWords } from '../../documents/reports/words.ts';
import type { ReportContent } from '../../domain/report/messages.ts';
import { readPdf } from '../support/pdf.ts';
import { thaiFacts, thaiRecord, withRemarks } from '../support/thai-report.ts';

const printer = openPrinter();
afterAll(() => printer.close());
const standing = { version: 2, approved: 'public', country: 'ไทย', face: 'sarabun' } as const;
const textOf = (content: ReportContent, id: string) => {
  const part = content.parts.find((one) => one.id === id);
  return part === undefined || part.kind === 'picture' ? undefined : part.text;
};
/** Without the breaks of lines, which are the paper's. */
const tight = (text: string) => text.replaceAll(/\s+/g, '');

describe('how a country writes', () => {
  const thai = styleOf(thaiRecord().country);
  it('says a day of the Buddhist Era and hours as Thai offices do', () => {
    expect([sayDay('2023-11-21', thai), sayHours(570, 960, thai)]).toEqual(['21 พฤศจิกายน 2566', '09.30–16.00 น.']);
  });
  it('is English and Gregorian where a country has said nothing', () => {
    const plain = styleOf({ languages: ['zh', 'ta'] });
    expect([sayDay('2023-11-21', plain), sayHours(570, 960, plain)]).toEqual(['21 November 2023', '09:30–16:00']);
  });
  it.each([
    ['ms', 'Tarikh', '21 November 2023'],
    ['id', 'Tanggal', '21 November 2023'],
    ['vi', 'Ngày', '21 tháng 11, 2023'],
    ['fil', 'Petsa', 'Nobyembre 21, 2023'],
    ['lo', 'ວັນທີ', '21 ພະຈິກ 2023'],
    ['km', 'កាលបរិច្ឆេទ', '21 វិច្ឆិកា 2023'],
    ['my', 'Date', '2023 နိုဝင်ဘာ 21'],
  ])('has words and dates of %s, and English where a word is missing', (language, label, day) => {
    const { parts } = openReport({
      ...thaiRecord(),
      country: { names: { en: 'Sample country' }, languages: [language] },
    });
    expect(parts).toContainEqual({ id: 'date', kind: 'fact', label, text: day });
    expect(Object.values(reportWords(language)).every((word) => word !== '')).toBe(true);
  });
  it('takes Thai digits, but not in addresses', () => {
    expect(inDigits('21 พฤศจิกายน 2566, https://a.example/12 x1@a.example', 'thai')).toBe(
      '๒๑ พฤศจิกายน ๒๕๖๖, https://a.example/12 x1@a.example',
    );
  });
});

describe('a report that opens', () => {
  const content = openReport(thaiRecord());
  it('has each fact of the record in its place', () => {
    const { forum, sessions, delegation, laureate } = thaiFacts;
    expect(textOf(content, 'date')).toBe('21 พฤศจิกายน 2566');
    expect(textOf(content, 'hours')).toBe('09.30–16.00 น.');
    expect([textOf(content, 'venue'), textOf(content, 'host')]).toEqual([forum.venue.th, forum.country.th]);
    expect(textOf(content, 'unit')).toBe(delegation.unit.th);
    expect([1, 2].map((at) => textOf(content, `member-${at}`))).toEqual(
      delegation.members.map(({ name, position }) => `${name.th}\n${position.th}`),
    );
    expect([1, 2, 3].map((at) => textOf(content, `theme-${at}-points`)?.split('\n'))).toEqual(
      sessions.map(({ points }) => points.th),
    );
    const { presenter } = laureate;
    const own = 'category-private-sector-1';
    expect(textOf(content, `${own}-presenter`)).toBe(`${presenter.name.th}\n${presenter.position.th}`);
    expect(textOf(content, `${own}-topic-1`)).toBe('SEDZ — เขตพัฒนาเศรษฐกิจพอเพียง');
  });
  it('leaves blank what the record does not say', () => {
    const blank = content.parts.flatMap((part) => (part.kind !== 'picture' && part.text === '' ? part.id : []));
    expect(blank).toEqual([
      'short-name',
      ...['theme-1-moderator', 'theme-2-moderator', 'theme-3-moderator'],
      ...['category-private-sector-1-session', 'category-private-sector-1-time', 'category-ngo-cso-organisation'],
      ...['others-list', 'outcome-text', 'follow-up-text', 'pictures-text'],
    ]);
  });
  it('says where and when a talk was given that is recorded as given', () => {
    const record = thaiRecord();
    const theme = thaiFacts.sessions[1]?.title ?? {};
    const laureates = record.laureates.map((one) => ({ ...one, given: { theme, from: 675, to: 690 } }));
    const told = openReport({ ...record, laureates });
    expect(textOf(told, 'category-private-sector-1-session')).toBe(thaiFacts.sessions[1]?.title.th);
    expect(textOf(told, 'category-private-sector-1-time')).toBe('11.15–11.30 น.');
  });
  it('is in English words for a country whose language has none, with its own facts', () => {
    const told = openReport({ ...thaiRecord(), country: { names: { en: 'Singapore' }, languages: ['zh'] } });
    expect([told.language, textOf(told, 'date'), textOf(told, 'laureates')]).toEqual([
      ...['en', '21 November 2023', 'Laureates of Singapore and their topics'],
    ]);
  });
});

describe('the printed report of Thailand', { timeout: 60_000 }, () => {
  const content = withRemarks(openReport(thaiRecord()));
  it('has every fact of the source, and says of nothing else than of what it does not state', async () => {
    const { bytes } = await printer.print(reportPaper(content, standing));
    if (process.env.SCREENS === '1') writeFileSync('/tmp/thai-report.pdf', bytes);
    const { pages } = await readPdf(bytes);
    const said = tight(pages.join(''));
    const { forum, sessions, delegation, laureate } = thaiFacts;
    const facts = [
      ...[forum.name.th, forum.shortName.th, '21 พฤศจิกายน 2566', '09.30–16.00 น.', forum.venue.th, forum.country.th],
      ...[
        forum.purpose.th,
        delegation.unit.th,
        ...delegation.members.flatMap(({ name, position }) => [name.th, position.th]),
      ],
      ...sessions.flatMap(({ title, points }) => [title.th, title.en, ...points.th]),
      ...[laureate.organisation.th, laureate.presenter.name.th, laureate.presenter.position.th],
      ...laureate.topics.flatMap(({ acronym, title, subtitle, project, points }) => [
        ...[acronym, title.th, title.en, ...points.th],
        ...[subtitle?.th, project?.th].filter((text) => text !== undefined),
      ]),
      '5 ภาพ',
    ];
    for (const fact of facts) expect(said).toContain(tight(fact));
    // What is left when the facts and our own words are taken away is nothing.
    const words = Object.values(reportWords('th')).flatMap((word) => word.split(/\{\w+\}/));
    const known = [
      ...facts,
      ...words,
      '•',
      '—',
      'ไทย',
      '·',
      'ภาคเอกชน',
      'องค์กรพัฒนาเอกชนและองค์กรภาคประชาสังคม',
      'ได้รับมอบหมายให้เข้าร่วม',
    ];
    const longestFirst = known
      .map(tight)
      .filter((word) => word !== '')
      .sort((a, b) => b.length - a.length);
    const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ''), said);
    expect(rest.replaceAll(/[\d•‣·]/g, '')).toBe('');
  });
  it('has Thai digits on wish, on its pages too', async () => {
    const { bytes } = await printer.print(reportPaper(content, standing, 'thai'));
    const said = tight((await readPdf(bytes)).pages.join(''));
    for (const fact of ['๒๑ พฤศจิกายน ๒๕๖๖', '๐๙.๓๐–๑๖.๐๐ น.', 'ฉบับที่ ๒']) expect(said).toContain(tight(fact));
    expect(said).not.toMatch(/[0-9]/);
  });
});
