// Whether the sheets link all judges of a panel, and who stands apart where they do not.

/** Judges that are linked by entries which they read together: one group for a connected panel, each in the order of their ids. */
export function islandsOf(judgesByEntry: Iterable<readonly string[]>): string[][] {
  const leader = new Map<string, string>();
  const find = (judge: string): string => {
    let at = judge;
    for (let next = leader.get(at); next !== undefined && next !== at; next = leader.get(at)) at = next;
    return at;
  };
  for (const judges of judgesByEntry) {
    for (const judge of judges) if (!leader.has(judge)) leader.set(judge, judge);
    const [first, ...others] = judges.map(find);
    for (const other of others) if (first !== undefined) leader.set(find(other), find(first));
  }
  const groups = [...Map.groupBy([...leader.keys()].sort(), find).values()];
  return groups.sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}
