// Whether all seats can be filled at all: the fewest that stay empty, and which entries and judges that hangs on.
import { affinityAt, cellOf, type Desk, isPinned, mayRead } from './desk.ts';
import { addArc, fill, flowOf, type Network, openNetwork, reachable } from './max-flow.ts';
import { sumOf } from './objective.ts';

export type Shortage = {
  /** Seats that stay empty in every plan. */
  missing: number;
  /** Entries that share too few readers. */
  entries: string[];
  seats: number;
  /** All who may read them and do not have room enough. */
  judges: string[];
  /** What these have room for, with all else that they must read. */
  room: number;
};
export type Feasibility = {
  /** A plan with the fewest empty seats that breaks no rule; null where the minimum loads cannot be met. */
  plan: number[][] | null;
  emptySeats: number;
  shortage: Shortage | null;
  /** Judges for whose minimum load there are too few entries. */
  unmet: string[];
};
type Net = {
  network: Network;
  source: number;
  sink: number;
  pairs: { entry: number; judge: number; arc: number }[];
  toSink: number[];
};

/** Pairs outside `kept` are not looked at. */
export function findFeasible(desk: Desk, kept: Uint8Array | null = null): Feasibility {
  const net = lay(desk, kept);
  const { network, source, sink, toSink } = net;
  // First what each must have at least: a longer way adds to it and never takes from it.
  const owed = desk.judges.map((_, judge) => Math.max(0, (desk.minLoad[judge] ?? 0) - pinsOf(desk, judge)));
  for (const [judge, arc] of toSink.entries()) network.room[arc] = owed[judge] ?? 0;
  fill(network, source, sink);
  const unmet = desk.judges.filter((_, judge) => flowOf(network, toSink[judge] ?? 0) < (owed[judge] ?? 0));
  for (const [judge, arc] of toSink.entries()) {
    const most = (desk.capacity[judge] ?? 0) - pinsOf(desk, judge);
    network.room[arc] = Math.max(0, most - flowOf(network, arc));
  }
  fill(network, source, sink);
  const plan = planIn(desk, net);
  const emptySeats = sumOf(desk.seats.map((wanted, entry) => Math.max(0, wanted - (plan[entry]?.length ?? 0))));
  const shortage = emptySeats === 0 ? null : shortageOf(desk, net, plan, emptySeats);
  return { plan: unmet.length > 0 ? null : plan, emptySeats, shortage, unmet };
}

const pinsOf = (desk: Desk, judge: number): number =>
  desk.entries.filter((_, entry) => isPinned(desk, entry, judge)).length;

/** Entry → employer at that entry → judge. Pinned pairs are no part of it: they are taken off beforehand. */
function lay(desk: Desk, kept: Uint8Array | null): Net {
  const { entries, judges } = desk;
  const [source, sink] = [0, 1];
  const judgeNode = (judge: number) => 2 + judge;
  const network = openNetwork(2 + judges.length + entries.length);
  const pairs: Net['pairs'] = [];
  for (const [entry] of entries.entries()) {
    const node = 2 + judges.length + entry;
    const pinned = judges.flatMap((_, judge) => (isPinned(desk, entry, judge) ? [judge] : []));
    addArc(network, source, node, Math.max(0, (desk.seats[entry] ?? 0) - pinned.length));
    const taken = new Set(pinned.map((judge) => desk.employer[judge] ?? -1).filter((employer) => employer >= 0));
    const desks = new Map<number, number>();
    for (const judge of byFit(desk, entry)) {
      const employer = desk.employer[judge] ?? -1;
      const isOpen = mayRead(desk, entry, judge) && kept?.[cellOf(desk, entry, judge)] !== 0;
      if (!isOpen || pinned.includes(judge) || taken.has(employer)) continue;
      if (employer >= 0 && !desks.has(employer)) {
        network.heads.push([]);
        desks.set(employer, network.heads.length - 1);
        addArc(network, node, network.heads.length - 1, 1);
      }
      const from = employer < 0 ? node : (desks.get(employer) ?? node);
      pairs.push({ entry, judge, arc: addArc(network, from, judgeNode(judge), 1) });
    }
  }
  return { network, source, sink, pairs, toSink: judges.map((_, judge) => addArc(network, judgeNode(judge), sink, 0)) };
}

/** The best first, so that the plan is a fair start too. */
const byFit = (desk: Desk, entry: number): number[] =>
  desk.judges.map((_, judge) => judge).sort((a, b) => affinityAt(desk, entry, b) - affinityAt(desk, entry, a) || a - b);

function planIn(desk: Desk, { network, pairs }: Net): number[][] {
  const plan = desk.entries.map((_, entry) =>
    desk.judges.flatMap((__, judge) => (isPinned(desk, entry, judge) ? [judge] : [])),
  );
  for (const { entry, judge, arc } of pairs) if (flowOf(network, arc) > 0) plan[entry]?.push(judge);
  for (const own of plan) own.sort((a, b) => a - b);
  return plan;
}

function shortageOf(desk: Desk, { network, source }: Net, plan: number[][], missing: number): Shortage {
  const side = reachable(network, source);
  const judges = desk.judges.flatMap((_, judge) => (side[2 + judge] ? [judge] : []));
  const entries = desk.entries.flatMap((_, entry) => (side[2 + desk.judges.length + entry] ? [entry] : []));
  const filled = sumOf(entries.map((entry) => plan[entry]?.length ?? 0));
  return {
    missing,
    entries: entries.map((entry) => desk.entries[entry] ?? ''),
    seats: sumOf(entries.map((entry) => desk.seats[entry] ?? 0)),
    judges: judges.map((judge) => desk.judges[judge] ?? ''),
    room: filled,
  };
}
