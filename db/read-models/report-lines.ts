// Where the mission report of every delegation to a forum stands: never what it says.
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { findNames } from '../people.ts';
import { countDelegations } from './delegation-views.ts';
import { noReport, type ReportStanding, standingOf } from './report-views.ts';

export const reportStatuses = ['none', 'draft', 'handed-in', 'returned', 'approved', 'published'] as const;
export type ReportStatus = (typeof reportStatuses)[number];
export type ReportLine = {
  country: string;
  names: Texts;
  registered: number;
  status: ReportStatus;
  heldBy: 'delegation' | 'superior' | 'nobody';
  holder: string | null;
  since: string | null;
  version: number;
  audience: 'internal' | 'public' | null;
  published: number | null;
};

/** Of the newest version; what was approved or published before stays so. */
export function statusOf({ latest, handedIn, returned, approved, published }: ReportStanding): ReportStatus {
  if (handedIn !== null) return 'handed-in';
  if (latest === 0) return 'none';
  if (published === latest) return 'published';
  if (approved?.version === latest) return 'approved';
  return returned?.version === latest ? 'returned' : 'draft';
}

/** Countries of the award in its order, then others that send somebody. */
export async function findReportLines(
  db: Db,
  forumId: string,
  countries: { iso2: string; names: Texts }[],
): Promise<ReportLine[]> {
  const [rows, counts] = await Promise.all([
    db.read.selectFrom('reports').selectAll().where('forum_id', '=', forumId).execute(),
    countDelegations(db, forumId),
  ]);
  const known = new Map(countries.map(({ iso2, names }) => [iso2, names]));
  // Guests and organisers are of no country, and report to none.
  const others = [...rows, ...counts]
    .map(({ country }) => country)
    .filter((country) => country !== '' && !known.has(country));
  const superiors = await findNames(
    db,
    rows.flatMap(({ handed_in, superior }) => (handed_in === null ? [] : (superior ?? []))),
  );
  return [...new Set([...known.keys(), ...others])].map((country) => {
    const row = rows.find((one) => one.country === country);
    const standing = row === undefined ? noReport : standingOf(row);
    const status = statusOf(standing);
    const registered = counts.find((one) => one.country === country)?.registered ?? 0;
    const { latest, approved, published, superior } = standing;
    return {
      ...{ country, names: known.get(country) ?? { en: country }, registered, status },
      heldBy: heldBy(status, registered),
      holder: superiors.get(superior ?? '') ?? null,
      since: row?.since?.toISOString() ?? null,
      ...{ version: latest, audience: approved?.audience ?? null, published },
    };
  });
}

function heldBy(status: ReportStatus, registered: number): ReportLine['heldBy'] {
  if (status === 'handed-in') return 'superior';
  if (status === 'approved' || status === 'published') return 'nobody';
  return status === 'none' && registered === 0 ? 'nobody' : 'delegation';
}
