// The rules of a mission report: versions that stay, a superior who returns or approves, and what may become public.
import { isPublic } from '../cycle/announced.ts';
import { type CycleState, cycleStream } from '../cycle/state.ts';
import type { Decider, Decision, Meta, StreamRef } from '../decider.ts';
import { Refusal, unreachable } from '../decider.ts';
import { type ForumState, forumStream } from '../forum/state.ts';
import type { ReportCommand, ReportEvent } from './messages.ts';
import { type ReportState, reportFold } from './state.ts';

/** The cycle is asked only where something becomes public. */
export type ReportGuards = { forum: ForumState; cycle?: CycleState };
type Refs = { forum: StreamRef<ForumState>; cycle?: StreamRef<CycleState> };
type Data<Type extends ReportCommand['type']> = Extract<ReportCommand, { type: Type }>['data'];
type Ids = { forumId: string; country: string; cycleId: string | null };
type Decided = Decision<ReportEvent>;

export const report: Decider<ReportState, ReportCommand, ReportEvent, ReportGuards> = {
  ...reportFold,
  guards: ({ type, data }): Refs => ({
    forum: forumStream(data.forumId),
    ...(type === 'PublishReport' && data.cycleId !== null && { cycle: cycleStream(data.cycleId) }),
  }),
  decide: (command, state, { forum, cycle }, meta) => {
    if (forum.status === 'none') throw new Refusal('forum-unknown', 'There is no such forum.');
    const { forumId, country } = command.data;
    const ids = { forumId, country, cycleId: forum.cycleId };
    switch (command.type) {
      case 'SaveReport':
        return save(command.data, state, ids);
      case 'HandInReport':
        return handIn(command.data, state, ids, meta);
      case 'ReturnReport':
        return giveBack(command.data, state, ids, meta);
      case 'ApproveReport':
        return approve(command.data, state, ids, meta);
      case 'PublishReport':
        return publish(state, ids, cycle);
      case 'RetractReport':
        return retract(command.data, state, ids);
      case 'NameSuperior':
        return name(command.data, state, ids);
      default:
        return unreachable(command);
    }
  },
};

function save({ base, hash, source }: Data<'SaveReport'>, state: ReportState, ids: Ids): Decided {
  const last = state.versions.length;
  if (state.versions[last - 1] === hash) return { events: [] };
  if (base !== last)
    throw new Refusal('report-moved', 'Somebody else has saved the report since you read it.', { version: last });
  if (state.handedIn !== null)
    throw new Refusal('report-handed-in', 'The report lies with the superior: it can be changed once it is returned.');
  return { events: [{ type: 'ReportSaved', data: { ...ids, version: last + 1, hash, source } }] };
}

function handIn({ version }: Data<'HandInReport'>, state: ReportState, ids: Ids, { actor }: Meta): Decided {
  if (state.handedIn?.version === version) return { events: [] };
  if (state.handedIn !== null)
    throw new Refusal('report-handed-in', 'The report lies with the superior: it can be changed once it is returned.');
  const last = state.versions.length;
  if (last === 0) throw new Refusal('report-empty', 'Nothing is saved yet: save the report first.');
  if (version !== last)
    throw new Refusal('report-moved', 'Somebody else has saved the report since you read it.', { version: last });
  if (state.approved?.version === version) throw new Refusal('report-approved', 'This version is approved already.');
  return { events: [{ type: 'ReportHandedIn', data: { ...ids, ...hashed(state, version), personId: actor } }] };
}

function giveBack({ version, note }: Data<'ReturnReport'>, state: ReportState, ids: Ids, meta: Meta): Decided {
  requireWithSuperior(state, version, meta);
  return { events: [{ type: 'ReportReturned', data: { ...ids, ...hashed(state, version), note } }] };
}

/** Nobody approves what the same person has handed in. */
function approve({ version, audience }: Data<'ApproveReport'>, state: ReportState, ids: Ids, meta: Meta): Decided {
  if (state.handedIn === null && state.approved?.version === version && state.approved.audience === audience)
    return { events: [] };
  const { personId } = requireWithSuperior(state, version, meta);
  if (personId === meta.actor)
    throw new Refusal('report-own', 'You have handed this report in yourself: another person approves it.');
  const data = { ...ids, ...hashed(state, version), personId: meta.actor, audience };
  return { events: [{ type: 'ReportApproved', data }] };
}

function requireWithSuperior({ handedIn, superior }: ReportState, version: number, { actor }: Meta) {
  if (handedIn?.version !== version)
    throw new Refusal('report-not-handed-in', 'This version does not lie with the superior.', {
      version: handedIn?.version ?? null,
    });
  if (superior !== null && superior !== actor)
    throw new Refusal('report-superior', 'Another person is named as the superior of this delegation.');
  return handedIn;
}

/** A report names laureates: nobody reads of them there before everybody may. */
function publish(state: ReportState, ids: Ids, cycle: CycleState | undefined): Decided {
  const { approved, published } = state;
  if (approved === null) throw new Refusal('report-not-approved', 'No version of the report is approved yet.');
  if (approved.audience === 'internal')
    throw new Refusal('report-internal', 'The approved version is for the country’s own offices only.');
  if (cycle !== undefined && !isPublic(cycle))
    throw new Refusal('report-embargoed', 'The laureates are not public yet: publish the report afterwards.');
  if (published === approved.version) return { events: [] };
  return { events: [{ type: 'ReportPublished', data: { ...ids, ...hashed(state, approved.version) } }] };
}

function retract({ reason }: Data<'RetractReport'>, { published }: ReportState, ids: Ids): Decided {
  if (published === null) return { events: [] };
  return { events: [{ type: 'ReportRetracted', data: { ...ids, version: published, reason } }] };
}

function name({ personId }: Data<'NameSuperior'>, { superior }: ReportState, ids: Ids): Decided {
  if (superior === personId) return { events: [] };
  return { events: [{ type: 'SuperiorNamed', data: { ...ids, personId } }] };
}

const hashed = ({ versions }: ReportState, version: number) => ({ version, hash: versions[version - 1] ?? '' });
