// What follows each event there is: a type that is missing here does not compile.
import { describe, expect, it } from 'vitest';
import type { EventType } from '../../domain/events.ts';
import { reactionTo } from '../../worker/reactions.ts';
import { type ProcessRef, workflowIdOf } from '../../workflows/messages.ts';
import { scheduleRequested } from '../support/forum-samples.ts';
import { scoringClosed } from '../support/judging-samples.ts';
import { ids, phaseOpened } from '../support/samples.ts';
import { everyEvent } from './every-event.ts';
import { recorded } from './support.ts';

const cycleId = ids.cycle;
const cycle = `cycle:${cycleId}`;
const [track, panel, round] = [`${cycle}:country:TH`, `${cycle}:panel:TH-ngo`, `${cycle}:endorsement`];
const everyone = `everyone of ${cycle}`;
const correction = `nomination:${ids.nomination(1)}:correction`;
const forum = `forum:${ids.forum}`;
const slot = (number: number) => `${forum}:talk:${ids.nomination(number)}`;
const forums = `forums of ${cycle}`;

const award = (number: number) => `${cycle}:laureate:${ids.nomination(number)}`;
const awardCircle = [award(1), cycle, forums, `talks of ${ids.nomination(1)}`];

const judgesPanels = [panel, `${cycle}:panel:TH-media`];
const upwards = [panel, cycle, track];

const table: { [type in EventType]: { starts?: string[]; wakes?: string[] } } = {
  CyclePlanned: { starts: [cycle] },
  PhaseOpened: { wakes: [everyone] },
  PhaseClosed: { wakes: [everyone] },
  DeadlineMoved: { wakes: [everyone] },
  CycleSuspended: { wakes: [everyone] },
  CycleResumed: { wakes: [everyone] },
  CycleCancelled: { wakes: [everyone] },
  CycleArchived: { wakes: [everyone] },
  EndorsementRequested: { starts: [round], wakes: [cycle] },
  ResultsEndorsed: { wakes: [round] },
  ResultObjected: { wakes: [round] },
  ObjectionSettled: { wakes: [round] },
  EndorsementConcluded: { starts: [award(1)], wakes: [round, cycle] },
  AnnouncementPlanned: { wakes: [cycle] },
  StagePublished: { wakes: [cycle, award(1)] },
  CountryTimetableSet: { wakes: [track, cycle, `panels of TH all in ${cycle}`] },
  DispensationGranted: { starts: judgesPanels, wakes: [track, cycle] },
  CountryPhaseClosed: { wakes: [track, cycle, `panels of TH all in ${cycle}`] },
  NominationsRanked: {},
  ForwardingSignatureRecorded: {},
  ForwardingSigned: { wakes: [track, cycle] },
  NoNomineeDeclared: { wakes: [track, cycle] },
  NominationSubmitted: { wakes: [track] },
  NominationCorrected: { wakes: [correction, track, `panels of TH ngo in ${cycle}`] },
  NominationWithdrawn: { wakes: [correction, track, `panels of TH ngo in ${cycle}`] },
  CheckRecorded: {},
  DossierVerified: {},
  DossierReturned: {},
  ReturnAnswered: {},
  DocumentAttached: {},
  ConsentRequested: {},
  ConsentConfirmed: {},
  ConsentRefused: {},
  NominationReturned: { starts: [correction], wakes: [track] },
  RejectionProposed: { wakes: [correction, track, `panels of TH ngo in ${cycle}`] },
  NominationRejected: { wakes: [correction, track, `panels of TH ngo in ${cycle}`] },
  NominationForwarded: { wakes: [correction, track, `panels of TH ngo in ${cycle}`] },
  RejectionObjected: {},
  RejectionUpheld: {},
  CounterChecked: {},
  NominationReadmitted: { wakes: [correction, track, `panels of TH ngo in ${cycle}`] },
  NominationDisqualified: { wakes: [correction, track, `panels of TH ngo in ${cycle}`] },
  AmendmentRequested: {},
  AmendmentRefused: {},
  DossierAmended: { wakes: [`panels of TH ngo in ${cycle}`] },
  JudgeInvited: {},
  InvitationAccepted: { wakes: judgesPanels },
  InvitationDeclined: { wakes: judgesPanels },
  TermsAccepted: {},
  ProfileSet: {},
  ConflictDeclared: { wakes: [panel] },
  NoConflictDeclared: {},
  ConflictSuggestionDismissed: {},
  ConflictSettled: { wakes: [panel] },
  ScoringFinished: { wakes: [`${cycle}:panel:TH-media`] },
  JudgeReleased: { wakes: [panel] },
  PanelFormed: { starts: [panel], wakes: [cycle, track] },
  PanelChanged: { wakes: [panel] },
  AssignmentRequested: { starts: [`proposal:${ids.proposal(1)}`] },
  AssignmentProposed: { wakes: [panel] },
  AssignmentReleased: { wakes: [panel] },
  ScoringClosed: { wakes: upwards },
  TallySealed: { wakes: upwards },
  EntriesShortlisted: { wakes: upwards },
  ReferenceAdded: {},
  ReferenceRemoved: {},
  ReferenceScored: {},
  MinimumLowered: { wakes: [panel] },
  ReserveCalled: { wakes: [panel] },
  PanelVoteRecorded: { wakes: [panel] },
  DecisionRecorded: { wakes: upwards },
  DecisionSignatureRecorded: {},
  DecisionSigned: { wakes: upwards },
  DecisionReopened: { starts: [panel], wakes: [cycle, track] },
  AwardAccepted: { wakes: awardCircle },
  AwardDeclined: { wakes: awardCircle },
  AwardLapsed: { wakes: awardCircle },
  AwardRevoked: { wakes: awardCircle },
  LaureateReplaced: { starts: [award(2)], wakes: awardCircle },
  AnnouncementCorrected: {},
  LaureateContactNamed: {},
  NameProofed: {},
  LaureateNameCorrected: {},
  BundlePublished: {},
  BundleWithdrawn: {},
  ScorecardAssigned: {},
  ScorecardSubmitted: { wakes: [panel] },
  EntryRecused: { wakes: [panel] },
  ScorecardReopened: { wakes: [panel] },
  ScorecardRenewed: { wakes: [panel] },
  EntryRemoved: { wakes: [panel] },
  EntryAmended: { wakes: [panel] },
  ForumPlanned: { starts: [forum] },
  ForumPlanChanged: {},
  ScheduleRequested: { starts: [`proposal:${ids.proposal(1)}`] },
  ScenarioAsked: { starts: [`proposal:${ids.proposal(1)}`] },
  ScheduleProposed: {},
  TalkPinned: {},
  TalkUnpinned: {},
  ModeratorSet: {},
  TalkMoved: {},
  ScheduleReleased: { wakes: [forum, slot(1), slot(2)] },
  PresenterInvited: { starts: [slot(1)], wakes: [forum] },
  TalkConfirmed: { wakes: [slot(1), forum] },
  TalkDeclined: { wakes: [slot(1), forum] },
  InvitationLapsed: { wakes: [slot(1), forum] },
  PresenterReplaced: { starts: [slot(1)], wakes: [forum] },
  TalkDescribed: {},
  SpeakerNamed: {},
  ReserveNamed: {},
  ReserveDropped: {},
  AvailabilitySet: { wakes: [slot(1), forum] },
  SlotReconfirmed: { wakes: [slot(1), forum] },
  SlotRefused: { wakes: [slot(1), forum] },
  TalkPresented: { wakes: [slot(1), forum] },
  PresenterAbsent: { wakes: [slot(1), forum] },
  RoleGranted: {},
  RoleHandedOver: {},
  RoleRevoked: {},
  OrganisationRegistered: {},
  RegistrationRecorded: {},
  OrganisationRenamed: {},
  OrganisationMerged: {},
  OrganisationSeparated: {},
  OrganisationDistinguished: {},
  HistoricLaureateRecorded: {},
  HistoricEditionRecorded: {},
  CeremonyPlanned: {},
  ReceiverNamed: {},
  AwardConferred: {},
  ParticipantRegistered: {},
  ParticipantChanged: {},
  ParticipantReplaced: {},
  ParticipantWithdrawn: {},
  AttendanceMarked: {},
  ReportSaved: {},
  ReportHandedIn: {},
  ReportReturned: {},
  ReportApproved: {},
  ReportPublished: {},
  ReportRetracted: {},
  SuperiorNamed: {},
  DelayReported: {},
  ProceedingsRecorded: {},
  ProceedingsPublished: {},
  ProceedingsWithdrawn: {},
  OfficerConflictDeclared: {},
  AccessRequested: {},
  AccessGranted: {},
  AccessRefused: {},
  AccessEnded: {},
};

const shown = (each: ReturnType<typeof reactionTo>['wake'][number]): string => {
  if (!('circle' in each)) return workflowIdOf(each);
  switch (each.circle) {
    case 'cycle':
      return `everyone of cycle:${each.cycleId}`;
    case 'forums':
      return `forums of cycle:${each.cycleId}`;
    case 'talks':
      return `talks of ${each.laureateId}`;
    case 'panels':
      return `panels of ${each.country} ${each.category ?? 'all'} in cycle:${each.cycleId}`;
  }
};

describe('reactionTo', () => {
  for (const event of everyEvent)
    it(`knows what follows ${event.type}`, () => {
      const { starts = [], wakes = [] } = table[event.type];
      const { start, wake } = reactionTo(recorded(event));
      expect({ start: start.map(workflowIdOf), wake: wake.map(shown) }).toEqual({ start: starts, wake: wakes });
    });

  it('starts a track for each entitled country when nominations open', () => {
    const { start, wake } = reactionTo(recorded(phaseOpened('nomination')));
    expect(start.map(workflowIdOf)).toEqual(['MM', 'SG', 'TH'].map((iso2) => `${cycle}:country:${iso2}`));
    expect(wake.map(shown)).toEqual([cycle]);
  });

  it('wakes no country for a panel that judges for all', () => {
    const { wake } = reactionTo(recorded({ ...scoringClosed(), data: { ...scoringClosed().data, group: 'ngo' } }));
    expect(wake.map(shown)).toEqual([`${cycle}:panel:ngo`, cycle]);
  });

  it('tells a proposal what was asked for, since its run may come before the row', () => {
    const [assignment] = reactionTo(
      recorded({
        type: 'AssignmentRequested',
        data: { cycleId, group: 'TH-ngo', proposalId: ids.proposal(1), pinned: [] },
      }),
    ).start;
    const [schedule] = reactionTo(recorded(scheduleRequested(2))).start;
    expect([assignment, schedule]).toEqual([
      {
        type: 'proposalRun',
        proposalId: ids.proposal(1),
        request: { kind: 'assignment', cycleId, group: 'TH-ngo', forumId: null },
      },
      {
        type: 'proposalRun',
        proposalId: ids.proposal(2),
        request: { kind: 'schedule', cycleId, group: null, forumId: ids.forum },
      },
    ] satisfies ProcessRef[]);
  });
});
