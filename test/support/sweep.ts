// One screen looked over as people meet it: on a desk and on a phone, in light and dark, in English and Thai, by keyboard.
import type { Locator, Page } from 'playwright-core';
import { leftInEnglish, type Said } from './left-in-english.ts';
import { findBarriers } from './pages.ts';

export type Watch = {
  page: Page;
  /** What the browser and the server have complained of since it was last asked. */
  complaints(): string[];
  /** Nothing is on its way, but what waits for the changes of others. */
  rest(): Promise<void>;
};

/** `mayMiss` are answers that a screen asks for, as it must: whether somebody is signed in. */
export async function watch(page: Page, mayMiss: RegExp | null = null): Promise<Watch> {
  const said: string[] = [];
  page.on('response', (response) => {
    if (response.status() < 400 || mayMiss?.test(new URL(response.url()).pathname)) return;
    said.push(`${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`);
  });
  page.on('pageerror', (error) => said.push(`throws ${error.message}`));
  page.on('console', (message) => {
    // What the server refuses is told above, with its address.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      said.push(`says ${message.text()}`);
  });
  await page.addInitScript(counting);
  const rest = async () => {
    await page.evaluate(comingToRest);
  };
  return { page, rest, complaints: () => said.splice(0) };
}

/** The page counts what it has asked for and not been told. */
const counting = `(() => {
  const ask = window.fetch;
  window.asking = 0;
  window.fetch = (...asked) => {
    window.asking += 1;
    return ask(...asked).finally(() => { window.asking -= 1; });
  };
})()`;
/** In two frames, one after the other: an answer may make the screen ask for more. Each screen gives the document its title. */
const comingToRest = `new Promise((done, fail) => {
  const isQuiet = () => window.asking === 0 && document.title.includes(' · ') && document.querySelector('h1')?.checkVisibility()
    && !document.querySelector('.mantine-Loader-root');
  const late = performance.now() + 20_000;
  let quiet = 0;
  const look = () => {
    quiet = isQuiet() ? quiet + 1 : 0;
    if (quiet > 1) done();
    else if (performance.now() > late) fail(new Error('The screen does not come to rest: ' + window.asking + ' answers are awaited.'));
    else requestAnimationFrame(look);
  };
  look();
})`;

/** On a desk, in English and light: all rules, the keyboard, and every dialog. @returns what is wrong. */
export async function lookOnDesk({ page, rest }: Watch): Promise<string[]> {
  await rest();
  const headings = await page.locator('h1:visible').count();
  const found = headings === 1 ? [] : [`${headings} headings of the first level`];
  found.push(...(await findBarriers(page)), ...(await lookAtFocus(page)));
  const openers = await openersOf(page);
  for (const opener of openers) found.push(...(await lookInDialog({ page, rest }, opener)));
  return found;
}

/** On a phone, in Thai and dark: colours, width, and words that were left in English. */
export async function lookOnPhone({ page, rest }: Pick<Watch, 'page' | 'rest'>): Promise<string[]> {
  await rest();
  const found = await findBarriers(page, 'colours');
  const { wide, texts } = await page.evaluate<{ wide: string[]; texts: Said[] }>(reading);
  return [...found, ...wide.map((one) => `is wider than the phone: ${one}`), ...leftInEnglish(texts)];
}

/** The next thing that the keyboard reaches is seen, and seen to have the focus. */
async function lookAtFocus(page: Page): Promise<string[]> {
  await page.keyboard.press('Tab');
  const wrong = await page.evaluate<string | null>(lookingAtFocus);
  return wrong === null ? [] : [`the keyboard comes here and it is not seen: ${wrong}`];
}

/** What the focus moves has arrived first. */
const lookingAtFocus = `(async () => {
  const at = document.activeElement;
  if (at === null || at === document.body) return null;
  await Promise.all(at.getAnimations().map(({ finished }) => finished));
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  const { top, bottom, width } = at.getBoundingClientRect();
  const isSeen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && width > 0 && bottom > 0 && top < innerHeight;
  return isSeen ? null : at.outerHTML.slice(0, 200);
})()`;

/** The buttons that open a dialog: of those that look the same, the first, and of a long list those of two rows. */
async function openersOf(page: Page): Promise<Locator[]> {
  const all = page.locator(
    'main [aria-haspopup="dialog"]:enabled:visible:not(li:nth-child(n + 3) *, tr:nth-child(n + 3) *)',
  );
  const names = await all.allTextContents();
  return names.flatMap((name, index) => (names.indexOf(name) === index ? [all.nth(index)] : []));
}

async function lookInDialog({ page, rest }: Pick<Watch, 'page' | 'rest'>, opener: Locator): Promise<string[]> {
  const name = (await opener.textContent()) ?? '';
  await opener.click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await rest();
  const found = (await findBarriers(page, undefined, '[role="dialog"]')).map(
    (one) => `in the dialog “${name}”: ${one}`,
  );
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await rest();
  const isBack = await comesBack(opener);
  return isBack ? found : [...found, `the focus does not come back to “${name}”`];
}

/** The frame in which a dialog goes may be over well before the one in which the focus is back. */
async function comesBack(opener: Locator): Promise<boolean> {
  const isBack = () => opener.evaluate((button) => button === button.ownerDocument.activeElement);
  for (const late = Date.now() + 5_000; Date.now() < late; ) if (await isBack()) return true;
  return false;
}

/** What stands beyond the right edge, and every word that is seen or spoken, with its language. */
const reading = `(() => {
  const root = document.documentElement;
  const beyond = root.scrollWidth > root.clientWidth + 1
    ? [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1)
    : [];
  const isWide = root.scrollWidth > root.clientWidth + 1;
  const wide = isWide ? [beyond.at(-1)?.outerHTML.slice(0, 200) ?? root.scrollWidth + ' pixels'] : [];
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const say = (element, text, where) => {
    if (text.trim() !== '') texts.push({ text: text.trim(), where, lang: element.closest('[lang]')?.lang ?? '' });
  };
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element !== null && element.closest('script, style, noscript') === null && element.checkVisibility())
      say(element, node.data, element.localName);
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], img[alt]'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) say(element, element.getAttribute(name) ?? '', name);
  say(root, document.title, 'title');
  return { wide, texts };
})()`;
