// Proceedings rolled up by theme: rooms that spoke to one theme side by side are one.
import type { ForumPlan } from '../forum/messages.ts';
import type { Texts } from '../messages.ts';
import type { ProceedingsContent, Session } from './messages.ts';

export type SessionText = Session & { content: ProceedingsContent };
type InLanguages<Value> = { [language: string]: Value };
export type RolledUp = {
  theme: string;
  title: Texts;
  /** Those that said something, in the order of the day. */
  sessions: Session[];
  /** A paragraph for each session. */
  summary: InLanguages<string[]>;
  points: InLanguages<string[]>;
  recommendations: InLanguages<string[]>;
  pictures: ProceedingsContent['pictures'];
};

/** In the order of the programme; themes without a word are left out. What two rooms say alike is said once. */
export function rollUp({ themes, blocks, rooms }: Pick<ForumPlan, 'themes' | 'blocks' | 'rooms'>, said: SessionText[]) {
  const order = (one: Session) =>
    (blocks.find(({ key }) => key === one.block)?.startsAt ?? 0) * 100 + rooms.findIndex(({ key }) => key === one.room);
  return themes.flatMap(({ key, title }): RolledUp[] => {
    const own = blocks.filter(({ theme }) => theme === key).map((block) => block.key);
    const texts = said.filter(({ block }) => own.includes(block)).toSorted((a, b) => order(a) - order(b));
    if (texts.length === 0) return [];
    const contents = texts.map(({ content }) => content);
    return [
      {
        ...{ theme: key, title },
        sessions: texts.map(({ block, room }) => ({ block, room })),
        summary: together(contents.map(({ summary }) => mapped(summary, (text) => (text === '' ? [] : [text])))),
        points: together(contents.map(({ points }) => points)),
        recommendations: together(contents.map(({ recommendations }) => recommendations)),
        pictures: contents.flatMap(({ pictures }) => pictures),
      },
    ];
  });
}

/** The session as a reader of one language has it: each part in that language, else in English, else in what there is. */
export function inOneLanguage(content: ProceedingsContent, asked: string): ProceedingsContent {
  const { summary, points, recommendations, pictures } = content;
  return {
    ...{ summary: only(summary, asked), points: only(points, asked), recommendations: only(recommendations, asked) },
    pictures: pictures.map((picture) => ({ ...picture, caption: only(picture.caption, asked) })),
  };
}

function only<Value extends string | string[]>(texts: InLanguages<Value>, asked: string): InLanguages<Value> {
  const written = Object.entries(texts).filter(([, said]) => said.length > 0);
  const there = (language: string) => written.find(([tag]) => tag === language);
  const found = there(asked) ?? there('en') ?? written[0];
  return found === undefined ? {} : Object.fromEntries([found]);
}

const mapped = <From, To>(texts: InLanguages<From>, map: (text: From) => To): InLanguages<To> =>
  Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, map(text)]));

function together(texts: InLanguages<string[]>[]): InLanguages<string[]> {
  const languages = [...new Set(texts.flatMap((one) => Object.keys(one)))];
  const all = languages.map((language): [string, string[]] => [
    language,
    [...new Set(texts.flatMap((one) => one[language] ?? []))],
  ]);
  return Object.fromEntries(all.filter(([, lines]) => lines.length > 0));
}
