// A talk as the public reads it: its topics in each language, and who speaks.
import type { ProgrammeTalk } from '../../db/read-models/programmes.ts';
import type { Texts } from '../../domain/messages.ts';
import { type Html, html, type Part } from './html.ts';
import type { Reader } from './reader.ts';

type Ways = { talk?: string; speaker?: string };

/** What is null is not known, or not to be told yet: then nothing is said of it. */
export const talkTopics = (
  reader: Reader,
  { topics, speaker }: Pick<ProgrammeTalk, 'topics' | 'speaker'>,
  ways: Ways = {},
): Html => html`${
  topics !== null &&
  topics.length > 0 &&
  html`<ul class="topics">
${topics.map(
  ({ title, acronym, summary }) => html`<li>${ownFirst(reader, title).map(([language, text], index) =>
    index === 0
      ? html`<p class="topic" lang="${language}">${led(ways.talk, text)}${acronym !== undefined && acronym !== '' && html` (${acronym})`}</p>`
      : html`<p class="topic other" lang="${language}">${text}</p>`,
  )}${summary !== undefined && html`<p>${reader.text(summary)}</p>`}</li>
`,
)}</ul>`
}
${speaker !== null && html`<p class="presenter">${reader.say('presenter')}: ${led(ways.speaker, speaker.name)}</p>`}`;

const led = (href: string | undefined, text: Part): Part =>
  href === undefined ? text : html`<a href="${href}">${text}</a>`;

/** In every language, the one that the reader reads first. */
function ownFirst(reader: Reader, texts: Texts): [language: string, text: string][] {
  const own = reader.plain(texts);
  return Object.entries(texts).sort(([, a], [, b]) => Number(b === own) - Number(a === own));
}
