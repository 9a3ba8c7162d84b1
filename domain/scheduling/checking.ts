// The checker: every rule that a schedule breaks, and whether it costs what its solver says.
import { barsOf } from './bars.ts';
import { type Board, mayStand, none, vacant } from './board.ts';
import { type Broken, said } from './broken.ts';
import { chaired, interpreted } from './checking-sessions.ts';
import { type Cost, costOf, isHeld, type Terms, type Timetable, talksIn } from './cost.ts';
import { between, isDecided, languagesIn, placeBefore } from './hindrances.ts';

export type Claim = {
  placements: readonly { talk: string; session: string; slot: number }[];
  /** By session; null or left out for nobody. */
  moderators?: { readonly [session: string]: string | null };
  interpretation?: { readonly [session: string]: readonly string[] };
  objective?: number;
  bound?: number | null;
  terms?: Partial<Terms>;
};
export type Checked = { broken: Broken[]; cost: Cost; timetable: Timetable };

/** Recomputes everything that is claimed; nothing of the solver's is taken on trust. */
export function checkTimetable(board: Board, claim: Claim): Checked {
  const read = readClaim(board, claim);
  const { timetable } = read;
  const cost = costOf(board, timetable);
  const broken = [
    ...board.unknown.map((pin) => said('unknown-pin', pin.split(' '), `The pin ${pin} is not in the programme.`)),
    ...read.broken,
    ...standing(board, timetable.places),
    ...pinsLeftOut(board, timetable),
    ...interpreted(board, timetable),
    ...chaired(board, timetable),
    ...differing(claim, cost),
  ];
  return { broken, cost, timetable };
}

/** What no schedule could mend: pins that break a rule by themselves, sessions outside the hours, and no slot for anyone. */
export function pinsBroken(board: Board): Broken[] {
  const { hours } = board.file.forum;
  const slotless = board.talks.length > 0 && !board.places.some(({ open }) => open);
  const places = board.pins;
  const languages = languagesIn(board, places).map((own) => [...own]);
  const chairs = board.moderatorPins.map((pin) => (pin === vacant ? none : pin));
  const timetable = { places, chairs, languages };
  return [
    ...board.unknown.map((pin) => said('unknown-pin', pin.split(' '), `The pin ${pin} is not in the programme.`)),
    ...board.sessions.flatMap(({ id, from, to }) =>
      hours !== null && (from < hours[0] || to > hours[1])
        ? [
            said(
              'outside',
              [id],
              `Session ${id} lies outside the forum's hours, ${clock(hours[0])} to ${clock(hours[1])}.`,
            ),
          ]
        : [],
    ),
    ...(slotless ? [said('no-slot', [], 'The programme has no slot in which anybody can speak.')] : []),
    ...standing(board, places).filter(({ rule }) => rule !== 'hole'),
    ...interpreted(board, timetable),
    ...chaired(board, timetable).filter(({ rule }) => rule !== 'moderator-country' && rule !== 'moderator-empty'),
  ];
}

function readClaim(board: Board, { placements, moderators = {}, interpretation = {} }: Claim) {
  const rows = new Map(board.talks.map(({ id }, talk) => [id, talk]));
  const columns = new Map(board.sessions.map(({ id }, session) => [id, session]));
  const chairs = new Map(board.moderators.map(({ id }, chair) => [id, chair]));
  const places = board.talks.map(() => none);
  const broken: Broken[] = [];
  for (const { talk: id, session: at, slot } of placements) {
    const [talk, session] = [rows.get(id), board.sessions[columns.get(at) ?? none]];
    if (talk === undefined) broken.push(said('unknown-talk', [id], `There is no talk ${id}.`));
    else if (session === undefined || !Number.isInteger(slot) || slot < 0 || slot >= session.slots)
      broken.push(
        said('unknown-place', [id, at], `Talk ${id} is put to a slot that is not in the programme: ${at}, ${slot}.`),
      );
    else if (places[talk] !== none) broken.push(said('twice', [id], `Talk ${id} is placed twice.`));
    else places[talk] = session.first + slot;
  }
  for (const [at, id] of Object.entries(moderators)) {
    if (!columns.has(at)) broken.push(said('unknown-session', [at], `There is no session ${at}.`));
    if (id !== null && !chairs.has(id))
      broken.push(said('unknown-moderator', [id, at], `There is no moderator ${id}.`));
  }
  const timetable: Timetable = {
    places,
    chairs: board.sessions.map(({ id }) => chairs.get(moderators[id] ?? '') ?? none),
    languages: board.sessions.map(({ id }) => [...new Set(interpretation[id] ?? [])]),
  };
  return { timetable, broken };
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const talkIn = ({ talks }: Board, talk: number): string => talks[talk]?.id ?? '';
const sessionIn = ({ sessions }: Board, session: number): string => sessions[session]?.id ?? '';

const barred = {
  protected: 'lies in a protected time',
  begun: 'is put to a slot that has begun',
  unavailable: 'is outside the times its presenter can speak',
  busy: 'lies at the time of another meeting of its presenter',
  'remote-hours': "is outside the hours of a remote presenter's own clock",
} as const;

function standing(board: Board, at: readonly number[]): Broken[] {
  return at.flatMap((place, talk) => {
    const spot = board.places[place];
    const given = board.talks[talk];
    if (spot === undefined || given === undefined) return [];
    const found: Broken[] = [];
    if (!mayStand(board, talk, place)) {
      const [bar = 'unavailable'] = barsOf(board.file, given, spot);
      found.push(said('barred', [given.id], `Talk ${given.id} ${barred[bar]}.`));
    }
    for (const [other, where] of at.entries()) {
      if (other >= talk || where === none) continue;
      for (const rule of between(board, talk, place, other, where)) found.push(clash(board, rule, talk, other));
    }
    const before = placeBefore(board, place);
    if (before !== none && !at.includes(before) && !isDecided(board, talk, place))
      found.push(
        said('hole', [given.id], `Talk ${given.id} stands behind an empty slot of ${sessionIn(board, spot.session)}.`),
      );
    return found;
  });
}

function clash(board: Board, rule: ReturnType<typeof between>[number], talk: number, other: number): Broken {
  const ids = [talkIn(board, talk), talkIn(board, other)];
  const [own = '', its = ''] = ids;
  if (rule === 'taken') return said('taken', ids, `Talk ${own} is put to a slot that is taken by ${its}.`);
  if (rule === 'speaker')
    return said(
      'speaker',
      ids,
      `The presenter of ${own} speaks in ${its} at the same time, or has no time to walk there.`,
    );
  const country = board.talks[talk]?.country ?? '';
  return said('country', ids, `Talks ${own} and ${its} of ${country} stand side by side or in two rooms at once.`);
}

function pinsLeftOut(board: Board, { places, chairs }: Timetable): Broken[] {
  const talks = board.pins.flatMap((pin, talk) =>
    pin !== none && places[talk] !== pin
      ? [said('pin-missing', [talkIn(board, talk)], `Talk ${talkIn(board, talk)} is pinned and does not stand there.`)]
      : [],
  );
  const own = talksIn(board, places);
  const sessions = board.moderatorPins.flatMap((pin, session) => {
    if (pin === none || !isHeld(board, own[session] ?? [])) return [];
    const stands = chairs[session] ?? none;
    return stands === (pin === vacant ? none : pin)
      ? []
      : [
          said(
            'moderator-pin',
            [sessionIn(board, session)],
            `The moderator of session ${sessionIn(board, session)} is pinned and another stands there.`,
          ),
        ];
  });
  return [...talks, ...sessions];
}

function differing({ objective, bound, terms = {} }: Claim, cost: Cost): Broken[] {
  const wrong: Broken[] = [];
  const compare = (what: string, stated: number, found: number) => {
    if (stated !== found)
      wrong.push(said('cost-differs', [what], `The schedule costs ${found} for ${what}, and not ${stated} as stated.`));
  };
  if (objective !== undefined) compare('objective', objective, cost.objective);
  for (const [term, stated] of Object.entries(terms)) compare(term, stated, cost.terms[term as keyof Terms]);
  if (bound != null && bound > cost.objective)
    wrong.push(said('bound-above', [], `The bound ${bound} lies above what the schedule costs.`));
  return wrong;
}
