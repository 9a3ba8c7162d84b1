// The deterministic search that betters a plan swap by swap: by number, each time the best, until nothing helps or the rounds are over.
import { affinityAt, canRead, type Desk, isPinned, mayRead, type Plan, wasBefore } from './desk.ts';
import { loadsOf, meetings } from './objective.ts';

const rounds = 20;
/** Up to so many seats every exchange is tried; above, those that part judges who meet too often. */
const fewSeats = 1_000;

type Table = { desk: Desk; plan: number[][]; loads: number[]; met: Int32Array; lambda: number };
/** `from` leaves the entry and `to` comes; where `other` stands, `from` takes the place of `to` there. */
type Move = { gain: number; entry: number; from: number | null; to: number; other: number | null };

/**
 * `exchanges`: whether judges of two entries change places, too, which takes most of the time.
 * @returns a plan that costs no more, and breaks no rule that the given one keeps.
 */
export function improve(desk: Desk, start: Plan, { exchanges = true } = {}): number[][] {
  const plan = start.map((own) => [...own]);
  const table: Table = {
    ...{ desk, plan, loads: loadsOf(desk, plan), met: meetings(desk, plan) },
    lambda: desk.lambda ?? Number.POSITIVE_INFINITY,
  };
  const seats = plan.reduce((all, own) => all + own.length, 0);
  const reach = !exchanges ? 'none' : seats <= fewSeats ? 'all' : 'repeated';
  for (let round = 0; round < rounds; round += 1) if (!oneRound(table, reach)) break;
  for (const own of plan) own.sort((a, b) => a - b);
  return plan;
}

function oneRound(table: Table, reach: 'none' | 'repeated' | 'all'): boolean {
  const { desk, plan } = table;
  let hasMoved = false;
  for (const [entry, own] of plan.entries()) {
    while (own.length < (desk.seats[entry] ?? 0)) {
      if (!apply(table, bestReplacement(table, entry, null))) break;
      hasMoved = true;
    }
    for (const from of [...own]) {
      if (!own.includes(from) || isPinned(desk, entry, from)) continue;
      const replaced = bestReplacement(table, entry, from);
      const isTried = reach === 'all' || (reach === 'repeated' && meetsTooOften(table, entry, from));
      const exchanged = isTried ? bestExchange(table, entry, from) : null;
      const best = (exchanged?.gain ?? 0) < (replaced?.gain ?? 0) ? exchanged : replaced;
      if (apply(table, best)) hasMoved = true;
    }
  }
  return hasMoved;
}

function apply({ plan, loads, met, desk }: Table, move: Move | null): boolean {
  if (move === null || move.gain >= 0) return false;
  const { entry, from, to, other } = move;
  const exchange = (at: number, leaves: number | null, comes: number) => {
    const own = plan[at] ?? [];
    const count = (judge: number, change: number) => {
      loads[judge] = (loads[judge] ?? 0) + change;
      for (const one of own)
        if (one !== judge) met[meeting(desk, one, judge)] = (met[meeting(desk, one, judge)] ?? 0) + change;
    };
    if (leaves !== null) {
      count(leaves, -1);
      own.splice(own.indexOf(leaves), 1);
    }
    count(comes, 1);
    own.push(comes);
  };
  exchange(entry, from, to);
  if (other !== null && from !== null) exchange(other, to, from);
  return true;
}

const meeting = ({ judges }: Desk, a: number, b: number) => Math.min(a, b) * judges.length + Math.max(a, b);
const metBy = ({ desk, met }: Table, a: number, b: number) => met[meeting(desk, a, b)] ?? 0;

const meetsTooOften = (table: Table, entry: number, judge: number): boolean =>
  (table.plan[entry] ?? []).some((one) => one !== judge && metBy(table, one, judge) > table.lambda);

/** Anybody else with room, for one who has more than the least; `from` null is an empty seat. */
function bestReplacement(table: Table, entry: number, from: number | null): Move | null {
  const { desk, loads } = table;
  if (from !== null && (loads[from] ?? 0) <= (desk.minLoad[from] ?? 0)) return null;
  let best: Move | null = null;
  for (let to = 0; to < desk.judges.length; to += 1) {
    if ((loads[to] ?? 0) >= (desk.capacity[to] ?? 0) || !mayJoin(table, entry, from, to)) continue;
    const gain = entryGain(table, entry, from, to) + pairGain(table, entry, from, to, null) + loadGain(table, from, to);
    if (gain < (best?.gain ?? 0)) best = { gain, entry, from, to, other: null };
  }
  return best;
}

/** Two judges change places: loads stay as they are. */
function bestExchange(table: Table, entry: number, from: number): Move | null {
  const { desk, plan } = table;
  let best: Move | null = null;
  for (let other = 0; other < plan.length; other += 1) {
    if (other === entry || !mayRead(desk, other, from)) continue;
    for (const to of plan[other] ?? []) {
      if (to === from || isPinned(desk, other, to)) continue;
      if (!mayJoin(table, entry, from, to) || !mayJoin(table, other, to, from)) continue;
      const gain =
        entryGain(table, entry, from, to) +
        entryGain(table, other, to, from) +
        pairGain(table, entry, from, to, other) +
        pairGain(table, other, to, from, entry);
      if (gain < (best?.gain ?? 0)) best = { gain, entry, from, to, other };
    }
  }
  return best;
}

function mayJoin({ desk, plan }: Table, entry: number, from: number | null, to: number): boolean {
  const own = plan[entry] ?? [];
  if (own.includes(to) || !mayRead(desk, entry, to)) return false;
  const employer = desk.employer[to] ?? -1;
  return employer < 0 || !own.some((one) => one !== from && desk.employer[one] === employer);
}

/** What the entry alone gains: seats, readers, quality, fit, stability. Less is better. */
function entryGain({ desk, plan }: Table, entry: number, from: number | null, to: number): number {
  const { points, floor } = desk;
  const own = plan[entry] ?? [];
  const fit = own.reduce((all, one) => all + affinityAt(desk, entry, one), 0);
  const change = affinityAt(desk, entry, to) - (from === null ? 0 : affinityAt(desk, entry, from));
  const wanted = floor * (desk.seats[entry] ?? 0);
  const missing = Math.max(0, wanted - fit - change) - Math.max(0, wanted - fit);
  const others = own.some((one) => one !== from && canRead(desk, entry, one));
  const before = others || (from !== null && canRead(desk, entry, from));
  const after = others || canRead(desk, entry, to);
  const kept = (wasBefore(desk, entry, to) ? 1 : 0) - (from !== null && wasBefore(desk, entry, from) ? 1 : 0);
  return (
    points.missingQuality * missing +
    (from === null ? 100 - points.emptySeat : 0) -
    change +
    points.noReader * ((after ? 0 : 1) - (before ? 0 : 1)) -
    points.changedPair * kept
  );
}

/** Judges who stay on both entries of an exchange meet both as often as before. */
function pairGain(table: Table, entry: number, from: number | null, to: number, other: number | null): number {
  const { desk, plan, lambda } = table;
  if (desk.lambda === null) return 0;
  const there = other === null ? [] : (plan[other] ?? []);
  let repeated = 0;
  for (const one of plan[entry] ?? []) {
    if (one === from || there.includes(one)) continue;
    if (from !== null && metBy(table, one, from) > lambda) repeated -= 1;
    if (metBy(table, one, to) >= lambda) repeated += 1;
  }
  return desk.points.pairRepetition * repeated;
}

function loadGain({ desk, loads }: Table, from: number | null, to: number): number {
  const more = Math.max(0, (loads[to] ?? 0) + 1 - desk.base);
  const less = from === null ? 0 : Math.max(0, (loads[from] ?? 0) - desk.base);
  return desk.points.balanceStep * (more - less);
}
