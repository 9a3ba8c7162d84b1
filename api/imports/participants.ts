// Participants of delegations: each registered for the forum of the cycle, with what is personal about them.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { preview } from '../../db/execute.ts';
import { idOf } from '../../db/ids.ts';
import { findForumsOfCycle, findParticipants } from '../../db/read-models/delegation-views.ts';
import { minuteOfDay } from '../../domain/deadlines.ts';
import { delegation } from '../../domain/delegation/decider.ts';
import {
  type Capacity,
  capacities,
  type DelegationCommand,
  noCountry,
  Particulars,
} from '../../domain/delegation/messages.ts';
import { delegationStream } from '../../domain/delegation/state.ts';
import { isKnownZone, Language } from '../../domain/messages.ts';
import { enter } from '../delegations.ts';
import { asInTemplate, goneFault, isExported } from './exported-participants.ts';
import { type CellFault, type Cells, findByAddress, type Importing, type ImportKind, metaFor } from './kinds.ts';
import { readRow } from './reading.ts';

const spread = ['name', 'position', 'body'] as const;
const inLanguage = /^(name|position|body)\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)$/;

const schemaOf = ({ cycle, own }: Importing) =>
  z.object({
    forum: z.string().regex(/^\d+$/, 'must be the number of a forum').optional(),
    country: z
      .string()
      .transform((text) => text.toUpperCase())
      .refine(
        (iso2) => iso2 === noCountry || cycle.definition.countries.some((known) => known.iso2 === iso2),
        `must be one of ${cycle.definition.countries.map(({ iso2 }) => iso2).join(', ')}`,
      )
      .refine((iso2) => own === null || iso2 === own, 'is not your country'),
    capacity: z.enum(capacities, `must be one of ${capacities.join(', ')}`),
    honorific: Particulars.shape.honorific,
    name: Particulars.shape.name,
    badge: z.string().trim().max(200).optional(),
    assignedBy: Particulars.shape.assignedBy,
    email: z.email('must be an e-mail address').max(254).optional(),
    language: Language.default('en'),
    diet: Particulars.shape.diet,
    access: Particulars.shape.access,
    ...Object.fromEntries(
      ['arrival', 'arrivalZone', 'arrivalFlight', 'departure', 'departureZone', 'departureFlight'].map((name) => [
        name,
        z.string().max(200).optional(),
      ]),
    ),
  });
type Said = z.infer<ReturnType<typeof schemaOf>> & { [name: string]: string | undefined };
type Row = {
  forumId: string;
  country: string;
  capacity: Capacity;
  email: string | null;
  language: string;
  content: Particulars;
};

const textsOf = (cells: Cells, of: (typeof spread)[number]): { [language: string]: string } =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([header, text]) => {
      const [, name, language = ''] = inLanguage.exec(header) ?? [];
      return name === of ? [[language, text]] : [];
    }),
  );

/** An instant with its offset, or what a clock there shows, as spreadsheets have it. */
function journeyOf(said: Said, name: 'arrival' | 'departure', zone: string) {
  const [at = '', there = zone, flight = ''] = [said[name], said[`${name}Zone`], said[`${name}Flight`]];
  if (at === '') return { journey: null, fault: null };
  if (!isKnownZone(there)) return fault(`${name}Zone`, 'must be an IANA time zone such as Asia/Singapore');
  const [, day = '', hour = '', minute = ''] = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::\d\d)?$/.exec(at) ?? [];
  const local = day === '' ? null : minuteOfDay(day, Number(hour) * 60 + Number(minute), there).toISOString();
  const instant = local ?? (z.iso.datetime({ offset: true }).safeParse(at).success ? at : null);
  if (instant === null) return fault(name, 'must be a time such as 2023-11-20 14:30, or an instant with its offset');
  return { journey: { at: instant, zone: there, flight }, fault: null };
}
const fault = (header: string, rule: string) => ({ journey: null, fault: { header, rule } });

async function read(importing: Importing, given: Cells): Promise<{ row: Row } | { faults: CellFault[] }> {
  const forums = await findForumsOfCycle(importing.db, importing.cycle.cycleId);
  const gone = goneFault(given);
  if (gone.length > 0) return { faults: gone };
  const cells = asInTemplate(given, forums);
  const parsed = readRow(schemaOf(importing), cells);
  if ('faults' in parsed) return parsed;
  const said: Said = parsed.row;
  const chosen = said.forum === undefined ? forums : forums.filter(({ number }) => String(number) === said.forum);
  const [forum] = chosen;
  if (forum === undefined || chosen.length > 1) {
    const numbers = forums.map(({ number }) => number).join(', ');
    return {
      faults: [{ header: 'forum', rule: numbers === '' ? 'the cycle has no forum' : `must be one of ${numbers}` }],
    };
  }
  const journeys = {
    arrival: journeyOf(said, 'arrival', forum.zone),
    departure: journeyOf(said, 'departure', forum.zone),
  };
  const wrong = Object.values(journeys).flatMap((one) => one.fault ?? []);
  if (wrong.length > 0) return { faults: wrong };
  const content = Particulars.safeParse({
    ...{ honorific: said.honorific, name: said.name, printedName: said.badge ?? null, assignedBy: said.assignedBy },
    ...{ names: textsOf(cells, 'name'), positions: textsOf(cells, 'position'), bodies: textsOf(cells, 'body') },
    ...{ diet: said.diet, access: said.access },
    ...{ arrival: journeys.arrival.journey, departure: journeys.departure.journey },
  });
  if (!content.success)
    return { faults: content.error.issues.map(({ path, message }) => ({ header: headerOf(path), rule: message })) };
  const { country, capacity, email = null, language } = parsed.row;
  return { row: { forumId: forum.forumId, country, capacity, email, language, content: content.data } };
}

const headers: { [part: string]: string } = { names: 'name', positions: 'position', bodies: 'body' };
const headerOf = ([part = '', language]: PropertyKey[]): string => {
  const header = headers[String(part)];
  return header === undefined || language === undefined ? String(part) : `${header}.${String(language)}`;
};

/** By the address; where there is none, by the name. */
async function isRegistered({ db }: Importing, { forumId, country, email, content }: Row): Promise<boolean> {
  const known = await findParticipants(db, forumId, { country }, { limit: 10_000 });
  const same = (one: (typeof known)[number]) =>
    email === null
      ? one.email === null && one.particulars?.name === content.name
      : one.email?.toLowerCase() === email.toLowerCase();
  return known.some(same);
}

const commandOf = (row: Row, participantId: string, personId: string): DelegationCommand => {
  const { forumId, country, capacity } = row;
  return { type: 'RegisterParticipant', data: { forumId, country, participantId, personId, capacity } };
};

export const participants: ImportKind<Row> = {
  columns: () => [
    { name: 'forum', required: false, rule: "the forum's number; may be left out where the cycle has one" },
    { name: 'country', required: true, rule: 'two letters' },
    { name: 'capacity', required: true, rule: `one of ${capacities.join(', ')}` },
    { name: 'honorific', required: false, rule: 'as it is written before the name' },
    { name: 'name', required: true, rule: 'as people know the participant; never first and last apart' },
    {
      name: 'name.en',
      required: false,
      rule: 'the full name in a script; further columns: name.th, name.lo and so on',
    },
    { name: 'badge', required: false, rule: 'the name on the badge; the name where nothing is said' },
    { name: 'position.en', required: false, rule: 'further columns: position.th and so on' },
    { name: 'body.en', required: false, rule: 'the organisation; further columns: body.th and so on' },
    { name: 'assignedBy', required: false, rule: 'the letter or reference by which the participant is assigned' },
    { name: 'email', required: false, rule: 'an e-mail address of the participant alone; none where there is none' },
    { name: 'language', required: false, rule: 'of the mails: a language tag such as en or th' },
    { name: 'diet', required: false, rule: 'seen by the delegation and the staff of the forum alone' },
    { name: 'access', required: false, rule: 'seen by the delegation and the staff of the forum alone' },
    { name: 'arrival', required: false, rule: 'a time such as 2023-11-20 14:30' },
    { name: 'arrivalZone', required: false, rule: "the zone of that time; the forum's where nothing is said" },
    { name: 'arrivalFlight', required: false, rule: 'flight, train or car, in words' },
    { name: 'departure', required: false, rule: 'a time such as 2023-11-22 09:00' },
    { name: 'departureZone', required: false, rule: "the zone of that time; the forum's where nothing is said" },
    { name: 'departureFlight', required: false, rule: 'flight, train or car, in words' },
  ],
  isKnown: (_importing, header) => inLanguage.test(header) || isExported(header),
  read,
  blame: 'capacity',
  preview: async (importing, row) => {
    const { db, cycle } = importing;
    const who = `${row.content.name} (${row.country})`;
    if (await isRegistered(importing, row)) return `${who}: is registered already`;
    const personId = (row.email === null ? undefined : await findByAddress(db, row.email)) ?? randomUUID();
    const stream = delegationStream(row.forumId, row.country, cycle.cycleId);
    const meta = metaFor(importing, randomUUID());
    await preview(db, delegation, stream, commandOf(row, randomUUID(), personId), meta);
    return `${who}: is registered as ${row.capacity}`;
  },
  act: async (importing, row, commandId) => {
    if (await isRegistered(importing, row)) return;
    const { db, cycle } = importing;
    const { forumId, country, email, language, content } = row;
    const participantId = idOf(commandId);
    const target = { forumId, country, cycleId: cycle.cycleId };
    const contact = { email, language, name: content.name };
    await enter({ db, meta: metaFor(importing, commandId), target }, { contact, content, participantId }, (personId) =>
      commandOf(row, participantId, personId),
    );
  },
};
