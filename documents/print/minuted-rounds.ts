// The rounds before the last as minutes tell them: each entry with its place, whether it went on, and why where the panel departed from the rule.
import { textOf } from '../../domain/localized-text.ts';
import type { meetingWords } from './meeting-words.ts';
import type { Minuted } from './minuted.ts';
import type { Block, Cell } from './paper.ts';
import type { Reader } from './receipt.ts';

type Saying = { minuted: Pick<Minuted, 'rounds'>; words: ReturnType<typeof meetingWords>; reader: Reader };

export function roundsOf({ minuted, words, reader }: Saying): Block[] {
  return minuted.rounds.flatMap(({ names, next, entries }): Block[] => {
    const [round, following] = [names, next].map((texts) => textOf(texts, reader.language));
    const title = words.roundOver.replace('{round}', round ?? '').replace('{next}', following ?? '');
    const rows = entries.map(({ organisation, rank, shown, goesOn, reason }): Cell[] => [
      rank === null ? '—' : String(rank),
      { text: textOf(organisation, reader.language), small: reason ?? '' },
      shown ?? '—',
      goesOn ? words.wentOn : words.leftOut,
    ]);
    return [
      { kind: 'heading', level: 2, text: title },
      { kind: 'table', columns: [words.place, words.entry, words.score, ''], shares: [1, 6, 2, 3], rows },
    ];
  });
}
