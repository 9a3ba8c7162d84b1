// Judging without names: every address is asked by judge, deputy and chair, and none tells a name that was planted in the entry.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewerOf } from '../../api/viewer.ts';
import { lastPlace } from '../../db/event-store.ts';
import { waitFor } from '../../db/projections.ts';
import { findChanges } from '../../db/read-models/change-views.ts';
import { history } from '../../db/read-models/history.ts';
import { by, sheetOf } from '../support/acts.ts';
import { textOf } from '../support/answer-text.ts';
import { openTestApi } from '../support/api.ts';
import { type BlindWorld, blindDefinition, planted, playBlind } from '../support/blind-world.ts';
import { addressesOf } from '../support/conflicted-world.ts';
import { hiddenTextOf } from '../support/hidden-text.ts';
import { tellingPdf } from '../support/telling-pdf.ts';
import { facts, sendFile, sending } from '../support/uploads.ts';

const play = async (blind: { nominee: boolean; nominator: boolean }): Promise<World> =>
  playBlind(await openTestApi(blindDefinition(blind)));
type World = BlindWorld;

let worlds: { both: World; nominator: World; none: World };
beforeAll(async () => {
  const [both, nominator, none] = await Promise.all([
    play({ nominee: true, nominator: true }),
    play({ nominee: false, nominator: true }),
    play({ nominee: false, nominator: false }),
  ]);
  worlds = { both, nominator, none };
}, 120_000);
afterAll(() => Promise.all(Object.values(worlds).map(({ api }) => api.close())));

/** On the list of names that are to be declared they stand on purpose, linked to no entry. */
const onPurpose = ['/cycles/:cycleId/judges/:judgeId/names'];

async function ask({ api }: World, personId: string, path: string) {
  const response = await fetch(`${api.url}/api/v1${path}`, { headers: { 'x-person': personId } });
  const headers = [...response.headers].map((pair) => pair.join(': ')).join('\n');
  const bytes = Buffer.from(await response.arrayBuffer());
  const told = [headers, await textOf(bytes), bytes.toString('latin1'), await hiddenTextOf(bytes)].join('\n');
  return { status: response.status, told: response.status < 400 ? told : '' };
}

/** Which planted words are told to whom, and where. */
async function toldIn(world: World): Promise<{ asked: number; leaks: string[] }> {
  const { api, played, entry, judges } = world;
  const [chair = '', deputy = '', member = ''] = judges;
  await waitFor(api.db, [history.name], await lastPlace(api.db), 20_000);
  const here = { db: api.db, cycleId: played.cycleId, group: 'SG-ngo', entries: [entry], hidden: entry };
  const addresses = await addressesOf({ ...here, chair, member, free: [deputy] });
  const all = Object.values(planted).flat();
  const leaks = new Set<string>();
  let asked = 0;
  for (const [who, personId] of Object.entries({ judge: member, deputy, chair })) {
    for (const { route, path } of addresses) {
      const { status, told } = await ask(world, personId, path);
      expect(status).toBeLessThan(500);
      if (status === 200) asked += 1;
      if (onPurpose.includes(route)) continue;
      for (const word of all) if (told.includes(word)) leaks.add(`${route} tells ${who} ${word}`);
    }
    const changes = await findChanges(api.db, await viewerOf(api.db, personId), { tx: '0', position: 0 }, 10_000);
    for (const word of all) if (JSON.stringify(changes).includes(word)) leaks.add(`/changes tells ${who} ${word}`);
  }
  return { asked, leaks: [...leaks].sort() };
}

/** Every judge hands in and has finished; the tally is sealed, the decision recorded and signed by the chair. */
async function decide({ played, entry, judges }: World): Promise<void> {
  const { acts, cycleId, definition } = played;
  const [ids, chair = ''] = [{ cycleId, group: 'SG-ngo' }, judges[0]];
  for (const judgeId of judges) {
    await acts.scorecard(entry, judgeId, sheetOf(definition, 'ngo', 5), by('judge', judgeId));
    await acts.judge({ type: 'FinishScoring', data: { ...ids, judgeId } }, by('judge', judgeId));
  }
  await acts.panel({ type: 'CloseScoring', data: ids }, by('process'));
  const points = { impact: 5, reach: 5 };
  const sheets = judges.map((judgeId) => ({ nominationId: entry, judgeId, round: 'main', version: 2, points }));
  await acts.panel({ type: 'SealTally', data: { ...ids, sheets } }, by('process'));
  const outcome = { laureates: [entry], runnersUp: [], reasons: 'As ranked.' };
  await acts.panel({ type: 'RecordDecision', data: { ...ids, ...outcome } }, by('chair', chair));
  await acts.panel({ type: 'SignDecision', data: { ...ids, signature: { kind: 'in-person' } } }, by('chair', chair));
}

describe('where nominee and nominator are hidden', () => {
  it('no address tells a judge, the deputy or the chair one of their names while they score', async () => {
    const { asked, leaks } = await toldIn(worlds.both);
    expect(asked).toBeGreaterThan(60);
    expect(leaks).toEqual([]);
  }, 120_000);

  it('nor once the panel has decided', async () => {
    await decide(worlds.both);
    expect((await toldIn(worlds.both)).leaks).toEqual([]);
  }, 120_000);
});

describe('a copy without names', () => {
  type Papers = { items: { fileId: string; name: string }[]; redacted: { copy: { state: string } }[] | null };

  it('is all that judges get of a paper, with a name that tells nothing, in the entry, the booklet and alone', async () => {
    const world = await play({ nominee: true, nominator: true });
    const { api, played, entry, judges } = world;
    const { focalPoint, screener } = played.people;
    const path = `/nominations/${entry}/documents`;
    const original = (await screener.get<Papers>(path)).body.items[0]?.fileId ?? '';
    expect((await screener.get<Papers>(path)).body.redacted).toEqual([]);
    const register = async (bytes: Uint8Array) => {
      const { hash, size, type } = facts(bytes);
      const body = { sha256: hash, size, type };
      return (await focalPoint.post<{ fileId: string; name: string }>(`${path}/${original}/redacted`, body)).body;
    };
    const member = api.as(judges[2] ?? '');
    const ways = { author: 'properties', xmp: 'properties', bookmark: 'bookmarks', file: 'files', note: 'notes' };
    for (const [way, field] of Object.entries(ways)) {
      const telling = await tellingPdf({ [way]: 'Zzbody' });
      const refused = await register(telling);
      const sent = await sendFile(sending(api, focalPoint), refused.fileId, telling);
      const code = `telling-${field}`;
      expect([way, sent.status, sent.body?.errors]).toMatchObject([way, 400, [{ field, code }]]);
      expect((await member.get(`/files/${refused.fileId}`)).status).toEqual(404);
    }
    const bytes = await tellingPdf({});
    const copy = await register(bytes);
    expect(copy.name).toEqual('document-1.pdf');
    await sendFile(sending(api, focalPoint), copy.fileId, bytes);
    expect((await screener.get<Papers>(path)).body.redacted).toMatchObject([{ copy: { state: 'arrived' } }]);
    const sheet = `/scorecards/${entry}~${judges[2]}~main/entry`;
    expect((await member.get(sheet)).body).toMatchObject({ files: [{ fileId: copy.fileId, name: 'document-1.pdf' }] });
    expect((await member.get(`/files/${copy.fileId}`)).status).toEqual(200);
    expect((await member.get(`/files/${original}`)).status).toEqual(404);
    const booklet = await ask(world, judges[2] ?? '', `/nominations/${entry}/booklet/pdf`);
    expect(booklet.told).toContain('document-1.pdf');
    expect((await toldIn(world)).leaks).toEqual([]);
    await api.close();
  }, 120_000);
});

describe('where the nominator alone is hidden', () => {
  it('the nominee is told and the nominator is not', async () => {
    const { leaks } = await toldIn(worlds.nominator);
    const told = (word: string) => leaks.some((line) => line.endsWith(` judge ${word}`));
    expect(planted.nominee.filter((word) => !told(word))).toEqual([]);
    expect([...planted.nominator, ...planted.person].filter(told)).toEqual([]);
  }, 120_000);
});

describe('where nothing is hidden', () => {
  it('what was planted shows, so that the same words would show where they leaked', async () => {
    const { leaks } = await toldIn(worlds.none);
    const told = (word: string) => leaks.some((line) => line.endsWith(` judge ${word}`));
    expect([...planted.nominee, ...planted.nominator].filter((word) => !told(word))).toEqual([]);
  }, 120_000);
});
