// The plan of a forum: made once, and changed until a schedule is public.
import type { Decision } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { obstacles } from '../scheduling/schedule.ts';
import type { ForumCommand, ForumEvent, ForumPlan } from './messages.ts';
import { fixedOf, wholePlan } from './plan.ts';
import { checkProgramme } from './programme.ts';
import { scheduleProblem } from './schedule-problem.ts';
import type { Forum, ForumState } from './state.ts';

type Data<Type extends ForumCommand['type']> = Extract<ForumCommand, { type: Type }>['data'];

export function planForum({ forumId, cycleId, ...said }: Data<'PlanForum'>, state: ForumState): Decision<ForumEvent> {
  const plan = wholePlan(said);
  if (state.status === 'planned') {
    if (state.cycleId === cycleId && same(state.plan, plan)) return { events: [] };
    throw new Refusal('forum-exists', 'This forum is planned already, in another way.');
  }
  requireSoundPlan(plan);
  return { events: [{ type: 'ForumPlanned', data: { forumId, cycleId, plan } }] };
}

export function changeForumPlan({ forumId, ...said }: Data<'ChangeForumPlan'>, state: Forum): Decision<ForumEvent> {
  const plan = wholePlan(said);
  const { cycleId, requested, released } = state;
  if (same(state.plan, plan)) return { events: [] };
  if (requested !== null)
    throw new Refusal('schedule-requested', 'A schedule is being worked out by the plan as it is: wait for it.', {
      requested,
    });
  const fixed = released === null ? [] : changedParts(state.plan, plan);
  if (fixed.length > 0)
    throw new Refusal(
      'programme-public',
      `A schedule is public: names, staff and booths may change, but not ${fixed.join(', ')}.`,
      { fixed },
    );
  requireSoundPlan(plan);
  return {
    events: [{ type: 'ForumPlanChanged', data: { forumId, cycleId, plan, displaced: displacedBy(plan, state) } }],
  };
}

const same = (a: unknown, b: unknown) => sorted(a) === sorted(b);

/** The order in which a plan names its parts says nothing. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

function requireSoundPlan(plan: ForumPlan): void {
  const broken = checkProgramme(plan);
  if (broken.length > 0) throw new Refusal('programme-invalid', broken.slice(0, 5).join(' '), { broken });
}

function changedParts(before: ForumPlan, after: ForumPlan): string[] {
  const now = new Map(Object.entries(fixedOf(after)));
  return Object.entries(fixedOf(before)).flatMap(([part, was]) => (same(was, now.get(part)) ? [] : [part]));
}

/** Talks of the working copy that the changed plan has no room for where they stand. */
function displacedBy(plan: ForumPlan, { placements, talks }: Forum): string[] {
  const problem = scheduleProblem({ plan, pins: {} }, talks);
  return placements.flatMap((placed) => {
    const talk = talks.find((given) => given.talk === placed.talk);
    return talk !== undefined && obstacles(problem, [], talk, placed).length > 0 ? [placed.talk] : [];
  });
}
