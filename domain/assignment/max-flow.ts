// The greatest flow through a network, by Dinic's method: shortest ways first, until none is left.

export type Network = { heads: number[][]; to: number[]; room: number[] };

export const openNetwork = (nodes: number): Network => ({
  heads: Array.from({ length: nodes }, () => []),
  to: [],
  room: [],
});

/** @returns the number of the arc, which is even; the odd one after it leads back. */
export function addArc({ heads, to, room }: Network, from: number, into: number, most: number): number {
  const arc = to.length;
  heads[from]?.push(arc);
  heads[into]?.push(arc + 1);
  to.push(into, from);
  room.push(most, 0);
  return arc;
}

/** How much goes through an arc. */
export const flowOf = ({ room }: Network, arc: number): number => room[arc + 1] ?? 0;

/** Adds to the flow that there is; what has reached the sink stays there. @returns what was added. */
export function fill(network: Network, source: number, sink: number): number {
  let added = 0;
  for (;;) {
    const depth = depths(network, source);
    if ((depth[sink] ?? -1) < 0) return added;
    const next = new Int32Array(network.heads.length);
    for (let pushed = push(network, depth, next, source, sink); pushed > 0; ) {
      added += pushed;
      pushed = push(network, depth, next, source, sink);
    }
  }
}

/** The nodes that more could still reach from a source: one side of the narrowest cut. */
export const reachable = (network: Network, source: number): boolean[] =>
  Array.from(depths(network, source), (depth) => depth >= 0);

function depths({ heads, to, room }: Network, source: number): Int32Array {
  const depth = new Int32Array(heads.length).fill(-1);
  depth[source] = 0;
  const queue = [source];
  for (const node of queue)
    for (const arc of heads[node] ?? []) {
      const into = to[arc] ?? 0;
      if ((room[arc] ?? 0) > 0 && depth[into] === -1) {
        depth[into] = (depth[node] ?? 0) + 1;
        queue.push(into);
      }
    }
  return depth;
}

/** One way of growing depth, as wide as its narrowest arc. */
function push({ heads, to, room }: Network, depth: Int32Array, next: Int32Array, source: number, sink: number): number {
  const way: number[] = [];
  for (let node = source; node !== sink; ) {
    const arc = (heads[node] ?? [])[next[node] ?? 0];
    if (arc === undefined) {
      const back = way.pop();
      if (back === undefined) return 0;
      node = to[back ^ 1] ?? 0;
      next[node] = (next[node] ?? 0) + 1;
      continue;
    }
    const into = to[arc] ?? 0;
    if ((room[arc] ?? 0) > 0 && depth[into] === (depth[node] ?? 0) + 1) {
      way.push(arc);
      node = into;
    } else next[node] = (next[node] ?? 0) + 1;
  }
  const width = Math.min(...way.map((arc) => room[arc] ?? 0));
  for (const arc of way) {
    room[arc] = (room[arc] ?? 0) - width;
    room[arc ^ 1] = (room[arc ^ 1] ?? 0) + width;
  }
  return width;
}
