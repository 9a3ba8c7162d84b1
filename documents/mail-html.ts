// A mail as a page: the same words as its text, with links that can be pressed.

const escapes: { [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '');

/** Addresses as they stand in the text, up to what only ends a sentence. */
const address = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)]/g;

const linked = (text: string): string => {
  let html = '';
  let from = 0;
  for (const { 0: url, index } of text.matchAll(address)) {
    html += `${escaped(text.slice(from, index))}<a href="${escaped(url)}">${escaped(url)}</a>`;
    from = index + url.length;
  }
  return html + escaped(text.slice(from));
};

/** Blank lines part paragraphs; other ends of lines stay. */
export function mailHtml({ subject, body, language }: { subject: string; body: string; language: string }): string {
  const paragraphs = body.split(/\n{2,}/).map((paragraph) => `<p>${linked(paragraph).replaceAll('\n', '<br>')}</p>`);
  return [
    `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    "<body style=\"margin:0;padding:16px;font:16px/1.5 'Noto Sans','Noto Sans Thai',sans-serif;color:#1a1a1a;background:#fff\">",
    `<div style="max-width:40em">${paragraphs.join('')}</div></body></html>`,
  ].join('');
}
