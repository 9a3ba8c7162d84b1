// The slides of a room as files: numbered by session and slot, and a holding slide where there is nothing to show.
import type { Programme, ProgrammeEntry } from '../../db/read-models/programmes.ts';
import { textOf } from '../../domain/localized-text.ts';
import { samePlace } from '../../domain/scheduling/schedule.ts';
import { pdfType, slidesState, slideTypes } from '../../domain/talk/slides.ts';
import type { Paper } from '../print/paper.ts';
import { deskWords } from './desk-words.ts';
import { tellTalk } from './telling.ts';
import { fillWords } from './words.ts';

/** What a talk has to show, oldest first. */
export type SlideFile = { hash: string; type: string; size: number; registeredAt: string };
export type Slides = ReadonlyMap<string, SlideFile[]>;
export type RoomSlide = {
  entry: ProgrammeEntry;
  /** Before the name of each file of it. */
  prefix: string;
  /** The newest of each kind; none where the holding slide is shown. */
  files: SlideFile[];
  holding: 'absent' | 'missing' | null;
  /** A presentation without its copy as PDF: the room has to open the presentation itself. */
  lacksCopy: boolean;
  /** Another than at the release that is asked about: its place, its slides, or whether it is given. */
  changed: boolean;
};

const endings: { [type: string]: string } = slideTypes;

/** Where the programme asks for changes since a release, the room has that one already. */
export function roomSlides(programme: Programme, room: string, slides: Slides): RoomSlide[] {
  const { entries, plan, since } = programme;
  return entries
    .filter(({ place }) => place.room === room)
    .map((entry) => {
      const { talk, place, before } = entry;
      const given = slides.get(talk.laureateId ?? '') ?? [];
      const holding = talk.status === 'absent' ? 'absent' : given.length === 0 ? 'missing' : null;
      const isNewer = given.some(({ registeredAt }) => since !== null && registeredAt > since.releasedAt);
      const stands = before !== null && samePlace(before, place);
      return {
        ...{ entry, holding, prefix: prefixOf(plan, place, talk) },
        files: holding === null ? newestOfEach(given) : [],
        lacksCopy: holding === null && slidesState(given.map(({ type }) => type)) === 'copy-asked',
        changed: since === null || !stands || isNewer || talk.status === 'absent',
      };
    });
}

/** Session, number in it, time and country: the same whatever happens to the others. */
const prefixOf = (
  { blocks }: Programme['plan'],
  place: ProgrammeEntry['place'],
  { country }: ProgrammeEntry['talk'],
) => {
  const session = blocks.findIndex(({ key }) => key === place.block) + 1;
  return `${session}-${String(place.slot + 1).padStart(2, '0')}-${place.localStart.replace(':', '')}-${country}`;
};

/** What a folder of the earlier release has and must not have any more. */
export const staleIn = ({ plan, entries, gone }: Programme, room: string): string[] =>
  [...entries, ...gone].flatMap((entry) => {
    const { before, place, talk } = entry;
    const left = before !== null && before.room === room && (entry.gone || !samePlace(before, place));
    return left ? [prefixOf(plan, before, talk)] : [];
  });

const newestOfEach = (files: SlideFile[]): SlideFile[] =>
  [...new Set(files.map(({ type }) => type))].flatMap((type) => files.findLast((file) => file.type === type) ?? []);

/** Such as 2-03-1015-TH-sample-house.pptx: sorted by name, they stand in the order of speaking. */
export function fileName(programme: Programme, { prefix, entry }: RoomSlide, type: string): string {
  const { organisation } = tellTalk(programme, entry.talk, 'en');
  const word = (organisation ?? '')
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 40);
  return `${[prefix, word].filter((part) => part !== '').join('-')}.${endings[type] ?? 'bin'}`;
}
/** In the archive the room's folder shows the copies; what they were made from lies apart. */
export const placeInArchive = (programme: Programme, slide: RoomSlide, type: string): string =>
  `${type === pdfType || slide.lacksCopy ? '' : 'presentations/'}${fileName(programme, slide, type)}`;
export const holdingName = ({ prefix }: RoomSlide): string => `${prefix}-holding.pdf`;

/** For everybody in the hall: under embargo it names nobody. */
export function holdingSlide(programme: Programme, { entry, holding }: RoomSlide): Paper {
  const { plan } = programme;
  const { talk } = entry;
  const [main, other] = [tellTalk(programme, hushed(talk), 'en'), tellTalk(programme, hushed(talk), 'th')];
  const words = [deskWords('en'), deskWords('th')];
  const title = main.organisation ?? main.title;
  const lines = [main.title, other.title, `${main.country} · ${main.category}`].filter((line) => line !== title);
  const why =
    holding === 'absent' ? words.map(({ continues }) => continues) : words.map(({ notReceived }) => notReceived);
  return {
    ...{ title, subtitle: textOf(plan.name, 'en'), language: 'en', foot: '' },
    shape: 'slide',
    blocks: [...[...new Set(lines)], ...why].map(
      (text, index) => ({ kind: index < 2 ? 'text' : 'small', text }) as const,
    ),
  };
}

const hushed = (talk: ProgrammeEntry['talk']): ProgrammeEntry['talk'] =>
  talk.isPublic ? talk : { ...talk, organisation: null, topics: null, speaker: null };

/** Goes into the archive: what is in it, and what a folder of an earlier release has to lose. */
export function listing(programme: Programme, room: string, slides: RoomSlide[]): string {
  const { since, plan } = programme;
  const stale = [
    ...staleIn(programme, room),
    ...(since === null
      ? []
      : slides.filter(({ holding }) => holding === null).map(({ prefix }) => `${prefix}-holding`)),
  ];
  return ['en', 'th']
    .flatMap((language) => {
      const words = deskWords(language);
      const name = textOf(plan.rooms.find(({ key }) => key === room)?.name ?? {}, language);
      const lines = slides.map(({ prefix, entry, holding, lacksCopy }) => {
        const { title, organisation } = tellTalk(programme, entry.talk, language);
        const note =
          holding === null
            ? lacksCopy
              ? ` [${words.noCopy}]`
              : ''
            : ` [${fillWords(words.holding, { why: words[holding] })}]`;
        return `${prefix}  ${organisation ?? ''}: ${title}${note}`;
      });
      return [
        fillWords(words.listing, { room: name }),
        ...(since === null ? [] : [fillWords(words.since, { number: since.number })]),
        ...['', ...lines],
        ...(stale.length === 0 ? [] : ['', words.remove, ...stale]),
        ...['', ''],
      ];
    })
    .join('\r\n');
}
