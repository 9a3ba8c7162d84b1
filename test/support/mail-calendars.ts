// The entry for a calendar that a mail carries, read back by a library that shares no code with its writer.
import ICAL from 'ical.js';

/** What is between the boundaries of a mail, decoded, where it is for a calendar; empty where there is none. */
export function calendarIn(mail: string): string {
  const part = mail.split(/\r\n--/).find((one) => /content-type: text\/calendar/i.test(one)) ?? '';
  const [head = '', ...rest] = part.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  return /base64/i.test(head)
    ? Buffer.from(body, 'base64').toString()
    : body
        .replaceAll('=\r\n', '')
        .replaceAll(/=([0-9A-F]{2})/g, (_all, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Each entry of a calendar file, with the method of the file. */
export function readCalendar(text: string) {
  const file = new ICAL.Component(ICAL.parse(text));
  return file.getAllSubcomponents('vevent').map((found) => {
    const event = new ICAL.Event(found);
    return {
      ...{ method: file.getFirstPropertyValue('method'), uid: event.uid, sequence: event.sequence },
      organiser: event.component.getFirstPropertyValue('organizer'),
      ...{ summary: event.summary, place: event.location, description: event.description },
      from: event.startDate.toJSDate().toISOString(),
      to: event.endDate.toJSDate().toISOString(),
      status: event.component.getFirstPropertyValue('status'),
    };
  });
}
