// How a talk is told in one language: the one place where all that goes out gets its names from.
import type { ProgrammeTalk } from '../../db/read-models/programme-talks.ts';
import type { Programme, ProgrammeEntry } from '../../db/read-models/programmes.ts';
import { textOf } from '../../domain/localized-text.ts';
import { fillWords, programmeWords } from './words.ts';

export type ToldTalk = {
  /** Of the topics; the organisation where none is described; "Laureate, country, category" under embargo. */
  title: string;
  /** Null under embargo, with all that follows. */
  organisation: string | null;
  speaker: string | null;
  summary: string | null;
  country: string;
  category: string;
};
type Named = Pick<Programme, 'names'>;

export function tellTalk({ names }: Named, talk: ProgrammeTalk, language: string): ToldTalk {
  const country = textOf(names.countries[talk.country] ?? { en: talk.country }, language);
  const category = textOf(names.categories[talk.category] ?? { en: talk.category }, language);
  if (talk.organisation === null) {
    const title = fillWords(programmeWords(language).words.laureate, { country, category });
    return { title, organisation: null, speaker: null, summary: null, country, category };
  }
  const organisation = textOf(talk.organisation, language);
  const topics = talk.topics ?? [];
  const titles = topics.map(({ title, acronym }) => {
    const said = textOf(title, language);
    return acronym === undefined || acronym === '' ? said : `${said} (${acronym})`;
  });
  const summaries = topics.flatMap(({ summary }) => (summary === undefined ? [] : textOf(summary, language)));
  return {
    title: titles.length === 0 ? organisation : titles.join('; '),
    organisation,
    speaker: talk.speaker?.name ?? null,
    summary: summaries.length === 0 ? null : summaries.join('\n\n'),
    ...{ country, category },
  };
}

/** What a session is about, and where. */
export function tellPlace({ plan }: Pick<Programme, 'plan'>, place: { block: string; room: string }, language: string) {
  const block = plan.blocks.find(({ key }) => key === place.block);
  const theme = plan.themes.find(({ key }) => key === block?.theme);
  const room = plan.rooms.find(({ key }) => key === place.room);
  return {
    theme: theme === undefined ? '' : textOf(theme.title, language),
    room: room === undefined ? place.room : textOf(room.name, language),
    venue: textOf(plan.venue, language),
  };
}

/** Who moderates a session and into what it is interpreted, in one line; empty where nothing is known. */
export function tellSession({ sessions }: Pick<Programme, 'sessions'>, session: string, language: string): string {
  const { words } = programmeWords(language);
  const { moderator = null, interpretation = [] } = sessions[session] ?? {};
  const names = interpretation.map((one) => nameOfLanguage(one, language)).join(', ');
  return [
    ...(moderator === null ? [] : [fillWords(words.moderator, { name: moderator })]),
    ...(interpretation.length === 0 ? [] : [fillWords(words.interpretation, { languages: names })]),
  ].join(' · ');
}

/** By its code where it has no name. */
export const nameOfLanguage = (code: string, language: string): string =>
  new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(code) ?? code;

/** By how much a talk is late and when it should have begun, in one sentence or two; null where it is on time. */
export function tellDelay({ place, running: { late, note } }: ProgrammeEntry, language: string): string | null {
  if (late === 0) return null;
  const { words } = programmeWords(language);
  const said = fillWords(words.late, { minutes: late, time: place.localStart });
  return note === '' ? said : `${said} ${note}`;
}

/** Which version this is, and that it is not public where it names what is not. */
export function tellVersion({ release }: Pick<Programme, 'release'>, language: string): string {
  const { words } = programmeWords(language);
  return release === null ? words.copy : fillWords(words.release, { number: release.number, name: release.name });
}
