// The worker's entry: every workflow, by the name that it is started with.
export { awardAcceptance } from './award-acceptance.ts';
export { awardCycle } from './award-cycle.ts';
export { countryTrack } from './country-track.ts';
export { endorsementRound } from './endorsement-round.ts';
export { forumProgramme } from './forum-programme.ts';
export { judgingPanel } from './judging-panel.ts';
export { nominationCorrection } from './nomination-correction.ts';
export { presentationSlot } from './presentation-slot.ts';
export { processAudit } from './process-audit.ts';
export { proposalRun } from './proposal-run.ts';
