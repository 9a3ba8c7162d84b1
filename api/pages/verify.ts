// Where anybody checks a published result: the bundles, the keys, the program, and the check itself in the browser.
import { findPublicBundles, type PublicBundle } from '../../db/read-models/bundle-views.ts';
import { findSigningKeys } from '../../db/read-models/panel-records.ts';
import { dayAt } from './dates.ts';
import { type Html, html } from './html.ts';
import type { Page, Visit } from './page.ts';
import type { Reader } from './reader.ts';

export async function verifyPage({ reader, services }: Visit): Promise<Page> {
  const [bundles, keys] = await Promise.all([findPublicBundles(services.db, null), findSigningKeys(services.db)]);
  return {
    title: reader.say('verifyTitle'),
    description: reader.say('verifyAbout'),
    path: '/verify',
    script: 'verify',
    body: html`<h1>${reader.say('verifyTitle')}</h1>
<p class="lead">${reader.say('verifyAbout')}</p>
${checkForm(reader)}
<div data-report aria-live="polite"></div>
<section>
<h2>${reader.say('verifyByProgram')}</h2>
<p>${reader.say('verifyByProgramHow')}</p>
<p><a class="button" href="/verify/verify.mjs" download="verify.mjs">${reader.say('verifyProgram')}</a></p>
<p><code>node verify.mjs bundle.json</code></p>
</section>
<section>
<h2>${reader.say('verifyBundles')}</h2>
${bundleList(reader, bundles ?? [])}
</section>
<section>
<h2>${reader.say('verifyKeys')}</h2>
<p>${reader.say('verifyKeysAbout')}</p>
<ul class="lines">
${keys.map(
  ({
    key,
    since,
  }) => html`<li><code class="wide">${key}</code> <span class="muted">${reader.say('verifySince')} ${dayAt(reader, since, 'UTC')}</span></li>
`,
)}</ul>
</section>`,
  };
}

/** Hidden until its script runs: without one it would do nothing. */
const checkForm = (
  reader: Reader,
): Html => html`<noscript><p class="empty">${reader.say('verifyNoScript')}</p></noscript>
<form class="verify" data-verify="/verify/verify.mjs" hidden data-heading="${reader.say('verifyReport')}" data-passed="${reader.say('verifyPassed')}" data-failed="${reader.say('verifyFailed')}" data-unchecked="${reader.say('verifyUnchecked')}">
<div class="drop" data-drop><label for="bundle">${reader.say('verifyDrop')}</label>
<input id="bundle" name="bundle" type="file" accept=".json,application/json"></div>
<details><summary>${reader.say('verifyKnown')}</summary>
<p>${reader.say('verifyKnownHow')}</p>
${(['key', 'root', 'cycle'] as const).map(
  (
    name,
  ) => html`<p><label for="${name}">${reader.say(knownTexts[name])}</label><br><input id="${name}" name="${name}" autocomplete="off" spellcheck="false"></p>
`,
)}<p><button type="submit">${reader.say('verifyAgain')}</button></p>
</details>
</form>`;

const knownTexts = { key: 'verifyKey', root: 'verifyRoot', cycle: 'verifyCycle' } as const;

function bundleList(reader: Reader, bundles: PublicBundle[]): Html {
  if (bundles.length === 0) return html`<p class="empty">${reader.say('verifyNone')}</p>`;
  return html`<ul class="lines">
${bundles.map(
  ({
    cycle,
    group,
    number,
    hash,
    publishedAt,
  }) => html`<li><a href="/api/v1/public/bundles/${hash}" download="${`laureate-${group}-${number}.json`}">${reader.text(cycle)} · ${group}</a> <span class="muted">${dayAt(reader, publishedAt, 'UTC')} UTC</span></li>
`,
)}</ul>`;
}
