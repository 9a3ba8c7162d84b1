// What processes look at: read once the projections have passed everything that was written before.

import type { Db } from '../db/database.ts';
import { findAwardView } from '../db/read-models/process-award-views.ts';
import { findForumView, findSlotView } from '../db/read-models/process-forum-views.ts';
import { findCorrectionView, findEndorsementView, findPanelView } from '../db/read-models/process-panel-views.ts';
import { findCountryView, findCycleView } from '../db/read-models/process-views.ts';
import { findOpenProposal, type ProposalRequest } from './proposals.ts';

/**
 * In-transaction read models and streams are never behind; the one view of a projection that follows the feed waits for it
 * by itself. Each is null once nothing is owed any more.
 */
export const createReads = (db: Db) => ({
  loadCycle: ({ cycleId }: { cycleId: string }) => findCycleView(db, cycleId),
  loadCountry: ({ cycleId, iso2 }: { cycleId: string; iso2: string }) => findCountryView(db, cycleId, iso2),
  loadPanel: ({ cycleId, group }: { cycleId: string; group: string }) => findPanelView(db, cycleId, group),
  loadCorrection: ({ nominationId }: { nominationId: string }) => findCorrectionView(db, nominationId),
  loadEndorsement: ({ cycleId }: { cycleId: string }) => findEndorsementView(db, cycleId),
  loadAward: ({ cycleId, laureateId }: { cycleId: string; laureateId: string }) =>
    findAwardView(db, cycleId, laureateId),
  loadForum: ({ forumId }: { forumId: string }) => findForumView(db, forumId),
  loadSlot: ({ forumId, laureateId }: { forumId: string; laureateId: string }) => findSlotView(db, forumId, laureateId),
  loadProposal: (proposal: ProposalRequest) => findOpenProposal(db, proposal),
});
