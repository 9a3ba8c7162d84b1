// The slides of a room as files: which of them, under which names, and what is another since a release.
import { describe, expect, it } from 'vitest';
import type { Programme, ProgrammeEntry } from '../../db/read-models/programmes.ts';
import { runSheet } from '../../documents/programme/run-sheet.ts';
import {
  fileName,
  listing,
  placeInArchive,
  roomSlides,
  type SlideFile,
  staleIn,
} from '../../documents/programme/slides.ts';
import { samplePlan } from '../support/forum-samples.ts';

const plan = samplePlan();
const pdf = 'application/pdf';
const pptx = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

const placeOf = (block: string, room: string, slot: number, localStart: string) => ({
  ...{ block, room, slot, localStart, localEnd: localStart, startsAt: '', endsAt: '' },
});
function entryOf(name: string, place: ProgrammeEntry['place'], more: Partial<ProgrammeEntry> = {}): ProgrammeEntry {
  const talk = {
    ...{
      publicId: name,
      laureateId: name,
      country: 'TH',
      category: 'ngo',
      organisation: { en: `บ้าน Sample House ${name}` },
    },
    ...{ topics: [], speaker: null, language: 'en', mode: null, isPublic: true, status: 'confirmed', personId: null },
    announcedAt: null,
  };
  const running = { late: 0, note: '', changes: 0, changedAt: null, now: place };
  const rest = { running, sequence: 1, changedAt: '', gone: false, session: '', unreleased: false, before: null };
  return { talk, place, ...rest, ...more };
}
const programmeOf = (entries: ProgrammeEntry[], since: Programme['since'] = null): Programme => ({
  ...{ forumId: 'forum', cycleId: null, plan, release: null, entries, gone: [], unplaced: [], since },
  sessions: {},
  delays: [],
  names: { countries: {}, categories: {} },
});
const file = (type: string, registeredAt: string): SlideFile => ({
  hash: `${type} ${registeredAt}`,
  type,
  size: 1,
  registeredAt,
});

const [first, second] = [placeOf('first', 'main', 0, '09:45'), placeOf('first', 'main', 1, '10:00')];

describe('the slides of a room', () => {
  it('are the newest of each kind, a presentation and its PDF copy', () => {
    const programme = programmeOf([entryOf('a', first)]);
    const given = [file(pptx, '2023-11-01'), file(pdf, '2023-11-02'), file(pptx, '2023-11-03')];
    const [slide] = roomSlides(programme, 'main', new Map([['a', given]]));
    expect(slide?.files.map(({ hash }) => hash)).toEqual([`${pptx} 2023-11-03`, `${pdf} 2023-11-02`]);
    expect(slide && [pptx, pdf].map((type) => fileName(programme, slide, type))).toEqual([
      ...['1-01-0945-TH-sample-house-a.pptx', '1-01-0945-TH-sample-house-a.pdf'],
    ]);
  });
  it('lie apart from the copies that a room shows, and say where there is no copy', () => {
    const programme = programmeOf([entryOf('a', first), entryOf('b', second)]);
    const given = new Map([
      ['a', [file(pptx, '2023-11-01'), file(pdf, '2023-11-02')]],
      ['b', [file(pptx, '2023-11-01')]],
    ]);
    const slides = roomSlides(programme, 'main', given);
    const names = slides.map((slide) => slide.files.map(({ type }) => placeInArchive(programme, slide, type)));
    expect(names).toEqual([
      ['presentations/1-01-0945-TH-sample-house-a.pptx', '1-01-0945-TH-sample-house-a.pdf'],
      ['1-02-1000-TH-sample-house-b.pptx'],
    ]);
    expect(slides.map(({ lacksCopy }) => lacksCopy)).toEqual([false, true]);
    expect(listing(programme, 'main', slides)).toMatch(/1-02-1000-TH .+ \[NO PDF COPY: /);
    const sheet = { programme, room: 'main', slides, registered: new Map() };
    const cells = JSON.stringify(runSheet(sheet, 'en'));
    expect(cells).toContain('1-01-0945-TH\\nPDF copy');
    expect(cells).toContain('1-02-1000-TH\\nNO PDF COPY');
  });
  it('keep their numbers whatever happens to the others', () => {
    const prefixes = (entries: ProgrammeEntry[]) =>
      roomSlides(programmeOf(entries), 'main', new Map()).map(({ prefix }) => prefix);
    expect(prefixes([entryOf('a', first), entryOf('b', second)])).toEqual(['1-01-0945-TH', '1-02-1000-TH']);
    expect(prefixes([entryOf('b', second)])).toEqual(['1-02-1000-TH']);
  });
  it('are another since a release where the place, the files or the speaker are', () => {
    const entries = [
      entryOf('stays', first, { before: first }),
      entryOf('newer', second, { before: second }),
      entryOf('moved', placeOf('first', 'main', 2, '10:15'), { before: placeOf('last', 'main', 0, '13:30') }),
      entryOf('new', placeOf('first', 'main', 3, '10:30')),
      entryOf('absent', placeOf('first', 'main', 4, '10:45'), { before: placeOf('first', 'main', 4, '10:45') }),
    ].map((entry) =>
      entry.talk.publicId === 'absent' ? { ...entry, talk: { ...entry.talk, status: 'absent' } } : entry,
    );
    const programme = programmeOf(entries, { number: 1, releasedAt: '2023-11-05' });
    const slides = new Map([
      ['stays', [file(pdf, '2023-11-01')]],
      ['newer', [file(pdf, '2023-11-06')]],
    ]);
    const changed = roomSlides(programme, 'main', slides).filter((slide) => slide.changed);
    expect(changed.map(({ entry }) => entry.talk.publicId)).toEqual(['newer', 'moved', 'new', 'absent']);
    expect(staleIn(programme, 'main')).toEqual(['3-01-1330-TH']);
    expect(staleIn(programme, 'second')).toEqual([]);
  });
});
