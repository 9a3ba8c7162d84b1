// The built pages in a real browser, on the API of test/support/api.ts: people are signed in as its clients are.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { type Given, openTestApi, type TestApi, type TestClient } from './api.ts';

export type Look = {
  /** 1280 where nothing is said; a phone has 360. */
  width?: number;
  height?: number;
  language?: 'en' | 'th';
  scheme?: 'light' | 'dark';
  /** False for pages that must do without. */
  script?: boolean;
  zone?: string;
};
export type Pages = {
  api: TestApi;
  browser: Browser;
  /** A browser of that person's own (nobody's for null), at a place below /app. */
  open(who: TestClient | null, place: string, look?: Look): Promise<Page>;
  close(): Promise<void>;
};

export async function launchBrowser(): Promise<Browser> {
  const { executablePath, libraries } = inject('chromium');
  const env = { ...process.env, LD_LIBRARY_PATH: libraries };
  const args = [
    '--renderer-process-limit=1',
    '--num-raster-threads=1',
    '--no-sandbox',
    '--disable-dev-shm-usage',
    '--font-render-hinting=none',
  ];
  return chromium.launch({ executablePath, args, env: env as { [name: string]: string } });
}

export async function openPages(definition?: AwardDefinition, given: Given = {}): Promise<Pages> {
  const [api, browser] = await Promise.all([openTestApi(definition, given), launchBrowser()]);
  const open: Pages['open'] = async (who, place, look = {}) => {
    const context = await newContext(browser, look);
    // The header by which the API of the tests knows people.
    if (who?.personId != null) await context.setExtraHTTPHeaders({ 'x-person': who.personId });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => console.error(`${place} throws: ${error.stack}`));
    // What the server refuses is on the page; the browser says it once more.
    page.on('console', (said) => {
      if (said.type() === 'error' && !said.text().startsWith('Failed to load resource'))
        console.error(`${place} says: ${said.text()}`);
    });
    await page.goto(`${api.url}/app${place}`);
    return page;
  };
  const close = async () => {
    await browser.close();
    await api.close();
  };
  return { api, browser, open, close };
}

export async function newContext(browser: Browser, look: Look = {}): Promise<BrowserContext> {
  const { width = 1280, height = width < 600 ? 740 : 800, language = 'en', scheme = 'light', script = true } = look;
  return browser.newContext({
    viewport: { width, height },
    locale: language === 'th' ? 'th-TH' : 'en-GB',
    colorScheme: scheme,
    javaScriptEnabled: script,
    timezoneId: look.zone ?? 'Asia/Singapore',
    reducedMotion: 'reduce',
    ...(width < 600 && { isMobile: true, hasTouch: true }),
  });
}

/** What axe finds on the page as it stands; a test expects nothing. `colours`: contrast and language alone. `within`: a part. */
export async function findBarriers(page: Page, only?: 'colours', within?: string): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  // Only what is wrong is told: of all that is right, axe would make a report that nobody reads.
  const options: axe.RunOptions = { runOnly: rules, resultTypes: ['violations'], preload: false };
  if (only === 'colours') options.runOnly = ['color-contrast', 'html-has-lang', 'valid-lang', 'document-title'];
  const run = `axe.run(${JSON.stringify(within ?? 'html')}, ${JSON.stringify(options)})`;
  const { violations } = await page.evaluate<axe.AxeResults>(run);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Nothing stands beyond the right edge, once the page has taken its width: it scrolls in one direction only. */
export async function expectNoSideways(page: Page): Promise<void> {
  const beyond = () => page.locator('html').evaluate(({ clientWidth, scrollWidth }) => scrollWidth - clientWidth);
  await expect.poll(beyond, { timeout: 5_000 }).toBeLessThanOrEqual(1);
}

/** After a drag: for 50 ms, @dnd-kit takes a click for the drag's end. */
export const clicksCountAgain = (page: Page): Promise<unknown> =>
  page.evaluate('new Promise((go) => setTimeout(go, 60))');

/** What stays in place while one scrolls stands where the whole page begins. */
const atTheTop = '.mantine-AppShell-header, .mantine-AppShell-navbar { position: absolute !important; }';

/** A picture of the screen in docs/screens, when `npm run screens` (or SCREENS=1) asks for them. */
export async function shoot(page: Page, name: string, fullPage = true): Promise<void> {
  const isAsked = process.env.npm_lifecycle_event === 'screens' || process.env.SCREENS !== undefined;
  if (!isAsked) return;
  const folder = join(import.meta.dirname, '..', '..', 'docs', 'screens');
  await mkdir(folder, { recursive: true });
  await page.evaluate('document.fonts.ready');
  await page.evaluate('scrollTo(0, 0)');
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage, ...(fullPage && { style: atTheTop }) });
}
