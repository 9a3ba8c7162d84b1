// What mission reports say, by hash: kept before the event that names it.
import type { ReportContent } from '../domain/report/messages.ts';
import type { Db } from './database.ts';

type Of = { forumId: string; country: string };

/** The same text again changes nothing. */
export async function keepReportText(
  db: Db,
  { forumId, country }: Of,
  hash: string,
  content: ReportContent,
  by: string,
) {
  await db.read
    .insertInto('report_texts')
    .values({ forum_id: forumId, country, hash, content: JSON.stringify(content), written_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
