// What happens in one room, minute by minute, on paper: whoever holds it needs no telephone.
import type { Programme, ProgrammeEntry } from '../../db/read-models/programmes.ts';
import { textOf } from '../../domain/localized-text.ts';
import { samePlace } from '../../domain/scheduling/schedule.ts';
import { sayDay } from '../print/delegation.ts';
import type { Block, Cell, Paper } from '../print/paper.ts';
import { dayOf, minuteOf, sayClock } from './day.ts';
import { type DeskWords, deskWords } from './desk-words.ts';
import { captionOf, type Registered } from './people.ts';
import type { RoomSlide } from './slides.ts';
import { stateOf } from './table.ts';
import { nameOfLanguage, tellPlace, tellSession, tellTalk, tellVersion } from './telling.ts';
import { fillWords, programmeWords } from './words.ts';

type Sheet = {
  programme: Programme;
  room: string;
  /** Of one session alone: what stands between sessions is left out. */
  session?: string;
  slides: RoomSlide[];
  registered: Registered;
};
type Asked = Sheet & { language: string; words: DeskWords };

export function runSheet(sheet: Sheet, asked: string): Paper {
  const { language, words: common } = programmeWords(asked);
  const words = deskWords(language);
  const { programme, room } = sheet;
  const { plan, since } = programme;
  const name = textOf(plan.name, language);
  const said = { room: textOf(plan.rooms.find(({ key }) => key === room)?.name ?? {}, language) };
  const version = tellVersion(programme, language);
  const rows = rowsOf({ ...sheet, language, words });
  const table: Block = {
    ...{ kind: 'table', columns: [common.time, words.cue, words.slides], shares: [3, 14, 6], rows },
  };
  const nothing = since === null ? words.nothing : fillWords(words.noChange, { number: since.number });
  return {
    title: fillWords(words.runSheet, said),
    subtitle: [name, sayDay(plan.day, language), version].join('\n'),
    language,
    foot: [said.room, version, common.internal].join(' · '),
    blocks: [
      { kind: 'notice', text: common.internal },
      ...(since === null ? [] : [{ kind: 'notice', text: fillWords(words.since, { number: since.number }) } as const]),
      ...(rows.length === 0 ? [{ kind: 'text', text: nothing } as const] : [table]),
      { kind: 'small', text: fillWords(common.zone, { zone: plan.zone }) },
    ],
  };
}

function rowsOf(asked: Asked): Cell[][] {
  const { programme, room, slides, language } = asked;
  const { since, plan } = programme;
  const isWhole = since === null && asked.session === undefined;
  const ends = endsOfSessions(slides.map(({ entry }) => entry));
  const items = isWhole ? dayOf({ plan, entries: [] }) : [];
  const whole = items.map(({ from, title }) => {
    return { at: from, rank: 1, cells: [sayClock(from, language), textOf(title ?? {}, language), ''] };
  });
  const talks = slides
    .filter(({ changed }) => changed)
    .flatMap((slide) => talkRows(asked, slide, ends.has(slide.entry)));
  const begins = slides.filter(({ entry }, at) => slides[at - 1]?.entry.session !== entry.session);
  const staff = begins.flatMap(({ entry }): Row[] => {
    const said = since === null ? tellSession(programme, entry.session, language) : '';
    const from = minuteOf(entry.place.localStart);
    return said === '' ? [] : [{ at: from, rank: 1.5, cells: [sayClock(from, language), said, ''] }];
  });
  const left = [...programme.entries, ...programme.gone]
    .filter(({ session }) => asked.session === undefined || session === asked.session)
    .filter(({ gone, before, place }) => before?.room === room && (gone || !samePlace(before, place)))
    .map((entry) => leftRow(asked, entry));
  return [...whole, ...staff, ...talks, ...left]
    .sort((a, b) => a.at - b.at || a.rank - b.rank)
    .map(({ cells }) => cells);
}

type Row = { at: number; rank: number; cells: Cell[] };

function talkRows(asked: Asked, slide: RoomSlide, isLast: boolean): Row[] {
  const { entry, prefix, holding, lacksCopy } = slide;
  const { programme, language, words, registered } = asked;
  const { talk, place } = entry;
  const told = tellTalk(programme, talk, language);
  const caption = captionOf(talk, registered, language);
  const [from, to] = [minuteOf(place.localStart), minuteOf(place.localEnd)];
  const small = [
    fillWords(words.start, {
      name: [caption?.name ?? words.noSpeaker, caption?.position ?? ''].filter(Boolean).join(', '),
    }),
    told.title === told.organisation ? '' : told.title,
    ...flagsOf(asked, entry),
  ].filter((line) => line !== '');
  const note =
    holding !== null ? fillWords(words.holding, { why: words[holding] }) : lacksCopy ? words.noCopy : words.copy;
  const shown = `${prefix}\n${note}`;
  const start = { text: `${told.organisation ?? told.title} (${told.country})`, small: small.join('\n') };
  const warns = to - from > 5 && holding !== 'absent';
  return [
    { at: from, rank: 2, cells: [sayClock(from, language), start, shown] },
    ...(warns ? [{ at: to - 2, rank: 3, cells: [sayClock(to - 2, language), words.change, ''] }] : []),
    ...(isLast ? [{ at: to, rank: 0, cells: [sayClock(to, language), words.end, ''] }] : []),
  ];
}

function flagsOf({ programme, language, words }: Asked, { talk }: ProgrammeEntry): string[] {
  const foreign = talk.language !== null && !programme.plan.interpretation.working.includes(talk.language);
  const isSettled = talk.status === 'confirmed' || talk.status === 'presented';
  return [
    ...(isSettled ? [] : [fillWords(words.notConfirmed, { state: stateOf(talk, language) })]),
    ...(talk.mode === 'remote' ? [words.remote] : []),
    ...(foreign ? [fillWords(words.language, { language: nameOfLanguage(talk.language ?? '', language) })] : []),
    ...(talk.isPublic ? [] : [words.embargo]),
  ];
}

/** Stood here at the release that is held, and stands elsewhere or nowhere now. */
function leftRow({ programme, language, words }: Asked, { talk, gone, before, place }: ProgrammeEntry): Row {
  const { organisation, title, country } = tellTalk(programme, talk, language);
  const at = minuteOf((before ?? place).localStart);
  const what = `${organisation ?? title} (${country})`;
  const { room } = tellPlace(programme, place, language);
  const to = `${sayClock(minuteOf(place.localStart), language)}, ${room}`;
  const said = gone ? fillWords(words.out, { what }) : fillWords(words.moved, { what, to });
  return { at, rank: 4, cells: [sayClock(at, language), said, ''] };
}

/** The last talk of each session. */
const endsOfSessions = (entries: ProgrammeEntry[]): Set<ProgrammeEntry> =>
  new Set([...Map.groupBy(entries, ({ session }) => session).values()].flatMap((session) => session.at(-1) ?? []));
