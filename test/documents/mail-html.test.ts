// A mail as a page: the same words, links that can be pressed, and nothing that runs.
import { describe, expect, it } from 'vitest';
import { mailHtml } from '../../documents/mail-html.ts';

const bodyOf = (body: string) => /<div[^>]*>(.*)<\/div>/s.exec(mailHtml({ subject: 'S', body, language: 'en' }))?.[1];

describe('a mail as a page', () => {
  it('parts paragraphs at blank lines, and keeps the other ends of lines', () => {
    expect(bodyOf('One\ntwo\n\nthree')).toEqual('<p>One<br>two</p><p>three</p>');
  });
  it('makes links of addresses, without what ends the sentence', () => {
    expect(bodyOf('See https://example.org/a?b=1&c=2.')).toEqual(
      '<p>See <a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a>.</p>',
    );
  });
  it('runs nothing of what somebody wrote', () => {
    const html = mailHtml({
      subject: '</title><script>1</script>',
      body: '<img src=x onerror=1> https://x.org/"onclick="1 javascript:alert(1)',
      language: '"><script>',
    });
    expect(html).not.toMatch(/<script|<img|onclick="1|href="javascript/);
  });
});
