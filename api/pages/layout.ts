// The frame of every public page: head, way around, languages, and what stands below.
import { assets } from './assets.ts';
import { type Html, html } from './html.ts';
import type { Page } from './page.ts';
import { complete, type Reader } from './reader.ts';

/** `site` is where people reach this installation. */
export const document = (page: Page, reader: Reader, site: string): Html => html`<!doctype html>
<html lang="${reader.page}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} – ${reader.say('site')}</title>
<meta name="description" content="${page.description}">
<link rel="canonical" href="${site}${page.path}">
${complete.map(
  (language) => html`<link rel="alternate" hreflang="${language}" href="${site}${page.path}?lang=${language}">
`,
)}${page.framed === true && html`<base target="_blank">`}<link rel="icon" href="${assets.icon}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.style}">
${page.script === 'visitor-zone' && html`<script src="${assets.zone}" defer></script>`}${page.script === 'verify' && html`<script src="${assets.verify}" type="module"></script>`}
</head>
${page.framed === true ? framed(page, reader, site) : whole(page, reader)}
</html>
`;

const whole = (page: Page, reader: Reader) => html`<body>
<a class="skip" href="#content">${reader.say('skip')}</a>
<header class="top">
<p class="brand"><a href="${reader.href('/')}">${reader.say('site')}</a></p>
${ways(page, reader)}
${languageLinks(page, reader)}
</header>
<main id="content" tabindex="-1">
${page.body}
</main>
<footer>
<p>${reader.say('footer')}</p>
</footer>
</body>`;

const framed = (page: Page, reader: Reader, site: string) => html`<body>
<main id="content">
${page.body}
</main>
<footer>
<p><a href="${site}${page.path.replace(/\/embed$/, '')}">${reader.say('site')}</a></p>
</footer>
</body>`;

const ways = ({ path }: Page, reader: Reader) => html`<nav aria-label="${reader.say('wayAround')}">
<ul>
${(['laureates', 'calls', 'forums'] as const).map(
  (
    name,
  ) => html`<li><a href="${reader.href(`/${name}`)}"${current(path.startsWith(`/${name}`))}>${reader.say(name)}</a></li>
`,
)}<li><a class="sign-in" href="/app">${reader.say('signIn')}</a></li>
</ul>
</nav>`;

const current = (is: boolean) => (is ? html` aria-current="true"` : null);

const languageLinks = (
  { path, languages = [], query = {} }: Page,
  reader: Reader,
) => html`<nav class="languages" aria-label="${reader.say('language')}">
<ul>
${[...new Set<string>([...complete, ...languages])].map(
  (
    language,
  ) => html`<li><a href="${path}?${new URLSearchParams({ ...query, lang: language }).toString()}" lang="${language}" hreflang="${language}"${current(language === (reader.asked ?? reader.page))}>${ownName(language)}</a></li>
`,
)}</ul>
</nav>`;

/** What speakers of a language call it. */
function ownName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
