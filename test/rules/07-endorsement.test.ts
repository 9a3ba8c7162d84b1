// Rule 7, endorsement: both routes, replies by letter, silence and quorum, objections, the circulation note.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../domain/verify/canonical.ts';
import { by, submit, verifyDossiers } from '../support/acts.ts';
import { type Answer, openTestApi, type TestApi, type TestClient, type Told } from '../support/api.ts';
import { signDecision } from '../support/desk.ts';
import { type Played, playNominations, playPaperDecision, playPhases, playScreening } from '../support/played-cycle.ts';
import { sampleDefinition } from '../support/samples.ts';
import { registerLetters } from '../support/uploads.ts';

const groups = ['SG-ngo', 'SG-private'];
const reason = 'We know them otherwise.';
const letter = {
  letter: 'a'.repeat(64),
  reference: 'Note 12/2026',
  date: '2026-03-02',
  signatory: { office: 'Permanent Secretary', name: 'Mdm Sample' },
};

let api: TestApi;
let byMeeting: TestApi;
beforeAll(async () => {
  [api, byMeeting] = await Promise.all([
    openTestApi(),
    openTestApi(sampleDefinition('national', { endorsement: { route: 'meeting', silence: 'none', quorum: 2 } })),
  ]);
});
afterAll(() => Promise.all([api.close(), byMeeting.close()]));

type Circulated = Played & {
  path: string;
  second: string;
  third: string;
  request(more?: object): Promise<Answer<Told>>;
};
type Note = {
  status: string;
  fingerprint: string;
  fingerprints: { [group: string]: string };
  closing: { at: string; zone: string; local: string; readerZone: string; readerLocal: string };
  groups: { group: string; laureates: object[]; runnersUp: object[]; decision: object; country: object }[];
  replies: object[];
};

/** Both decisions of Singapore are signed and their dossiers verified; the request is the test's own. */
async function decided(on = api): Promise<Circulated> {
  const played = await playNominations(on);
  const [second, third] = [await submit(played, 'SG', 'ngo'), await submit(played, 'SG', 'ngo')];
  await playScreening(played, [second, third]);
  await playPaperDecision(played, 'ngo', played.ngo, [], [second]);
  await playPaperDecision(played, 'private', played.firm);
  await playPhases(played);
  await verifyDossiers(played, groups);
  await registerLetters(on.db, played.cycleId, letter.letter);
  const path = `/cycles/${played.cycleId}/endorsement`;
  const request = (more: object = {}) =>
    played.people.secretariat.post(`${path}/request`, { groups, dossiersVerified: true, ...more });
  return { ...played, path, request, second, third };
}

/** In person, with the code of the signer's second factor. */
const sign = (client: TestClient, panel: string) => signDecision(api, client, panel);

async function circulated(on = api): Promise<Circulated> {
  const sample = await decided(on);
  expect((await sample.request()).status).toEqual(200);
  return sample;
}

const standing = async ({ people, path }: Circulated) =>
  (await people.secretariat.get<{ status: string; held: string[]; objections: object[] }>(path)).body;

describe('endorsement by correspondence', () => {
  it('ends when every country has answered; silence at the end counts as assent, where the award says so', async () => {
    const sample = await circulated();
    const { people, path, acts, cycleId } = sample;
    expect((await people.endorser.post(`${path}/endorse`, { country: 'SG' })).status).toEqual(200);
    const early = await people.secretariat.post(`${path}/conclude`, {});
    expect(early.body.type).toEqual('/problems/not-due');
    expect((await people.endorserAbroad.post(`${path}/endorse`, { country: 'MM' })).status).toEqual(200);
    await acts.cycle({ type: 'ConcludeEndorsement', data: { cycleId } }, by('process'));
    expect(await standing(sample)).toMatchObject({ status: 'concluded', held: [] });
  });

  it('has no meeting to conclude it', async () => {
    const { people, path } = await circulated();
    const meeting = { meetingReference: 'Item 4', meetingDate: '2026-03-04' };
    const refused = await people.secretariat.post(`${path}/conclude`, meeting);
    expect(refused.body.type).toEqual('/problems/route-not-meeting');
  });

  it('takes a reply that came by letter from the secretariat, with reference, date and signatory', async () => {
    const sample = await circulated();
    const { people, path, ngo } = sample;
    const bare = await people.secretariat.post(`${path}/endorse`, { country: 'MM' });
    expect(bare.body.type).toEqual('/problems/letter-needed');
    const { date: _none, ...undated } = letter;
    const wrong = await people.secretariat.post(`${path}/endorse`, { country: 'MM', onBehalf: undated });
    expect(wrong.body.errors).toEqual([
      { field: 'onBehalf.date', rule: 'must be a date such as 2026-03-31', code: 'date' },
    ]);
    const reply = { country: 'MM', laureates: [ngo], onBehalf: letter };
    expect((await people.secretariat.post(`${path}/endorse`, reply)).status).toEqual(200);
    expect(await standing(sample)).toMatchObject({ replies: [{ country: 'MM', endorsed: [ngo] }] });
  });
});

describe('endorsement at a meeting', () => {
  it("is concluded with the meeting's reference and date; what has no quorum is held", async () => {
    const sample = await circulated(byMeeting);
    const { people, path, ngo, firm, second } = sample;
    await people.endorser.post(`${path}/endorse`, { country: 'SG' });
    await people.endorserAbroad.post(`${path}/endorse`, { country: 'MM', laureates: [ngo] });
    const undated = await people.secretariat.post(`${path}/conclude`, { meetingReference: 'Item 4' });
    expect(undated.body.errors).toEqual([
      { field: 'meetingDate', rule: "must be given with the meeting's reference", code: 'meeting-date' },
    ]);
    const meeting = { meetingReference: 'Item 4', meetingDate: '2026-03-04' };
    expect((await people.secretariat.post(`${path}/conclude`, meeting)).status).toEqual(200);
    expect(await standing(sample)).toMatchObject({ status: 'concluded', held: [second, firm] });
  });
});

describe('an objection', () => {
  it('holds that laureate only, and maintains the laureate when it is dismissed', async () => {
    const sample = await circulated();
    const { people, path, ngo, firm, second } = sample;
    const objection = { country: 'MM', laureateId: ngo, reason };
    expect((await people.endorserAbroad.post(`${path}/object`, objection)).status).toEqual(200);
    const own = await people.endorserAbroad.post(`${path}/endorse`, { country: 'MM' });
    expect([own.body.type, own.body.allowed]).toEqual(['/problems/objection-open', { laureates: [second, firm] }]);
    await people.endorserAbroad.post(`${path}/endorse`, { country: 'MM', laureates: [second, firm] });
    await people.endorser.post(`${path}/endorse`, { country: 'SG' });
    const told = await people.secretariat.get<{ items: object[] }>(`${path}/replies?reply=objected`);
    expect(told.body.items).toMatchObject([{ country: 'MM', laureateId: ngo, objection: 'open', reason }]);
    const first = await people.secretariat.get<{ items: object[]; next: string }>(`${path}/replies?limit=1`);
    expect(first.body.items).toMatchObject([{ country: 'MM', laureateId: ngo, reply: 'objected' }]);
    const rest = await people.secretariat.get<{ items: object[] }>(`${path}/replies?limit=9&cursor=${first.body.next}`);
    expect(rest.body.items.length).toEqual(5);
    const dismissed = { ...objection, outcome: 'dismissed' };
    expect((await people.secretariat.post(`${path}/settle-objection`, dismissed)).status).toEqual(200);
    await sample.acts.cycle({ type: 'ConcludeEndorsement', data: { cycleId: sample.cycleId } }, by('process'));
    expect(await standing(sample)).toMatchObject({ status: 'concluded', held: [] });
  });

  it('is taken back by the country that made it, and by no other', async () => {
    const sample = await circulated();
    const { people, path, ngo } = sample;
    const objection = { country: 'MM', laureateId: ngo, reason };
    await people.endorserAbroad.post(`${path}/object`, objection);
    expect((await people.endorser.post(`${path}/withdraw-objection`, objection)).status).toEqual(404);
    expect((await people.secretariat.post(`${path}/withdraw-objection`, objection)).status).toEqual(403);
    expect((await people.endorserAbroad.post(`${path}/withdraw-objection`, objection)).status).toEqual(200);
    expect(await standing(sample)).toMatchObject({
      objections: [{ country: 'MM', laureateId: ngo, status: 'withdrawn' }],
    });
    expect((await people.endorserAbroad.post(`${path}/endorse`, { country: 'MM' })).status).toEqual(200);
  });

  it('that is upheld opens the decision again: the panel names another, and a supplementary request follows', async () => {
    const sample = await circulated();
    const { people, path, ngo, second, third, cycleId, request } = sample;
    const objection = { country: 'MM', laureateId: ngo, reason };
    const panel = `/panels/${cycleId}~SG-ngo`;
    const reopen = { laureateId: ngo, reason };
    const early = await people.focalPoint.post(`${panel}/reopen`, reopen);
    expect(early.body.type).toEqual('/problems/objection-needed');
    await people.endorserAbroad.post(`${path}/object`, objection);
    await people.secretariat.post(`${path}/settle-objection`, { ...objection, outcome: 'upheld' });
    expect((await people.focalPoint.post(`${panel}/reopen`, reopen)).status).toEqual(200);
    const again = { laureates: [ngo], source: 'Second minutes' };
    expect((await people.focalPoint.post(`${panel}/outside-decision`, again)).body.type).toEqual(
      '/problems/laureate-barred',
    );
    const another = { laureates: [second], runnersUp: [third], source: 'Second minutes' };
    expect((await people.focalPoint.post(`${panel}/outside-decision`, another)).status).toEqual(200);
    expect((await sign(people.approver, panel)).status).toEqual(200);
    const before = (await people.endorser.get<Note>(`${path}/note`)).body.closing.at;
    expect((await request({ groups: ['SG-ngo'] })).body.allowed).toEqual({ laureates: [third] });
    await verifyDossiers(sample, ['SG-ngo']);
    expect((await request({ groups: ['SG-ngo'] })).status).toEqual(200);
    for (const [voice, country] of [
      [people.endorser, 'SG'],
      [people.endorserAbroad, 'MM'],
    ] as const)
      expect((await voice.post(`${path}/endorse`, { country })).status).toEqual(200);
    const { body } = await people.endorser.get<Note>(`${path}/note`);
    expect(body.groups[0]).toMatchObject({ laureates: [{ laureateId: second }], runnersUp: [{ laureateId: third }] });
    expect(body.closing.at >= before).toEqual(true);
    await sample.acts.cycle({ type: 'ConcludeEndorsement', data: { cycleId } }, by('process'));
    expect(await standing(sample)).toMatchObject({ status: 'concluded', held: [] });
  });
});

describe('the circulation note', () => {
  it('names each group in protocol order with its laureates, decision, signature and verification, and no scores', async () => {
    const { people, path, ngo, firm, second } = await circulated();
    const { body } = await people.endorser.get<Note>(`${path}/note`);
    expect(body.groups.map(({ group }) => group)).toEqual(groups);
    expect(body.groups[0]).toEqual({
      group: 'SG-ngo',
      category: { key: 'ngo', names: { en: 'Non-governmental organisations' } },
      country: { iso2: 'SG', names: { en: 'Singapore' } },
      decision: {
        number: 1,
        basis: 'outside',
        source: 'Sample minutes of the committee',
        signedAt: expect.any(String),
        signature: { kind: 'in-person' },
      },
      laureates: [
        {
          laureateId: ngo,
          order: 1,
          country: { iso2: 'SG', names: { en: 'Singapore' } },
          organisation: { en: `Sample ngo ${ngo}` },
          title: { en: `Sample initiative of ngo ${ngo}` },
          citation: null,
          score: null,
          verified: { version: 1, at: expect.any(String), note: '' },
        },
      ],
      runnersUp: [expect.objectContaining({ laureateId: second, order: 1, score: null })],
    });
    expect(JSON.stringify(body)).toContain(firm);
  });

  it('tells each country the end in both zones and its own replies, and no other country’s', async () => {
    const { people, path, ngo, firm, second } = await circulated();
    const reply = { country: 'MM', laureates: [firm, second] };
    await people.endorserAbroad.post(`${path}/endorse`, reply);
    const objected = await people.endorserAbroad.post(`${path}/object`, { country: 'MM', laureateId: ngo, reason });
    const { body } = await people.endorserAbroad.get<Note>(`${path}/note?after=${objected.body.position}`);
    expect(body.closing).toMatchObject({ zone: 'Asia/Singapore', readerZone: 'Asia/Yangon' });
    expect(body.closing.local).toContain('+08:00');
    expect(body.closing.readerLocal).toContain('+06:30');
    const own = { endorsed: [firm, second], objections: [{ laureateId: ngo, status: 'open' }], owed: [] };
    const at = expect.stringMatching(/^\d{4}-.*Z$/);
    const log = [
      { at, what: 'endorsed', laureates: [firm, second], reason: null, outcome: null, byLetter: false },
      { at, what: 'objected', laureates: [ngo], reason, outcome: null, byLetter: false },
    ];
    expect(body.replies).toEqual([{ country: 'MM', names: { en: 'Myanmar' }, ...own, log }]);
    const other = await people.endorser.get<Note>(`${path}/note`);
    const nothing = { endorsed: [], objections: [], owed: [ngo, second, firm], log: [] };
    expect(other.body.replies).toEqual([{ country: 'SG', names: { en: 'Singapore' }, ...nothing }]);
    expect((await people.endorser.get(path)).status).toEqual(403);
  });

  it('is nothing to the endorsers before it is circulated; the secretariat reads the draft', async () => {
    const { people, path } = await decided();
    expect((await people.endorser.get(`${path}/note`)).status).toEqual(404);
    expect((await people.secretariat.get<Note>(`${path}/note`)).body).toMatchObject({ status: 'draft', closing: null });
  });

  it('keeps a fingerprint, by which what was circulated can be shown after it has changed', async () => {
    const { people, path, ngo, cycleId, request } = await circulated();
    const { body } = await people.secretariat.get<Note>(`${path}/note`);
    const first = body.fingerprints['SG-ngo'] ?? '';
    expect(hashOf(body.groups[0])).toEqual(first);
    expect(hashOf(body.fingerprints)).toEqual(body.fingerprint);
    const objection = { country: 'MM', laureateId: ngo, reason };
    await people.endorserAbroad.post(`${path}/object`, objection);
    await people.secretariat.post(`${path}/settle-objection`, { ...objection, outcome: 'upheld' });
    const panel = `/panels/${cycleId}~SG-ngo`;
    await people.focalPoint.post(`${panel}/reopen`, { laureateId: ngo, reason });
    await people.focalPoint.post(`${panel}/outside-decision`, { laureates: [], source: 'Second minutes' });
    await sign(people.approver, panel);
    expect((await request({ groups: ['SG-ngo'] })).status).toEqual(200);
    const { body: now } = await people.secretariat.get<Note>(`${path}/note`);
    expect(now.groups[0]).toMatchObject({ decision: { number: 2 }, laureates: [], runnersUp: [] });
    const kept = await people.secretariat.get(`${path}/notes/${first}`);
    expect(kept.body).toEqual(body.groups[0]);
  });
});
