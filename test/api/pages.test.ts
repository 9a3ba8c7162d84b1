// The public pages over HTTP: whole without a script, escaped, in the reader's language, and silent until the public stage.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { execute } from '../../db/execute.ts';
import { AwardDefinition } from '../../domain/award-definition.ts';
import { edition } from '../../domain/edition/decider.ts';
import { HistoricEdition } from '../../domain/edition/messages.ts';
import { editionStream } from '../../domain/edition/state.ts';
import { by, planSample, type Sample } from '../support/acts.ts';
import { openTestApi, type TestApi } from '../support/api.ts';
import { type Played, playAnnouncement, playForum, playLaureates, playNominations } from '../support/played-cycle.ts';
import { enter, keep } from '../support/register-history.ts';
import { sampleDefinition } from '../support/samples.ts';

const evil = '<script>alert("1")</script>';
const sample = sampleDefinition();
/** The award has a name to be escaped, and one in Vietnamese; Thailand takes nominations from everybody. */
const definition = AwardDefinition.parse({
  ...sample,
  names: { en: `Sample award ${evil}`, th: 'รางวัลตัวอย่าง', vi: 'Giải thưởng mẫu' },
});

let api: TestApi;
let played: Played;
let forumId: string;
let historic: string;
let call: Sample;

type Got = { status: number; headers: Headers; text: string };
async function get(path: string, headers: { [name: string]: string } = {}): Promise<Got> {
  const response = await fetch(`${api.url}${path}`, {
    headers: { accept: 'text/html', 'accept-language': 'en', ...headers },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
const textOf = async (path: string, headers: { [name: string]: string } = {}) => (await get(path, headers)).text;

/** As a browser asks that has the page: `fetch` would ask for a fresh one. */
async function statusOf(path: string, headers: { [name: string]: string }): Promise<number | undefined> {
  const request = http.get(`${api.url}${path}`, { headers: { 'accept-language': 'en', ...headers } });
  const [response] = await once(request, 'response');
  response.resume();
  return response.statusCode;
}

/** When the projections have come so far. */
const shows = (path: string, text: string) =>
  vi.waitFor(async () => expect(await textOf(path)).toContain(text), { timeout: 20_000 });

beforeAll(async () => {
  api = await openTestApi(definition);
  played = await playNominations(api);
  await playLaureates(played);
  await playAnnouncement(played, ['country', 'press']);
  forumId = await playForum(played);
  await playTalks();
  historic = await playHistory();
  const hour = 3_600;
  call = await planSample(
    api.db,
    definition,
    ['TH'],
    { nomination: hour, screening: hour, judging: hour, decision: hour },
    {},
    5,
  );
  await call.acts.cycle({ type: 'OpenPhase', data: { cycleId: call.cycleId, phase: 'nomination' } }, by('process'));
  await shows(`/forums/${forumId}`, 'First');
  await shows('/laureates/sample/4', 'Trust');
  await shows('/calls', call.cycleId);
});
afterAll(() => api.close());

async function playTalks(): Promise<void> {
  const { acts, cycleId, ngo, firm } = played;
  const speaker = await api.person(`Khun ${evil}`);
  const proposalId = randomUUID();
  const laureates = [
    { laureateId: ngo, category: 'ngo' },
    { laureateId: firm, category: 'private' },
  ];
  for (const { laureateId, category } of laureates) {
    const of = { forumId, laureateId };
    const invited = {
      ...of,
      cycleId,
      personId: speaker,
      country: 'SG',
      category,
      organisation: { en: `Organisation of ${category} ${evil}` },
    };
    await acts.talk({ type: 'InvitePresenter', data: invited }, by('secretariat'));
    await acts.talk({ type: 'ConfirmTalk', data: of }, by('presenter', speaker));
    const topics = [{ title: { en: `Topic of ${category} ${evil}`, th: `หัวข้อของ ${category}` }, acronym: 'TOC' }];
    await acts.talk(
      { type: 'DescribeTalk', data: { ...of, topics, theme: null, language: 'en' } },
      by('presenter', speaker),
    );
  }
  await acts.forum({ type: 'RequestSchedule', data: { forumId, proposalId } }, by('secretariat'));
  const talks = laureates.map(({ laureateId, category }) => ({
    ...{ talk: laureateId, person: speaker, country: 'SG', category, theme: null, available: [] },
  }));
  const placements = [{ talk: ngo, block: 'first', room: 'main', slot: 0 }];
  const unplaced = [{ talk: firm, reasons: ['All slots are taken.'] }];
  await acts.forum(
    { type: 'ProposeSchedule', data: { forumId, proposalId, placements, unplaced, talks } },
    by('process'),
  );
  await acts.forum({ type: 'ReleaseSchedule', data: { forumId, name: 'First', note: evil } }, by('secretariat'));
}

/** The 4th edition names one laureate, by inference; of the 3rd the number is known, and of the 2nd nothing. @returns the organisation. */
async function playHistory(): Promise<string> {
  const hold = (facts: object) => {
    const data = { award: 'sample', ...HistoricEdition.parse({ sources: ['https://example.org/a?b="c"'], ...facts }) };
    return execute(
      api.db,
      edition,
      editionStream('sample', data.number),
      { type: 'RecordHistoricEdition', data },
      by('secretariat'),
    );
  };
  await hold({ number: 2, year: 2015 });
  await hold({ number: 3, year: 2017, laureateCount: 9, place: `Town ${evil}`, sources: [`javascript:alert('1')`] });
  await hold({ number: 4, year: 2019, laureateCount: 20, ceremonyDate: '2019-10-11', host: 'MM' });
  const organisationId = await enter(api.db, { en: `Trust ${evil}`, my: 'နမူနာ' }, 'MM');
  const award = { award: 'sample', edition: 4, year: 2019, country: 'MM', category: 'ngo', basis: 'inferred' as const };
  const note = `By its legal form ${evil}`;
  const data = { ...award, organisationId, printed: null, note, sources: ['https://example.org/page'] };
  await keep(api.db, { type: 'RecordHistoricLaureate', data });
  return organisationId;
}

const everyPath = () => [
  ...['/', '/laureates', '/laureates/sample', '/laureates/sample/1', '/laureates/sample/3', '/laureates/sample/4'],
  ...['/calls', `/calls/${call.cycleId}/TH`, '/forums', `/forums/${forumId}`, `/forums/${forumId}?by=theme`],
];
const secrets = () => [played.ngo, played.firm, 'Organisation of', 'Topic of', 'หัวข้อของ', 'Khun'];

describe('before the public stage', () => {
  it('no page shows who is a laureate', async () => {
    for (const path of everyPath()) {
      const { status, text } = await get(path);
      expect([path, status, secrets().filter((secret) => text.includes(secret))]).toEqual([path, 200, []]);
    }
    expect(await textOf('/laureates/sample/1')).toContain('not announced yet');
    expect((await get(`/laureates/sample/1/${played.ngo}`)).status).toEqual(404);
  });
  it('a talk is called by country and category, in the reader’s language', async () => {
    const text = await textOf(`/forums/${forumId}`);
    for (const shown of ['Laureate, Singapore, Non-governmental organisations', '09:45–10:00', 'Lunch'])
      expect(text).toContain(shown);
    expect(await textOf(`/forums/${forumId}?lang=th`)).toContain('องค์กรที่ได้รับรางวัล Singapore (');
  });
});

describe('after the public stage', () => {
  beforeAll(async () => {
    const { acts, cycleId } = played;
    const at = new Date(Date.now() - 500).toISOString();
    await acts.cycle(
      { type: 'PlanAnnouncement', data: { cycleId, stages: [{ stage: 'public', at }] } },
      by('secretariat'),
    );
    await acts.cycle({ type: 'PublishStage', data: { cycleId, stage: 'public' } }, by('process'));
    await shows('/laureates/sample/1', played.ngo);
  });

  it('a laureate has a page that says what was given, on what basis, and what it speaks about', async () => {
    const { status, text } = await get(`/laureates/sample/1/${played.ngo}`);
    expect(status).toEqual(200);
    for (const shown of ['Published here', 'Singapore', 'Topic of ngo', 'หัวข้อของ ngo', 'Speaks', '1st edition'])
      expect(text).toContain(shown);
  });
  it('the schedule names it, in every language of its topic, and leads to its page', async () => {
    const text = await textOf(`/forums/${forumId}`);
    for (const shown of [
      'Organisation of ngo',
      '<p class="topic other" lang="th">หัวข้อของ ngo',
      `/laureates/sample/1/${played.ngo}`,
    ])
      expect(text).toContain(shown);
  });
  it('the topic comes first in the reader’s language', async () => {
    const text = await textOf(`/forums/${forumId}?lang=th`);
    expect(text).toMatch(/<p class="topic" lang="th"><a href="[^"]+">หัวข้อของ ngo<\/a>/);
    expect(text).toContain('<p class="topic other" lang="en">Topic of ngo');
  });
  it('an edition is found by its number, and by the slug and id of its cycle', async () => {
    const slug = `sample-${played.cycleId.slice(0, 8)}`;
    for (const named of ['1', slug, played.cycleId])
      expect(await textOf(`/laureates/sample/${named}`)).toContain(played.ngo);
  });
  it('an award that was revoked stays on record, and says so', async () => {
    const { acts, cycleId, firm } = played;
    const data = {
      cycleId,
      group: 'SG-private',
      laureateId: firm,
      reason: 'As decided.',
      publicNote: { en: `Note ${evil}` },
    };
    await acts.panel({ type: 'RevokeAward', data }, by('secretariat'));
    await shows(`/laureates/sample/1/${firm}`, 'was revoked');
  });
  it('every page escapes what people wrote, and holds no script or style of its own', async () => {
    const paths = [...everyPath(), `/laureates/sample/1/${played.ngo}`, `/laureates/sample/1/${played.firm}`];
    const pages = await Promise.all(paths.map((path) => textOf(path)));
    expect(pages.filter((text) => text.includes('&lt;script&gt;alert(&quot;1&quot;)')).length).toBeGreaterThan(7);
    for (const text of pages) {
      expect(text).not.toContain('<script>');
      expect(text.match(/<script(?! src="\/pages\/)|<style|\sstyle="|\son[a-z]+="|href="javascript/g)).toEqual(null);
    }
  });
});

describe('what is known of earlier editions', () => {
  it('is shown with its basis and source', async () => {
    const text = await textOf('/laureates/sample/4');
    for (const shown of [
      'Category inferred',
      'href="https://example.org/page"',
      'according to the sources: 20',
      'Named here: 1',
      '11 October 2019',
    ])
      expect(text).toContain(shown);
    const { rows } = await api
      .as(null)
      .get(`/public/awards/sample/laureates`)
      .then(({ body }) => ({ rows: body.items }));
    expect(rows).toMatchObject([{ organisationId: historic }, { edition: 1 }, { edition: 1 }]);
  });
  it('is no more than the sources say', async () => {
    const [second, third] = [await textOf('/laureates/sample/2'), await textOf('/laureates/sample/3')];
    expect(second).toContain('How many laureates there were is not stated');
    expect(third).toContain('according to the sources: 9. Their names are not stated');
    for (const text of [second, third]) expect(text).toContain('not stated</span>');
  });
  it('makes a link of a web address alone', async () => {
    expect(await textOf('/laureates/sample/3')).not.toContain('href="javascript');
    expect(await textOf('/laureates/sample/2')).toContain('href="https://example.org/a?b=&quot;c&quot;"');
  });
});

describe('the language', () => {
  it('is the one in the address, else the reader’s own, else English', async () => {
    const said = async (path: string, language: string) =>
      (await get(path, { 'accept-language': language })).headers.get('content-language');
    expect([
      await said('/', 'th-TH,en;q=0.5'),
      await said('/?lang=en', 'th'),
      await said('/?lang=th', 'en'),
      await said('/', 'de'),
    ]).toEqual(['th', 'en', 'th', 'en']);
  });
  it('has Thai with the years of its era, and keeps it in links', async () => {
    const text = await textOf('/laureates/sample/4?lang=th');
    for (const shown of [
      '<html lang="th">',
      'พ.ศ. 2562',
      '11 ตุลาคม 2562',
      'รางวัลตัวอย่าง',
      'href="/laureates/sample?lang=th"',
      'ไม่ระบุ',
    ])
      expect(text).toContain(shown);
  });
  it('takes what the award has in others, and marks it', async () => {
    const text = await textOf('/laureates/sample?lang=vi');
    for (const shown of ['<html lang="en">', '<span lang="vi">Giải thưởng mẫu</span>', '>Tiếng Việt</a>'])
      expect(text).toContain(shown);
  });
});

describe('the schedule', () => {
  it('goes by theme too, and shows another zone beside the venue’s without a script', async () => {
    const text = await textOf(`/forums/${forumId}?by=theme&zone=Asia/Bangkok`);
    for (const shown of [
      'Innovations in Social Protection',
      '09:45–10:00',
      '= 08:45–09:00 (Asia/Bangkok)',
      '<option value="Asia/Bangkok" selected>',
    ])
      expect(text).toContain(shown);
  });
  it('says so where a zone is not known', async () => {
    expect(await textOf(`/forums/${forumId}?zone=Mars/North`)).toContain('That time zone is not known here');
  });
});

describe('a call', () => {
  const path = () => `/calls/${call.cycleId}/TH`;
  it('says what the award is, what is asked and until when, and leads to registering', async () => {
    expect(await textOf('/')).toContain(path());
    const text = await textOf(path());
    for (const shown of [
      'This call is open',
      '(Asia/Singapore',
      '(Asia/Bangkok',
      'Impact',
      'Certificate',
      'We agree to be put forward.',
    ])
      expect(text).toContain(shown);
    expect(text).toContain(`href="/app${path()}/register"`);
  });
  it('is in the languages of its country', async () => {
    const text = await textOf(`${path()}?lang=th`);
    for (const shown of ['กำลังเปิดรับ', 'ประเทศไทย', '<span lang="en">Impact</span>']) expect(text).toContain(shown);
    expect(await textOf(path(), { 'accept-language': 'de' })).toContain('<span lang="th">ประเทศไทย</span>');
  });
  it('says so where it is not open, and leads nowhere then', async () => {
    const { acts, cycleId } = call;
    await acts.cycle({ type: 'SuspendCycle', data: { cycleId, reason: 'The sample waits.' } }, by('secretariat'));
    await shows(path(), 'This call is not open');
    expect(await textOf(path())).not.toContain('/register');
  });
  it('is not there for a country that takes no nominations from everybody, nor by an address that is none', async () => {
    for (const other of [`/calls/${played.cycleId}/MM`, '/calls/nothing/SG', `/calls/${randomUUID()}/TH`])
      expect([other, (await get(other)).status]).toEqual([other, 404]);
  });
});

describe('every page', () => {
  it('is kept for a minute, comes once, and allows no script but ours', async () => {
    const { headers } = await get('/laureates');
    expect([headers.get('cache-control'), headers.get('vary')]).toEqual(['public, max-age=60', 'Accept-Language']);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(await statusOf('/laureates', { 'if-none-match': headers.get('etag') ?? '' })).toEqual(304);
  });
  it('names its one address, and those of its languages', async () => {
    const text = await textOf('/laureates/sample?lang=th');
    for (const shown of [
      'rel="canonical" href="{}/laureates/sample"',
      'hreflang="th" href="{}/laureates/sample?lang=th"',
      '<meta name="description" content="',
    ])
      expect(text).toContain(shown.replace('{}', api.url));
  });
  it('is set in fonts of our own for every script, kept for a year', async () => {
    const [style = ''] = (await textOf('/')).match(/\/pages\/style\.\w+\.css/) ?? [];
    const css = await get(style);
    expect([css.status, css.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    const files = [...css.text.matchAll(/url\((\/fonts\/[^)]+)\)/g)].map(([, path = '']) => path);
    for (const script of ['latin', 'vietnamese', 'thai', 'khmer', 'lao', 'myanmar'])
      expect([script, files.filter((path) => new RegExp(`-${script}-\\d`).test(path)).length]).toEqual([script, 2]);
    for (const path of files) {
      const font = await get(path);
      expect([path, font.status, font.headers.get('content-type'), font.headers.get('cache-control')]).toEqual([
        ...[path, 200, 'font/woff2', 'public, max-age=31536000, immutable'],
      ]);
    }
  });
});

describe('what is not there', () => {
  it('is said in words and in the reader’s language', async () => {
    const { status, headers, text } = await get('/laureates/none?lang=th');
    expect([status, headers.get('cache-control')]).toEqual([404, 'no-store']);
    for (const shown of ['<h1>ไม่พบหน้านี้</h1>', 'href="/?lang=th"']) expect(text).toContain(shown);
    for (const path of [
      '/nothing',
      '/laureates/sample/9',
      '/laureates/sample/x',
      '/forums/nothing',
      '/laureates/sample/1/%00',
      `/forums/${randomUUID()}`,
    ])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });
  it('is said of an address that cannot be read', async () => {
    for (const path of ['/laureates/sample?cursor=nonsense', '/calls/%ff/TH'])
      expect([path, (await get(path)).status]).toEqual([path, 400]);
  });
  it('is a problem for programs', async () => {
    const answer = await get('/nothing', { accept: 'application/json' });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect((await get('/api/v1/nothing')).headers.get('content-type')).toContain('application/problem+json');
  });
});
