// What a form of a participant holds, made of what is known, and what is sent of it.
import type { ItemOf } from '../../../api/contract.ts';
import { instantOf, localOf } from '../country/zoned.ts';

export type Participant = ItemOf<'/forums/:forumId/participants'>;
export type Capacity = Participant['capacity'];
export const capacities: Capacity[] = [
  ...(['head', 'delegate', 'laureate-representative', 'presenter', 'observer', 'interpreter', 'accompanying'] as const),
  ...(['guest', 'organiser'] as const),
];
export type Place = { zone: string; languages: string[] };
type Texts = { [language: string]: string };
export type Journey = { local: string; flight: string };
export type Said = {
  capacity: Capacity;
  honorific: string;
  name: string;
  names: Texts;
  printedName: string;
  positions: Texts;
  bodies: Texts;
  assignedBy: string;
  email: string;
  language: string;
  diet: string;
  access: string;
  arrival: Journey;
  departure: Journey;
};

export const blank: Said = {
  ...{ capacity: 'delegate', honorific: '', name: '', names: {}, printedName: '', positions: {}, bodies: {} },
  ...{ assignedBy: '', email: '', language: 'en', diet: '', access: '' },
  ...{ arrival: { local: '', flight: '' }, departure: { local: '', flight: '' } },
};

const localJourney = (journey: Participant['arrival'], zone: string): Journey =>
  journey === null ? blank.arrival : { local: localOf(journey.at, zone), flight: journey.flight };

export const saidOf = (row: Participant, { zone }: Place): Said => ({
  ...row,
  name: row.name ?? '',
  printedName: row.printedName ?? '',
  email: row.email ?? '',
  diet: row.needs?.diet ?? '',
  access: row.needs?.access ?? '',
  arrival: localJourney(row.arrival, zone),
  departure: localJourney(row.departure, zone),
});

const filled = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));

/** By the clock of the venue. A time that is none is sent as it stands, so that the field is named. */
const journeyOf = ({ local, flight }: Journey, zone: string) =>
  local === '' ? null : { at: instantOf(local, zone) ?? local, zone, flight };

export const particularsOf = (said: Said, { zone }: Place) => ({
  ...{ honorific: said.honorific, name: said.name, names: filled(said.names) },
  printedName: said.printedName.trim() === '' ? null : said.printedName,
  ...{ positions: filled(said.positions), bodies: filled(said.bodies), assignedBy: said.assignedBy },
  ...{ diet: said.diet, access: said.access },
  ...{ arrival: journeyOf(said.arrival, zone), departure: journeyOf(said.departure, zone) },
});

export const contactOf = ({ email, language }: Said) => ({
  email: email.trim() === '' ? null : email.trim(),
  language,
});
