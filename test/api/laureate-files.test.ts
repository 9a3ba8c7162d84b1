// A laureate's photograph with credit and consent, and the slides of a talk.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAwardLink } from '../../db/links.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { pngOf } from '../support/pdf.ts';
import {
  type Played,
  playAnnouncement,
  playEndorsement,
  playForum,
  playNominations,
  playPaperDecision,
  playScreening,
} from '../support/played-cycle.ts';
import { bytesOf, facts, sendFile, sending } from '../support/uploads.ts';

let api: TestApi;
let played: Played;
beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
  await playScreening(played);
  const groups = [
    await playPaperDecision(played, 'ngo', played.ngo),
    await playPaperDecision(played, 'private', played.firm),
  ];
  await playEndorsement(played, groups);
});
afterAll(() => api.close());

const photoOf = (bytes: Uint8Array) => {
  const { hash: sha256, size } = facts(bytes);
  return { name: 'weavers.png', size, type: 'image/png', sha256, credit: 'Sample photographer', consent: true };
};
type File = { fileId: string; arrived: boolean; credit: string };
const path = () => `/laureates/${played.ngo}/photo`;
const publicly = () => fetch(`${api.url}/api/v1/public/laureates/${played.ngo}/photo`);
const editionOf = async () =>
  (await played.people.secretariat.get<{ number: number }>(`/cycles/${played.cycleId}`)).body.number;
const photo = async (client: TestClient) =>
  (await client.get<{ photo: File | null }>(`/laureates/${played.ngo}`)).body.photo;

describe('a photograph', () => {
  it('is taken with credit and consent only', async () => {
    const { focalPoint } = played.people;
    const bytes = pngOf(10, 10);
    for (const wrong of [{ consent: false }, { credit: '' }, { type: 'image/svg+xml' }])
      expect((await focalPoint.post(path(), { ...photoOf(bytes), ...wrong })).status).toBe(400);
  });

  it('that says where it was taken is refused, with what to do instead', async () => {
    const { focalPoint } = played.people;
    const bytes = readFileSync(join(import.meta.dirname, '..', 'data', 'photo-with-place.jpg'));
    const given = await focalPoint.post<File>(path(), { ...photoOf(bytes), name: 'weavers.jpg', type: 'image/jpeg' });
    const sent = await sendFile(sending(api, focalPoint), given.body.fileId, bytes);
    expect([sent.status, sent.body]).toMatchObject([
      400,
      { type: '/problems/file-refused', errors: [{ field: 'place', code: 'place' }] },
    ]);
    expect((await publicly()).status).toBe(404);
  });

  it('comes from the contact by link, is replaced by a newer one, and seen by everybody once the laureate is announced', async () => {
    const { focalPoint, approverAbroad } = played.people;
    const invitee = { email: 'laureate@example.org', name: 'Sample contact', language: 'en' };
    await focalPoint.post(`/panels/${played.cycleId}~SG-ngo/laureates/${played.ngo}/contact`, invitee);
    const award = await focalPoint.get<{ contact: { personId: string } }>(`/laureates/${played.ngo}`);
    const { personId } = award.body.contact;
    const answerBy = new Date(Date.now() + 86_400_000);
    const { token } = await makeAwardLink(api.db, {
      personId,
      laureateId: played.ngo,
      cycleId: played.cycleId,
      answerBy,
    });
    const authorization = `Link ${token}`;
    const [first, second] = [pngOf(10, 10), pngOf(20, 20)];
    const older = await focalPoint.post<File>(path(), photoOf(first));
    expect(older.status).toBe(201);
    const given = await api.as(null).post<File>(path(), photoOf(second), { authorization });
    expect(given).toMatchObject({ status: 201, body: { arrived: false, credit: 'Sample photographer' } });
    const { fileId } = given.body;
    await sendFile({ url: api.url, headers: { authorization } }, fileId, second);
    expect(await photo(focalPoint)).toMatchObject({ fileId, arrived: true });
    expect((await focalPoint.get(`/files/${fileId}`)).status).toBe(200);
    expect((await focalPoint.get(`/files/${older.body.fileId}`)).status).toBe(404);
    expect((await approverAbroad.get(`/files/${fileId}`)).status).toBe(404);
    expect((await publicly()).status).toBe(404);
    await playAnnouncement(played, ['country', 'laureate', 'press', 'public']);
    await expect.poll(async () => (await publicly()).status, { timeout: 10_000 }).toBe(200);
    const shown = await publicly();
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(second);
    const page = await fetch(`${api.url}/laureates/${api.definition.key}/${await editionOf()}/${played.ngo}`);
    const [html, image] = [await page.text(), `/api/v1/public/laureates/${played.ngo}/photo`];
    expect([page.status, html.includes(image), html.includes('Sample photographer')]).toEqual([200, true, true]);
    expect((await focalPoint.delete(`${path()}/${fileId}`)).body).toEqual({ removed: true });
    expect([(await publicly()).status, await photo(focalPoint)]).toEqual([404, null]);
  });
});

const keynote = 'application/vnd.apple.keynote';
const stateOf = async (client: TestClient, talk: string) =>
  (await client.get<{ slidesState: string }>(talk)).body.slidesState;
async function send(client: TestClient, talk: string, name: string, type: string, bytes: Buffer) {
  const { hash: sha256, size } = facts(bytes);
  const { fileId } = (await client.post<File>(`${talk}/slides`, { name, type, size, sha256 })).body;
  return sendFile(sending(api, client), fileId, bytes);
}

describe('slides', () => {
  it('are attached by the presenter and read by the forum’s staff', async () => {
    const forumId = await playForum(played);
    const invitation = {
      laureateId: played.ngo,
      email: 'presenter@example.org',
      name: 'Sample presenter',
      language: 'en',
    };
    const invited = await played.people.secretariat.post(`/forums/${forumId}/talks`, invitation);
    expect(invited.status).toBe(201);
    const talk = `/talks/${forumId}~${played.ngo}`;
    type Talk = { presenter: { personId: string }; slides: File[]; forum: { day: string; themes: object[] } };
    const { body } = await played.people.secretariat.get<Talk>(talk);
    const presenter = api.as(body.presenter.personId);
    const bytes = bytesOf.pdf();
    const { hash: sha256, size } = facts(bytes);
    const slides = { name: 'slides.pdf', size, type: 'application/pdf', sha256 };
    const { fileId } = (await presenter.post<File>(`${talk}/slides`, slides)).body;
    await sendFile(sending(api, presenter), fileId, bytes);
    expect((await presenter.get<Talk>(talk)).body).toMatchObject({
      slides: [{ fileId, arrived: true }],
      forum: { themes: expect.any(Array) },
    });
    expect(await stateOf(presenter, talk)).toBe('there');
    const staff = await api.grant('forum-staff', { forum: forumId });
    expect((await staff.get(`/files/${fileId}`)).status).toBe(200);
    expect((await played.people.endorser.get(`/files/${fileId}`)).status).toBe(404);
    expect((await presenter.delete(`${talk}/slides/${fileId}`)).body).toEqual({ removed: true });
    expect((await staff.get(`/files/${fileId}`)).status).toBe(404);
    expect(await stateOf(presenter, talk)).toBe('none');
    await send(
      presenter,
      talk,
      'talk.key',
      keynote,
      Buffer.from(zipSync({ 'Index/Document.iwa': new Uint8Array([1]) })),
    );
    expect(await stateOf(presenter, talk)).toBe('copy-asked');
    type Row = { id: string; slidesState: string };
    const { items } = (await staff.get<{ items: Row[] }>(`/forums/${forumId}/talks`)).body;
    expect(items.map(({ slidesState }) => slidesState)).toEqual(['copy-asked']);
    await send(presenter, talk, 'talk.pdf', 'application/pdf', bytesOf.pdf());
    expect(await stateOf(presenter, talk)).toBe('there');
    const wrong = { name: 'talk.ppt', size: 10, type: 'application/vnd.ms-powerpoint', sha256 };
    const refused = await presenter.post(`${talk}/slides`, wrong);
    expect([refused.status, refused.body]).toMatchObject([
      400,
      {
        type: '/problems/file-refused',
        detail: 'talk.ppt: it is no PDF, PPTX, ODP or Keynote file: save the slides as PDF and send that.',
        errors: [{ field: 'type', code: 'no-slides' }],
      },
    ]);
    const large = await presenter.post(`${talk}/slides`, { ...slides, name: 'films.pdf', size: 100_000_001 });
    expect([large.status, large.body]).toMatchObject([
      400,
      {
        detail: expect.stringMatching(/^films.pdf: it is larger than 100 MB: make/),
        errors: [{ code: 'large-slides' }],
      },
    ]);
    // By its content, whatever was said of it.
    const lie = await send(presenter, talk, 'lie.pdf', 'application/pdf', bytesOf.png());
    expect(lie.body).toMatchObject({
      type: '/problems/file-refused',
      detail: expect.stringMatching(/^lie.pdf: it is image\/png/),
    });
  });
});
