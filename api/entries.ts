// An entry as its judge reads it: the form without what is hidden, its files, and the sheet with its draft.
import type { z } from 'zod';
import type { Db } from '../db/database.ts';
import { getDefinition } from '../db/read-models/cycle-views.ts';
import { findDocuments } from '../db/read-models/document-views.ts';
import { getNomination } from '../db/read-models/nomination-views.ts';
import { findScorecard, findWhyReturned } from '../db/read-models/scorecard-views.ts';
import { findShownRedacted } from '../db/redacted-copies.ts';
import { findSheetDraft } from '../db/scorecard-drafts.ts';
import { rubricOf } from '../domain/definition-queries.ts';
import { minutesFor } from '../domain/scorecard/reading.ts';
import { notFound } from './problem.ts';
import type { EntryView, SheetDraft } from './views/entry.ts';

type Sheet = { cycleId: string; nominationId: string; judgeId: string; round: string };

export async function entryOf(db: Db, asked: Sheet): Promise<z.infer<typeof EntryView>> {
  const { cycleId, nominationId, judgeId } = asked;
  const { definition } = await getDefinition(db, cycleId);
  const [sheet, nomination, files, draft, returned] = await Promise.all([
    findScorecard(db, asked, { personId: judgeId }),
    getNomination(db, nominationId, { blindFor: cycleId, reader: judgeId, applicant: false }),
    filesOf(db, nominationId, definition.judging.blind.nominee),
    draftOf(db, asked),
    findWhyReturned(db, asked),
  ]);
  if (sheet === undefined || nomination === undefined) throw notFound();
  const { content, country, category } = nomination;
  const criteria = rubricOf(definition, category, asked.round).criteria.length;
  const minutes = minutesFor({ content, hidden: new Set(), criteria });
  return { sheet, draft, returned: sheet.status === 'reopened' ? returned : null, minutes, country, content, files };
}

export const draftOf = async (db: Db, sheet: Sheet): Promise<z.infer<typeof SheetDraft>> =>
  (await findSheetDraft(db, sheet)) ?? { version: 0, savedAt: null, scores: [] };

/** A file's name may be the nominee's, and what it holds: where names are hidden the redacted copies alone. */
async function filesOf(db: Db, nominationId: string, blind: boolean) {
  const documents = await (blind ? findShownRedacted : findDocuments)(db, nominationId);
  return documents
    .filter(({ state }) => state !== 'erased')
    .map(({ state, fileId, field, name, size, type }) => {
      return { fileId, field, name, size, type, arrived: state === 'arrived' };
    });
}
