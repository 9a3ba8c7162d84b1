// Calendar files, read back by a library that shares no code with their writer.
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type Calendar, type CalendarEntry, calendarText, calendarType } from '../../documents/calendar.ts';

const entry: CalendarEntry = {
  ...{ uid: 'talk-1@forum.example', sequence: 2, changedAt: '2023-11-01T03:00:00.000Z' },
  ...{ startsAt: '2023-11-21T01:45:00.000Z', endsAt: '2023-11-21T02:00:00.000Z' },
  summary: 'หมู่บ้านออมร่วมกันอย่างไร: a title, long; with \\ signs\nand two lines, so that it has to be folded somewhere',
  ...{ place: 'Sample room, first floor', description: 'Savings\nof villages', url: 'https://forum.example/t/1' },
  categories: ['Policy, and partnerships'],
};
const calendar: Calendar = {
  ...{ method: 'PUBLISH', name: 'Sample forum', zone: 'Asia/Singapore', language: 'th', entries: [entry] },
  organiser: { name: 'Sample secretariat', email: 'secretariat@forum.example' },
};

function read(text: string) {
  const file = new ICAL.Component(ICAL.parse(text));
  const events = file.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  return { file, events };
}

describe('a calendar file', () => {
  it('gives back what was put in, whatever its signs', () => {
    const { file, events } = read(calendarText(calendar));
    expect([file.getFirstPropertyValue('method'), file.getFirstPropertyValue('x-wr-timezone')]).toEqual([
      ...['PUBLISH', 'Asia/Singapore'],
    ]);
    expect(
      events.map((event) => ({
        ...{ uid: event.uid, sequence: event.sequence, summary: event.summary, place: event.location },
        ...{ description: event.description, from: event.startDate.toJSDate().toISOString() },
        ...{ to: event.endDate.toJSDate().toISOString(), status: event.component.getFirstPropertyValue('status') },
        categories: event.component.getFirstProperty('categories')?.getValues(),
      })),
    ).toEqual([
      {
        ...{ uid: entry.uid, sequence: 2, summary: entry.summary, place: entry.place, description: entry.description },
        ...{ from: entry.startsAt, to: entry.endsAt, status: 'CONFIRMED', categories: entry.categories },
      },
    ]);
  });
  it('has lines of at most 75 octets, ended as the format wants', () => {
    const text = calendarText(calendar);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  });
  it('is the same for the same entries', () => {
    expect(calendarText(calendar)).toEqual(calendarText(structuredClone(calendar)));
  });
  it('asks one person, in the name of an organiser', () => {
    const [organiser, attendee] = [
      { name: 'Sample secretariat', email: 'secretariat@example.org' },
      { name: 'Khun "Sample", Speaker', email: 'speaker@example.org' },
    ];
    const { file, events } = read(calendarText({ ...calendar, method: 'REQUEST', organiser, attendee }));
    expect(file.getFirstPropertyValue('method')).toEqual('REQUEST');
    expect(events.map((event) => [event.organizer, event.attendees.map((one) => one.getFirstValue())])).toEqual([
      ['mailto:secretariat@example.org', ['MAILTO:speaker@example.org']],
    ]);
  });
  it('takes an entry out: by its method for one, by its status in a list', () => {
    const organiser = { name: 'Sample secretariat', email: 'secretariat@example.org' };
    const statuses = (text: string) =>
      read(text).events.map(({ component }) => component.getFirstPropertyValue('status'));
    expect(statuses(calendarText({ ...calendar, method: 'CANCEL', organiser }))).toEqual(['CANCELLED']);
    expect(statuses(calendarText({ ...calendar, entries: [{ ...entry, cancelled: true }, entry] }))).toEqual([
      ...['CANCELLED', 'CONFIRMED'],
    ]);
  });
  it('says its method where it is sent', () => {
    expect(calendarType('CANCEL')).toEqual('text/calendar; charset=utf-8; method=CANCEL');
  });
});
