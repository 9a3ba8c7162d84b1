// Rule 11, the ceremony: planned with instant, zone and venue, an order, who receives for each laureate, and what was conferred.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginning, lastPlace, readLog } from '../../db/event-store.ts';
import { waitFor } from '../../db/projections.ts';
import { publishedLaureates } from '../../db/read-models/published.ts';
import { lettersFor } from '../../documents/letters/letters.ts';
import { by, passScreening, signCountry, submit } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import {
  type Played,
  playAnnouncement,
  playEndorsement,
  playNominations,
  playPaperDecision,
} from '../support/played-cycle.ts';

type Ceremony = {
  plan: {
    startsAt: string;
    zone: string;
    times: { zone: string; local: string }[];
    venue: object;
    mode: string;
  } | null;
  order: {
    laureateId: string;
    country: string;
    receiver: { how: string; name: string | null; office: string | null } | null;
    conferredAt: string | null;
  }[];
};
type Public = { plan: Ceremony['plan']; laureates: { laureateId: string; conferredAt: string | null }[] };

let api: TestApi;
let played: Played;
let second: string;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  played = await playNominations(api);
  second = await submit(played, 'SG', 'private');
  await play(played);
});

/** Endorsed: `ngo` and `firm` are laureates, `second` is the runner-up to `firm`. */
async function play({ acts, cycleId, ngo, firm }: Played): Promise<void> {
  for (const iso2 of ['SG', 'MM'])
    await acts.country({ type: 'CloseCountryPhase', data: { cycleId, iso2, phase: 'nomination' } }, by('approver'));
  for (const nominationId of [ngo, firm, second]) await passScreening(played, nominationId);
  await signCountry(played, 'SG', { ngo: [ngo], private: [firm, second] });
  await signCountry(played, 'MM', {});
  const groups = [
    await playPaperDecision(played, 'ngo', ngo),
    await playPaperDecision(played, 'private', firm, [], [second]),
  ];
  await playEndorsement(played, groups);
}

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const hall = { en: 'Sample hall, Singapore' };
const plan = (changes: object = {}) =>
  played.people.secretariat.post(`/cycles/${played.cycleId}/ceremony/plan`, {
    ...{ startsAt: inHours(-1), zone: 'Asia/Singapore', venue: hall, mode: 'hybrid', ...changes },
  });
const view = async (who = played.people.secretariat) =>
  (await who.get<Ceremony>(`/cycles/${played.cycleId}/ceremony`)).body;
const receive = (laureateId: string, body: object, who = played.people.focalPoint) =>
  who.post(`/cycles/${played.cycleId}/ceremony/${laureateId}/receiver`, body);
const confer = (laureateId: string, body: object = {}) =>
  played.people.secretariat.post(`/cycles/${played.cycleId}/ceremony/${laureateId}/confer`, body);
const ms = () => ({ name: 'Sample receiver', email: `${randomUUID()}@example.org` });

describe('the plan', () => {
  it('has an instant, a zone and a venue, and its time is shown in the governing zone and the reader’s', async () => {
    await api.db.read
      .updateTable('people')
      .set({ zone: 'Asia/Yangon' })
      .where('person_id', '=', played.people.secretariat.personId ?? '')
      .execute();
    expect((await plan({ startsAt: '2030-11-08T19:00:00+08:00' })).status).toEqual(200);
    expect((await view()).plan).toEqual({
      ...{ startsAt: '2030-11-08T11:00:00.000Z', zone: 'Asia/Singapore', venue: hall, mode: 'hybrid' },
      times: [
        { zone: 'Asia/Singapore', local: '2030-11-08 19:00' },
        { zone: 'Asia/Yangon', local: '2030-11-08 17:30' },
      ],
    });
  });

  it('calls laureates by protocol, unless it names an order; who is left out follows', async () => {
    await plan();
    expect((await view()).order.map((row) => row.laureateId)).toEqual([played.ngo, played.firm]);
    await plan({ order: [played.firm] });
    expect((await view()).order.map((row) => row.laureateId)).toEqual([played.firm, played.ngo]);
  });

  it('refuses an order with a stranger in it, and a place that is missing', async () => {
    const strange = await plan({ order: [randomUUID()] });
    expect({ status: strange.status, type: strange.body.type }).toEqual({
      status: 409,
      type: '/problems/order-unsound',
    });
    expect((await plan({ venue: null })).body).toMatchObject({
      ...{ type: '/problems/venue-missing', allowed: { mode: 'hybrid' } },
    });
    expect((await plan({ venue: null, mode: 'virtual' })).status).toEqual(200);
    const { status, body } = await plan({ zone: 'Asia/Nowhere', startsAt: 'tomorrow' });
    expect([status, (body.errors as { field: string }[]).map(({ field }) => field).sort()]).toEqual([
      ...[400, ['startsAt', 'zone']],
    ]);
  });

  it('shows a country its own laureates', async () => {
    await plan();
    expect((await view(played.people.focalPoint)).order).toHaveLength(2);
    expect((await view(played.people.focalPointAbroad)).order).toEqual([]);
  });

  it('is made once endorsement is concluded', async () => {
    const early = await playNominations(api);
    const body = { startsAt: inHours(1), zone: 'Asia/Singapore', venue: hall, mode: 'hybrid' };
    const answer = await early.people.secretariat.post(`/cycles/${early.cycleId}/ceremony/plan`, body);
    expect(answer.body.type).toEqual('/problems/phase-order');
  });

  it('is told to focal points, and to laureates who know that they are; a change too', async () => {
    const { personId: contact } = await api.grant('laureate-contact', { laureate: played.firm });
    const { personId: untold } = await api.grant('laureate-contact', { laureate: played.ngo });
    const accepted = { cycleId: played.cycleId, group: 'SG-private', laureateId: played.firm };
    await played.acts.panel({ type: 'AcceptAward', data: accepted }, by('laureate-contact'));
    await plan();
    await plan({ startsAt: inHours(2) });
    const told = (await readLog(api.db.readPool, beginning, 5_000)).filter(
      (event) => event.type === 'CeremonyPlanned' && event.cycleId === played.cycleId,
    );
    const letters = await Promise.all(told.map((event) => lettersFor({ db: api.db, publicUrl: api.url }, event)));
    expect(letters.flat().map(({ kind }) => kind)).toEqual(['ceremony-planned', 'ceremony-changed']);
    for (const { to } of letters.flat()) {
      expect(to).toContain(contact);
      expect(to).not.toContain(untold);
      expect(to).toContain(played.people.focalPoint.personId);
      expect(to).toContain(played.people.focalPointAbroad.personId);
    }
  });
});

describe('who receives', () => {
  it('is named by the laureate’s focal point or the secretariat: in person, from afar, represented, or absent', async () => {
    await plan();
    for (const how of ['in-person', 'remote', 'represented']) {
      const { status } = await receive(played.firm, { how, person: ms(), office: 'President' });
      expect(status).toEqual(200);
      const row = (await view()).order.find(({ laureateId }) => laureateId === played.firm);
      expect(row?.receiver).toEqual({ how, name: 'Sample receiver', office: 'President' });
    }
    expect((await receive(played.firm, { how: 'absent' }, played.people.secretariat)).status).toEqual(200);
    const row = (await view()).order.find(({ laureateId }) => laureateId === played.firm);
    expect(row?.receiver).toEqual({ how: 'absent', name: null, office: null });
  });

  it('is somebody, unless the laureate is absent, and fits the ceremony', async () => {
    await plan({ mode: 'virtual', venue: null });
    expect((await receive(played.firm, { how: 'represented' })).body.type).toEqual('/problems/receiver-missing');
    expect((await receive(played.firm, { how: 'absent', person: ms() })).body.type).toEqual(
      '/problems/receiver-missing',
    );
    expect((await receive(played.firm, { how: 'in-person', person: ms() })).body).toMatchObject({
      ...{ type: '/problems/mode-unfit', allowed: { mode: 'virtual' } },
    });
  });

  it('is no other country’s to name, and nobody’s before there is a plan', async () => {
    expect((await receive(played.firm, { how: 'absent' })).body.type).toEqual('/problems/ceremony-not-planned');
    await plan();
    expect((await receive(played.firm, { how: 'absent' }, played.people.focalPointAbroad)).status).toEqual(404);
  });

  it('keeps the person’s name out of the record', async () => {
    await plan();
    await receive(played.firm, { how: 'in-person', person: { ...ms(), name: 'Khun Secret Receiver' } });
    const { rows } = await api.db.readPool.query("select 1 from events where data::text like '%Secret Receiver%'");
    expect(rows).toEqual([]);
  });
});

describe('conferring', () => {
  it('is recorded once the ceremony has begun, with the instant', async () => {
    const startsAt = inHours(-2);
    await plan({ startsAt });
    const at = inHours(-1);
    expect((await confer(played.firm, { at })).status).toEqual(200);
    expect((await confer(played.ngo)).status).toEqual(200);
    const order = (await view()).order;
    expect(order.find(({ laureateId }) => laureateId === played.firm)?.conferredAt).toEqual(at);
    expect(order.every(({ conferredAt }) => conferredAt !== null)).toEqual(true);
  });

  it('is refused before the ceremony, or for another time than its own', async () => {
    await plan({ startsAt: inHours(3) });
    expect((await confer(played.firm)).body.type).toEqual('/problems/not-due');
    await plan({ startsAt: inHours(-1) });
    for (const at of [inHours(-2), inHours(1)])
      expect((await confer(played.firm, { at })).body.type).toEqual('/problems/outside-ceremony');
  });

  it('waits while the cycle is suspended; plan and receivers are arranged meanwhile', async () => {
    const { people, cycleId, ngo, firm } = played;
    await plan();
    const reason = 'Floods in two countries.';
    expect((await people.secretariat.post(`/cycles/${cycleId}/suspend`, { reason })).status).toEqual(200);
    expect((await plan({ startsAt: inHours(-2) })).status).toEqual(200);
    expect((await receive(firm, { how: 'absent' })).status).toEqual(200);
    expect((await confer(firm)).body.type).toEqual('/problems/cycle-suspended');
    const { body } = await people.secretariat.get<{ items: { kind: string; cycleId: string }[] }>(
      '/me/tasks?limit=200',
    );
    expect(body.items.filter((one) => one.cycleId === cycleId)).toEqual([]);
    expect((await people.secretariat.post(`/cycles/${cycleId}/resume`, { reason, closesAt: {} })).status).toEqual(200);
    expect((await confer(ngo)).status).toEqual(200);
  });

  it('settles the plan and the receiver', async () => {
    await plan();
    await confer(played.firm);
    expect((await plan({ startsAt: inHours(5) })).body.type).toEqual('/problems/ceremony-begun');
    expect((await receive(played.firm, { how: 'absent' })).body.type).toEqual('/problems/award-conferred');
  });

  it('is not for one who has declined; the runner-up who follows is called instead', async () => {
    await plan();
    const ids = { cycleId: played.cycleId, group: 'SG-private', laureateId: played.firm };
    const reason = 'No capacity this year.';
    await played.acts.panel({ type: 'DeclineAward', data: { ...ids, reason } }, by('laureate-contact'));
    const refused = await confer(played.firm);
    expect(refused).toMatchObject({ status: 409, body: { type: '/problems/not-laureate' } });
    await played.acts.panel({ type: 'ReplaceLaureate', data: { ...ids, reason } }, by('secretariat'));
    expect((await view()).order.map((row) => row.laureateId)).toEqual([played.ngo, second]);
    expect((await confer(second)).status).toEqual(200);
  });
});

describe('an award that was revoked', () => {
  const revoke = (laureateId: string, group: string) =>
    played.acts.panel(
      { type: 'RevokeAward', data: { cycleId: played.cycleId, group, laureateId, reason: 'False statements.' } },
      by('secretariat'),
    );

  it('is not conferred; one that was conferred before stays in the record of the ceremony', async () => {
    await plan();
    await confer(played.ngo);
    await revoke(played.ngo, 'SG-ngo');
    await revoke(played.firm, 'SG-private');
    expect((await confer(played.firm)).body.type).toEqual('/problems/not-laureate');
    expect((await view()).order.map(({ laureateId }) => laureateId)).toEqual([played.ngo]);
  });
});

describe('what is to be done', () => {
  const tasks = async (who: TestClient) => {
    const { body } = await who.get<{ items: { kind: string; cycleId: string; count: number }[] }>(
      '/me/tasks?limit=200',
    );
    return body.items.flatMap(({ kind, cycleId, count }) =>
      cycleId === played.cycleId && /receivers|confer/.test(kind) ? [`${kind} ${count}`] : [],
    );
  };

  it('stands among the tasks: receivers for the focal point, then awards for the secretariat', async () => {
    await plan();
    const { focalPoint, focalPointAbroad, secretariat } = played.people;
    expect(await tasks(focalPoint)).toEqual(['name-receivers 2']);
    expect(await tasks(focalPointAbroad)).toEqual([]);
    expect(await tasks(secretariat)).toEqual(['confer-awards 2']);
    await receive(played.firm, { how: 'absent' });
    await confer(played.ngo);
    expect(await tasks(focalPoint)).toEqual([]);
    expect(await tasks(secretariat)).toEqual(['confer-awards 1']);
  });

  it('is also the standby’s who announces', async () => {
    await plan();
    const given = { role: 'standby', scope: { award: played.definition.key }, until: inHours(24) };
    const standIn = async (powers: string[]) => {
      const client = api.as(await api.person());
      const path = `/members/${client.personId}/grants`;
      expect((await played.people.secretariat.post(path, { ...given, powers })).status).toEqual(201);
      return client;
    };
    expect(await tasks(await standIn(['announcement']))).toEqual(['confer-awards 2']);
    expect(await tasks(await standIn(['forum']))).toEqual([]);
  });

  it('asks the secretariat for nothing before the ceremony has begun', async () => {
    await plan({ startsAt: inHours(1) });
    expect(await tasks(played.people.secretariat)).toEqual([]);
  });
});

describe('the public', () => {
  const shown = async () => (await api.as(null).get<Public>(`/public/cycles/${played.cycleId}/ceremony`)).body;

  it('is told date, place and what was conferred after the public stage, and nothing before', async () => {
    await plan();
    await confer(played.firm);
    expect(await shown()).toEqual({ plan: null, laureates: [] });
    await playAnnouncement(played, ['country', 'laureate', 'press', 'public']);
    await waitFor(api.db, [publishedLaureates.name], await lastPlace(api.db), 10_000);
    const found = await shown();
    expect(found.plan).toMatchObject({ zone: 'Asia/Singapore', venue: hall });
    expect(found.laureates.map(({ laureateId, conferredAt }) => [laureateId, conferredAt !== null])).toEqual([
      [played.ngo, false],
      [played.firm, true],
    ]);
  });
});

describe('the archive', () => {
  it('does not wait for the ceremony', async () => {
    const { acts, cycleId } = played;
    await playAnnouncement(played, ['country', 'laureate', 'press', 'public']);
    await acts.cycle({ type: 'ClosePhase', data: { cycleId, phase: 'announcement' } }, by('process'));
    await acts.cycle({ type: 'ClosePhase', data: { cycleId, phase: 'forum' } }, by('secretariat'));
    await acts.cycle({ type: 'ArchiveCycle', data: { cycleId } }, by('process'));
    expect((await plan()).status).toEqual(200);
    expect((await confer(played.firm)).status).toEqual(200);
  });
});
