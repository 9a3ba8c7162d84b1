// Letters about one country's part in a cycle: its timetable, its progress, and a dispensation.

import { findCountry } from '../../domain/definition-queries.ts';
import type { Texts } from '../../domain/messages.ts';
import { deskRoles } from '../../domain/roles.ts';
import { around, phaseWords, type Words } from '../mail-words.ts';
import { type CycleFacts, findDesks, findJudges, findOpenEditors, findSecretariat, getCycleFacts } from './audience.ts';
import type { Desk, Draft, Told } from './letters.ts';
import { countryName, cycleUrl, linesOf } from './letters-of-cycle.ts';

export async function lettersOfCountry(
  desk: Desk,
  event: Told<
    | 'CountryTimetableSet'
    | 'DispensationGranted'
    | 'CountryPhaseClosed'
    | 'ForwardingSignatureRecorded'
    | 'ForwardingSigned'
    | 'NoNomineeDeclared'
  >,
): Promise<Draft[]> {
  const { cycleId, iso2 } = event.data;
  const cycle = await getCycleFacts(desk.db, cycleId);
  if (event.type === 'DispensationGranted') return [await dispensationLetter(desk, cycle, event)];
  const facts = {
    cycle: cycle.title,
    country: countryName(cycle, iso2),
    what: progressOf(cycle, event),
    url: cycleUrl(desk, cycle),
  };
  const own = event.type === 'ForwardingSignatureRecorded' ? await findConfirming(desk, cycle, event) : [];
  const office: Draft = {
    kind: 'country-progress',
    to: [...(await findSecretariat(desk.db, cycle)), ...own],
    facts,
    country: iso2,
  };
  return event.type === 'CountryTimetableSet' ? [office, await timetableLetter(desk, cycle, event)] : [office];
}

/** Whoever may confirm a letter, but for the one who recorded it. */
async function findConfirming(desk: Desk, cycle: CycleFacts, { data }: Told<'ForwardingSignatureRecorded'>) {
  const people = await findDesks(desk.db, cycle, ['focal-point', 'approver'], data.iso2);
  return people.filter((person) => person !== data.by);
}

/** To the country's own people; by the country's clock, as its instants are set. */
async function timetableLetter(desk: Desk, cycle: CycleFacts, { data }: Told<'CountryTimetableSet'>): Promise<Draft> {
  const { iso2, closesAt } = data;
  const zone = findCountry(cycle.definition, iso2)?.zone ?? cycle.zone;
  const deadlines = linesOf(closesAt, zone);
  const found = await Promise.all([
    findDesks(desk.db, cycle, deskRoles, iso2),
    closesAt.nomination === undefined ? [] : findOpenEditors(desk.db, cycle, iso2),
    closesAt.judging === undefined ? [] : findJudges(desk.db, cycle, iso2),
  ]);
  const facts = { cycle: cycle.title, country: countryName(cycle, iso2), deadlines, url: cycleUrl(desk, cycle) };
  return { kind: 'country-timetable', key: 'own', to: found.flat(), facts, country: iso2 };
}

/** To all focal points, for all may know of it; and to those of the country whose step it is. */
async function dispensationLetter(
  desk: Desk,
  cycle: CycleFacts,
  { data }: Told<'DispensationGranted'>,
): Promise<Draft> {
  const { iso2, step, category, reason, authority, until } = data;
  const { db } = desk;
  const found = await Promise.all([
    findSecretariat(db, cycle),
    findDesks(db, cycle, ['focal-point']),
    findDesks(db, cycle, ['screener', 'approver'], iso2),
    step === 'nomination' ? findOpenEditors(db, cycle, iso2) : [],
    step === 'judging' ? findJudges(db, cycle, iso2) : [],
  ]);
  const zone = findCountry(cycle.definition, iso2)?.zone ?? cycle.zone;
  const facts = {
    ...{ cycle: cycle.title, country: countryName(cycle, iso2), reason, authority, deadline: { at: until, zone } },
    ...{
      step: category === null ? phaseWords[step] : ofCategory(cycle, category, phaseWords[step]),
      url: `${cycleUrl(desk, cycle)}/dispensations`,
    },
  };
  return { kind: 'dispensation-granted', to: found.flat(), facts, country: iso2 };
}

type Progress = Exclude<Parameters<typeof lettersOfCountry>[1], { type: 'DispensationGranted' }>;

function progressOf(cycle: CycleFacts, event: Progress): Words {
  switch (event.type) {
    case 'CountryTimetableSet':
      return { en: 'its own timetable is set', th: 'กำหนดเวลาของตนเองแล้ว' };
    case 'CountryPhaseClosed':
      return around(phaseWords[event.data.phase], {
        en: (phase) => `its ${phase} is closed`,
        th: (phase) => `ปิดขั้นตอน${phase}แล้ว`,
      });
    case 'ForwardingSignatureRecorded':
      return around(categoryName(cycle, event.data.category), {
        en: (category) => `a signature by letter in ${category} waits for a second person`,
        th: (category) => `การลงนามด้วยหนังสือในประเภท ${category} รอบุคคลที่สองยืนยัน`,
      });
    case 'ForwardingSigned':
      return around(categoryName(cycle, event.data.category), {
        en: (category) => `its nominations in ${category} are signed`,
        th: (category) => `ลงนามการเสนอชื่อในประเภท ${category} แล้ว`,
      });
    case 'NoNomineeDeclared':
      return around(categoryName(cycle, event.data.category), {
        en: (category) => `it names nobody in ${category}`,
        th: (category) => `ไม่เสนอชื่อผู้ใดในประเภท ${category}`,
      });
  }
}

const categoryName = ({ definition }: CycleFacts, category: string): Texts =>
  definition.categories.find(({ key }) => key === category)?.names ?? { en: category };
const ofCategory = (cycle: CycleFacts, category: string, step: Words): Words =>
  around(categoryName(cycle, category), {
    en: (name) => `${step.en}, ${name}`,
    th: (name) => `${step.th} ประเภท ${name}`,
  });
