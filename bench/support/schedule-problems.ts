// Problems of a forum's schedule of any size, made from a seed.
import type { TimetableInput } from '../../domain/scheduling/messages.ts';

const members = ['BN', 'ID', 'KH', 'LA', 'MM', 'MY', 'PH', 'SG', 'TH', 'TL', 'VN'];
const guests = ['AU', 'BD', 'BT', 'CN', 'FJ', 'IN', 'JP', 'KR', 'LK', 'MN', 'NP', 'NZ', 'PG'];
const own = ['ms', 'id', 'km', 'lo', 'my', 'ms', 'fil', 'en', 'th', 'pt', 'vi'];
const themes = ['protection', 'partnerships', 'communities', 'livelihoods'];

type Draw = (below: number) => number;

/** Park and Miller's numbers: the same for everybody. */
function drawFrom(seed: number): Draw {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
const numbered = (letter: string, place: number) => `${letter}${String(place + 1).padStart(3, '0')}`;

/** Rooms, blocks and slots that hold a tenth more than the talks. */
function shapeOf(talks: number): { rooms: number; blocks: number; slots: number } {
  const rooms = talks <= 8 ? 1 : talks <= 30 ? 2 : talks <= 120 ? 4 : talks <= 300 ? 6 : 10;
  const blocks = talks <= 30 ? 3 : talks <= 120 ? 4 : talks <= 300 ? 6 : 7;
  return { rooms, blocks, slots: Math.ceil((1.15 * talks) / (rooms * blocks)) };
}

export type Made = ReturnType<typeof scheduleProblem>;

/** A day of slots of ten minutes: some speak their own language, some at certain hours only, some from afar, some twice. */
export function scheduleProblem(talks: number, { seed = 7, shape = shapeOf(talks) } = {}) {
  const draw = drawFrom(seed);
  const countries = talks > 120 ? [...members, ...guests] : members;
  const length = shape.slots * 10;
  const blocks = Array.from({ length: shape.blocks }, (_, place) => ({
    ...{ id: `B${place + 1}`, theme: themes[place % themes.length] ?? '', start: 480 + place * (length + 15) },
    ...{ slots: shape.slots, partOfDay: Math.floor((3 * place) / shape.blocks) },
  }));
  const rooms = Array.from({ length: shape.rooms }, (_, place) => ({ id: `R${place + 1}`, booths: 1 + draw(2) }));
  const ends = 480 + shape.blocks * (length + 15);
  const middle = blocks[Math.floor(shape.blocks / 2)]?.start ?? 480;
  const half = (): [number, number][] => (draw(2) === 0 ? [[480, middle]] : [[middle, ends]]);
  return {
    ...{ kind: 'forum' as const, id: `made-${talks}`, blocks, rooms },
    forum: {
      ...{ slotMinutes: 10, utcOffset: 480, categories: ['ngo', 'private'], published: false },
      walk: rooms.slice(1).map((room): [string, string, number] => ['R1', room.id, 5]),
    },
    teams: Object.fromEntries(own.map((language) => [language, 1 + Math.floor(shape.rooms / 3)])),
    talks: Array.from({ length: talks }, (_, place) => {
      const from = draw(countries.length);
      const isRemote = draw(12) === 0;
      return {
        ...{ id: numbered('P', place), country: countries[from] ?? '', category: draw(2) === 0 ? 'ngo' : 'private' },
        speaker: numbered('S', draw(25) === 0 ? draw(talks) : place),
        ...(draw(4) === 0 && (own[from] ?? 'en') !== 'en'
          ? { language: own[from] ?? 'en', needsInterpretation: true }
          : { language: 'en', needsInterpretation: false }),
        ...{ remote: isRemote, utcOffset: isRemote ? 60 * (draw(8) + 4) : 480 },
        available: draw(5) === 0 ? half() : [],
        busy: draw(8) === 0 ? [[blocks[0]?.start ?? 0, (blocks[0]?.start ?? 0) + 30] as [number, number]] : [],
        fit: Object.fromEntries(themes.map((theme) => [theme, draw(4)])),
        wish: draw(3) === 0 ? draw(3) : null,
      };
    }),
    moderators: Array.from({ length: Math.ceil((shape.rooms * shape.blocks) / 2) + 1 }, (_, place) => ({
      ...{ id: numbered('M', place), country: countries[draw(countries.length)] ?? '' },
      available: draw(4) === 0 ? half() : [],
      fit: Object.fromEntries(themes.map((theme) => [theme, draw(4)])),
    })),
  } satisfies TimetableInput;
}
