// The read models that are written inside each command's transaction, and those that follow the feed.
import type { AsyncProjection, InlineProjection } from './projections.ts';
import { projectAccessRequests } from './read-models/access-requests.ts';
import { projectAwardOffers } from './read-models/award-offers.ts';
import { projectCalibration } from './read-models/calibration.ts';
import { projectCeremonies } from './read-models/ceremonies.ts';
import { projectCounterChecks } from './read-models/counter-checks.ts';
import { projectCountries, projectCycles } from './read-models/cycles.ts';
import { projectDelegations } from './read-models/delegations.ts';
import { projectDispensations } from './read-models/dispensations.ts';
import { projectForums } from './read-models/forums.ts';
import { projectGrants } from './read-models/grants.ts';
import { history } from './read-models/history.ts';
import { projectConflicts, projectJudges } from './read-models/judges.ts';
import { projectLaureates } from './read-models/laureates.ts';
import { projectNominations } from './read-models/nominations.ts';
import { projectOfficerConflicts } from './read-models/officer-conflicts.ts';
import { projectEditions, projectOrganisations } from './read-models/organisations.ts';
import { projectPanels } from './read-models/panels.ts';
import { projectProceedings } from './read-models/proceedings.ts';
import { publishedLaureates, publishedSchedules } from './read-models/published.ts';
import { projectPublishedBundles } from './read-models/published-bundles.ts';
import { projectReceipts } from './read-models/receipts.ts';
import { projectReports } from './read-models/reports.ts';
import { projectScorecards } from './read-models/scorecards.ts';
import { projectSignedDecisions } from './read-models/signed-decisions.ts';
import { projectTalks } from './read-models/talks.ts';
import { projectVerifications } from './read-models/verifications.ts';
import { projectWaitingSignatures } from './read-models/waiting-signatures.ts';

export const inlineProjections: InlineProjection[] = [
  projectCycles,
  projectCountries,
  projectDispensations,
  projectNominations,
  projectVerifications,
  projectReceipts,
  projectOfficerConflicts,
  projectAccessRequests,
  projectJudges,
  projectConflicts,
  // Before panels: it reads the panel's source as it stood when the decision was recorded.
  projectLaureates,
  projectPanels,
  projectSignedDecisions,
  projectPublishedBundles,
  projectWaitingSignatures,
  projectAwardOffers,
  projectCounterChecks,
  projectScorecards,
  projectCalibration,
  projectGrants,
  projectForums,
  projectTalks,
  projectDelegations,
  projectReports,
  projectProceedings,
  projectOrganisations,
  projectEditions,
  projectCeremonies,
];
export const asyncProjections: AsyncProjection[] = [history, publishedLaureates, publishedSchedules];
