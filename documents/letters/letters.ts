// What people are told because of an event: each kind of letter with its readers and its facts.
import type { Db } from '../../db/database.ts';
import type { Recorded } from '../../db/event-store.ts';
import { unreachable } from '../../domain/decider.ts';
import type { AwardsEvent, EventOf } from '../../domain/events.ts';
import type { Letter } from '../mail.ts';
import { lettersOfAccess } from './letters-of-access.ts';
import { lettersOfContact, lettersOfCorrection, lettersOfOffers, lettersOfProof } from './letters-of-award.ts';
import { lettersOfBundle } from './letters-of-bundle.ts';
import { lettersOfCeremony } from './letters-of-ceremony.ts';
import { lettersOfCountry } from './letters-of-country.ts';
import { lettersOfCycle, lettersOfEndorsement } from './letters-of-cycle.ts';
import { lettersOfDelay } from './letters-of-delay.ts';
import { lettersOfDossier } from './letters-of-dossier.ts';
import { lettersOfReplacement, lettersOfTalk } from './letters-of-forum.ts';
import { lettersOfAward, lettersOfJudge, lettersOfPanel } from './letters-of-judging.ts';
import { lettersOfNomination } from './letters-of-nomination.ts';
import { lettersOfOfficer } from './letters-of-officer.ts';
import { lettersOfReport } from './letters-of-report.ts';
import { lettersOfRole } from './letters-of-role.ts';
import { lettersOfForum } from './letters-of-schedule.ts';
import { lettersOfAmendment, lettersOfEntry, lettersOfRejection } from './letters-of-screening.ts';

/** What a letter is made with: where people look things up, and where the links of letters lead. */
export type Desk = { db: Db; publicUrl: string };
/** A letter without what every letter of the event has in common. */
export type Draft = Omit<Letter, 'key'> & { key?: string };
export type Told<Type extends AwardsEvent['type']> = Recorded<AwardsEvent> & EventOf<Type>;

/** One of an event's letters may add to the key, so that a person can get several. */
export async function lettersFor(desk: Desk, event: Recorded<AwardsEvent>): Promise<Letter[]> {
  const drafts = await draftsFor(desk, event);
  return drafts.map(({ key, ...draft }) => ({
    cycleId: event.cycleId,
    ...draft,
    key: key === undefined ? event.eventId : `${event.eventId}:${key}`,
  }));
}

const together = async (...drafts: Promise<Draft[]>[]): Promise<Draft[]> => (await Promise.all(drafts)).flat();

function draftsFor(desk: Desk, event: Recorded<AwardsEvent>): Promise<Draft[]> {
  switch (event.type) {
    case 'CyclePlanned':
    case 'PhaseOpened':
    case 'PhaseClosed':
    case 'DeadlineMoved':
    case 'CycleSuspended':
    case 'CycleResumed':
    case 'CycleCancelled':
    case 'CycleArchived':
      return lettersOfCycle(desk, event);
    case 'EndorsementRequested':
    case 'ResultObjected':
    case 'ObjectionSettled':
    case 'StagePublished':
      return lettersOfEndorsement(desk, event);
    case 'CountryTimetableSet':
    case 'DispensationGranted':
    case 'CountryPhaseClosed':
    case 'ForwardingSignatureRecorded':
    case 'ForwardingSigned':
    case 'NoNomineeDeclared':
      return lettersOfCountry(desk, event);
    case 'NominationSubmitted':
    case 'NominationCorrected':
    case 'NominationReturned':
    case 'RejectionProposed':
    case 'NominationWithdrawn':
    case 'NominationForwarded':
    case 'DocumentAttached':
    case 'ConsentConfirmed':
    case 'ConsentRefused':
    case 'CounterChecked':
      return lettersOfNomination(desk, event);
    case 'DossierReturned':
    case 'ReturnAnswered':
      return lettersOfDossier(desk, event);
    case 'NominationRejected':
    case 'RejectionObjected':
    case 'RejectionUpheld':
    case 'NominationReadmitted':
    case 'NominationDisqualified':
      return lettersOfRejection(desk, event);
    case 'AmendmentRequested':
    case 'AmendmentRefused':
    case 'DossierAmended':
      return lettersOfAmendment(desk, event);
    case 'EntryRemoved':
    case 'EntryAmended':
      return lettersOfEntry(desk, event);
    case 'JudgeInvited':
    case 'InvitationAccepted':
    case 'InvitationDeclined':
    case 'ConflictDeclared':
    case 'ScoringFinished':
    case 'JudgeReleased':
      return lettersOfJudge(desk, event);
    case 'AssignmentReleased':
    case 'ReserveCalled':
    case 'TallySealed':
    case 'EntriesShortlisted':
    case 'MinimumLowered':
    case 'PanelVoteRecorded':
    case 'DecisionRecorded':
    case 'DecisionSignatureRecorded':
    case 'DecisionSigned':
    case 'DecisionReopened':
      return lettersOfPanel(desk, event);
    case 'BundlePublished':
      return lettersOfBundle(desk, event);
    case 'AccessRequested':
    case 'AccessGranted':
    case 'AccessRefused':
    case 'AccessEnded':
      return lettersOfAccess(desk, event);
    case 'AwardAccepted':
    case 'AwardDeclined':
    case 'AwardLapsed':
    case 'AwardRevoked':
      return lettersOfAward(desk, event);
    case 'LaureateReplaced':
      return together(lettersOfAward(desk, event), lettersOfOffers(desk, event));
    case 'EndorsementConcluded':
      return together(lettersOfEndorsement(desk, event), lettersOfOffers(desk, event));
    case 'LaureateContactNamed':
      return lettersOfContact(desk, event);
    case 'AnnouncementCorrected':
      return lettersOfCorrection(desk, event);
    case 'NameProofed':
    case 'LaureateNameCorrected':
      return lettersOfProof(desk, event);
    case 'PresenterInvited':
    case 'SpeakerNamed':
    case 'PresenterReplaced':
    case 'TalkDeclined':
    case 'SlotRefused':
    case 'InvitationLapsed':
      return lettersOfTalk(desk, event);
    case 'ReportHandedIn':
    case 'ReportReturned':
    case 'ReportApproved':
      return lettersOfReport(desk, event);
    case 'ParticipantReplaced':
      return lettersOfReplacement(desk, event);
    case 'ScheduleReleased':
      return lettersOfForum(desk, event);
    case 'DelayReported':
      return lettersOfDelay(desk, event);
    case 'CeremonyPlanned':
    case 'ReceiverNamed':
      return lettersOfCeremony(desk, event);
    case 'RoleGranted':
    case 'RoleHandedOver':
      return lettersOfRole(desk, event);
    case 'OfficerConflictDeclared':
      return lettersOfOfficer(desk, event);
    case 'ResultsEndorsed':
    case 'AnnouncementPlanned':
    case 'NominationsRanked':
    case 'CheckRecorded':
    case 'DossierVerified':
    case 'ConsentRequested':
    case 'TermsAccepted':
    case 'ProfileSet':
    case 'NoConflictDeclared':
    case 'ConflictSuggestionDismissed':
    case 'ConflictSettled':
    case 'PanelFormed':
    case 'PanelChanged':
    case 'AssignmentRequested':
    case 'AssignmentProposed':
    case 'ScoringClosed':
    case 'ReferenceAdded':
    case 'ReferenceRemoved':
    case 'ReferenceScored':
    case 'BundleWithdrawn':
    case 'ScorecardAssigned':
    case 'ScorecardSubmitted':
    case 'EntryRecused':
    case 'ScorecardReopened':
    case 'ScorecardRenewed':
    case 'ForumPlanned':
    case 'ForumPlanChanged':
    case 'ScheduleRequested':
    case 'ScenarioAsked':
    case 'ScheduleProposed':
    case 'TalkPinned':
    case 'TalkUnpinned':
    case 'ModeratorSet':
    case 'TalkMoved':
    case 'TalkConfirmed':
    case 'TalkDescribed':
    case 'ReserveNamed':
    case 'ReserveDropped':
    case 'AvailabilitySet':
    case 'SlotReconfirmed':
    case 'TalkPresented':
    case 'PresenterAbsent':
    case 'ParticipantRegistered':
    case 'ParticipantChanged':
    case 'ParticipantWithdrawn':
    case 'AttendanceMarked':
    case 'ReportSaved':
    case 'ReportPublished':
    case 'ReportRetracted':
    case 'SuperiorNamed':
    case 'ProceedingsRecorded':
    case 'ProceedingsPublished':
    case 'ProceedingsWithdrawn':
    case 'RoleRevoked':
    case 'OrganisationRegistered':
    case 'RegistrationRecorded':
    case 'OrganisationRenamed':
    case 'OrganisationMerged':
    case 'OrganisationSeparated':
    case 'OrganisationDistinguished':
    case 'HistoricLaureateRecorded':
    case 'HistoricEditionRecorded':
    case 'AwardConferred':
      return Promise.resolve([]);
    default:
      return unreachable(event);
  }
}
