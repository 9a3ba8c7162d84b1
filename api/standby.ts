// What each power of a standby is for: operations of the secretariat that it may carry out in its place.
import type { Power } from '../domain/roles.ts';
import type { HeldRole } from './viewer.ts';

/** One file, whole. */
const file = [
  'ViewNomination',
  'ViewNominationHistory',
  'ViewNominationChanges',
  'ViewNominee',
  'DownloadFile',
  'ViewConsent',
];
export const operations: { [power in Power]: readonly string[] } = {
  deadlines: [
    ...['OpenPhase', 'ClosePhase', 'MoveDeadline', 'SuspendCycle', 'ResumeCycle', 'GrantDispensation'],
    ...['ListCountries', 'ViewCountry', 'ViewCountryHistory', 'ViewProgress', 'NudgeLate', 'ListDispensations'],
  ],
  people: [
    ...['GrantRole', 'RevokeRole', 'ListMembers', 'InviteJudge', 'ListJudges', 'ViewJudge'],
    ...[
      'SettleConflict',
      'ListSuggestions',
      'ViewSuggestions',
      'AnswerSuggestion',
      'ReleaseJudge',
      'ViewJudgeHistory',
      'ViewMemberHistory',
    ],
  ],
  verification: [...file, 'ListNominations', 'ListLaureates', 'VerifyDossier', 'ReturnToCountry'],
  endorsement: [
    ...['RequestEndorsement', 'ViewEndorsement', 'EndorseResults', 'ObjectToResult', 'SettleObjection'],
    ...['ConcludeEndorsement', 'ListLaureates', 'ViewCirculationNote', 'ViewKeptNote'],
  ],
  announcement: [
    ...['PlanAnnouncement', 'PublishStage', 'CorrectAnnouncement', 'ViewAnnouncement', 'ListLaureates'],
    ...['PlanCeremony', 'ViewCeremony', 'ViewCeremonyHistory', 'NameReceiver', 'ConferAward'],
  ],
  forum: [
    ...['ViewForumPlan', 'ChangeForumPlan', 'NameSpeaker', 'DescribeSpeaker'],
    ...['ListReserves', 'NameReserve', 'DropReserve'],
    ...['PlanForum', 'ViewForum', 'RequestSchedule', 'PinTalk', 'UnpinTalk', 'MoveTalk', 'ReleaseSchedule'],
    ...['TryScenario', 'PinModerator', 'UnpinModerator'],
    ...['SwapTalks', 'UndoMove', 'RedoMove', 'RestoreRelease', 'ListReleases'],
    ...['SwapTalks', 'UndoMove', 'RedoMove', 'RestoreRelease', 'ListReleases', 'PreviewRelease', 'CompareReleases'],
    ...['InvitePresenter', 'ListTalks', 'ViewTalk', 'ConfirmTalk', 'DeclineTalk', 'ReplacePresenter', 'DescribeTalk'],
    ...[
      'SetAvailability',
      'ReconfirmSlot',
      'RefuseSlot',
      'MarkPresented',
      'MarkAbsent',
      'ViewProposal',
      'CancelProposal',
    ],
    ...['ViewForumHistory', 'ViewTalkHistory', 'ListDelegations', 'ViewDelegation', 'ViewDelegationHistory'],
    ...['ListParticipants', 'RegisterParticipant', 'ChangeParticipant', 'ReplaceParticipant', 'WithdrawParticipant'],
    ...['PrintProgramme', 'AskParticipant', 'PrintInvitation', 'PrintBadges', 'MarkAttendance'],
    ...['ViewDay', 'ReportDelay', 'ViewProceedings', 'WriteProceedings', 'PublishProceedings', 'ListReports'],
  ],
  'conflicted-files': [
    ...[...file, 'VerifyDossier', 'ReturnToCountry', 'SettleObjection', 'ReplaceLaureate'],
    ...['UpholdRejection', 'ReadmitNomination', 'DisqualifyNomination'],
    ...['ListAccess', 'AnswerAccess', 'EndAccess'],
  ],
};

const all = new Set(Object.values(operations).flat());
export const isForStandby = (operation: string): boolean => all.has(operation);

/** Of the powers that are held, those that the operation needs. */
export const powersFor = ({ role, powers }: HeldRole, operation: string): Power[] =>
  role === 'standby' ? powers.filter((power) => operations[power].includes(operation)) : [];
