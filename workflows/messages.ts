// What processes are called, what they are started with, and the one signal and query they answer.
import { defineQuery, defineSignal } from '@temporalio/workflow';

/** "Look again." Carries nothing, so a lost or doubled one does no harm. */
export const changed = defineSignal('changed');
/** For operators and tests: screens read read models. Instants are UTC epoch milliseconds. */
export type Progress = { step: string; wakesAt: number | null; attention: string | null };
export const progress = defineQuery<Progress>('progress');

export type CycleRef = { cycleId: string };
export type CountryRef = { cycleId: string; iso2: string };
export type CorrectionRef = { nominationId: string };
export type PanelRef = { cycleId: string; group: string };
export type AwardRef = { cycleId: string; laureateId: string };
export type ForumRef = { forumId: string };
export type SlotRef = { forumId: string; laureateId: string };
/** What the request said, for a run that comes before the row of its proposal. */
export type ProposalRef = {
  proposalId: string;
  request?: { kind: 'assignment' | 'schedule'; cycleId: string | null; group: string | null; forumId: string | null };
};

/** A process, by what it is about. */
export type ProcessRef =
  | ({ type: 'awardCycle' } & CycleRef)
  | ({ type: 'countryTrack' } & CountryRef)
  | ({ type: 'nominationCorrection' } & CorrectionRef)
  | ({ type: 'judgingPanel' } & PanelRef)
  | ({ type: 'endorsementRound' } & CycleRef)
  | ({ type: 'awardAcceptance' } & AwardRef)
  | ({ type: 'forumProgramme' } & ForumRef)
  | ({ type: 'presentationSlot' } & SlotRef)
  | ({ type: 'proposalRun' } & ProposalRef);
/** What a run is started with: ids, and the version of the code that it runs on. */
export type Input<Ref> = Ref & { codeVersion: string };

export function workflowIdOf(ref: ProcessRef): string {
  switch (ref.type) {
    case 'awardCycle':
      return `cycle:${ref.cycleId}`;
    case 'countryTrack':
      return `cycle:${ref.cycleId}:country:${ref.iso2}`;
    case 'nominationCorrection':
      return `nomination:${ref.nominationId}:correction`;
    case 'judgingPanel':
      return `cycle:${ref.cycleId}:panel:${ref.group}`;
    case 'endorsementRound':
      return `cycle:${ref.cycleId}:endorsement`;
    case 'awardAcceptance':
      return `cycle:${ref.cycleId}:laureate:${ref.laureateId}`;
    case 'forumProgramme':
      return `forum:${ref.forumId}`;
    case 'presentationSlot':
      return `forum:${ref.forumId}:talk:${ref.laureateId}`;
    case 'proposalRun':
      return `proposal:${ref.proposalId}`;
  }
}

/** The process that an id names; undefined for an id of another kind. */
export function refOf(workflowId: string): ProcessRef | undefined {
  const [kind, id = '', part, name = ''] = workflowId.split(':');
  switch (`${kind} ${part ?? ''}`) {
    case 'cycle ':
      return { type: 'awardCycle', cycleId: id };
    case 'cycle country':
      return { type: 'countryTrack', cycleId: id, iso2: name };
    case 'cycle panel':
      return { type: 'judgingPanel', cycleId: id, group: name };
    case 'cycle endorsement':
      return { type: 'endorsementRound', cycleId: id };
    case 'cycle laureate':
      return { type: 'awardAcceptance', cycleId: id, laureateId: name };
    case 'nomination correction':
      return { type: 'nominationCorrection', nominationId: id };
    case 'forum ':
      return { type: 'forumProgramme', forumId: id };
    case 'forum talk':
      return { type: 'presentationSlot', forumId: id, laureateId: name };
    case 'proposal ':
      return { type: 'proposalRun', proposalId: id };
    default:
      return undefined;
  }
}
