// Every screen of the pages, as one who may see it and with something on it: no barriers, by keyboard, on a phone, in Thai, in the dark.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleDomain } from '../../local/accounts.ts';
import { newContext, shoot } from '../support/pages.ts';
import { lookOnDesk, lookOnPhone, type Watch, watch } from '../support/sweep.ts';
import { openTour, type Tour } from '../support/tour.ts';

type Screens = { screens: { path: string }[] };
/** By its address: the components that it can load are another compiler's. */
const { screens }: Screens = await import(new URL('../../web/screens/screens.ts', import.meta.url).href);

/** Who looks, at which place, and a word that only what is there can show. Words in braces are the tour's. */
type Seen = [path: string, who: string | null, place: string, shows: RegExp];
const seen: Seen[] = [
  ['/', 'screener.vn', '/', /Screen nominations/],
  ['/sign-in', null, '/sign-in', /E-mail address/],
  ['/accept', null, '/accept#token={invitation}', /Welcome, Sample guest/],
  ['/account', 'approver.sg', '/account', /Recovery codes|recovery codes/],
  ['/calls/$cycleId/$iso2/register', null, '/calls/{one}/TH/register', /Register/],
  ['/link', null, '/link', /This link is too old/],
  ['/link/edit', null, '/link/edit#{edit}', /you are asked to work on a nomination/],
  ['/link/consent', null, '/link/consent#{consent}', /Do you agree/],
  ['/link/letter', null, '/link/letter#{letter}', /Letters of reference/],
  ['/link/laureate', null, '/link/laureate#{offer}', /Accept the award/],
  ['/nominations', 'applicant.th', '/nominations', /Sample cycle 1/],
  ['/cycles/$cycleId/nominations', 'focal-point.vn', '/cycles/{one}/nominations', /Sample initiative/],
  ['/nominations/$nominationId', 'applicant.th', '/nominations/{draft}', /Sample editor/],
  ['/nominations/$nominationId/form', 'applicant.th', '/nominations/{draft}/form', /Certificate of registration/],
  ['/nominations/$nominationId/papers', 'applicant.th', '/nominations/{draft}/papers', /Word document/],
  [
    '/nominations/$nominationId/screening',
    'screener.vn',
    '/nominations/{waiting}/screening',
    /Consent for publication/,
  ],
  ['/nominations/$nominationId/history', 'focal-point.vn', '/nominations/{ready}/history', /Sample/],
  ['/country', 'focal-point.sg', '/country', /Sample cycle 3/],
  ['/cycles/$cycleId/countries/$iso2', 'focal-point.vn', '/cycles/{one}/countries/VN', /Sample/],
  [
    '/cycles/$cycleId/countries/$iso2/ranking',
    'approver.vn',
    '/cycles/{one}/countries/VN/ranking',
    /Sample initiative/,
  ],
  ['/cycles/$cycleId/countries/$iso2/signing', 'approver.vn', '/cycles/{one}/countries/VN/signing', /Sample/],
  ['/cycles/$cycleId/countries/$iso2/people', 'focal-point.vn', '/cycles/{one}/countries/VN/people', /Sample screener/],
  [
    '/cycles/$cycleId/countries/$iso2/people/$personId',
    'focal-point.vn',
    '/cycles/{one}/countries/VN/people/{screener}',
    /Sample screener/,
  ],
  [
    '/cycles/$cycleId/countries/$iso2/timetable',
    'focal-point.vn',
    '/cycles/{one}/countries/VN/timetable',
    /Ends by the cycle/,
  ],
  ['/judging', 'judge-4', '/judging', /Sample/],
  ['/judging/$scorecard', 'judge-5', '/judging/{scorecard}', /Sample/],
  ['/scorecards/$scorecard/versions', 'judge-5', '/scorecards/{scorecard}/versions', /Sample|version/i],
  ['/judging/calibration/$panel', 'judge-5', '/judging/calibration/{two}~MY-ngo-cso', /no calibration round/],
  ['/panels/$panel/calibration', 'focal-point.my', '/panels/{two}~MY-ngo-cso/calibration', /no calibration round/],
  ['/judging/offline', 'judge-5', '/judging/offline', /Papers to take along/],
  ['/panels', 'judge-1', '/panels', /Singapore/],
  ['/cycles/$cycleId/panels', 'focal-point.my', '/cycles/{two}/panels', /Malaysia/],
  ['/panels/$panel', 'judge-1', '/panels/{three}~SG-ngo-cso', /Sample/],
  ['/panels/$panel/assignment', 'focal-point.my', '/panels/{two}~MY-ngo-cso/assignment', /Sample/],
  ['/panels/$panel/entries/$nominationId', 'judge-1', '/panels/{three}~SG-ngo-cso/entries/{judged}', /Sample/],
  ['/panels/$panel/access', 'judge-1', '/panels/{three}~SG-ngo-cso/access', /Nobody has asked to see an entry/],
  ['/panels/$panel/decision', 'judge-1', '/panels/{three}~SG-ngo-cso/decision', /Sample: as the published rubric/],
  ['/endorse', 'endorser.sg', '/endorse', /Sample cycle 3/],
  ['/cycles/$cycleId/endorse', 'endorser.sg', '/cycles/{three}/endorse', /Sample/],
  ['/laureates/$laureateId', 'focal-point.sg', '/laureates/{laureate}', /Sample/],
  ['/talks', 'presenter.my', '/talks', /Sample/],
  ['/talks/$talk', 'presenter.my', '/talks/{talk}', /Sample/],
  ['/cycles', 'secretariat', '/cycles', /Sample cycle 4/],
  ['/cycles/new', 'secretariat', '/cycles/new', /Countries/],
  ['/cycles/$cycleId', 'secretariat', '/cycles/{one}', /Sample cycle 1/],
  ['/cycles/$cycleId/planner', 'secretariat', '/cycles/{one}/planner', /Screening/],
  ['/cycles/$cycleId/clone', 'secretariat', '/cycles/{one}/clone', /Sample cycle 1/],
  ['/cycles/$cycleId/progress', 'secretariat', '/cycles/{one}/progress', /Thailand/],
  ['/cycles/$cycleId/mails', 'secretariat', '/cycles/{two}/mails', /Sample/],
  ['/cycles/$cycleId/people', 'secretariat', '/cycles/{one}/people', /Sample screener/],
  ['/people', 'administrator', '/people', /Sample/],
  ['/cycles/$cycleId/imports', 'secretariat', '/cycles/{one}/imports', /Import/],
  ['/cycles/$cycleId/checks', 'secretariat', '/cycles/{one}/checks', /Forwarding of VN/],
  ['/cycles/$cycleId/history', 'secretariat', '/cycles/{one}/history', /Sample/],
  ['/cycles/$cycleId/judges', 'secretariat', '/cycles/{two}/judges', /Sample judge 4/],
  ['/cycles/$cycleId/endorsement', 'secretariat', '/cycles/{three}/endorsement', /Singapore/],
  ['/cycles/$cycleId/announcement', 'secretariat', '/cycles/{four}/announcement', /To everybody/],
  ['/cycles/$cycleId/ceremony', 'secretariat', '/cycles/{four}/ceremony', /Sample hall/],
  ['/forums', 'secretariat', '/forums', /forum/],
  ['/forums/$forumId', 'secretariat', '/forums/{forum}', /Schedule by hour|Drag a talk/],
  ['/forums/$forumId/papers', 'secretariat', '/forums/{forum}/papers', /Nothing is released yet/],
  ['/forums/$forumId/plan', 'secretariat', '/forums/{released}/plan', /A schedule is public/],
  ['/forums/$forumId/quality', 'secretariat', '/forums/{forum}/quality', /What it costs/],
  ['/forums/$forumId/plan', 'secretariat', '/forums/{forum}/plan', /Interpreters/],
  ['/organisations', 'secretariat', '/organisations', /Sample hill trust/],
  ['/organisations/$organisationId', 'secretariat', '/organisations/{organisation}', /Sample hill trusts/],
  ['/search', 'secretariat', '/search?text=Sample', /Sample/],
  [
    '/cycles/$cycleId/countries/$iso2/delegation',
    'focal-point.sg',
    '/cycles/{four}/countries/SG/delegation',
    /Sample delegate/,
  ],
  ['/cycles/$cycleId/organisations', 'secretariat', '/cycles/{one}/organisations', /Sample/],
  ['/delegation', 'focal-point.sg', '/delegation', /There is no cycle yet/],
  [
    '/forums/$forumId/delegations/$iso2/report',
    'focal-point.sg',
    '/forums/{forum}/delegations/SG/report',
    /Sample delegate|Not stated/,
  ],
  ['/forums/$forumId/reports', 'secretariat', '/forums/{forum}/reports', /With the delegation/],
  ['/forums/$forumId/today', 'secretariat', '/forums/{forum}/today', /No schedule is released yet|Sample/],
  ['/forums/$forumId/proceedings', 'secretariat', '/forums/{forum}/proceedings', /Nothing written yet/],
  ['/forums/$forumId/participants', 'secretariat', '/forums/{forum}/participants', /Sample delegate/],
  ['/link/talk', null, '/link/talk#{talkLink}', /When you can speak/],
  ['/sessions', 'presenter.my', '/sessions', /working schedule/],
  ['/link/participant', null, '/link/participant#{participant}', /Sample delegate|Name on the badge/],
  ['/panels/$panel/verification', 'judge-1', '/panels/{three}~SG-ngo-cso/verification', /At the close of scoring/],
  ['/panels/$panel/shortlist', 'judge-1', '/panels/{three}~SG-ngo-cso/shortlist', /This is the last round/],
  ['/panels/$panel/rounds/$round', 'judge-1', '/panels/{three}~SG-ngo-cso/rounds/first', /no such round/],
  ['/panels/$panel/meeting', 'judge-1', '/panels/{three}~SG-ngo-cso/meeting', /Agenda/],
  ['/panels/$panel/reliability', 'judge-1', '/panels/{three}~SG-ngo-cso/reliability', /fewer than five entries/],
];

/** On a phone, in Thai and dark, for docs/screens. */
const pictures: { [path: string]: string } = {
  '/': 'home-th-phone',
  '/cycles/$cycleId/nominations': 'nominations-th-phone',
  '/nominations/$nominationId/form': 'nomination-form-th-phone',
  '/cycles/$cycleId/countries/$iso2': 'country-desk-th-phone',
  '/panels/$panel': 'panel-board-th-phone',
  '/cycles': 'cycles-th-phone',
  '/cycles/$cycleId/planner': 'planner-th-phone',
  '/cycles/$cycleId/progress': 'progress-th-phone',
  '/cycles/$cycleId/mails': 'mailbox-th-phone',
  '/cycles/$cycleId/people': 'people-th-phone',
  '/cycles/$cycleId/judges': 'judges-th-phone',
  '/cycles/$cycleId/endorsement': 'endorsement-th-phone',
  '/cycles/$cycleId/announcement': 'announcement-th-phone',
  '/cycles/$cycleId/ceremony': 'ceremony-th-phone',
  '/forums/$forumId': 'forum-desk-th-phone',
  '/organisations/$organisationId': 'organisation-th-phone',
};

/** Kilobytes of script, as they travel, that the first screen of a role may need. */
const limit = 300;
let tour: Tour;
const browsers = new Map<string | null, Promise<Watch>>();
/** Four cycles are played before anything is seen. */
beforeAll(async () => {
  tour = await openTour();
}, 300_000);
afterAll(() => tour.close());

/** One browser for each person, however many screens are seen. */
function browserOf(who: string | null): Promise<Watch> {
  const known = browsers.get(who) ?? openBrowser(who);
  browsers.set(who, known);
  return known;
}

async function openBrowser(who: string | null): Promise<Watch> {
  const { stack } = tour;
  const context = await newContext(stack.browser);
  if (who !== null) {
    const code = await tour.codeFor(who);
    const data = { email: `${who}@${sampleDomain}`, password: stack.password, ...(code !== null && { code }) };
    const answer = await context.request.post(`${stack.laureate.url}/api/auth/sign-in/email`, { data });
    expect(answer.status()).toEqual(200);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return watch(page, who === null ? /^\/api\/v1\/(me|links\/me)$/ : null);
}

const placeOf = (place: string) =>
  place.replaceAll(/\{(\w+)\}/g, (_, word: string) => {
    const value = tour.places[word] ?? '';
    expect([word, value]).not.toEqual([word, '']);
    return value;
  });

/** On a desk in English and light, or on a phone in Thai and dark: whoever has looked so before goes on without a reload. */
async function open({ page }: Watch, place: string, look: 'desk' | 'phone'): Promise<void> {
  const { url } = tour.stack.laureate;
  const [path = '', token] = placeOf(place).split('#');
  await page.setViewportSize(look === 'desk' ? { width: 1280, height: 800 } : { width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: look === 'desk' ? 'light' : 'dark' });
  const language = look === 'desk' ? 'en' : 'th';
  if (path.startsWith('/link') || path === '/accept') {
    await page.goto(`${url}/app/sign-in`);
    await page.evaluate(`localStorage.setItem('laureate.language', '${language}')`);
    if (token !== undefined) await page.evaluate(`sessionStorage.setItem('laureate.link', ${JSON.stringify(token)})`);
    await page.goto(`${url}/app${path}${path === '/accept' ? `#${token}` : ''}`);
    return;
  }
  if (page.url() === 'about:blank') await page.goto(`${url}/app/sign-in`);
  if ((await page.locator('html').getAttribute('lang')) !== language) {
    await page.evaluate(`localStorage.setItem('laureate.language', '${language}')`);
    await page.goto(`${url}/app${path}`);
  } else if (page.url() !== `${url}/app${path}`) {
    // The screen that is left may look at rest, and like the next.
    await page.evaluate("document.querySelector('h1')?.setAttribute('data-left', '')");
    await page.evaluate(`history.pushState({}, '', '/app${path}')`);
    await page.locator('h1[data-left]').waitFor({ state: 'detached' });
  }
  await page.locator(`html[lang=${language}]`).waitFor();
}

/** The scripts of a page that has come to rest, in kilobytes. */
const scriptsOf = (page: Page): Promise<number> =>
  page.evaluate(`performance.getEntriesByType('resource')
    .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000`);

describe('each account that npm start prints', () => {
  it.each([
    ['secretariat', /Confirm a signature/],
    ['screener.vn', /Screen nominations/],
    ['approver.vn', /./],
    ['judge-4', /Score entries/],
    ['endorser.sg', /Endorse the results/],
    ['laureate-contact.sg', /Accept or decline/],
    ['presenter.my', /Answer the invitation/],
  ])('%s finds what is due, on a screen of less than 300 kB of script', async (account, task) => {
    const page = await tour.stack.signIn(account);
    await page.getByRole('heading', { level: 1, name: 'What is due' }).waitFor();
    const first = page.getByRole('main').getByRole('listitem').getByRole('link', { name: task }).first();
    await first.waitFor();
    expect(await scriptsOf(page)).toBeLessThan(limit);
    expect(await scriptsOf(page)).toBeGreaterThan(0);
    await first.click();
    await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'What is due' }).waitFor();
    expect(await page.getByRole('heading', { level: 1, name: 'There is nothing here' }).count()).toEqual(0);
    expect(await scriptsOf(page)).toBeLessThan(limit);
    await page.context().close();
  });
});

describe('the screens that are looked at', () => {
  it('are all that there are', () => {
    expect([...new Set(seen.map(([path]) => path))].toSorted()).toEqual(screens.map(({ path }) => path).toSorted());
  });
});
describe('each screen', () => {
  it.each(seen)('%s, seen by %s on a desk', async (_path, who, place, shows) => {
    const watching = await browserOf(who);
    await open(watching, place, 'desk');
    await watching.page.getByRole('main').getByText(shows).first().waitFor();
    const found = await lookOnDesk(watching);
    expect({ found, complaints: watching.complaints() }).toEqual({ found: [], complaints: [] });
  });
  it.each(seen)('%s, seen by %s on a phone, in Thai', async (path, who, place) => {
    const watching = await browserOf(who);
    await open(watching, place, 'phone');
    const found = await lookOnPhone(watching);
    if (pictures[path] !== undefined) await shoot(watching.page, pictures[path]);
    expect({ found, complaints: watching.complaints() }).toEqual({ found: [], complaints: [] });
  });
});
