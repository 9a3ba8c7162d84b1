// How headings look in a Word document: larger than its text, in its ink, and never left alone at the end of a page.
import type { IStylesOptions } from 'docx';

type Sizes = { size: number; sizeComplexScript: number };

/** In half points, as Word has them. `by`: how much larger than the text each is, the title first. */
export function headingStyles({ size, sizeComplexScript }: Sizes, by: [number, number, number, number]) {
  const [heading1, heading2, heading3, heading4] = by.map((times, depth) => ({
    run: {
      bold: true,
      color: '1B2733',
      size: scaled(size, times),
      sizeComplexScript: scaled(sizeComplexScript, times),
    },
    paragraph: { keepNext: true, spacing: depth === 0 ? { after: 160 } : { before: 240, after: 100 } },
  }));
  return { heading1, heading2, heading3, heading4 } as NonNullable<IStylesOptions['default']>;
}

const scaled = (size: number, times: number) => Math.round(size * times);
