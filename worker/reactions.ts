// What follows an event: the processes that start with it and those that look again because of it. A table, and nothing else.
import type { Recorded } from '../db/event-store.ts';
import { unreachable } from '../domain/decider.ts';
import type { AwardsEvent } from '../domain/events.ts';
import type { ProcessRef } from '../workflows/messages.ts';
import type { Circle } from './fan-out.ts';

/** A process that starts and runs already is woken. */
export type Reaction = { start: ProcessRef[]; wake: (ProcessRef | Circle)[] };

type InCycle = { cycleId: string };
type OfPanel = InCycle & { group: string };
type OfCountry = InCycle & { iso2: string };
type OfNomination = InCycle & { nominationId: string; country: string; category: string };
type OfTalk = { forumId: string; laureateId: string };

const cycle = ({ cycleId }: InCycle): ProcessRef => ({ type: 'awardCycle', cycleId });
const everyone = ({ cycleId }: InCycle): Circle => ({ circle: 'cycle', cycleId });
const track = ({ cycleId, iso2 }: OfCountry): ProcessRef => ({ type: 'countryTrack', cycleId, iso2 });
const panel = ({ cycleId, group }: OfPanel): ProcessRef => ({ type: 'judgingPanel', cycleId, group });
const round = ({ cycleId }: InCycle): ProcessRef => ({ type: 'endorsementRound', cycleId });
const award = ({ cycleId, laureateId }: InCycle & { laureateId: string }): ProcessRef => ({
  type: 'awardAcceptance',
  cycleId,
  laureateId,
});
const forum = ({ forumId }: { forumId: string }): ProcessRef => ({ type: 'forumProgramme', forumId });
const slot = ({ forumId, laureateId }: OfTalk): ProcessRef => ({ type: 'presentationSlot', forumId, laureateId });
const correction = ({ nominationId }: OfNomination): ProcessRef => ({ type: 'nominationCorrection', nominationId });

const trackOf = ({ cycleId, country }: OfNomination): ProcessRef => track({ cycleId, iso2: country });
const panelsBefore = ({ cycleId, country, category }: OfNomination): Circle => ({
  circle: 'panels',
  cycleId,
  country,
  category,
});
/** A country's calendar is its panels' where it judges by itself. */
const ownPanels = ({ cycleId, iso2 }: OfCountry): Circle => ({
  circle: 'panels',
  cycleId,
  country: iso2,
  category: null,
});
const panelsOf = ({ cycleId, groups }: InCycle & { groups: string[] }) =>
  groups.map((group) => panel({ cycleId, group }));
/** Whoever waits for panels to be done: the cycle, and the country that judges by itself. */
function upwards({ cycleId, group }: OfPanel): ProcessRef[] {
  const iso2 = /^([A-Z]{2})-/.exec(group)?.[1];
  return [cycle({ cycleId }), ...(iso2 === undefined ? [] : [track({ cycleId, iso2 })])];
}

/** Whoever waits for a laureate's answer: its own process, the cycle, its forums and the talk. */
const awardCircle = (data: InCycle & { laureateId: string }): Reaction['wake'] => {
  const { cycleId, laureateId } = data;
  return [award(data), cycle(data), { circle: 'forums', cycleId }, { circle: 'talks', laureateId }];
};

const starting = (start: ProcessRef[], wake: Reaction['wake'] = []): Reaction => ({ start, wake });
const waking = (...wake: Reaction['wake']): Reaction => ({ start: [], wake });

export function reactionTo(event: Recorded<AwardsEvent>): Reaction {
  switch (event.type) {
    case 'CyclePlanned':
      return starting([cycle(event.data)]);
    case 'PhaseOpened': {
      const { cycleId, phase, countries } = event.data;
      if (phase !== 'nomination') return waking(everyone(event.data));
      return starting(
        countries.map((iso2) => track({ cycleId, iso2 })),
        [cycle(event.data)],
      );
    }
    case 'PhaseClosed':
    case 'DeadlineMoved':
    case 'CycleSuspended':
    case 'CycleResumed':
    case 'CycleCancelled':
    case 'CycleArchived':
      return waking(everyone(event.data));
    case 'CountryTimetableSet':
    case 'CountryPhaseClosed':
      return waking(track(event.data), cycle(event.data), ownPanels(event.data));
    // Their runs may have ended with the phase.
    case 'DispensationGranted': {
      const { cycleId, groups } = event.data;
      return starting(panelsOf({ cycleId, groups }), [track(event.data), cycle(event.data)]);
    }
    case 'ForwardingSigned':
    case 'NoNomineeDeclared':
      return waking(track(event.data), cycle(event.data));
    case 'NominationSubmitted':
      return waking(trackOf(event.data));
    case 'NominationReturned':
      return starting([correction(event.data)], [trackOf(event.data)]);
    case 'NominationCorrected':
    case 'NominationWithdrawn':
    case 'RejectionProposed':
    case 'NominationRejected':
    case 'NominationForwarded':
    case 'NominationReadmitted':
    case 'NominationDisqualified':
      return waking(correction(event.data), trackOf(event.data), panelsBefore(event.data));
    // The panel gives its judges the version that they must read.
    case 'DossierAmended':
      return waking(panelsBefore(event.data));
    case 'InvitationAccepted':
    case 'InvitationDeclined':
    case 'ConflictDeclared':
    case 'ConflictSettled':
    case 'JudgeReleased':
      return waking(...panelsOf(event.data));
    case 'ScoringFinished':
      return waking(panel(event.data));
    case 'PanelFormed':
      return starting([panel(event.data)], upwards(event.data));
    case 'AssignmentRequested': {
      const { proposalId, cycleId, group } = event.data;
      const request = { kind: 'assignment' as const, cycleId, group, forumId: null };
      return starting([{ type: 'proposalRun', proposalId, request }]);
    }
    case 'PanelChanged':
    case 'ReserveCalled':
    case 'AssignmentProposed':
    case 'AssignmentReleased':
    case 'MinimumLowered':
    case 'PanelVoteRecorded':
    case 'ScorecardSubmitted':
    case 'EntryRecused':
    case 'ScorecardReopened':
    case 'ScorecardRenewed':
    case 'EntryRemoved':
    case 'EntryAmended':
      return waking(panel(event.data));
    case 'ScoringClosed':
    case 'TallySealed':
    case 'EntriesShortlisted':
    case 'DecisionRecorded':
    case 'DecisionSigned':
      return waking(panel(event.data), ...upwards(event.data));
    // Its run ended with the signature.
    case 'DecisionReopened':
      return starting([panel(event.data)], upwards(event.data));
    case 'EndorsementRequested':
      return starting([round(event.data)], [cycle(event.data)]);
    case 'ResultsEndorsed':
    case 'ResultObjected':
    case 'ObjectionSettled':
      return waking(round(event.data));
    case 'EndorsementConcluded': {
      const { cycleId, endorsed } = event.data;
      const laureates = endorsed.filter(({ place }) => place === 'laureate');
      return starting(
        laureates.map(({ laureateId }) => award({ cycleId, laureateId })),
        [round(event.data), cycle(event.data)],
      );
    }
    case 'AwardAccepted':
    case 'AwardDeclined':
    case 'AwardLapsed':
    case 'AwardRevoked':
      return waking(...awardCircle(event.data));
    case 'LaureateReplaced': {
      const { cycleId, by } = event.data;
      return starting(by === null ? [] : [award({ cycleId, laureateId: by.laureateId })], awardCircle(event.data));
    }
    case 'AnnouncementPlanned':
      return waking(cycle(event.data));
    // Nobody is replaced any more whom everybody has read of.
    case 'StagePublished': {
      const { cycleId, stage, laureates } = event.data;
      const offers = stage === 'public' ? laureates.map(({ laureateId }) => award({ cycleId, laureateId })) : [];
      return waking(cycle(event.data), ...offers);
    }
    case 'ForumPlanned':
      return starting([forum(event.data)]);
    case 'ScenarioAsked':
    case 'ScheduleRequested': {
      const { proposalId, cycleId, forumId } = event.data;
      const request = { kind: 'schedule' as const, cycleId, group: null, forumId };
      return starting([{ type: 'proposalRun', proposalId, request }]);
    }
    case 'ScheduleReleased': {
      const { forumId, moved } = event.data;
      return waking(forum(event.data), ...moved.map((laureateId) => slot({ forumId, laureateId })));
    }
    // Another presenter may be named after the one before has declined, which ended the run.
    case 'PresenterInvited':
    case 'PresenterReplaced':
      return starting([slot(event.data)], [forum(event.data)]);
    case 'TalkConfirmed':
    case 'TalkDeclined':
    case 'InvitationLapsed':
    case 'AvailabilitySet':
    case 'SlotReconfirmed':
    case 'SlotRefused':
    case 'TalkPresented':
    case 'PresenterAbsent':
      return waking(slot(event.data), forum(event.data));
    case 'NominationsRanked':
    case 'ForwardingSignatureRecorded':
    case 'DecisionSignatureRecorded':
    case 'CheckRecorded':
    case 'AnnouncementCorrected':
    case 'LaureateContactNamed':
    case 'NameProofed':
    case 'LaureateNameCorrected':
    case 'BundlePublished':
    case 'ReferenceAdded':
    case 'ReferenceRemoved':
    case 'ReferenceScored':
    case 'BundleWithdrawn':
    case 'CounterChecked':
    case 'DossierVerified':
    case 'DossierReturned':
    case 'ReturnAnswered':
    case 'RejectionObjected':
    case 'RejectionUpheld':
    case 'AmendmentRequested':
    case 'AmendmentRefused':
    case 'DocumentAttached':
    case 'ConsentRequested':
    case 'ConsentConfirmed':
    case 'ConsentRefused':
    case 'JudgeInvited':
    case 'TermsAccepted':
    case 'NoConflictDeclared':
    case 'ConflictSuggestionDismissed':
    case 'ProfileSet':
    case 'ScorecardAssigned':
    case 'ForumPlanChanged':
    case 'ScheduleProposed':
    case 'TalkPinned':
    case 'TalkUnpinned':
    case 'ModeratorSet':
    case 'TalkMoved':
    case 'TalkDescribed':
    case 'SpeakerNamed':
    case 'ReserveNamed':
    case 'ReserveDropped':
    case 'RoleGranted':
    case 'RoleHandedOver':
    case 'RoleRevoked':
    case 'OrganisationRegistered':
    case 'RegistrationRecorded':
    case 'OrganisationRenamed':
    case 'OrganisationMerged':
    case 'OrganisationSeparated':
    case 'OrganisationDistinguished':
    case 'HistoricLaureateRecorded':
    case 'HistoricEditionRecorded':
    case 'ParticipantRegistered':
    case 'ParticipantChanged':
    case 'ParticipantReplaced':
    case 'ParticipantWithdrawn':
    case 'AttendanceMarked':
    case 'ReportSaved':
    case 'ReportHandedIn':
    case 'ReportReturned':
    case 'ReportApproved':
    case 'ReportPublished':
    case 'ReportRetracted':
    case 'SuperiorNamed':
    case 'DelayReported':
    case 'ProceedingsRecorded':
    case 'ProceedingsPublished':
    case 'ProceedingsWithdrawn':
    case 'CeremonyPlanned':
    case 'ReceiverNamed':
    case 'AwardConferred':
    case 'OfficerConflictDeclared':
    case 'AccessRequested':
    case 'AccessGranted':
    case 'AccessRefused':
    case 'AccessEnded':
      return waking();
    default:
      return unreachable(event);
  }
}
