// Every route there is.

import { accessRoutes } from './routes/access.ts';
import { accountRoutes } from './routes/accounts.ts';
import { arrangingRoutes } from './routes/arranging.ts';
import { assignmentRoutes } from './routes/assignments.ts';
import { awardRoutes } from './routes/awards.ts';
import { bookletRoutes } from './routes/booklets.ts';
import { calibrationRoutes } from './routes/calibration.ts';
import { callRoutes } from './routes/calls.ts';
import { ceremonyRoutes } from './routes/ceremonies.ts';
import { changeRoutes } from './routes/changes.ts';
import { circulationRoutes } from './routes/circulation.ts';
import { cloneRoutes } from './routes/clone.ts';
import { consentRoutes } from './routes/consent.ts';
import { counterCheckRoutes } from './routes/counter-checks.ts';
import { countryRoutes } from './routes/countries.ts';
import { cycleRoutes } from './routes/cycles.ts';
import { dayRoutes } from './routes/day.ts';
import { decisionPaperRoutes } from './routes/decision-paper.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { delegationPaperRoutes } from './routes/delegation-papers.ts';
import { delegationRoutes } from './routes/delegations.ts';
import { deliberationRoutes } from './routes/deliberation.ts';
import { dossierRoutes } from './routes/dossiers.ts';
import { draftListRoutes } from './routes/draft-lists.ts';
import { draftQuestionRoutes } from './routes/draft-questions.ts';
import { draftRoutes } from './routes/drafts.ts';
import { editorRoutes } from './routes/editors.ts';
import { endorsementRoutes } from './routes/endorsement.ts';
import { endorsementReplyRoutes } from './routes/endorsement-replies.ts';
import { exportRoutes } from './routes/export-mine.ts';
import { fileRoutes } from './routes/files.ts';
import { formPaperRoutes } from './routes/form-papers.ts';
import { forumPaperRoutes } from './routes/forum-papers.ts';
import { forumPlanRoutes } from './routes/forum-plans.ts';
import { forumRoutes } from './routes/forums.ts';
import { handoverRoutes } from './routes/handover.ts';
import { historiesRoutes } from './routes/histories.ts';
import { historyRoutes } from './routes/history.ts';
import { importRoutes } from './routes/imports.ts';
import { judgeRoutes } from './routes/judges.ts';
import { judgingRoutes } from './routes/judging.ts';
import { lateSheetRoutes } from './routes/late-sheets.ts';
import { laureateFileRoutes } from './routes/laureate-files.ts';
import { laureateRoutes } from './routes/laureates.ts';
import { linkRoutes } from './routes/links.ts';
import { mailRoutes } from './routes/mails.ts';
import { meRoutes } from './routes/me.ts';
import { meetingRoutes } from './routes/meetings.ts';
import { memberRoutes } from './routes/members.ts';
import { nameListRoutes } from './routes/name-lists.ts';
import { nameRoutes } from './routes/names.ts';
import { nominatingRoutes } from './routes/nominating.ts';
import { nominationRoutes } from './routes/nominations.ts';
import { nomineeRoutes } from './routes/nominees.ts';
import { officerRoutes } from './routes/officers.ts';
import { organisationRoutes } from './routes/organisations.ts';
import { ownSessionRoutes } from './routes/own-sessions.ts';
import { panelRoutes } from './routes/panels.ts';
import { participantRoutes } from './routes/participants.ts';
import { participationRoutes } from './routes/participation.ts';
import { presenterRoutes } from './routes/presenters.ts';
import { proceedingsRoutes } from './routes/proceedings.ts';
import { proceedingsPaperRoutes } from './routes/proceedings-papers.ts';
import { proceedingsPictureRoutes } from './routes/proceedings-pictures.ts';
import { programmeRoutes } from './routes/programmes.ts';
import { progressRoutes } from './routes/progress.ts';
import { proposalRoutes } from './routes/proposals.ts';
import { publicRoutes } from './routes/public.ts';
import { publicProgrammeRoutes } from './routes/public-programme.ts';
import { publicRecordRoutes } from './routes/public-record.ts';
import { publicReportRoutes } from './routes/public-reports.ts';
import { publicVerificationRoutes } from './routes/public-verification.ts';
import { receiptRoutes } from './routes/receipts.ts';
import { recordRoutes } from './routes/record.ts';
import { releaseRoutes } from './routes/releases.ts';
import { reliabilityRoutes } from './routes/reliability.ts';
import { reportDocxRoutes } from './routes/report-docx.ts';
import { reportPaperRoutes } from './routes/report-papers.ts';
import { reportPictureRoutes } from './routes/report-pictures.ts';
import { reportRoutes } from './routes/reports.ts';
import { reserveRoutes } from './routes/reserves.ts';
import { scheduleQualityRoutes } from './routes/schedule-quality.ts';
import { scorecardRoutes } from './routes/scorecards.ts';
import { screeningRoutes } from './routes/screening.ts';
import { searchRoutes } from './routes/search.ts';
import { secondFactorRoutes } from './routes/second-factor.ts';
import { shortlistRoutes } from './routes/shortlists.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { signingRoutes } from './routes/signing.ts';
import { speakerRoutes } from './routes/speakers.ts';
import { suggestionRoutes } from './routes/suggestions.ts';
import { supportingLetterRoutes } from './routes/supporting-letters.ts';
import { talkRoutes } from './routes/talks.ts';
import { uploadRoutes } from './routes/uploads.ts';
import { verificationRoutes } from './routes/verification.ts';
import { whatIfRoutes } from './routes/what-if.ts';

export const routes = [
  ...cycleRoutes,
  ...endorsementRoutes,
  ...countryRoutes,
  ...nominatingRoutes,
  ...nominationRoutes,
  ...editorRoutes,
  ...screeningRoutes,
  ...draftRoutes,
  ...formPaperRoutes,
  ...draftQuestionRoutes,
  ...draftListRoutes,
  ...uploadRoutes,
  ...fileRoutes,
  ...receiptRoutes,
  ...consentRoutes,
  ...supportingLetterRoutes,
  ...judgeRoutes,
  ...nameListRoutes,
  ...suggestionRoutes,
  ...panelRoutes,
  ...decisionRoutes,
  ...shortlistRoutes,
  ...meetingRoutes,
  ...decisionPaperRoutes,
  ...verificationRoutes,
  ...publicVerificationRoutes,
  ...bookletRoutes,
  ...deliberationRoutes,
  ...laureateRoutes,
  ...laureateFileRoutes,
  ...scorecardRoutes,
  ...judgingRoutes,
  ...accessRoutes,
  ...lateSheetRoutes,
  ...reliabilityRoutes,
  ...calibrationRoutes,
  ...proposalRoutes,
  ...assignmentRoutes,
  ...memberRoutes,
  ...officerRoutes,
  ...forumRoutes,
  ...scheduleQualityRoutes,
  ...forumPlanRoutes,
  ...arrangingRoutes,
  ...releaseRoutes,
  ...talkRoutes,
  ...presenterRoutes,
  ...speakerRoutes,
  ...ownSessionRoutes,
  ...reserveRoutes,
  ...delegationRoutes,
  ...participantRoutes,
  ...participationRoutes,
  ...delegationPaperRoutes,
  ...dayRoutes,
  ...proceedingsRoutes,
  ...proceedingsPaperRoutes,
  ...proceedingsPictureRoutes,
  ...publicReportRoutes,
  ...reportRoutes,
  ...reportPaperRoutes,
  ...reportDocxRoutes,
  ...reportPictureRoutes,
  ...publicRoutes,
  ...publicProgrammeRoutes,
  ...programmeRoutes,
  ...forumPaperRoutes,
  ...accountRoutes,
  ...callRoutes,
  ...linkRoutes,
  ...dossierRoutes,
  ...circulationRoutes,
  ...awardRoutes,
  ...historyRoutes,
  ...historiesRoutes,
  ...mailRoutes,
  ...changeRoutes,
  ...importRoutes,
  ...handoverRoutes,
  ...cloneRoutes,
  ...exportRoutes,
  ...meRoutes,
  ...nameRoutes,
  ...secondFactorRoutes,
  ...signInRoutes,
  ...organisationRoutes,
  ...nomineeRoutes,
  ...recordRoutes,
  ...ceremonyRoutes,
  ...publicRecordRoutes,
  ...signingRoutes,
  ...counterCheckRoutes,
  ...whatIfRoutes,
  ...progressRoutes,
  ...endorsementReplyRoutes,
  ...searchRoutes,
];
