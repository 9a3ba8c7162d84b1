// Papers as Word documents: what a word processor makes of them.
import { describe, expect, it } from 'vitest';
import { docxOf } from '../../documents/print/docx.ts';
import type { Block, Paper } from '../../documents/print/paper.ts';
import { documentOf } from '../support/form-samples.ts';

const paper = (language: string, blocks: Block[]): Paper => ({
  ...{ title: 'Sample paper', subtitle: null, language, foot: 'Sample foot', blocks },
});
const facts: Block = { kind: 'facts', rows: [{ label: 'Place', value: 'Sample hall' }] };

describe('a paper in Word', () => {
  it('keeps tables apart that follow each other', async () => {
    const rows = [['1', 'Sample organisation']];
    const table: Block = { kind: 'table', columns: ['Place', 'Name'], shares: [1, 9], rows };
    const xml = documentOf(await docxOf(paper('en', [facts, table, facts])));
    expect(xml.match(/<w:tbl>/g)).toHaveLength(3);
    expect(xml).not.toContain('</w:tbl><w:tbl>');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  });
  it.each([
    ['en', '<w:lang w:val="en-GB"/>'],
    ['th', '<w:lang w:val="en-GB" w:bidi="th-TH"/>'],
    ['my', '<w:lang w:val="en-GB" w:bidi="my-MM"/>'],
    ['vi', '<w:lang w:val="vi-VN"/>'],
    ['zh', '<w:lang w:val="en-GB" w:eastAsia="zh-CN"/>'],
  ])('is in %s, and marks a text in another language', async (language, mark) => {
    const words: Block[] = [
      { kind: 'text', text: 'Own' },
      { kind: 'text', text: 'Lain', language: 'ms' },
    ];
    const bytes = await docxOf(paper(language, words));
    expect(documentOf(bytes, 'word/styles.xml')).toContain(mark);
    expect(documentOf(bytes).match(/<w:lang [^>]*>/g)).toEqual(['<w:lang w:val="ms-MY"/>']);
  });
});
