// A sample of every event there is: one that is missing here does not compile.
import type { AwardsEvent, EventOf, EventType } from '../../domain/events.ts';
import type { Winner } from '../../domain/messages.ts';
import type { TallyResult } from '../../domain/tally/tally.ts';
import { forumPlanned, scheduleProposed, scheduleReleased, scheduleRequested } from '../support/forum-samples.ts';
import {
  assignmentReleased,
  conflictDeclared,
  conflictSettled,
  judgeInvited,
  judgeReleased,
  pairsOf,
  scorecardAssigned,
  scorecardSubmitted,
  scoringClosed,
} from '../support/judging-samples.ts';
import {
  amendmentRequested,
  checkRecorded,
  consentText,
  documentAttached,
  dossierAmended,
  dossierReturned,
  dossierVerified,
  nominationCorrected,
  nominationDisqualified,
  nominationForwarded,
  nominationReadmitted,
  nominationRejected,
  nominationReturned,
  nominationSubmitted,
  nominationWithdrawn,
  rejectionObjected,
  rejectionProposed,
  returnAnswered,
  subject,
} from '../support/nomination-samples.ts';
import { registerData } from '../support/register-samples.ts';
import { ids, panelFormed, phaseClosed, phaseOpened, plannedCycle, winner } from '../support/samples.ts';

const cycleId = ids.cycle;
const at = '2025-06-01T00:00:00.000Z';
const ofCountry = { cycleId, iso2: 'TH' };
const ofPanel = { cycleId, group: 'TH-ngo' };
const ofJudge = { cycleId, judgeId: ids.judge(1), groups: ['TH-ngo', 'TH-media'] };
const ofTalk = { forumId: ids.forum, laureateId: ids.nomination(1), cycleId };
const ofSheet = {
  ...ofPanel,
  nominationId: ids.nomination(1),
  judgeId: ids.judge(1),
  round: 'main',
  dossierVersion: 1,
};
const personId = ids.person(1);
const reason = 'As agreed.';
const ofRole = { personId, grantId: ids.proposal(9), role: 'screener' as const, scope: {}, by: ids.person(9) };
const winners: Winner[] = [winner(1)];
const signature = { kind: 'in-person' as const };
const letter = {
  ...{ kind: 'on-behalf' as const, letter: 'b'.repeat(64), reference: 'Letter 7', date: '2025-05-30' },
  signatory: { office: 'Permanent Secretary', signatoryId: ids.person(8) },
};
const result: TallyResult = {
  method: 'mean',
  methodVersion: 1,
  soleNominee: false,
  entries: [],
  needsVote: [],
  flags: [],
};
const place = { block: 'first', room: 'main', slot: 0 };

const data: { [Type in EventType]: EventOf<Type>['data'] } = {
  CyclePlanned: plannedCycle().data,
  PhaseOpened: phaseOpened('screening').data,
  PhaseClosed: phaseClosed('screening').data,
  DeadlineMoved: { cycleId, phase: 'judging', from: at, closesAt: at, reason },
  CycleSuspended: { cycleId, reason, at },
  CycleResumed: {
    cycleId,
    reason,
    suspendedAt: at,
    resumedAt: at,
    moves: [{ phase: 'judging', from: at, closesAt: at }],
    stages: [],
  },
  CycleCancelled: { cycleId, reason },
  CycleArchived: { cycleId },
  EndorsementRequested: { cycleId, groups: ['TH-ngo'], decisions: { 'TH-ngo': 1 }, winners, closesAt: at },
  ResultsEndorsed: { cycleId, country: 'TH', laureates: [], onBehalf: null },
  ResultObjected: { cycleId, country: 'SG', laureateId: ids.nomination(1), group: 'TH-ngo', reason, onBehalf: null },
  ObjectionSettled: {
    cycleId,
    country: 'SG',
    laureateId: ids.nomination(1),
    group: 'TH-ngo',
    outcome: 'upheld',
    reason,
  },
  EndorsementConcluded: {
    cycleId,
    because: 'meeting',
    meetingReference: 'M 1',
    endorsed: winners,
    held: [],
    silent: [],
  },
  AnnouncementPlanned: { cycleId, stages: [{ stage: 'public', at }] },
  StagePublished: { cycleId, stage: 'public', laureates: winners },
  CountryTimetableSet: { ...ofCountry, closesAt: { judging: at } },
  DispensationGranted: {
    ...{ ...ofCountry, step: 'judging', category: null, reason, authority: 'The chair', until: at },
    groups: ['TH-ngo', 'TH-media'],
  },
  CountryPhaseClosed: { ...ofCountry, phase: 'judging', because: 'approver' },
  NominationsRanked: { ...ofCountry, category: 'ngo', order: [ids.nomination(1)] },
  ForwardingSignatureRecorded: {
    ...ofCountry,
    ...{ category: 'ngo', nominations: [ids.nomination(1)], signature: letter, sheet: 'c'.repeat(64), by: personId },
  },
  ForwardingSigned: { ...ofCountry, category: 'ngo', nominations: [], signature },
  NoNomineeDeclared: { ...ofCountry, category: 'ngo', reason },
  NominationSubmitted: nominationSubmitted().data,
  NominationCorrected: nominationCorrected().data,
  NominationWithdrawn: nominationWithdrawn().data,
  CheckRecorded: checkRecorded('in-time').data,
  NominationReturned: nominationReturned().data,
  RejectionProposed: rejectionProposed().data,
  NominationRejected: nominationRejected().data,
  DocumentAttached: documentAttached().data,
  ConsentRequested: { ...subject, contact: personId, text: consentText },
  ConsentConfirmed: { ...subject, by: personId, text: consentText, note: '' },
  ConsentRefused: { ...subject, by: personId, text: consentText, note: reason },
  NominationForwarded: nominationForwarded().data,
  DossierVerified: dossierVerified().data,
  DossierReturned: dossierReturned().data,
  ReturnAnswered: returnAnswered().data,
  RejectionObjected: rejectionObjected().data,
  RejectionUpheld: { ...subject, reason, by: personId },
  NominationReadmitted: nominationReadmitted.data,
  NominationDisqualified: nominationDisqualified().data,
  AmendmentRequested: amendmentRequested().data,
  AmendmentRefused: { ...subject, reason, by: personId },
  DossierAmended: dossierAmended().data,
  JudgeInvited: judgeInvited(1).data,
  InvitationAccepted: ofJudge,
  InvitationDeclined: { ...ofJudge, reason },
  TermsAccepted: { ...ofJudge, version: '1' },
  ProfileSet: { ...ofJudge, languages: ['en'], themes: [], capacity: 5 },
  ConflictDeclared: conflictDeclared(1, 1).data,
  ConflictSettled: conflictSettled(1, 1, 'upheld').data,
  ScoringFinished: { ...ofJudge, group: 'TH-media', entries: 2 },
  JudgeReleased: judgeReleased(1).data,
  PanelFormed: panelFormed().data,
  PanelChanged: { ...ofPanel, judges: [], reserves: [], chair: null, deputyChair: null, reason },
  AssignmentRequested: { ...ofPanel, proposalId: ids.proposal(1), pinned: [] },
  AssignmentProposed: { ...ofPanel, proposalId: ids.proposal(1), pairs: pairsOf([1], [1]), emptySeats: 0 },
  AssignmentReleased: assignmentReleased().data,
  ScoringClosed: scoringClosed().data,
  TallySealed: { ...ofPanel, definitionHash: '', sheets: [], result },
  PanelVoteRecorded: { ...ofPanel, entries: [], votes: [] },
  DecisionRecorded: {
    ...ofPanel,
    number: 1,
    outside: true,
    winners,
    reasons: '',
    source: null,
    minutes: null,
    by: personId,
  },
  DecisionSignatureRecorded: { ...ofPanel, number: 1, signature: letter, by: personId },
  DecisionSigned: { ...ofPanel, number: 1, winners, signature, by: personId },
  DecisionReopened: { ...ofPanel, number: 1, laureateId: ids.nomination(1), upheld: true, reason },
  AwardAccepted: { ...ofPanel, laureateId: ids.nomination(1) },
  AwardDeclined: { ...ofPanel, laureateId: ids.nomination(1), reason },
  LaureateReplaced: { ...ofPanel, laureateId: ids.nomination(1), by: winner(2), reason },
  EntryRemoved: { ...ofPanel, nominationId: ids.nomination(1), reason },
  EntryAmended: { ...ofPanel, nominationId: ids.nomination(1), version: 2, organisation: { en: 'Sample' } },
  ScorecardAssigned: scorecardAssigned().data,
  ScorecardSubmitted: scorecardSubmitted(3, 4).data,
  EntryRecused: { ...ofSheet, reason },
  ScorecardReopened: { ...ofSheet, reason },
  ScorecardRenewed: { ...ofSheet, amendedTo: 2 },
  ForumPlanned: forumPlanned().data,
  ScheduleRequested: scheduleRequested().data,
  ScheduleProposed: scheduleProposed().data,
  TalkPinned: { forumId: ids.forum, cycleId, talk: ids.nomination(1), place },
  TalkUnpinned: { forumId: ids.forum, cycleId, talk: ids.nomination(1) },
  TalkMoved: { forumId: ids.forum, cycleId, talk: ids.nomination(1), from: null, to: place },
  ScheduleReleased: scheduleReleased().data,
  PresenterInvited: {
    ...ofTalk,
    personId,
    country: 'TH',
    category: 'ngo',
    organisation: { en: 'Sample' },
    answerBy: at,
  },
  TalkConfirmed: { ...ofTalk, personId },
  TalkDeclined: { ...ofTalk, personId, reason },
  InvitationLapsed: { ...ofTalk, personId },
  PresenterReplaced: { ...ofTalk, from: personId, personId: ids.person(2), answerBy: at, reason },
  TalkDescribed: { ...ofTalk, topics: [], theme: null, language: 'en' },
  AvailabilitySet: { ...ofTalk, mode: 'remote', windows: [] },
  SlotReconfirmed: { ...ofTalk, release: 1 },
  TalkPresented: ofTalk,
  PresenterAbsent: { ...ofTalk, reason },
  RoleGranted: { ...ofRole, from: at, until: null },
  RoleRevoked: { ...ofRole, reason },
  ...registerData,
};

export const everyEvent = Object.entries(data).map(([type, each]) => ({ type, data: each }) as AwardsEvent);
