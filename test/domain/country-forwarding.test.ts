// What a country forwards: its ranking, its signature, or its word that there is no nominee.
import { describe, it } from 'vitest';
import { country } from '../../domain/country/decider.ts';
import { type CountryCommand, type CountryEvent, SetCountryTimetable } from '../../domain/country/messages.ts';
import type { EventOf } from '../../domain/events.ts';
import { given } from '../support/given.ts';
import { cycleIn, ids, moments, phaseClosed, plannedCycle, sampleDefinition, timetable } from '../support/samples.ts';

const { cycle: cycleId, nomination } = ids;
const [first, second, third] = [nomination(1), nomination(2), nomination(3)];
const about = { cycleId, iso2: 'TH' };
const during = { at: moments.screening };
const tooLate = { at: '2025-04-01T00:00:00.001Z' };
const inPerson = { kind: 'in-person' } as const;
const phases = cycleIn('screening');
const screening = (...events: CountryEvent[]) => given(country, ...events).guard('cycle', ...phases);
const nominating = (...events: CountryEvent[]) => given(country, ...events).guard('cycle', ...cycleIn('nomination'));

const rank = (order: string[], category = 'ngo'): CountryCommand => ({
  type: 'RankNominations',
  data: { ...about, category, order },
});
const ranked = (order: string[]): CountryEvent => ({
  type: 'NominationsRanked',
  data: { ...about, category: 'ngo', order },
});
const sign = (forwarded: string[], category = 'ngo'): CountryCommand => ({
  type: 'SignForwarding',
  data: { ...about, category, forwarded, signature: inPerson },
});
const signed = (nominations: string[], category = 'ngo'): EventOf<'ForwardingSigned'> => ({
  type: 'ForwardingSigned',
  data: { ...about, category, nominations, signature: inPerson },
});
const declare = (category = 'private'): CountryCommand => ({
  type: 'DeclareNoNominee',
  data: { ...about, category, reason: 'Nobody applied.' },
});
const declared = (category = 'private'): CountryEvent => ({
  type: 'NoNomineeDeclared',
  data: { ...about, category, reason: 'Nobody applied.' },
});
const closed = (
  phase: 'nomination' | 'screening',
  because: 'deadline' | 'all-signed' = 'all-signed',
): CountryEvent => ({
  type: 'CountryPhaseClosed',
  data: { ...about, phase, because },
});

describe.each<[string, (category: string) => CountryCommand]>([
  ['RankNominations', (category) => rank([first], category)],
  ['SignForwarding', (category) => sign([first], category)],
  ['DeclareNoNominee', declare],
])('%s', (_type, commandIn) => {
  const command = commandIn('ngo');

  it("is refused outside the country's screening", () => {
    const waiting = given(country).guard('cycle', plannedCycle());
    waiting.when(command).refused('phase-not-open', { phase: null });
    screening(closed('screening')).when(command, during).refused('phase-not-open', { phase: 'judging' });
    given(country)
      .guard('cycle', ...phases, phaseClosed('screening'))
      .when(command, during)
      .refused('phase-not-open', { phase: 'judging' });
  });

  it("is refused after the end of screening, the cycle's or the country's own", () => {
    screening().when(command, tooLate).refused('too-late', { closedAt: timetable.screening.closesAt });
    const closesAt = { screening: '2025-03-10T00:00:00.000Z' };
    screening({ type: 'CountryTimetableSet', data: { ...about, closesAt } })
      .when(command, during)
      .refused('too-late', { closedAt: '2025-03-10T00:00:00.000Z' });
  });

  it('is refused for a category that the award does not have', () => {
    screening()
      .when(commandIn('sports'), during)
      .refused('category-unknown', { categories: ['ngo', 'private'] });
  });
});

describe('RankNominations', () => {
  it('puts nominations in order, as often as the country likes', () => {
    screening()
      .when(rank([second, first]), during)
      .then(ranked([second, first]))
      .notAfter(timetable.screening.closesAt);
    screening(ranked([second, first]))
      .when(rank([first, second]), during)
      .then(ranked([first, second]));
    screening(ranked([second, first]))
      .when(rank([second, first]), during)
      .nothing();
  });

  it('is refused with a nomination twice', () => {
    screening()
      .when(rank([first, second, first]), during)
      .refused('nomination-twice');
  });

  it('is refused while nominations are open', () => {
    nominating()
      .when(rank([first]))
      .refused('phase-not-open', { phase: 'nomination' });
  });

  it('is refused once the category is closed', () => {
    screening(signed([first]))
      .when(rank([first]), during)
      .refused('category-signed');
    screening(declared('ngo'))
      .when(rank([first]), during)
      .refused('category-without-nominee');
  });
});

describe('SignForwarding', () => {
  it('closes the category with what is forwarded', () => {
    screening()
      .when(sign([first, second]), during)
      .then(signed([first, second]))
      .notAfter(timetable.screening.closesAt);
  });

  it('is refused in person without a second factor', () => {
    screening()
      .when(sign([first]), { ...during, secondFactor: false })
      .refused('second-factor-needed', { field: 'code' });
  });

  it("puts it in the order of the country's ranking, which may hold more", () => {
    screening(ranked([third, second, first]))
      .when(sign([first, third]), during)
      .then(signed([third, first]));
    screening(ranked([third, first]))
      .when(sign([first, second, third]), during)
      .refused('not-ranked', { unranked: [second] });
  });

  it('closes screening with the last category', () => {
    screening(declared())
      .when(sign([first]), during)
      .then(signed([first]), closed('screening'));
    screening(signed([second], 'private'))
      .when(sign([first]), during)
      .then(signed([first]), closed('screening'));
  });

  it('is refused when nothing is forwarded', () => {
    screening().when(sign([]), during).refused('nothing-forwarded');
  });

  it('is refused while nominations are open', () => {
    nominating()
      .when(sign([first]))
      .refused('phase-not-open', { phase: 'nomination' });
  });

  it('changes nothing when it is repeated, and is refused with anything else', () => {
    screening(signed([first]))
      .when(sign([first]), during)
      .nothing();
    screening(ranked([second, first]), signed([second, first]))
      .when(sign([first, second]), during)
      .nothing();
    screening(signed([first]))
      .when(sign([first, second]), during)
      .refused('category-signed');
    screening(declared('ngo'))
      .when(sign([first]), during)
      .refused('category-without-nominee');
  });

  it('is repeated without harm after the last category has closed screening', () => {
    screening(declared(), signed([first]), closed('screening'))
      .when(sign([first]), during)
      .nothing();
  });
});

describe('DeclareNoNominee', () => {
  it('closes the category while nominations or screening are open', () => {
    nominating().when(declare()).then(declared()).notAfter(timetable.screening.closesAt);
    screening().when(declare(), during).then(declared());
  });

  it('closes screening with the last category', () => {
    screening(signed([first]))
      .when(declare(), during)
      .then(declared(), closed('screening'));
  });

  it('closes nominations too when the country has none in any category', () => {
    nominating(declared('ngo')).when(declare()).then(declared(), closed('nomination'), closed('screening'));
    nominating(closed('nomination', 'deadline'), declared('ngo')).when(declare()).then(declared(), closed('screening'));
  });

  it('asks for the categories of the award alone', () => {
    const [, privateRubric] = sampleDefinition().rubrics;
    const one = sampleDefinition('national', {
      categories: [{ key: 'private', names: { en: 'Private sector' } }],
      rubrics: privateRubric === undefined ? [] : [privateRubric],
    });
    given(country)
      .guard('cycle', ...cycleIn('screening', one))
      .when(declare(), during)
      .then(declared(), closed('screening'));
  });

  it('is refused once the category is signed', () => {
    screening(signed([first], 'private'))
      .when(declare(), during)
      .refused('category-signed');
  });

  it('changes nothing when it is repeated, later too', () => {
    screening(declared()).when(declare(), during).nothing();
    given(country, declared())
      .guard('cycle', ...cycleIn('judging'))
      .when(declare(), { at: moments.judging })
      .nothing();
  });
});

it('a timetable names at least one phase', ({ expect }) => {
  expect(SetCountryTimetable.safeParse({ closesAt: {} }).error?.issues.map(({ message }) => message)).toEqual([
    'must name at least one phase',
  ]);
});
