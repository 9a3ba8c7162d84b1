// A mission report as a paper: facts in a table, paragraphs, points, and pictures between them with caption and credit.
import type { ReportContent, ReportPart } from '../../domain/report/messages.ts';
import type { Block, Paper } from '../print/paper.ts';
import { inDigits } from './style.ts';
import { fill, type ReportWords, reportWords } from './words.ts';

export type Standing = {
  version: number;
  /** Of the version. */
  approved: 'internal' | 'public' | null;
  country: string;
  face: 'noto' | 'sarabun';
};

export function reportPaper(content: ReportContent, standing: Standing, digits = content.digits): Paper {
  const words = reportWords(content.language);
  const show = (text: string) => inDigits(together(text === '' ? words.notStated : text), digits);
  const blocks = content.parts.map((part): Block[] => blocksOf(part, show, words, depthOf(content, part)));
  const state = standing.approved === null ? words.draft : `${words.approved} · ${words[standing.approved]}`;
  const version = standing.version === 0 ? '' : ` · ${fill(words.version, { version: String(standing.version) })}`;
  return {
    title: show(content.title),
    subtitle: null,
    language: content.language,
    foot: inDigits(`${standing.country}${version} · ${state}`, digits),
    blocks: joined(blocks.flat()),
    ...(standing.face === 'sarabun' && { face: 'sarabun' as const }),
    ...(digits === 'thai' && { digits }),
  };
}

/** Of the label of a part: below the heading that it stands under. */
export function depthOf({ parts }: ReportContent, part: ReportPart): 2 | 3 {
  const above = parts.slice(0, parts.indexOf(part)).findLast(({ kind }) => kind === 'heading' || kind === 'subheading');
  return above?.kind === 'subheading' ? 3 : 2;
}

/** A number stays with the Thai word before it. */
const together = (text: string): string => text.replaceAll(/(\p{Script=Thai}) (?=\d)/gu, '$1\u00a0');

function blocksOf(part: ReportPart, show: (text: string) => string, words: ReportWords, depth: 2 | 3): Block[] {
  switch (part.kind) {
    case 'heading':
      return [{ kind: 'heading', level: 1, text: show(part.text) }];
    case 'subheading':
      return [{ kind: 'heading', level: 2, text: show(part.text) }];
    case 'fact':
      return [{ kind: 'facts', rows: [{ label: show(part.label), value: show(part.text) }] }];
    case 'picture': {
      const { fileId: key, caption, credit } = part;
      const said = credit === '' ? '' : fill(words.credit, { credit });
      return [{ kind: 'picture', key, caption: show(caption), credit: said, otherwise: words.noPicture }];
    }
    default: {
      const head: Block[] = part.label === '' ? [] : [{ kind: 'heading', level: depth, text: show(part.label) }];
      if (part.kind === 'list' && part.text !== '')
        return [...head, { kind: 'list', items: part.text.split('\n').map(show) }];
      return [
        ...head,
        ...show(part.text)
          .split(/\n{2,}/)
          .map((text): Block => ({ kind: 'text', text })),
      ];
    }
  }
}

/** Facts that follow each other are one table. */
function joined(blocks: Block[]): Block[] {
  const done: Block[] = [];
  for (const block of blocks) {
    const last = done.at(-1);
    if (block.kind === 'facts' && last?.kind === 'facts') last.rows.push(...block.rows);
    else done.push(block);
  }
  return done;
}
