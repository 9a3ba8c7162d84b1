// A talk as the public reads it: its topics in each language, and who speaks.
import type { PublicTalk } from '../../db/read-models/public-views.ts';
import type { Texts } from '../../domain/messages.ts';
import { type Html, html } from './html.ts';
import type { Reader } from './reader.ts';

/** What is null is not known, or not to be told yet: then nothing is said of it. */
export const talkTopics = (reader: Reader, { topics, presenter }: PublicTalk): Html => html`${
  topics !== null &&
  topics.length > 0 &&
  html`<ul class="topics">
${topics.map(
  ({ title, acronym, summary }) => html`<li>${ownFirst(reader, title).map(
    ([language, text], index) =>
      html`<p class="${index === 0 ? 'topic' : 'topic other'}" lang="${language}">${text}${index === 0 && acronym !== undefined && acronym !== '' && html` (${acronym})`}</p>`,
  )}${summary !== undefined && html`<p>${reader.text(summary)}</p>`}</li>
`,
)}</ul>`
}
${presenter !== null && html`<p class="presenter">${reader.say('presenter')}: ${presenter}</p>`}`;

/** In every language, the one that the reader reads first. */
function ownFirst(reader: Reader, texts: Texts): [language: string, text: string][] {
  const own = reader.plain(texts);
  return Object.entries(texts).sort(([, a], [, b]) => Number(b === own) - Number(a === own));
}
