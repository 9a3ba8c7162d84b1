// A programme in the format of frab, which conference apps read: one content, as schedule.json and as schedule.xml.
import { createHash } from 'node:crypto';
import { uuidv5 } from '../../db/ids.ts';
import type { Programme, ProgrammeEntry } from '../../db/read-models/programmes.ts';
import { localTime, minuteOfDay } from '../../domain/deadlines.ts';
import { textOf } from '../../domain/localized-text.ts';
import { talkPath } from './calendar.ts';
import { tellDelay, tellPlace, tellTalk } from './telling.ts';

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
/** Told apart on a light and on a dark ground. */
const colours = ['#2f6f9f', '#8a5a00', '#2e7d4f', '#8e3b6e', '#5b55b0', '#a3402c'];

/** The format names talks and speakers by whole numbers: the same for the same name, and none twice. */
function numbering() {
  const taken = new Map<number, string>();
  return (name: string): number => {
    let number = (createHash('sha256').update(name).digest().readUInt32BE(0) >>> 1) + 1;
    while (taken.has(number) && taken.get(number) !== name) number += 1;
    taken.set(number, name);
    return number;
  };
}

export type FrabSchedule = ReturnType<typeof frabSchedule>;

export function frabSchedule(programme: Programme, { site, language }: { site: string; language: string }) {
  const { plan, forumId, entries } = programme;
  const [ids, people] = [numbering(), numbering()];
  const { rooms, themes, zone, day } = plan;
  const at = (minute: number) => localTime(minuteOfDay(day, minute, zone), zone);
  const say = (texts: { [language: string]: string }) => textOf(texts, language);
  const eventOf = (entry: ProgrammeEntry) => {
    const told = tellTalk(programme, entry.talk, language);
    const { theme, room } = tellPlace(programme, entry.place, language);
    const { publicId, speaker } = entry.talk;
    const { now } = entry.running;
    const delay = tellDelay(entry, language);
    const whose = told.organisation === null ? '' : `${told.organisation} (${told.country})`;
    return {
      ...{ id: ids(publicId), guid: publicId, logo: '', title: told.title, subtitle: whose },
      date: localTime(new Date(now.startsAt), zone),
      start: now.localStart,
      duration: clock(plan.slotMinutes),
      room,
      slug: `forum${plan.number}-${publicId}`,
      url: `${site}${talkPath(forumId, publicId)}`,
      track: theme,
      type: 'talk',
      language: entry.talk.language ?? plan.languages[0] ?? 'en',
      abstract: told.summary ?? '',
      description: [delay, `${told.category}, ${told.country}`].filter((line) => line !== null).join('\n'),
      recording_license: '',
      do_not_record: null,
      persons: speaker === null ? [] : [{ id: people(speaker.key), guid: speaker.key, public_name: speaker.name }],
      ...{ links: [] as unknown[], attachments: [] as unknown[], answers: [] as unknown[] },
    };
  };
  const inRoom = (key: string) => entries.filter(({ place }) => place.room === key).map(eventOf);
  return {
    version: versionOf(programme),
    base_url: `${site}/`,
    conference: {
      acronym: `forum${plan.number}_${day.slice(0, 4)}`,
      title: say(plan.name),
      ...{ start: day, end: day, daysCount: 1 },
      timeslot_duration: clock(plan.slotMinutes),
      time_zone_name: zone,
      url: `${site}/forums/${forumId}`,
      rooms: rooms.map(({ key, name }) => ({
        ...{ name: say(name), guid: uuidv5(`room:${forumId}:${key}`), description: null, capacity: null },
      })),
      tracks: themes.map(({ title }, index) => ({ name: say(title), color: colours[index % colours.length] })),
      days: [
        {
          ...{ index: 1, date: day, day_start: at(plan.opensAt), day_end: at(plan.closesAt) },
          rooms: Object.fromEntries(rooms.map(({ key, name }) => [say(name), inRoom(key)])),
        },
      ],
    },
  };
}

/** Apps look whether it is another than theirs: each word of a delay makes a new one of the same release. */
function versionOf({ release, delays }: Programme): string {
  const said = delays.length === 0 ? '' : `.${delays.length}`;
  return `${release?.number ?? 0}${said} ${release?.name ?? ''}`.trim();
}

export const frabJson = (schedule: FrabSchedule) => ({
  $schema: 'https://c3voc.de/schedule/schema.json',
  generator: { name: 'Laureate', version: '1' },
  schedule,
});

const signs: { [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** What XML has no sign for is left out. */
const escaped = (text: string | number): string =>
  String(text)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
const tag = (name: string, text: string | number) => `<${name}>${escaped(text)}</${name}>`;

export function frabXml({ version, base_url, conference }: FrabSchedule): string {
  const { acronym, title, start, end, daysCount, timeslot_duration, time_zone_name, days } = conference;
  return `<?xml version="1.0" encoding="UTF-8"?>
<schedule>
<generator name="Laureate" version="1"/>
${tag('version', version)}
<conference>
${[tag('acronym', acronym), tag('title', title), tag('start', start), tag('end', end), tag('days', daysCount)].join('\n')}
${[tag('timeslot_duration', timeslot_duration), tag('base_url', base_url), tag('time_zone_name', time_zone_name)].join('\n')}
</conference>
${days
  .map(
    ({
      index,
      date,
      day_start,
      day_end,
      rooms,
    }) => `<day index="${index}" date="${date}" start="${day_start}" end="${day_end}">
${Object.entries(rooms)
  .map(([name, events]) => `<room name="${escaped(name)}">\n${events.map(eventXml).join('\n')}\n</room>`)
  .join('\n')}
</day>`,
  )
  .join('\n')}
</schedule>
`;
}

type FrabEvent = FrabSchedule['conference']['days'][number]['rooms'][string][number];

const eventXml = (event: FrabEvent): string => `<event id="${event.id}" guid="${event.guid}">
${(
  [
    'date',
    'start',
    'duration',
    'room',
    'slug',
    'url',
    'title',
    'subtitle',
    'track',
    'type',
    'language',
    'abstract',
    'description',
  ] as const
)
  .map((name) => tag(name, event[name]))
  .join('\n')}
<recording><license></license><optout>false</optout></recording>
<persons>${event.persons.map(({ id, public_name }) => `<person id="${id}">${escaped(public_name)}</person>`).join('')}</persons>
<links></links>
<attachments></attachments>
</event>`;
