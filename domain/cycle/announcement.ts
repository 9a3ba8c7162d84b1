// Announcement: in stages, in their order, each at its instant, of those who are laureates then.
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { Winner } from '../messages.ts';
import { notDue } from '../not-due.ts';
import { currentLaureates } from '../panel/state.ts';
import type { Stage } from '../phases.ts';
import type { CycleGuards } from './guards.ts';
import type { CycleEvent } from './messages.ts';
import type { Cycle } from './state.ts';

type Planned = { stage: Stage; at: string };

/** Planned anew as a whole; what is published keeps its instant, named again or not. */
export function planAnnouncement(state: Cycle, data: { stages: Planned[] }): Decision<CycleEvent> {
  if (!state.endorsement?.concluded)
    throw new Refusal('phase-order', 'The announcement is planned once endorsement is concluded.');
  const published = state.announcement.filter((stage) => stage.published).map(({ stage, at }) => ({ stage, at }));
  const asked = data.stages.map(({ stage, at }) => ({ stage, at: new Date(at).toISOString() }));
  requireKept(published, asked);
  const stages = [...published, ...asked.filter(({ stage }) => !published.some((done) => done.stage === stage))];
  requireOrder(stages, state.definition.announcement.stages);
  const same = (a: Planned, b: Planned | undefined) => a.stage === b?.stage && a.at === b.at;
  if (stages.length === state.announcement.length && stages.every((stage, i) => same(stage, state.announcement[i])))
    return { events: [] };
  if (state.phases.announcement.status === 'closed')
    throw new Refusal('phase-closed', 'All stages were published: the announcement is closed.');
  return { events: [{ type: 'AnnouncementPlanned', data: { cycleId: state.cycleId, stages } }] };
}

function requireKept(published: Planned[], asked: Planned[]): void {
  const moved = published.find(({ stage, at }) => asked.some((other) => other.stage === stage && other.at !== at));
  if (moved !== undefined)
    throw new Refusal('stage-published', `The stage ${moved.stage} was published: it stays as it is.`, {
      stage: moved.stage,
      at: moved.at,
    });
}

function requireOrder(stages: Planned[], allowed: Stage[]): void {
  const unknown = stages.filter(({ stage }) => !allowed.includes(stage));
  if (unknown.length > 0)
    throw new Refusal('stage-unknown', `This award has no stage ${unknown.map(({ stage }) => stage).join(', ')}.`, {
      stages: allowed,
    });
  const follows = (stage: Planned, before: Planned | undefined) =>
    before === undefined || (allowed.indexOf(before.stage) < allowed.indexOf(stage.stage) && before.at <= stage.at);
  if (!stages.every((stage, index) => follows(stage, stages[index - 1])))
    throw new Refusal('stage-order', `Stages follow each other: ${allowed.join(', ')}.`, { stages: allowed });
}

export function publishStage(state: Cycle, stage: Stage, guards: CycleGuards, meta: Meta): Decision<CycleEvent> {
  const planned = state.announcement.find((candidate) => candidate.stage === stage);
  if (planned === undefined)
    throw new Refusal('stage-not-planned', `The stage ${stage} is not planned.`, {
      stages: state.announcement.map((candidate) => candidate.stage),
    });
  if (planned.published) return { events: [] };
  const next = state.announcement.find((candidate) => !candidate.published);
  if (next !== undefined && next !== planned)
    throw new Refusal('stage-order', `The stage ${next.stage} comes first.`, { next: next.stage });
  if (meta.at < new Date(planned.at)) throw notDue(`The stage ${stage}`, planned.at);
  const laureates = publishable(state, guards);
  return { events: [{ type: 'StagePublished', data: { cycleId: state.cycleId, stage, laureates } }] };
}

/** Endorsed, and neither declined nor replaced: with the runner-up who followed. */
function publishable(state: Cycle, guards: CycleGuards): Winner[] {
  const endorsed = state.endorsement?.concluded?.endorsed ?? [];
  const groups = [...new Set(endorsed.map((winner) => winner.group))];
  return groups
    .flatMap((group) => currentLaureates(guards[`panel/${group}`]))
    .filter((laureate) => endorsed.some((winner) => winner.laureateId === laureate.laureateId));
}
