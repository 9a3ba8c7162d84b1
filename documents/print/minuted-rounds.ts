// The rounds before the last as minutes tell them: each entry with its place, whether it went on, and why where the panel departed from the rule.
import { textOf } from '../../domain/localized-text.ts';
import { sayMoment } from '../mail.ts';
import type { meetingWords } from './meeting-words.ts';
import type { Minuted } from './minuted.ts';
import type { Block, Cell } from './paper.ts';
import type { Reader } from './receipt.ts';

type Saying = {
  minuted: Pick<Minuted, 'rounds' | 'cycleZone'>;
  words: ReturnType<typeof meetingWords>;
  reader: Reader;
};

export function roundsOf({ minuted, words, reader }: Saying): Block[] {
  return minuted.rounds.flatMap(({ names, next, entries, anew }): Block[] => {
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
      ...anew.map(({ reason, at, before }): Block => {
        const who = before.map((texts) => textOf(texts, reader.language)).join(', ');
        const when = sayMoment({ at, zone: minuted.cycleZone }, reader.language, reader.zone);
        const text = words.settledAnew.replace('{when}', when).replace('{reason}', () => reason);
        return { kind: 'text', text: text.replace('{who}', () => who) };
      }),
    ];
  });
}
