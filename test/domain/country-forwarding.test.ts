// What a country forwards: its ranking, its signature, or its word that there is no nominee.
import { describe, expect, it } from 'vitest';
import { country } from '../../domain/country/decider.ts';
import { type CountryCommand, type CountryEvent, SetCountryTimetable } from '../../domain/country/messages.ts';
import { categoryHash, type SheetEntry, sheetHash } from '../../domain/country/sheet.ts';
import type { EventOf } from '../../domain/events.ts';
import type { KeptSignature } from '../../domain/messages.ts';
import type { NominationEvent } from '../../domain/nomination/messages.ts';
import { given } from '../support/given.ts';
import {
  approver,
  checkRecorded,
  content,
  nominationForwarded,
  nominationSubmitted,
  nominationWithdrawn,
  screener,
} from '../support/nomination-samples.ts';
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
/** As the sample nominations stand: version 1 each, with a dossier of its own. */
const entry = (nominationId: string): SheetEntry => ({
  nominationId,
  version: 1,
  dossier: content(1, { dossier: nominationId.replaceAll('-', '').repeat(2) }).dossier,
});
const hash = (nominations: string[], category = 'ngo') =>
  categoryHash(about, { category, nominations: nominations.map(entry) });
const signed = (
  nominations: string[],
  category = 'ngo',
  changes: Partial<EventOf<'ForwardingSigned'>['data']> = {},
): EventOf<'ForwardingSigned'> => ({
  type: 'ForwardingSigned',
  data: {
    ...about,
    ...{ category, nominations, signature: inPerson, sheet: hash(nominations, category), by: ids.person(1) },
    ...changes,
  },
});
const history = (nominationId: string, category = 'ngo'): NominationEvent[] => {
  const of = { nominationId, category };
  const { dossier } = entry(nominationId);
  return [
    { type: 'NominationSubmitted', data: { ...nominationSubmitted(1, { dossier }).data, ...of } },
    { type: 'CheckRecorded', data: { ...checkRecorded('in-time').data, ...of } },
    { type: 'NominationForwarded', data: { ...nominationForwarded().data, ...of } },
  ];
};
/** Forwarded, each in its category: what the nominations' own streams say. */
const signing = (forwarded: { [category: string]: string[] }, ...events: CountryEvent[]) =>
  Object.entries(forwarded)
    .flatMap(([category, all]) => all.map((id) => [id, category] as const))
    .reduce(
      (before, [id, category]) => before.guard(`nomination/${id}`, ...history(id, category)),
      screening(...events),
    );
const signAll = (forwarded: string[]): CountryCommand => ({
  type: 'SignForwarding',
  data: { ...about, forwarded, signature: inPerson },
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
    signing({ ngo: [first, second] })
      .when(sign([first, second]), during)
      .then(signed([first, second]))
      .notAfter(timetable.screening.closesAt);
  });

  it('is refused in person without a second factor', () => {
    signing({ ngo: [first] })
      .when(sign([first]), { ...during, secondFactor: false })
      .refused('second-factor-needed', { field: 'code' });
  });

  it('is refused in person to one who recorded a check, and to the focal point', () => {
    signing({ ngo: [first] })
      .when(sign([first]), { ...during, actor: screener })
      .refused('own-checks');
    signing({ ngo: [first] })
      .when(sign([first]), { ...during, role: 'focal-point' })
      .refused('approver-signs');
  });

  it("puts it in the order of the country's ranking, which may hold more", () => {
    signing({ ngo: [first, third] }, ranked([third, second, first]))
      .when(sign([first, third]), during)
      .then(signed([third, first]));
    signing({ ngo: [first, second, third] }, ranked([third, first]))
      .when(sign([first, second, third]), during)
      .refused('not-ranked', { unranked: [second] });
  });

  it('closes screening with the last category', () => {
    signing({ ngo: [first] }, declared())
      .when(sign([first]), during)
      .then(signed([first]), closed('screening'));
    signing({ ngo: [first] }, signed([second], 'private'))
      .when(sign([first]), during)
      .then(signed([first]), closed('screening'));
  });

  it('is refused when nothing is forwarded', () => {
    screening().when(sign([]), during).refused('nothing-forwarded');
    screening().when(signAll([]), during).refused('nothing-forwarded');
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
    screening(signed([second], 'private'), signed([first]), closed('screening'))
      .when(signAll([first, second]), during)
      .nothing();
  });

  it('signs all that is open at once, in the order of the definition, when no category is named', () => {
    signing({ private: [second], ngo: [first] })
      .when(signAll([second, first]), during)
      .then(signed([first]), signed([second], 'private'), closed('screening'));
    signing({ private: [second], ngo: [first] }, signed([first]))
      .when(signAll([second, first]), during)
      .then(signed([second], 'private'), closed('screening'));
  });
});

describe('the sheet', () => {
  const seen = (sheet: string, category?: string): CountryCommand => ({
    type: 'SignForwarding',
    data: { ...about, ...(category && { category }), forwarded: [first, second], signature: inPerson, sheet },
  });

  it('is what was seen, of one category or of all', () => {
    signing({ ngo: [first, second] })
      .when(seen(hash([first, second]), 'ngo'), during)
      .then(signed([first, second]));
    const all = sheetHash(about, [
      { category: 'ngo', nominations: [entry(first)] },
      { category: 'private', nominations: [entry(second)] },
    ]);
    signing({ ngo: [first], private: [second] })
      .when(seen(all), during)
      .then(signed([first]), signed([second], 'private'), closed('screening'));
  });

  it('that has changed since is refused: another one, another order, another version', () => {
    const now = hash([first, second]);
    for (const stale of [hash([first]), hash([second, first]), 'f'.repeat(64)])
      signing({ ngo: [first, second] })
        .when(seen(stale, 'ngo'), during)
        .refused('sheet-moved', { sheet: now });
  });

  it('names nothing that was withdrawn in the meantime', () => {
    const withdrawn = { ...nominationWithdrawn(true).data, nominationId: second };
    screening()
      .guard(`nomination/${first}`, ...history(first))
      .guard(`nomination/${second}`, ...history(second), { type: 'NominationWithdrawn', data: withdrawn })
      .when(sign([first, second]), during)
      .refused('sheet-moved');
  });

  it('has one hash for one content', () => {
    expect(hash([first, second])).toEqual(hash([first, second]));
    expect(new Set([hash([first, second]), hash([second, first]), hash([first]), hash([first], 'private')]).size).toBe(
      4,
    );
  });
});

describe('a signature by letter', () => {
  const letter = {
    ...{ kind: 'on-behalf', letter: 'a'.repeat(64), reference: 'MRD 7/2025', date: '2025-03-10' },
    signatory: { office: 'Permanent Secretary', signatoryId: ids.person(9) },
  } as const satisfies KeptSignature;
  const byLetter = (changes: Partial<typeof letter> | { date: string } = {}, forwarded = [first]): CountryCommand => ({
    type: 'SignForwarding',
    data: { ...about, category: 'ngo', forwarded, signature: { ...letter, ...changes } },
  });
  const recorded = (nominations = [first], category = 'ngo'): EventOf<'ForwardingSignatureRecorded'> => ({
    type: 'ForwardingSignatureRecorded',
    data: {
      ...about,
      ...{ category, nominations, signature: letter, sheet: hash(nominations, category), by: ids.person(1) },
    },
  });
  const confirm = (forwarded = [first], category?: string): CountryCommand => ({
    type: 'ConfirmForwardingSignature',
    data: { ...about, ...(category && { category }), forwarded },
  });
  const byOther = { ...during, actor: ids.person(7) };
  const confirmed = { signature: letter, confirmedBy: ids.person(7) };

  it('is recorded by approver or focal point, without a second factor, and has no effect yet', () => {
    for (const role of ['approver', 'focal-point'] as const)
      signing({ ngo: [first] }, declared())
        .when(byLetter(), { ...during, role, secondFactor: false })
        .then(recorded())
        .notAfter(timetable.screening.closesAt);
  });

  it('changes nothing when the same letter is recorded again, and is replaced by another one', () => {
    signing({ ngo: [first] }, recorded())
      .when(byLetter(), byOther)
      .nothing();
    signing({ ngo: [first] }, recorded())
      .when(byLetter({ date: '2025-03-11' }), during)
      .accepted();
  });

  it('is refused with a date that is still to come', () => {
    signing({ ngo: [first] })
      .when(byLetter({ date: '2025-12-31' }), during)
      .refused('letter-in-future');
  });

  it('has effect when a second person confirms it', () => {
    signing({ ngo: [first] }, recorded())
      .when(confirm(), byOther)
      .then(signed([first], 'ngo', confirmed))
      .notAfter(timetable.screening.closesAt);
    signing({ ngo: [first], private: [second] }, recorded(), recorded([second], 'private'))
      .when(confirm([first, second]), byOther)
      .then(signed([first], 'ngo', confirmed), signed([second], 'private', confirmed), closed('screening'));
  });

  it('is not confirmed by who recorded it, nor by who recorded a check', () => {
    signing({ ngo: [first] }, recorded())
      .when(confirm(), during)
      .refused('second-person-needed');
    signing({ ngo: [first] }, recorded())
      .when(confirm(), { ...during, actor: screener })
      .refused('own-checks');
  });

  it('is not confirmed once what is forwarded has changed', () => {
    signing({ ngo: [first, second] }, recorded())
      .when(confirm([first, second]), byOther)
      .refused('sheet-moved');
  });

  it('is not confirmed where none waits; confirmed again it changes nothing', () => {
    screening().when(confirm(), byOther).refused('no-signature-recorded');
    signing({ ngo: [first] }, recorded(), signed([first], 'ngo', confirmed))
      .when(confirm([first], 'ngo'), byOther)
      .nothing();
    screening(recorded(), declared('ngo')).when(confirm(), byOther).refused('no-signature-recorded');
  });

  it('gives way to a signature in person', () => {
    signing({ ngo: [first] }, recorded())
      .when(sign([first]), { ...during, actor: approver })
      .then(signed([first], 'ngo', { by: approver }));
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

it('a timetable names at least one phase', () => {
  expect(SetCountryTimetable.safeParse({ closesAt: {} }).error?.issues.map(({ message }) => message)).toEqual([
    'must name at least one phase',
  ]);
});
