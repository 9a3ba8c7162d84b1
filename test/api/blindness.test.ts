// Judging without names: every address is asked by judge, deputy and chair, and none tells a name that was planted in the entry.
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewerOf } from '../../api/viewer.ts';
import { lastPlace } from '../../db/event-store.ts';
import { waitFor } from '../../db/projections.ts';
import { findChanges } from '../../db/read-models/change-views.ts';
import { history } from '../../db/read-models/history.ts';
import { by, sheetOf } from '../support/acts.ts';
import { textOf } from '../support/answer-text.ts';
import { openTestApi, type TestApi } from '../support/api.ts';
import { addressesOf } from '../support/conflicted-world.ts';
import { draftBy, type Played, playAssignment, playNominations, playScreening } from '../support/played-cycle.ts';
import { sampleDefinition } from '../support/samples.ts';
import { facts, sendFile, sending } from '../support/uploads.ts';

/** What tells who the nominee is, and who nominated: each stands in one place. */
const planted = {
  nominee: ['Zzbody', 'ซซองค์กร', 'Zzshort', 'Zzhead', 'Zzpartner', 'zzfile', 'Zzmetadata'],
  nominator: ['Zzministry'],
  /** About persons: hidden whatever the policy is. */
  person: ['zzperson'],
};
const words = (texts: string) => ({ key: texts, label: { en: texts }, kind: 'text' as const });
const base = sampleDefinition();
const [first] = base.form.sections;
const sections =
  first === undefined
    ? []
    : [{ ...first, fields: [...first.fields, ...['short', 'head', 'partner', 'office'].map(words)] }];
const definitionOf = (blind: { nominee: boolean; nominator: boolean }) =>
  sampleDefinition('national', {
    form: {
      ...base.form,
      sections,
      interests: [
        { field: 'short', as: 'body' },
        { field: 'head', as: 'head' },
        { field: 'partner', as: 'partner' },
        { field: 'office', as: 'nominator' },
      ],
    },
    judging: { ...base.judging, blind },
  });
const answers = {
  name: { en: 'Zzbody Weavers', th: 'ซซองค์กรทอผ้า' },
  title: { en: 'Looms for all' },
  summary: 'What the villages made of it.',
  contact: 'zzperson@example.org',
  ...{ short: 'Zzshort', head: 'Zzhead of the board', partner: 'Zzpartner Bank', office: 'Zzministry of Work' },
};

type World = { api: TestApi; played: Played; entry: string; judges: string[] };

/** One entry with a paper, submitted through the API, before a panel of three who have said that no conflict stands between. */
async function play(blind: { nominee: boolean; nominator: boolean }): Promise<World> {
  const api = await openTestApi(definitionOf(blind));
  const played = await playNominations(api);
  const { applicant } = played.people;
  const entry = await draftBy(played, applicant, 'ngo');
  const draft = `/drafts/nomination/${entry}`;
  const paper = await PDFDocument.create();
  paper.addPage([300, 400]);
  paper.setAuthor('Zzmetadata');
  const bytes = await paper.save();
  const file = { ...facts(bytes), field: 'certificate', name: 'zzfile.pdf', type: 'application/pdf' };
  const { body } = await applicant.post<{ files: { fileId: string }[] }>(`${draft}/files`, file);
  await sendFile(sending(api, applicant), body.files[0]?.fileId ?? '', bytes);
  const { version } = (await applicant.get<{ version: number }>(draft)).body;
  const saved = await applicant.put<{ version: number }>(draft, { baseVersion: version, content: answers });
  const submitted = await applicant.post(`/nominations/${entry}/submit`, { draftVersion: saved.body.version });
  expect(submitted.status).toBe(200);
  const mine = { ...played, ngo: entry };
  await playScreening(mine);
  const judges = await playAssignment(mine, 3);
  for (const [place, person_id] of judges.entries())
    await api.db.read
      .insertInto('people')
      .values({ person_id, email: `${person_id}@example.org`, name: `Sample judge ${place}` })
      .execute();
  return { api, played: mine, entry, judges };
}

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
  // The metadata of a PDF stand in it as they are, or in a stream that its reader does not show: both are looked at.
  const told = [headers, await textOf(bytes), bytes.toString('latin1'), await metadataOf(bytes)].join('\n');
  return { status: response.status, told: response.status < 400 ? told : '' };
}

async function metadataOf(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') return '';
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  return [pdf.getTitle(), pdf.getAuthor(), pdf.getSubject(), pdf.getKeywords(), pdf.getCreator()].join('\n');
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
  const pdfOf = async (author: string | null) => {
    const copy = await PDFDocument.create({ updateMetadata: false });
    copy.addPage([200, 200]);
    if (author !== null) copy.setAuthor(author);
    return copy.save();
  };
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
    const signed = await pdfOf('Zzmetadata');
    const refused = await register(signed);
    const sent = await sendFile(sending(api, focalPoint), refused.fileId, signed);
    expect([sent.status, sent.body?.errors]).toMatchObject([400, [{ field: 'properties' }]]);
    const member = api.as(judges[2] ?? '');
    expect((await member.get(`/files/${refused.fileId}`)).status).toEqual(404);
    const bytes = await pdfOf(null);
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
