// Who may do and see what: one table, from command or view to role and scope.
import { type Role, roles } from '../domain/roles.ts';
import { conflictsNotDeclared, notFound, notSignedIn, wrongRole } from './problem.ts';
import { isForStandby, powersFor } from './standby.ts';
import type { Target } from './targets.ts';
import type { HeldRole, Viewer } from './viewer.ts';

type ScopeRule = (held: HeldRole, target: Target, viewer: Viewer) => boolean;

/** An officer's file in conflict is not there for that officer. */
const ofAward: ScopeRule = (held, target, viewer) =>
  held.award !== null && held.award === target.award && target.officers?.includes(viewer.personId) !== true;
const ofCountry: ScopeRule = (held, target, viewer) =>
  ofAward(held, target, viewer) && held.country !== null && held.country === target.country;
const ofPanel: ScopeRule = (held, target) =>
  held.cycleId === target.cycleId && held.group !== null && held.group === target.group;
const isConflicted = (target: Target, viewer: Viewer) => target.conflicted?.includes(viewer.personId) === true;
const isUndeclared = (target: Target, viewer: Viewer) => target.undeclared?.includes(viewer.personId) === true;

const assignedEntry: ScopeRule = (held, target, viewer) =>
  ofPanel(held, target, viewer) &&
  target.assignedTo?.includes(viewer.personId) === true &&
  !isConflicted(target, viewer) &&
  !isUndeclared(target, viewer);
/** Of what a leader judges too, nothing opens before the word on conflicts. */
const ownPanelEntry: ScopeRule = (held, target, viewer) =>
  ofPanel(held, target, viewer) && !isConflicted(target, viewer) && !isUndeclared(target, viewer);
const isEditor = (target: Target, viewer: Viewer) => target.editors?.includes(viewer.personId) === true;
const isOwnFile = ({ file }: Target, viewer: Viewer) => file?.owner === viewer.personId;
const isShownTo = (target: Target, viewer: Viewer) =>
  isEditor(target, viewer) ? target.file?.confidential === false : target.file?.submitted === true;
const isJudged = ({ file }: Target) => file?.submitted === true && !file.blind;

/** Where a role holds, seen from what is acted on. */
const scopes = {
  anywhere: () => true,
  award: ofAward,
  country: ofCountry,
  ownNomination: (held, target, viewer) =>
    ofCountry(held, target, viewer) && target.editors?.includes(viewer.personId) === true,
  /** Started by the country's desk, or edited by the viewer. */
  draftOfDesk: (held, target, viewer) =>
    ofCountry(held, target, viewer) && (target.inHouse === true || target.editors?.includes(viewer.personId) === true),
  self: (_held, target, viewer) => target.personId === viewer.personId,
  ownJudge: (held, target, viewer) => held.cycleId === target.cycleId && target.judgeId === viewer.personId,
  /** A file that the viewer registered, or that belongs to a draft which the viewer edits. */
  ownFile: (_held, target, viewer) => target.file?.uploaders.includes(viewer.personId) === true,
  officeFile: (held, target, viewer) => ofAward(held, target, viewer) && target.file?.submitted === true,
  /** What was submitted to the country's desk; what others wrote in confidence is not for those who edit the nomination. */
  deskFile: (held, target, viewer) =>
    ofCountry(held, target, viewer) && (isOwnFile(target, viewer) || isShownTo(target, viewer)),
  editedFile: (held, target, viewer) =>
    ofCountry(held, target, viewer) &&
    (isOwnFile(target, viewer) || (isEditor(target, viewer) && isShownTo(target, viewer))),
  judgedFile: (held, target, viewer) => isJudged(target) && assignedEntry(held, target, viewer),
  ledFile: (held, target, viewer) => isJudged(target) && ownPanelEntry(held, target, viewer),
  /** An entry that the judge is assigned and not in conflict with. */
  assignedEntry,
  ownSheet: (held, target, viewer) =>
    ofPanel(held, target, viewer) && target.judgeId === viewer.personId && !isConflicted(target, viewer),
  /** Its entry is open: the judge has said that no conflict stands between them. */
  openSheet: (held, target, viewer) =>
    ofPanel(held, target, viewer) &&
    target.judgeId === viewer.personId &&
    !isConflicted(target, viewer) &&
    !isUndeclared(target, viewer),
  judgedCycle: (held, target) => held.cycleId !== null && held.cycleId === target.cycleId,
  ownPanel: ofPanel,
  /** On the panel, of oneself. */
  selfAtPanel: (held, target, viewer) => ofPanel(held, target, viewer) && target.personId === viewer.personId,
  /** Who asked, or is let in. */
  concerned: (_held, target, viewer) => target.concerned?.includes(viewer.personId) === true,
  /** Of no award in particular, without a conflict. */
  anywhereApart: (_held, target, viewer) =>
    target.officers?.includes(viewer.personId) !== true && !isConflicted(target, viewer),
  /** Of the award, and in conflict neither as an officer nor as a judge. */
  awardUnconflicted: (held, target, viewer) => ofAward(held, target, viewer) && !isConflicted(target, viewer),
  /** The chair's own panel; what is in conflict is the deputy's. */
  ownPanelEntry,
  ownLaureate: (held, target) => held.laureate !== null && held.laureate === target.laureateId,
  linkedNomination: (held, target) => held.nomination !== null && held.nomination === target.nominationId,
  /** Who was asked, or speaks instead; by a link only the talk that it is for. */
  ownTalk: (held, target, viewer) =>
    (target.presenter === viewer.personId || target.speaker === viewer.personId) &&
    (held.talk === undefined || held.talk === `${target.forumId}~${target.laureateId}`),
  /** Of the award, by one who is no judge of the group: whoever judges sees no more than a judge. */
  awardApart: (held, target, viewer) =>
    ofAward(held, target, viewer) &&
    !viewer.roles.some((other) => other.role === 'judge' && ofPanel(other, target, viewer)),
  /** Of the award, where no country has a panel of its own. */
  regionalPanel: (held, target, viewer) => ofAward(held, target, viewer) && target.country === null,
  /** By a standby, whose powers are those for the operation: with one of them the files in an officer's conflict alone. */
  standby: (held, target, viewer) =>
    ofAward(held, target, viewer) &&
    target.file?.submitted !== false &&
    held.powers.some(
      (power) => power !== 'conflicted-files' || (target.takenOver ?? (target.officers?.length ?? 0) > 0),
    ),
  /** Slides of a session in which one has a part. */
  ownSession: (held, target, viewer) =>
    held.forum !== null && held.forum === target.forumId && target.helper === viewer.personId,
  forum: (held, target) => held.forum !== null && held.forum === target.forumId,
  /** Who is named as the superior of a delegation. */
  superior: (held, target, viewer) => ofCountry(held, target, viewer) && target.superior === viewer.personId,
  linkedParticipant: (held, target) => held.participant !== undefined && held.participant === target.participantId,
} satisfies { [name: string]: ScopeRule };

export type ScopeName = keyof typeof scopes;
type Rules = { [role in Role]?: ScopeName };

const countryDesk: Rules = {
  secretariat: 'award',
  'focal-point': 'country',
  screener: 'country',
  approver: 'country',
  auditor: 'award',
};
/** Who sees which organisation is in the queries: the public record, and what the own desk handles. */
const register: Rules = {
  secretariat: 'anywhere',
  'focal-point': 'anywhere',
  screener: 'anywhere',
  approver: 'anywhere',
  auditor: 'anywhere',
};
const everyoneInTheAward: Rules = {
  administrator: 'anywhere',
  secretariat: 'award',
  standby: 'award',
  'focal-point': 'award',
  applicant: 'award',
  screener: 'award',
  approver: 'award',
  judge: 'judgedCycle',
  chair: 'judgedCycle',
  'deputy-chair': 'judgedCycle',
  endorser: 'award',
  auditor: 'award',
};
const signedIn: Rules = {
  administrator: 'anywhere',
  secretariat: 'anywhere',
  standby: 'anywhere',
  'focal-point': 'anywhere',
  applicant: 'anywhere',
  screener: 'anywhere',
  approver: 'anywhere',
  judge: 'anywhere',
  chair: 'anywhere',
  'deputy-chair': 'anywhere',
  endorser: 'anywhere',
  'laureate-contact': 'anywhere',
  presenter: 'anywhere',
  'forum-staff': 'anywhere',
  host: 'anywhere',
  moderator: 'anywhere',
  rapporteur: 'anywhere',
  interpreter: 'anywhere',
  delegate: 'anywhere',
  auditor: 'anywhere',
};
const everyone: Rules = { public: 'anywhere' };
const panelMakers: Rules = { secretariat: 'award', 'focal-point': 'country' };
/** Deliberation and decision are the deputy's where the chair is in conflict with an entry. */
const leaders: Rules = { chair: 'ownPanelEntry', 'deputy-chair': 'ownPanelEntry' };
/** Around the table, when the entry is talked about: not who is in conflict with it, nor anybody from outside. */
const atTheTable: Rules = { ...leaders, judge: 'assignedEntry' };
const presenters: Rules = { presenter: 'ownTalk', secretariat: 'award', 'forum-staff': 'forum', host: 'forum' };
/** Who sees and keeps a country's delegation: what is personal in it is theirs and the forum's alone. */
const delegationKeepers: Rules = {
  secretariat: 'award',
  'focal-point': 'country',
  delegate: 'country',
  'forum-staff': 'forum',
};
const reportWriters: Rules = { 'focal-point': 'country', delegate: 'country' };
/** The rules of the report ask whether another one is named. */
const superiors: Rules = { approver: 'country', 'focal-point': 'superior', delegate: 'superior', screener: 'superior' };
const forumMakers: Rules = { secretariat: 'award', 'forum-staff': 'forum', host: 'forum' };

export const access = {
  // cycle
  ListDefinitions: signedIn,
  PlanCycle: { secretariat: 'award' },
  CloneCycle: { secretariat: 'award' },
  ListCycles: signedIn,
  ViewCycle: everyoneInTheAward,
  ViewDefinition: everyoneInTheAward,
  OpenPhase: { secretariat: 'award' },
  ClosePhase: { secretariat: 'award' },
  MoveDeadline: { secretariat: 'award' },
  SuspendCycle: { secretariat: 'award' },
  ResumeCycle: { secretariat: 'award' },
  CancelCycle: { secretariat: 'award' },
  ArchiveCycle: { secretariat: 'award' },
  RequestEndorsement: { secretariat: 'award' },
  ViewEndorsement: { secretariat: 'award', auditor: 'award' },
  ViewCirculationNote: { secretariat: 'award', endorser: 'award', auditor: 'award' },
  ViewKeptNote: { secretariat: 'award', auditor: 'award' },
  EndorseResults: { endorser: 'country', secretariat: 'award' },
  ObjectToResult: { endorser: 'country', secretariat: 'award' },
  SettleObjection: { secretariat: 'award' },
  WithdrawObjection: { endorser: 'country' },
  ConcludeEndorsement: { secretariat: 'award' },
  PlanAnnouncement: { secretariat: 'award' },
  PublishStage: { secretariat: 'award' },
  CorrectAnnouncement: { secretariat: 'award' },
  ViewAnnouncement: { secretariat: 'award', auditor: 'award' },
  ViewBoard: { secretariat: 'award', chair: 'ownPanel', 'deputy-chair': 'ownPanel', auditor: 'award' },
  ViewHistory: { secretariat: 'award', auditor: 'award' },
  ViewCountryHistory: countryDesk,
  ViewJudgeHistory: { judge: 'ownJudge', secretariat: 'award', 'focal-point': 'country', auditor: 'award' },
  /** What is said of single judges is theirs who lead them, and of nobody who judges beside them. */
  ViewReliability: { secretariat: 'awardApart', chair: 'ownPanel', 'deputy-chair': 'ownPanel' },
  ViewPanelHistory: {
    secretariat: 'award',
    'focal-point': 'country',
    approver: 'country',
    chair: 'ownPanel',
    'deputy-chair': 'ownPanel',
    auditor: 'award',
  },
  ViewOrganisationHistory: { secretariat: 'award', 'focal-point': 'country', auditor: 'award' },
  ViewForumHistory: { ...forumMakers, auditor: 'award' },
  ViewTalkHistory: { ...presenters, auditor: 'award' },
  ViewCeremonyHistory: { secretariat: 'award', auditor: 'award' },
  ViewMemberHistory: { administrator: 'anywhere', secretariat: 'award', 'focal-point': 'country', auditor: 'award' },
  ListMails: { secretariat: 'award', auditor: 'award' },
  ResendMail: { secretariat: 'award' },
  ViewProgress: { secretariat: 'award', auditor: 'award' },
  NudgeLate: { secretariat: 'award' },
  // country
  ListCountries: { secretariat: 'award', auditor: 'award' },
  ViewCountry: countryDesk,
  SetCountryTimetable: { 'focal-point': 'country' },
  GrantDispensation: { secretariat: 'award' },
  ListDispensations: {
    secretariat: 'award',
    'focal-point': 'award',
    screener: 'award',
    approver: 'award',
    auditor: 'award',
  },
  CloseCountryPhase: { approver: 'country' },
  RankNominations: { approver: 'country' },
  SignForwarding: { approver: 'country', 'focal-point': 'country' },
  ConfirmForwardingSignature: { approver: 'country', 'focal-point': 'country', secretariat: 'award' },
  ViewSigningSheet: countryDesk,
  ListWaitingSignatures: { secretariat: 'award', 'focal-point': 'country', approver: 'country', auditor: 'award' },
  DeclareNoNominee: { approver: 'country' },
  // nomination
  StartNomination: { applicant: 'country', 'focal-point': 'country' },
  ListNominations: { ...countryDesk, applicant: 'country' },
  ViewNomination: {
    ...countryDesk,
    applicant: 'ownNomination',
    judge: 'assignedEntry',
    chair: 'ownPanelEntry',
    'deputy-chair': 'ownPanelEntry',
  },
  ViewNominationHistory: { ...countryDesk, applicant: 'ownNomination' },
  ViewDraft: { applicant: 'ownNomination', 'focal-point': 'draftOfDesk' },
  SaveDraft: { applicant: 'ownNomination', 'focal-point': 'ownNomination' },
  ViewNominating: { ...countryDesk, applicant: 'country' },
  ListDrafts: { 'focal-point': 'country', applicant: 'country' },
  CountDrafts: { secretariat: 'award' },
  ListEditors: { applicant: 'ownNomination', 'focal-point': 'draftOfDesk' },
  InviteEditor: { applicant: 'ownNomination', 'focal-point': 'ownNomination' },
  EndEditor: { applicant: 'ownNomination', 'focal-point': 'ownNomination' },
  NameEditor: { 'focal-point': 'country' },
  RegisterFile: { applicant: 'ownNomination', 'focal-point': 'ownNomination' },
  RemoveFile: { applicant: 'ownNomination', 'focal-point': 'ownNomination' },
  UploadFile: {
    secretariat: 'ownFile',
    'focal-point': 'ownFile',
    applicant: 'ownFile',
    approver: 'ownFile',
    chair: 'ownFile',
    'deputy-chair': 'ownFile',
    endorser: 'ownFile',
    'laureate-contact': 'ownFile',
    presenter: 'ownFile',
    'forum-staff': 'ownFile',
    delegate: 'ownFile',
    host: 'ownFile',
    rapporteur: 'ownFile',
    referee: 'ownFile',
  },
  RegisterLetter: {
    secretariat: 'award',
    'focal-point': 'country',
    approver: 'country',
    chair: 'judgedCycle',
    'deputy-chair': 'judgedCycle',
    endorser: 'country',
  },
  DownloadFile: {
    secretariat: 'officeFile',
    'focal-point': 'deskFile',
    applicant: 'editedFile',
    screener: 'deskFile',
    approver: 'deskFile',
    judge: 'judgedFile',
    chair: 'ledFile',
    'deputy-chair': 'ledFile',
    endorser: 'ownFile',
    'laureate-contact': 'ownFile',
    presenter: 'ownFile',
    'forum-staff': 'forum',
    host: 'forum',
    moderator: 'ownSession',
    rapporteur: 'ownSession',
    interpreter: 'ownSession',
    referee: 'ownFile',
    auditor: 'officeFile',
  },
  ViewConsent: { ...countryDesk, applicant: 'ownNomination', nominee: 'linkedNomination' },
  RequestConsent: { applicant: 'ownNomination', 'focal-point': 'country' },
  AnswerConsent: { nominee: 'linkedNomination', applicant: 'ownNomination' },
  RequestSupportingLetter: { applicant: 'ownNomination', 'focal-point': 'ownNomination' },
  ListSupportingLetters: { applicant: 'ownNomination', 'focal-point': 'ownNomination' },
  ViewAskedLetter: { referee: 'linkedNomination' },
  SendSupportingLetter: { referee: 'linkedNomination' },
  ViewBooklet: { judge: 'assignedEntry', ...leaders },
  RegisterRedacted: { 'focal-point': 'country', secretariat: 'award' },
  ListDocuments: { ...countryDesk, applicant: 'ownNomination' },
  ViewReceipt: { ...countryDesk, applicant: 'ownNomination' },
  SubmitNomination: { applicant: 'ownNomination', 'focal-point': 'ownNomination' },
  CorrectNomination: { applicant: 'ownNomination', 'focal-point': 'ownNomination' },
  WithdrawNomination: { applicant: 'ownNomination', 'focal-point': 'country' },
  RecordCheck: { screener: 'country' },
  ReturnNomination: { screener: 'country' },
  RejectNomination: { screener: 'country', approver: 'country' },
  RecordCounterCheck: { secretariat: 'award' },
  ListCounterChecks: { secretariat: 'award', 'focal-point': 'award', auditor: 'award' },
  ForwardNomination: { approver: 'country' },
  VerifyDossier: { secretariat: 'award' },
  ReturnToCountry: { secretariat: 'award' },
  AnswerReturn: { applicant: 'ownNomination', 'focal-point': 'country' },
  // organisation
  ListOrganisations: register,
  Search: register,
  ViewOrganisation: register,
  ListOrganisationMatches: register,
  RegisterOrganisation: { secretariat: 'award', 'focal-point': 'country' },
  RenameOrganisation: { secretariat: 'award', 'focal-point': 'country' },
  RecordRegistration: { secretariat: 'award', 'focal-point': 'country' },
  MergeOrganisations: { secretariat: 'award' },
  SeparateOrganisation: { secretariat: 'award' },
  DistinguishOrganisation: { secretariat: 'award' },
  RecordHistoricLaureate: { secretariat: 'award' },
  RecordHistoricEdition: { secretariat: 'award' },
  LoadHistory: { administrator: 'anywhere', secretariat: 'award' },
  ViewNominee: { ...countryDesk, applicant: 'ownNomination' },
  IdentifyOrganisation: {
    applicant: 'ownNomination',
    'focal-point': 'country',
    screener: 'country',
    secretariat: 'award',
  },
  ListRepeatedOrganisations: countryDesk,
  ListOrganisationQuestions: countryDesk,
  // ceremony
  PlanCeremony: { secretariat: 'award' },
  ViewCeremony: { secretariat: 'award', 'focal-point': 'country', approver: 'country', auditor: 'award' },
  NameReceiver: { secretariat: 'award', 'focal-point': 'country' },
  ConferAward: { secretariat: 'award' },
  ViewNominationChanges: {
    ...countryDesk,
    applicant: 'ownNomination',
    judge: 'assignedEntry',
    chair: 'ownPanelEntry',
    'deputy-chair': 'ownPanelEntry',
  },
  ObjectToRejection: { applicant: 'ownNomination', 'focal-point': 'country' },
  UpholdRejection: { secretariat: 'award' },
  ReadmitNomination: { secretariat: 'award' },
  DisqualifyNomination: { secretariat: 'award' },
  AmendNomination: { applicant: 'ownNomination', 'focal-point': 'ownNomination' },
  AllowAmendment: leaders,
  RefuseAmendment: leaders,
  // judge
  InviteJudge: panelMakers,
  ListJudges: { secretariat: 'award', 'focal-point': 'country', auditor: 'award' },
  ViewJudge: { judge: 'ownJudge', secretariat: 'award', 'focal-point': 'country', auditor: 'award' },
  AcceptInvitation: { judge: 'ownJudge' },
  DeclineInvitation: { judge: 'ownJudge' },
  AcceptTerms: { judge: 'ownJudge' },
  SetProfile: { judge: 'ownJudge' },
  DeclareConflict: { judge: 'ownJudge' },
  DeclareNoConflict: { judge: 'ownJudge' },
  ViewNameList: { judge: 'ownJudge' },
  AnswerNameList: { judge: 'ownJudge' },
  ListSuggestions: { secretariat: 'award', 'focal-point': 'country', auditor: 'award' },
  ViewSuggestions: { judge: 'ownJudge', secretariat: 'award', 'focal-point': 'country', auditor: 'award' },
  AnswerSuggestion: { judge: 'ownJudge', secretariat: 'award', 'focal-point': 'country' },
  ViewJudging: { judge: 'anywhere' },
  SettleConflict: { secretariat: 'award', 'focal-point': 'country' },
  FinishScoring: { judge: 'ownJudge' },
  ReleaseJudge: panelMakers,
  // panel
  FormPanel: { secretariat: 'award', 'focal-point': 'country', approver: 'country' },
  ListPanels: { secretariat: 'award', 'focal-point': 'country', approver: 'country', auditor: 'award' },
  ViewPanel: {
    secretariat: 'award',
    'focal-point': 'country',
    approver: 'country',
    chair: 'ownPanel',
    'deputy-chair': 'ownPanel',
    judge: 'ownPanel',
    auditor: 'award',
  },
  ViewPanelEntry: {
    secretariat: 'award',
    'focal-point': 'country',
    chair: 'ownPanelEntry',
    'deputy-chair': 'ownPanelEntry',
    judge: 'assignedEntry',
    auditor: 'award',
  },
  ViewDecision: {
    secretariat: 'award',
    'focal-point': 'country',
    approver: 'country',
    chair: 'ownPanel',
    'deputy-chair': 'ownPanel',
    auditor: 'award',
  },
  ListNotes: atTheTable,
  WriteNote: atTheTable,
  ChangePanel: panelMakers,
  RequestAssignment: panelMakers,
  ViewAssignment: { ...panelMakers, auditor: 'award' },
  ChangeAssignment: panelMakers,
  ReleaseAssignment: panelMakers,
  CallReserve: panelMakers,
  /** Who leads ends a round that another follows; the last one ends with judging. */
  CloseScoring: { ...panelMakers, chair: 'ownPanel', 'deputy-chair': 'ownPanel' },
  ViewShortlist: {
    secretariat: 'award',
    'focal-point': 'country',
    approver: 'country',
    chair: 'ownPanel',
    'deputy-chair': 'ownPanel',
    auditor: 'award',
  },
  ShortlistEntries: leaders,
  ViewCalibration: {
    ...panelMakers,
    chair: 'ownPanel',
    'deputy-chair': 'ownPanel',
    judge: 'ownPanel',
    auditor: 'award',
  },
  AddReference: panelMakers,
  RemoveReference: panelMakers,
  ScoreReference: { judge: 'ownPanel' },
  LowerMinimum: { secretariat: 'award', approver: 'country', ...leaders },
  ListAccess: {
    administrator: 'anywhere',
    secretariat: 'award',
    chair: 'ownPanel',
    'deputy-chair': 'ownPanel',
    judge: 'ownPanel',
    auditor: 'award',
  },
  RequestAccess: {
    administrator: 'anywhereApart',
    secretariat: 'awardUnconflicted',
    ...leaders,
    judge: 'selfAtPanel',
  },
  AnswerAccess: { administrator: 'anywhereApart', secretariat: 'awardUnconflicted', ...leaders },
  EndAccess: {
    administrator: 'anywhereApart',
    secretariat: 'awardUnconflicted',
    ...leaders,
    judge: 'concerned',
  },
  RecordPanelVote: leaders,
  RecordDecision: leaders,
  RecordOutsideDecision: { 'focal-point': 'country', secretariat: 'regionalPanel' },
  SignDecision: { ...leaders, approver: 'country', secretariat: 'award' },
  ConfirmDecisionSignature: { ...leaders, approver: 'country', secretariat: 'award' },
  PrintDecision: { ...leaders, secretariat: 'award', 'focal-point': 'country', approver: 'country', auditor: 'award' },
  ViewMeeting: { ...leaders, secretariat: 'award', auditor: 'award' },
  KeepMeeting: leaders,
  PrintMinutes: { ...leaders, secretariat: 'award', 'focal-point': 'country', approver: 'country', auditor: 'award' },
  ViewVerification: {
    secretariat: 'award',
    'focal-point': 'country',
    approver: 'country',
    chair: 'ownPanel',
    'deputy-chair': 'ownPanel',
    auditor: 'award',
  },
  PreviewBundle: { ...leaders, secretariat: 'award', auditor: 'awardApart' },
  PublishBundle: { secretariat: 'award' },
  WithdrawBundle: { secretariat: 'award' },
  ViewAuditBundle: { auditor: 'awardApart' },
  ViewJudgeNames: { auditor: 'awardApart' },
  ViewCountryBundle: { 'focal-point': 'country', approver: 'country', auditor: 'award' },
  ViewNomineeBundle: { applicant: 'ownNomination', 'laureate-contact': 'ownLaureate', 'focal-point': 'country' },
  ReopenDecision: { ...leaders, 'focal-point': 'country', secretariat: 'award' },
  AcceptAward: { 'laureate-contact': 'ownLaureate', 'focal-point': 'country' },
  DeclineAward: { 'laureate-contact': 'ownLaureate', 'focal-point': 'country' },
  ReplaceLaureate: { secretariat: 'award' },
  ViewAward: { 'laureate-contact': 'ownLaureate', 'focal-point': 'country', secretariat: 'award', auditor: 'award' },
  GivePhoto: { 'laureate-contact': 'ownLaureate', 'focal-point': 'country' },
  NameContact: { 'focal-point': 'country' },
  ProofName: { 'laureate-contact': 'ownLaureate', 'focal-point': 'country' },
  CorrectName: { 'focal-point': 'country' },
  RevokeAward: { secretariat: 'award' },
  ListLaureates: { secretariat: 'award', 'focal-point': 'country', approver: 'country', auditor: 'award' },
  // scorecard
  ListScorecards: { judge: 'anywhere' },
  ViewScorecard: { judge: 'ownSheet', chair: 'ownPanelEntry', 'deputy-chair': 'ownPanelEntry', auditor: 'awardApart' },
  ViewSheetVersions: {
    judge: 'ownSheet',
    chair: 'ownPanelEntry',
    'deputy-chair': 'ownPanelEntry',
    secretariat: 'awardApart',
    auditor: 'awardApart',
  },
  SubmitScorecard: { judge: 'ownSheet' },
  ViewSheetProof: { judge: 'ownSheet' },
  ViewEntry: { judge: 'openSheet' },
  TakeEntriesOffline: { judge: 'anywhere' },
  ViewScorecardDraft: { judge: 'ownSheet' },
  SaveScorecardDraft: { judge: 'ownSheet' },
  ListLateSheets: { chair: 'ownPanel', 'deputy-chair': 'ownPanel', auditor: 'awardApart' },
  ViewLateSheet: leaders,
  RecuseFromEntry: { judge: 'ownSheet' },
  ReopenScorecard: { chair: 'ownPanelEntry', 'deputy-chair': 'ownPanelEntry' },
  // forum and talk
  PlanForum: { secretariat: 'award' },
  ListForums: signedIn,
  ViewForum: { ...forumMakers, auditor: 'award' },
  ViewForumPlan: { ...forumMakers, auditor: 'award' },
  ChangeForumPlan: forumMakers,
  RequestSchedule: forumMakers,
  TryScenario: forumMakers,
  PinTalk: forumMakers,
  UnpinTalk: forumMakers,
  PinModerator: forumMakers,
  UnpinModerator: forumMakers,
  MoveTalk: forumMakers,
  SwapTalks: forumMakers,
  UndoMove: forumMakers,
  RedoMove: forumMakers,
  RestoreRelease: forumMakers,
  ListReleases: { ...forumMakers, auditor: 'award' },
  PreviewRelease: { ...forumMakers, auditor: 'award' },
  CompareReleases: { ...forumMakers, auditor: 'award' },
  ReleaseSchedule: forumMakers,
  PrintProgramme: { ...forumMakers, auditor: 'award' },
  InvitePresenter: forumMakers,
  ListMyTalks: { presenter: 'anywhere' },
  ListMySessions: { moderator: 'anywhere', rapporteur: 'anywhere', interpreter: 'anywhere' },
  PrintMyRunSheet: { moderator: 'anywhere', rapporteur: 'anywhere', interpreter: 'anywhere' },
  ListTalks: { ...forumMakers, auditor: 'award' },
  ViewTalk: { ...presenters, auditor: 'award' },
  ConfirmTalk: presenters,
  DeclineTalk: presenters,
  ReplacePresenter: forumMakers,
  NameSpeaker: presenters,
  DescribeSpeaker: presenters,
  ListReserves: { ...forumMakers, auditor: 'award' },
  NameReserve: forumMakers,
  DropReserve: forumMakers,
  AttachSlides: presenters,
  DescribeTalk: presenters,
  SetAvailability: presenters,
  ReconfirmSlot: presenters,
  RefuseSlot: presenters,
  MarkPresented: forumMakers,
  MarkAbsent: forumMakers,
  // delegation
  ListDelegations: { secretariat: 'award', 'focal-point': 'country', delegate: 'country', auditor: 'award' },
  ViewDelegation: { ...delegationKeepers, auditor: 'award' },
  ViewDelegationHistory: { ...delegationKeepers, auditor: 'award' },
  ListParticipants: { ...forumMakers, auditor: 'award' },
  RegisterParticipant: delegationKeepers,
  ChangeParticipant: delegationKeepers,
  ReplaceParticipant: delegationKeepers,
  WithdrawParticipant: delegationKeepers,
  AskParticipant: delegationKeepers,
  PrintInvitation: delegationKeepers,
  PrintBadges: delegationKeepers,
  MarkAttendance: forumMakers,
  ViewOwnParticipation: { participant: 'linkedParticipant' },
  DescribeMyself: { participant: 'linkedParticipant' },
  // the day
  ViewDay: { ...forumMakers, moderator: 'forum', rapporteur: 'forum', interpreter: 'forum', auditor: 'award' },
  ReportDelay: { ...forumMakers, moderator: 'forum' },
  ViewPublicDay: everyone,
  ViewProceedings: { ...forumMakers, moderator: 'forum', rapporteur: 'forum', auditor: 'award' },
  WriteProceedings: { ...forumMakers, rapporteur: 'forum' },
  PublishProceedings: forumMakers,
  ViewPublicProceedings: everyone,
  ViewPublicReports: everyone,
  // mission report
  ListReports: { ...forumMakers, auditor: 'award' },
  ViewReport: {
    'focal-point': 'country',
    delegate: 'country',
    approver: 'country',
    screener: 'superior',
    auditor: 'award',
  },
  SaveReport: reportWriters,
  HandInReport: reportWriters,
  ReturnReport: superiors,
  ApproveReport: superiors,
  PublishReport: { 'focal-point': 'country', approver: 'country' },
  RetractReport: { 'focal-point': 'country', approver: 'country' },
  NameSuperior: { 'focal-point': 'country' },
  // proposal
  ViewProposal: { ...forumMakers, 'focal-point': 'country', auditor: 'award' },
  CancelProposal: { ...forumMakers, 'focal-point': 'country' },
  // tables
  ImportTable: { secretariat: 'award', 'focal-point': 'country' },
  ViewImport: { secretariat: 'award', 'focal-point': 'country', auditor: 'award' },
  // standby
  ViewMyHandover: signedIn,
  ExportMine: signedIn,
  ViewHandover: { administrator: 'anywhere', secretariat: 'award', 'focal-point': 'country' },
  DeclareOfficerConflict: { secretariat: 'award' },
  // member and self
  GrantRole: { administrator: 'anywhere', secretariat: 'award', 'focal-point': 'country' },
  RevokeRole: { administrator: 'anywhere', secretariat: 'award', 'focal-point': 'country' },
  HandOverRole: { administrator: 'anywhere', secretariat: 'award', 'focal-point': 'country' },
  ListMembers: { administrator: 'anywhere', secretariat: 'award', 'focal-point': 'country', auditor: 'award' },
  ViewMe: signedIn,
  ViewMyTasks: signedIn,
  SetPreferences: signedIn,
  SetMyName: signedIn,
  ViewSecondFactor: signedIn,
  SetSecondFactor: signedIn,
  ResetSecondFactor: { administrator: 'anywhere' },
  ViewSessions: signedIn,
  EndSession: signedIn,
  SetPassword: signedIn,
  FollowChanges: signedIn,
  // public
  ViewLink: everyone,
  ViewWaysIn: everyone,
  AcceptAccount: everyone,
  ListCalls: everyone,
  ViewCall: everyone,
  RegisterApplicant: everyone,
  AcceptEditing: everyone,
  ListPublicCycles: everyone,
  ViewPublicLaureates: everyone,
  ViewPublicSchedule: everyone,
  ListPublicEditions: everyone,
  ListPublicRecord: everyone,
  ViewPublicCeremony: everyone,
  ViewPublicPhoto: everyone,
  ListPublicBundles: everyone,
  ViewPublicBundle: everyone,
  ListSigningKeys: everyone,
} as const satisfies { [operation: string]: Rules };
export type Operation = keyof typeof access;

/** Of the table, with the standby wherever a power is for it. */
function rulesFor(operation: Operation): Rules {
  const rules: Rules = access[operation];
  return rules.standby === undefined && isForStandby(operation) ? { ...rules, standby: 'standby' } : rules;
}

/** The roles that an operation is for, with their scopes. */
export const rulesOf = (operation: Operation): [Role, ScopeName][] => {
  const rules = rulesFor(operation);
  return roles.flatMap((role): [Role, ScopeName][] => {
    const scope = rules[role];
    return scope === undefined ? [] : [[role, scope]];
  });
};

/**
 * Wrong role: 401 or 403, known before anything is looked up. Throws `HttpProblem`.
 * @returns the roles of the viewer that the operation is for, a standby's with the powers for it; none where it is for everyone.
 */
export function requireRole(operation: Operation, viewer: Viewer | null): HeldRole[] {
  const rules = rulesFor(operation);
  if (rules.public !== undefined) return [];
  if (viewer === null) throw notSignedIn();
  const held = viewer.roles.flatMap((role): HeldRole[] => {
    const rule = rules[role.role];
    if (rule === 'anywhere' && viewer.byLink) return [];
    if (rule !== 'standby') return rule === undefined ? [] : [role];
    const powers = powersFor(role, operation);
    return powers.length === 0 ? [] : [{ ...role, powers }];
  });
  if (held.length === 0) throw wrongRole();
  return held;
}

/** The role under which the viewer acts on the target, the first of the viewer's that may; outside every scope it is as if the target were not there. */
export function requireScope(operation: Operation, viewer: Viewer | null, held: HeldRole[], target: Target): Role {
  if (rulesFor(operation).public !== undefined) return 'public';
  if (viewer === null) throw notSignedIn();
  const found = rulesOf(operation).find(([role, scope]) =>
    held.some((one) => one.role === role && scopes[scope](one, target, viewer)),
  );
  if (found !== undefined) return found[0];
  throw isUndeclared(target, viewer) && !isConflicted(target, viewer) ? conflictsNotDeclared() : notFound();
}
