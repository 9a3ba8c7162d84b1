// In which zone times are shown beside the governing one: a form that works without a script.
import { type Html, html } from './html.ts';
import type { Reader } from './reader.ts';

type Asked = { path: string; asked: { [name: string]: string }; known: string[] };

export function zoneForm(reader: Reader, { zone }: { zone: string }, { path, asked, known }: Asked): Html {
  const others = [...new Set([...(reader.zone === null ? [] : [reader.zone]), ...known.toSorted(), 'UTC'])];
  const kept = Object.entries({ ...asked, ...(reader.asked !== null && { lang: reader.asked }) });
  return html`<form class="zones" method="get" action="${path}" data-zones="${zone}">
${kept.filter(([name]) => name !== 'zone').map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<label for="zone">${reader.say('alsoInZone')}</label>
<select id="zone" name="zone">
<option value="${zone}">${reader.say('venueZone', { zone })}</option>
${others
  .filter((other) => other !== zone)
  .map(
    (other) => html`<option value="${other}"${other === reader.zone && html` selected`}>${other}</option>
`,
  )}</select>
<button type="submit">${reader.say('show')}</button>
${reader.zoneUnknown && html`<p role="alert">${reader.say('zoneUnknown', { zone })}</p>`}
</form>`;
}
