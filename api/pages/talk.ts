// A talk as the public reads it: its topics in each language, and who speaks.
import type { ProgrammeTalk } from '../../db/read-models/programme-talks.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Topic } from '../../domain/talk/messages.ts';
import { type Html, html, type Part } from './html.ts';
import type { Reader } from './reader.ts';

/** `whole`: with all that is told of a topic, where it stands alone. */
type Ways = { talk?: string; speaker?: string; whole?: true };

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
  ({ title, acronym, summary, ...more }) => html`<li>${ownFirst(reader, title).map(([language, text], index) =>
    index === 0
      ? html`<p class="topic" lang="${language}">${led(ways.talk, text)}${acronym !== undefined && acronym !== '' && html` (${acronym})`}</p>`
      : html`<p class="topic other" lang="${language}">${text}</p>`,
  )}${ways.whole === true && wholeTopic(reader, more)}${summary !== undefined && html`<p>${reader.text(summary)}</p>`}</li>
`,
)}</ul>`
}
${speaker !== null && html`<p class="presenter">${reader.say('presenter')}: ${led(ways.speaker, speaker.name)}</p>`}`;

function wholeTopic(
  reader: Reader,
  { standsFor, subtitle, aims = {} }: Pick<Topic, 'standsFor' | 'subtitle' | 'aims'>,
): Html {
  const points = aims[reader.page] ?? aims.en ?? Object.values(aims)[0] ?? [];
  return html`${standsFor !== undefined && html`<p class="muted">${reader.text(standsFor)}</p>`}${subtitle !== undefined && html`<p>${reader.text(subtitle)}</p>`}${
    points.length > 0 && html`<p>${reader.say('aims')}</p><ul>${points.map((point) => html`<li>${point}</li>`)}</ul>`
  }`;
}

const led = (href: string | undefined, text: Part): Part =>
  href === undefined ? text : html`<a href="${href}">${text}</a>`;

/** In every language, the one that the reader reads first. */
function ownFirst(reader: Reader, texts: Texts): [language: string, text: string][] {
  const own = reader.plain(texts);
  return Object.entries(texts).sort(([, a], [, b]) => Number(b === own) - Number(a === own));
}
