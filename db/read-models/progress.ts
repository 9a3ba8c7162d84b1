// Who is late: every country beside every step, with what is owed there until when. In protocol order.
import { durationMs } from '../../domain/deadlines.ts';
import type { Db } from '../database.ts';
import type { CountryDesk } from './country-views.ts';
import { owedReplies } from './process-panel-views.ts';
import { type Facts, findFacts } from './progress-facts.ts';
import { deciding, judging, ofRegion } from './progress-judging.ts';
import {
  type Found,
  judgesItself,
  lineOf,
  type Matter,
  type ProgressLine,
  type ProgressStep,
  phaseOf,
  progressSteps,
  stepState,
} from './progress-lines.ts';

/**
 * `officer` is the one who reads: files in conflict with them owe nothing there.
 * Late is what is owed once no more than `within` is left, by itself the time from which on people are reminded.
 * Null for a cycle that is not there.
 */
export async function findProgress(
  db: Db,
  cycleId: string,
  {
    language = 'en',
    within,
    officer = null,
  }: { language?: string; within?: string | undefined; officer?: string | null } = {},
): Promise<ProgressLine[] | null> {
  const facts = await findFacts(db, cycleId, { language, officer });
  if (facts === null) return null;
  const { settings } = facts.cycle;
  const lead = Math.max(0, ...(within === undefined ? settings.reminders : [within]).map(durationMs));
  const ofCountries = facts.desks.flatMap((desk) =>
    progressSteps.flatMap((step) => {
      const found = ofCountry(facts, desk, step);
      return found === null ? [] : [lineOf(facts, lead, desk, step, found)];
    }),
  );
  return [...ofCountries, ...ofRegion(facts, lead)];
}

function ofCountry(facts: Facts, desk: CountryDesk, step: ProgressStep): Found | null {
  switch (step) {
    case 'nomination':
      return nominating(facts, desk);
    case 'correction':
      return correcting(facts, desk);
    case 'screening':
      return screening(facts, desk);
    case 'judging':
      return judgesItself(facts) ? judging(facts, desk) : null;
    case 'decision':
      return judgesItself(facts) ? deciding(facts, desk) : null;
    case 'endorsement':
      return endorsing(facts, desk);
    case 'award-answer':
      return answering(facts, desk);
  }
}

const aliveStates = ['submitted', 'returned', 'rejection-proposed', 'forwarded'];
const aliveIn = ({ counts }: CountryDesk['categories'][number]) =>
  aliveStates.reduce((sum, status) => sum + (counts[status] ?? 0), 0);

function nominating(facts: Facts, desk: CountryDesk): Found {
  const empty = desk.categories.filter((one) => one.status === 'open' && aliveIn(one) === 0).length;
  const phase = phaseOf(
    facts,
    desk,
    'nomination',
    desk.categories.some((one) => aliveIn(one) > 0 || one.status !== 'open'),
  );
  const about = { cycleId: facts.cycle.cycleId, iso2: desk.iso2 };
  return stepState(phase, empty + (facts.drafts.get(desk.iso2) ?? 0), [{ what: 'nomination', about }]);
}

/** Only where something was returned. */
function correcting({ cycle, returned }: Facts, { iso2 }: CountryDesk): Found | null {
  const these = returned.filter(({ country }) => country === iso2);
  if (these.length === 0) return null;
  const matters = these.map(({ nominationId }): Matter => ({ what: 'correction', about: { nominationId } }));
  const state = cycle.status === 'running' ? 'waiting' : cycle.status === 'suspended' ? 'paused' : 'over';
  return { state, owed: these.length, dueAt: these[0]?.correctBy ?? null, matters };
}

function screening(facts: Facts, desk: CountryDesk): Found {
  const open = desk.categories.filter(({ status }) => status === 'open').length;
  const about = { cycleId: facts.cycle.cycleId, iso2: desk.iso2 };
  return stepState(phaseOf(facts, desk, 'screening', open === 0), open, [{ what: 'screening', about }]);
}

function endorsing({ cycle }: Facts, { iso2 }: CountryDesk): Found {
  const { endorsement, cycleId } = cycle;
  if (endorsement === null) return { state: 'upcoming' };
  const owed = owedReplies(endorsement, iso2).length;
  if (owed === 0) return { state: 'done' };
  if (endorsement.concluded !== null) return { state: 'over', owed };
  const state = cycle.status === 'suspended' ? 'paused' : 'waiting';
  return { state, owed, dueAt: endorsement.closesAt, matters: [{ what: 'endorsement', about: { cycleId, iso2 } }] };
}

/** Only where there are laureates, or may still be. */
function answering({ cycle, answers }: Facts, { iso2 }: CountryDesk): Found | null {
  const these = answers.filter(({ country }) => country === iso2);
  if (these.length === 0) return cycle.endorsement?.concluded ? null : { state: 'upcoming' };
  const open = these.filter(({ answered }) => !answered);
  if (open.length === 0) return { state: 'done' };
  const first = open.flatMap(({ answerBy }) => answerBy?.getTime() ?? []).sort((a, b) => a - b)[0];
  const matters = open.map(
    ({ laureateId }): Matter => ({
      what: 'award-answer',
      about: { cycleId: cycle.cycleId, laureateId },
    }),
  );
  const state = cycle.status === 'running' ? 'waiting' : cycle.status === 'suspended' ? 'paused' : 'over';
  return { state, owed: open.length, dueAt: first === undefined ? null : new Date(first), matters };
}
