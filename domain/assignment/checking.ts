// The checker: every rule that a plan breaks, and whether it costs what its solver says.
import { type Pair, pairKey } from './assignment.ts';
import { type Desk, isPinned, mayRead, type Plan, pairsOf, planOf } from './desk.ts';
import { type Cost, costOf, loadsOf, type Terms } from './objective.ts';

/** Words for a rule that is broken; ids stand in `of`. */
export type Broken = {
  rule:
    | 'unknown-entry'
    | 'unknown-judge'
    | 'unknown-pin'
    | 'twice'
    | 'conflict'
    | 'pin-missing'
    | 'too-many'
    | 'over-capacity'
    | 'under-minimum'
    | 'same-employer'
    | 'cost-differs'
    | 'bound-above';
  of: string[];
  message: string;
};
export type Claim = { pairs: readonly Pair[]; objective?: number; bound?: number | null; terms?: Terms };
export type Checked = { broken: Broken[]; cost: Cost };

/** Recomputes everything that is claimed; nothing of the solver's is taken on trust. */
export function checkPlan(desk: Desk, claim: Claim): Checked {
  const plan = planOf(desk, claim.pairs);
  const cost = costOf(desk, plan);
  const broken = [
    ...unknown(desk, claim.pairs),
    ...perEntry(desk, plan),
    ...pinsLeftOut(desk, plan),
    ...loads(desk, plan),
    ...differing(claim, cost),
  ];
  return { broken, cost };
}

/** What the pins alone break: with these no plan keeps the rules. */
export function pinsBroken(desk: Desk): Broken[] {
  const pins = desk.entries.map((_, entry) =>
    desk.judges.flatMap((__, judge) => (isPinned(desk, entry, judge) ? [judge] : [])),
  );
  const { broken } = checkPlan(desk, { pairs: pairsOf(desk, pins) });
  return broken.filter(({ rule }) => rule !== 'under-minimum');
}

const said = (rule: Broken['rule'], of: string[], message: string): Broken => ({ rule, of, message });

function unknown({ entries, judges, unknown: pins }: Desk, pairs: readonly Pair[]): Broken[] {
  const [knownEntries, knownJudges] = [new Set(entries), new Set(judges)];
  const seen = new Set<string>();
  return [
    ...pins.map((pin) => said('unknown-pin', pin.split(' '), `The pinned pair ${pin} names nobody here.`)),
    ...pairs.flatMap((pair) => {
      const broken: Broken[] = [];
      const key = pairKey(pair);
      if (!knownEntries.has(pair.nominationId))
        broken.push(said('unknown-entry', [pair.nominationId], `There is no entry ${pair.nominationId}.`));
      if (!knownJudges.has(pair.judgeId))
        broken.push(said('unknown-judge', [pair.judgeId], `There is no judge ${pair.judgeId}.`));
      if (seen.has(key))
        broken.push(said('twice', [pair.nominationId, pair.judgeId], `The pair ${key} stands there twice.`));
      seen.add(key);
      return broken;
    }),
  ];
}

function perEntry(desk: Desk, plan: Plan): Broken[] {
  return plan.flatMap((own, entry) => {
    const id = desk.entries[entry] ?? '';
    const name = (judge: number) => desk.judges[judge] ?? '';
    const seats = desk.seats[entry] ?? 0;
    const apart = own.filter((judge) => !mayRead(desk, entry, judge));
    const colleagues = own.filter((judge, place) => {
      const employer = desk.employer[judge] ?? -1;
      return employer >= 0 && own.some((other, at) => at < place && desk.employer[other] === employer);
    });
    return [
      ...apart.map((judge) =>
        said('conflict', [id, name(judge)], `Judge ${name(judge)} is in conflict with entry ${id}.`),
      ),
      ...colleagues.map((judge) =>
        said(
          'same-employer',
          [id, name(judge)],
          `Entry ${id} has judge ${name(judge)} and a colleague of the same body.`,
        ),
      ),
      ...(own.length > seats
        ? [said('too-many', [id], `Entry ${id} has ${own.length} judges and seats for ${seats}.`)]
        : []),
    ];
  });
}

function pinsLeftOut(desk: Desk, plan: Plan): Broken[] {
  return desk.entries.flatMap((id, entry) =>
    desk.judges.flatMap((name, judge) =>
      isPinned(desk, entry, judge) && !plan[entry]?.includes(judge)
        ? [said('pin-missing', [id, name], `The pinned pair ${id} ${name} is missing.`)]
        : [],
    ),
  );
}

function loads(desk: Desk, plan: Plan): Broken[] {
  return loadsOf(desk, plan).flatMap((load, judge) => {
    const name = desk.judges[judge] ?? '';
    const [least, most] = [desk.minLoad[judge] ?? 0, desk.capacity[judge] ?? 0];
    if (load > most) return [said('over-capacity', [name], `Judge ${name} has ${load} entries and room for ${most}.`)];
    return load < least
      ? [said('under-minimum', [name], `Judge ${name} has ${load} entries and should have at least ${least}.`)]
      : [];
  });
}

function differing({ objective, bound, terms }: Claim, cost: Cost): Broken[] {
  const wrong: Broken[] = [];
  const compare = (what: string, stated: number, found: number) => {
    if (stated !== found)
      wrong.push(said('cost-differs', [what], `The plan costs ${found} for ${what}, and not ${stated} as stated.`));
  };
  if (objective !== undefined) compare('objective', objective, cost.objective);
  for (const [term, stated] of Object.entries(terms ?? {})) compare(term, stated, cost.terms[term as keyof Terms]);
  if (bound != null && bound > cost.objective)
    wrong.push(said('bound-above', [], `The bound ${bound} lies above what the plan costs.`));
  return wrong;
}
