// What a change would do before it is made: the same instants, refusals and letters as the change itself, and nothing written.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WhatIf } from '../../api/views/what-if.ts';
import { beginning, readLog } from '../../db/event-store.ts';
import { lettersFor } from '../../documents/letters/letters.ts';
import { composeMails } from '../../documents/mail.ts';
import { by } from '../support/acts.ts';
import { openTestApi, type TestApi } from '../support/api.ts';
import { must } from '../support/desk.ts';
import { type Played, playNominations } from '../support/played-cycle.ts';

let api: TestApi;
let played: Played;
beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
});
afterAll(() => api.close());

const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
const reason = 'Floods in two countries.';
const of = (rest = '') => `/cycles/${played.cycleId}${rest}`;
const events = async () => (await readLog(api.db.readPool, beginning, 5_000)).length;
const mails = async () =>
  Number(
    (
      await api.db.read
        .selectFrom('mails')
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirst()
    )?.n,
  );
const tell = async (path: string, body: object, client = played.people.secretariat) =>
  must(await client.post<WhatIf>(path, body)).body;
/** By kind and language: how many, and the words, without the link's installation. */
async function written(type: string): Promise<object[]> {
  const event = (await readLog(api.db.readPool, beginning, 5_000)).findLast((one) => one.type === type);
  if (event === undefined) throw new Error(`No ${type} was written.`);
  const found = [];
  for (const letter of await lettersFor({ db: api.db, publicUrl: api.url }, event))
    for (const { kind, language, subject, body } of await composeMails(api.db, letter))
      found.push({ kind, language, subject, body });
  return found;
}

describe('moving a deadline, tried first', () => {
  it('shows the old and the new instant by the clock of every zone concerned', async () => {
    const closesAt = inHours(1.5);
    const { moves, refused } = await tell(of('/phases/nomination/move-deadline/preview?zone=Europe/Paris'), {
      closesAt,
      reason,
    });
    expect(refused).toEqual(null);
    const [move] = moves;
    expect(move).toMatchObject({
      what: 'closes',
      of: 'nomination',
      country: null,
      zone: 'Asia/Singapore',
      after: closesAt,
    });
    expect(move?.zones.map(({ zone, countries }) => [zone, countries])).toEqual([
      ['Asia/Singapore', ['SG']],
      ['Asia/Yangon', ['MM']],
      ['Europe/Paris', []],
    ]);
    expect(move?.zones[1]?.after).toMatch(/\+06:30$/);
    expect(new Date(move?.zones[1]?.after ?? 0).getTime()).toEqual(Math.floor(Date.parse(closesAt) / 1000) * 1000);
  });
  it('shows what is pushed along, and who keeps an earlier instant of its own', async () => {
    const own = inHours(1.2);
    must(await played.people.focalPoint.post(of('/countries/SG/timetable'), { closesAt: { screening: own } }));
    const { moves } = await tell(of('/phases/screening/move-deadline/preview'), { closesAt: inHours(3), reason });
    expect(moves.map(({ of: phase }) => phase)).toEqual(['screening', 'judging', 'decision']);
    expect(moves[0]?.keeping).toMatchObject([{ country: 'SG', closes: { at: own, zone: 'Asia/Singapore' } }]);
  });
  it('writes nothing, and tells nobody', async () => {
    const before = [await events(), await mails()];
    await tell(of('/phases/nomination/move-deadline/preview'), { closesAt: inHours(2), reason });
    expect([await events(), await mails()]).toEqual(before);
  });
  it('says why it would be refused, and what would be allowed', async () => {
    const { refused, mails: letters } = await tell(of('/phases/nomination/move-deadline/preview'), {
      closesAt: inHours(0.1),
      reason,
    });
    expect(refused).toMatchObject({ code: 'deadline-not-later', allowed: { after: expect.any(String) } });
    expect(letters).toEqual([]);
  });
  it('shows every mail as it is written afterwards, with the number of those who get it', async () => {
    must(await played.people.focalPoint.put('/me/preferences', { language: 'th' }));
    const change = { closesAt: inHours(1.7), reason };
    const { mails: letters } = await tell(of('/phases/nomination/move-deadline/preview'), change);
    must(await played.people.secretariat.post(of('/phases/nomination/move-deadline'), change));
    const after = (await written('DeadlineMoved')) as { language: string; subject: string; body: string }[];
    expect(letters.map(({ language }) => language)).toEqual(['en', 'th']);
    for (const { language, recipients, subject, body } of letters) {
      const these = after.filter((mail) => mail.language === language);
      expect(recipients).toEqual(these.length);
      expect(these).toContainEqual(expect.objectContaining({ subject, body }));
    }
  });
  it('says so where it is so already', async () => {
    const { body } = await played.people.secretariat.get<{ phases: { closesAt: string }[] }>(of());
    const same = { closesAt: body.phases[0]?.closesAt, reason };
    expect(await tell(of('/phases/nomination/move-deadline/preview'), same)).toMatchObject({
      already: true,
      moves: [],
      mails: [],
    });
  });
});

describe('a country’s timetable and a dispensation, tried first', () => {
  it('is shown by the country’s clock, to its focal point', async () => {
    const { focalPointAbroad } = played.people;
    const { moves, mails: letters } = await tell(
      of('/countries/MM/timetable/preview'),
      { closesAt: { screening: inHours(1.9) } },
      focalPointAbroad,
    );
    expect(moves).toMatchObject([{ of: 'screening', country: 'MM', zone: 'Asia/Yangon' }]);
    expect(letters.map(({ kind }) => kind)).toContain('country-timetable');
  });
  it('shows what would be open again, and for whom', async () => {
    const { cycleId, acts } = played;
    await acts.country(
      { type: 'CloseCountryPhase', data: { cycleId, iso2: 'SG', phase: 'nomination' } },
      by('approver'),
    );
    const about = { step: 'nomination', category: 'ngo', until: inHours(1), reason, authority: 'Note of the chair' };
    const { reopens, stops } = await tell(of('/countries/SG/dispensations/preview'), about);
    expect(reopens).toMatchObject([
      { step: 'nomination', category: 'ngo', countries: ['SG'], until: { zone: 'Asia/Singapore' } },
    ]);
    expect(stops).toEqual([]);
  });
});

describe('suspending and resuming, tried first', () => {
  it('shows what stops, and then what is accepted again', async () => {
    const { stops, reopens, mails: letters } = await tell(of('/suspend/preview'), { reason });
    expect([stops.map(({ step, countries }) => [step, countries]), reopens]).toEqual([
      [
        ['nomination', ['MM']],
        ['screening', ['SG']],
      ],
      [],
    ]);
    expect(letters.map(({ kind }) => kind)).toContain('cycle-suspended');
    must(await played.people.secretariat.post(of('/suspend'), { reason }));
    expect((await tell(of('/resume/preview'), { reason })).refused).toMatchObject({
      code: 'instant-missing',
      allowed: { phases: ['nomination'] },
    });
    const resumed = await tell(of('/resume/preview'), { reason, closesAt: { nomination: inHours(5) } });
    expect(resumed.reopens.map(({ step, countries }) => [step, countries])).toEqual([
      ['nomination', ['MM']],
      ['screening', ['SG']],
    ]);
    expect(resumed.moves.map(({ of: phase }) => phase)).toContain('nomination');
    must(await played.people.secretariat.post(of('/resume'), { reason, closesAt: { nomination: inHours(5) } }));
  });
  it('and cancelling too', async () => {
    const { stops, mails: letters } = await tell(of('/cancel/preview'), { reason });
    expect([stops.length, letters.map(({ kind }) => kind)]).toEqual([2, ['cycle-cancelled', 'cycle-cancelled']]);
  });
});

describe('planning, tried first', () => {
  const plan = (changes: object = {}) => ({
    ...{ award: 'sample', slug: 'next', number: 9, year: 2030, title: { en: 'Next sample' }, zone: 'Asia/Jakarta' },
    ...{ countries: ['MM', 'TH'], timetable: { opensAt: '2030-01-10' } },
    ...changes,
  });

  it('computes the timetable from the start and the award’s lengths', async () => {
    const { moves, mails: letters } = await tell('/cycles/preview', plan());
    expect(moves.map(({ what, of: phase, before, after }) => [what, phase, before, after])).toEqual([
      ['opens', 'nomination', null, '2030-01-09T17:00:00.000Z'],
      ['closes', 'nomination', null, '2030-03-06T17:00:00.000Z'],
      ['closes', 'screening', null, '2030-04-03T17:00:00.000Z'],
      ['closes', 'judging', null, '2030-05-01T17:00:00.000Z'],
      ['closes', 'decision', null, '2030-05-29T17:00:00.000Z'],
    ]);
    expect(letters).toMatchObject([{ kind: 'cycle-planned', recipients: 1 }]);
  });
  it('names what is wrong with it', async () => {
    const { refused } = await tell('/cycles/preview', plan({ countries: ['XX'] }));
    expect(refused?.code).toEqual('country-unknown');
  });
  it('of a cycle after an earlier one, too', async () => {
    const facts = { slug: 'after', number: 2, year: 2031, title: { en: 'After' }, opensAt: '2031-01-10' };
    const { moves } = await tell(of('/clone/preview'), facts);
    expect(moves).toHaveLength(5);
    expect((await played.people.secretariat.get<{ items: object[] }>('/cycles')).body.items).toHaveLength(1);
  });
});
