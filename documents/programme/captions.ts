// For the chair and who writes captions: who speaks, in the order of speaking, in two languages side by side.
import type { Programme, ProgrammeEntry } from '../../db/read-models/programmes.ts';
import { textOf } from '../../domain/localized-text.ts';
import type { Block, Cell, Paper } from '../print/paper.ts';
import { minuteOf, sayHours } from './day.ts';
import { deskWords } from './desk-words.ts';
import { captionOf, type Registered } from './people.ts';
import { tellPlace, tellSession, tellTalk, tellVersion } from './telling.ts';
import { programmeWords } from './words.ts';

const sides = ['en', 'th'] as const;

/** Name, position, organisation with country, title: as they are read out and shown. */
export function captionsPaper(programme: Programme, registered: Registered, asked: string): Paper {
  const { language, words } = programmeWords(asked);
  const desk = deskWords(language);
  const { plan, entries } = programme;
  const name = textOf(plan.name, language);
  const version = tellVersion(programme, language);
  const sessions = [...Map.groupBy(entries, ({ session }) => session).values()];
  const blocks = sessions.flatMap((session): Block[] => {
    const first = session[0];
    if (first === undefined) return [];
    const { theme, room } = tellPlace(programme, first.place, language);
    const said = tellSession(programme, first.session, language);
    return [
      { kind: 'heading', level: 1, text: `${theme}\n${room}` },
      ...(said === '' ? [] : [{ kind: 'text', text: said } as const]),
      {
        kind: 'table',
        columns: [desk.order, words.time, desk.caption, desk.captionOther],
        shares: [2, 4, 10, 10],
        rows: session.map((entry, index) => [
          String(index + 1),
          sayHours(minuteOf(entry.place.localStart), minuteOf(entry.place.localEnd), language),
          ...sides.map((side) => captionCell(programme, entry, registered, side)),
        ]),
      },
    ];
  });
  return {
    ...{ title: desk.speakingList, subtitle: `${name}\n${version}`, language },
    foot: [name, version, words.internal].join(' · '),
    blocks: [
      { kind: 'notice', text: words.internal },
      ...(blocks.length === 0 ? [{ kind: 'text', text: words.nothing } as const] : blocks),
    ],
  };
}

function captionCell(programme: Programme, { talk }: ProgrammeEntry, registered: Registered, side: string): Cell {
  const told = tellTalk(programme, talk, side);
  const caption = captionOf(talk, registered, side);
  const lines = [caption?.position ?? '', `${told.organisation} (${told.country})`, told.title];
  return {
    text: caption?.name ?? deskWords(side).noSpeaker,
    small: [...new Set(lines)].filter((line) => line !== '').join('\n'),
  };
}
