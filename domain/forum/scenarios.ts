// What-if: the problem of a schedule on a copy, with other pins, without a talk, or with a room more. The working copy stays as it is.
import type { Decision } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { isChangePossible } from '../scheduling/explaining.ts';
import { spanOf } from '../scheduling/schedule.ts';
import type { ForumCommand, ForumEvent, ForumPlan, Place, Scenario, TalkFacts } from './messages.ts';
import { scheduleProblem } from './schedule-problem.ts';
import type { Forum } from './state.ts';
import { type Arranged, forumTimetable } from './timetable.ts';

type Data = Extract<ForumCommand, { type: 'TryScenario' }>['data'];

export function tryScenario({ forumId, proposalId, ...scenario }: Data, state: Forum): Decision<ForumEvent> {
  if (state.scenarios.some((one) => one.proposalId === proposalId)) return { events: [] };
  const { pin, unpin, without, rooms, longer = [] } = scenario;
  if (pin.length + unpin.length + without.length + rooms + longer.length === 0)
    throw new Refusal(
      'scenario-empty',
      'This scenario changes nothing: pin a talk, leave one out, add a room, or a slot to a block.',
    );
  requireRoom(longer, state);
  const problem = scheduleProblem({ ...state, plan: longerPlan(state, longer) }, []);
  for (const { place } of pin)
    if (spanOf(problem, place) === undefined)
      throw new Refusal('place-unknown', `The programme has no place ${place.block}/${place.room}/${place.slot}.`, {
        blocks: state.plan.blocks.map(({ key }) => key),
        rooms: state.plan.rooms.map(({ key }) => key),
      });
  return { events: [{ type: 'ScenarioAsked', data: { forumId, cycleId: state.cycleId, proposalId, scenario } }] };
}

/** @throws Refusal where a block is followed at once by another, by a time when nobody speaks, or by the evening. */
function requireRoom(longer: string[], state: Forum): void {
  const file = forumTimetable(state, [], null);
  const blocks = file.blocks.map(({ id }) => id);
  const full = longer.filter((block) => !blocks.includes(block) || !isChangePossible(file, { kind: 'slot', block }));
  if (full.length > 0)
    throw new Refusal('block-full', 'No slot more fits behind the end of this block.', {
      full,
      free: blocks.filter((block) => isChangePossible(file, { kind: 'slot', block })),
    });
}

const longerPlan = ({ plan }: Pick<Arranged, 'plan'>, longer: readonly string[] = []): ForumPlan => ({
  ...plan,
  blocks: plan.blocks.map((block) =>
    longer.includes(block.key) ? { ...block, endsAt: block.endsAt + plan.slotMinutes } : block,
  ),
});

/** The problem as it would be. Added rooms have as many booths as the best of the others. */
export function scenarioTimetable(
  forum: Arranged,
  talks: readonly TalkFacts[],
  scenario: Scenario,
  now: number | null,
) {
  const { plan } = forum;
  const booths = Math.max(0, ...plan.rooms.map((room) => room.booths));
  const added = Array.from({ length: scenario.rooms }, (_, number) => ({
    ...{ key: `added-${number + 1}`, name: {}, sample: true, booths },
  }));
  const kept = Object.entries(forum.pins).filter(([talk]) => !scenario.unpin.includes(talk));
  const pins: { [talk: string]: Place } = {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(scenario.pin.map(({ talk, place }) => [talk, place])),
  };
  const given = talks.filter(({ talk }) => !scenario.without.includes(talk));
  const longer = longerPlan(forum, scenario.longer);
  return forumTimetable({ ...forum, pins, plan: { ...longer, rooms: [...plan.rooms, ...added] } }, given, now);
}
