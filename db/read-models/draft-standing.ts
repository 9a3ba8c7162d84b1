// Where a form stands with the desk: until when it can be sent in, and what it was given back for.
import type { FieldMessage } from '../../domain/nomination/messages.ts';
import type { Db } from '../database.ts';
import { type CountryDesk, getCountry, stepUntil } from './country-views.ts';

/** Until when, by the clock of the zone, and whether that is now; null where no instant is set. */
export type Closing = { until: string | null; zone: string; open: boolean };
export type Standing = Closing & {
  /** `draft` before it is submitted; `with-country` when the secretariat gave back the dossier of one whom a decision names. */
  stage: string;
  /** What was submitted last; null before. */
  submittedVersion: number | null;
  messages: FieldMessage[];
};

/** When nominating in a category ends: with the phase, by the country's own instant or the cycle's, or with a dispensation. */
export function nominatingEnds(desk: CountryDesk, category: string, now = new Date()): Closing {
  const step = stepUntil(desk, 'nomination', category);
  const until = step?.until ?? desk.closesAt.nomination ?? null;
  const isOwn = desk.ownPhases.includes('nomination') || (until !== null && until !== desk.closesAt.nomination);
  return { until, zone: isOwn ? desk.ownZone : desk.zone, open: step !== null && isBefore(now, until) };
}

const isBefore = (now: Date, until: string | null) => until === null || now <= new Date(until);

export async function findStanding(
  db: Db,
  draft: { subjectId: string; cycleId: string; country: string; category: string },
): Promise<Standing> {
  const { subjectId, cycleId, country, category } = draft;
  const [desk, row] = await Promise.all([getCountry(db, cycleId, country), findWork(db, subjectId)]);
  const nominating = nominatingEnds(desk, category);
  if (row === undefined) return { ...nominating, stage: 'draft', submittedVersion: null, messages: [] };
  const submittedVersion = row.version;
  const given = (stage: string, at: Date | null, messages: FieldMessage[] | null): Standing => {
    const until = at?.toISOString() ?? null;
    const open = isBefore(new Date(), until);
    return { stage, submittedVersion, until, zone: desk.ownZone, open, messages: messages ?? [] };
  };
  if (row.verification === 'with-country') return given('with-country', row.answer_by, row.messages);
  if (row.status === 'returned') return given('returned', row.correct_by, row.returned);
  // That a rejection is proposed is the desk's, until it is confirmed.
  const stage = row.status === 'rejection-proposed' ? 'submitted' : row.status;
  const open = stage === 'submitted' && nominating.open;
  return { ...nominating, open, stage, submittedVersion, messages: [] };
}

const findWork = (db: Db, nominationId: string) =>
  db.read
    .selectFrom('nominations as n')
    .leftJoin('dossier_verifications as v', 'v.nomination_id', 'n.nomination_id')
    .select(['n.status', 'n.version', 'n.correct_by', 'n.returned'])
    .select(['v.status as verification', 'v.answer_by', 'v.messages'])
    .where('n.nomination_id', '=', nominationId)
    .executeTakeFirst();
