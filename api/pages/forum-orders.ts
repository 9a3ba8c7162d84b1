// The orders in which a programme is read: by the clock, by theme, by country.
import { timeOfDay } from '../../db/read-models/places.ts';
import type { ProgrammeEntry } from '../../db/read-models/programmes.ts';
import { dayOf, type Moment, talksOf } from '../../documents/programme/day.ts';
import { inProtocolOrder } from '../../documents/programme/paper.ts';
import { countryName } from './awards.ts';
import { type Html, html } from './html.ts';
import { clocks, delayOf, roomName, type Shown, sessionHref, talkCard, talkLines, themeOf } from './programme.ts';

/** Every hour at which something happens, breaks too. */
export function byTime(shown: Shown): Html {
  const { reader, programme } = shown;
  const moments = dayOf(programme);
  if (moments.length === 0) return html`<p class="empty">${reader.say('noTalks')}</p>`;
  return html`<section class="hours">
<h2>${reader.say('schedule')}</h2>
${moments.map((moment, index) => html`${isNewBlock(moments, index) && html`<p class="theme">${themeOf(shown, moment.block)}</p>`}${slot(shown, moment)}`)}
</section>`;
}

const isNewBlock = (moments: Moment[], index: number) =>
  moments[index]?.block !== null &&
  moments.slice(0, index).findLast(({ block }) => block !== null)?.block !== moments[index]?.block;

function slot(shown: Shown, { from, to, title, entries }: Moment): Html {
  const { reader, programme } = shown;
  const { startsAt, endsAt } = timeOfDay(programme.plan, from, to);
  return html`<div class="slot">
<h3>${clocks(reader, programme.plan.zone, startsAt, endsAt)}${title !== null && html` ${reader.text(title)}`}</h3>
${
  entries.length > 0 &&
  html`<ul class="rooms">
${entries.map(
  (
    entry,
  ) => html`<li><p class="room"><a href="${sessionHref(shown, entry.session)}">${roomName(shown, entry.place.room)}</a>${delayOf(shown, entry)}</p>${talkCard(shown, entry.talk)}</li>
`,
)}</ul>`
}
</div>
`;
}

export function byTheme(shown: Shown): Html {
  const { reader, programme } = shown;
  const { plan, entries } = programme;
  return html`${plan.themes.map(({ key, title, points }) => {
    const blocks = plan.blocks.filter(({ theme }) => theme === key).map((block) => block.key);
    const here = entries.filter(({ place }) => blocks.includes(place.block));
    const said = points[reader.page] ?? points.en ?? Object.values(points)[0] ?? [];
    return html`<section class="hours">
<h2>${reader.text(title)}</h2>
${said.length > 0 && html`<ul>${said.map((point) => html`<li>${point}</li>`)}</ul>`}
${here.length === 0 && html`<p class="empty">${reader.say('noTalksInTheme')}</p>`}
${talksIn(shown, here)}
</section>
`;
  })}`;
}

const talksIn = (shown: Shown, entries: ProgrammeEntry[]): Html =>
  html`${talksOf({ ...shown.programme, entries }).map((moment) => slot(shown, moment))}`;

export function byCountry(shown: Shown): Html {
  const { reader, programme, award } = shown;
  const countries = inProtocolOrder(programme);
  if (countries.length === 0) return html`<p class="empty">${reader.say('noTalks')}</p>`;
  return html`${countries.map(
    (iso2) => html`<section class="hours">
<h2>${countryName(reader, award, iso2)}</h2>
${talkLines(
  shown,
  programme.entries.filter(({ talk }) => talk.country === iso2),
)}
</section>
`,
  )}`;
}
