// How somebody becomes an applicant without being given the role: by the open call, or by an editor's invitation.
import { requireCycle } from '../country/rules.ts';
import { type CountryState, countryClosesAt, countryFold, countryPhase, dispensedUntil } from '../country/state.ts';
import { type Cycle, type CycleState, cycleFold } from '../cycle/state.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { findCountry, groupOf } from '../definition-queries.ts';
import { type JudgeState, judgeFold } from '../judge/state.ts';
import type { MemberCommand, MemberEvent } from './messages.ts';
import type { Grant, MemberState } from './state.ts';

/** There for a registration, which rests on where the call stands; otherwise not. */
export type MemberGuards = { cycle?: CycleState; country?: CountryState; judge?: JudgeState; from?: MemberState };
type Data<Type extends MemberCommand['type']> = Extract<MemberCommand, { type: Type }>['data'];
type Where = { award: string; country: string };

/**
 * The call as it stands: open to everybody, until that instant; open again where the country has a dispensation. Throws `Refusal` where there is none, where it has not
 * begun, and where it is over.
 */
export function requireOpenCall(
  cycleState: CycleState,
  country: CountryState,
  iso2: string,
  at: Date,
): { notAfter?: Date } {
  const cycle = requireCycle(cycleState, iso2);
  if (findCountry(cycle.definition, iso2)?.nominationMode !== 'open-call')
    throw new Refusal('no-open-call', 'This country has no open call: its desk puts organisations forward.', {
      countries: openCallCountries(cycle),
    });
  const { nomination } = cycle.phases;
  if (nomination.status === 'pending')
    throw new Refusal('call-not-open', 'The call has not opened yet.', { opensAt: nomination.opensAt });
  const closesAt = countryClosesAt(cycle, country, 'nomination');
  const isOpen = countryPhase(cycle, country) === 'nomination' && (closesAt === null || at <= closesAt);
  const notAfter = isOpen ? closesAt : reopenedUntil(cycle, country, at);
  if (!isOpen && notAfter === null)
    throw new Refusal('call-closed', 'The call is closed.', { closedAt: closesAt?.toISOString() ?? null });
  return notAfter === null ? {} : { notAfter };
}

/** By a dispensation, in whichever category it is longest. */
function reopenedUntil(cycle: Cycle, country: CountryState, at: Date): Date | null {
  const ends = cycle.definition.categories.flatMap(
    ({ key }) => dispensedUntil(cycle, country, ['nomination'], key, at) ?? [],
  );
  return ends.toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null;
}

const openCallCountries = ({ definition, countries }: Cycle): string[] =>
  definition.countries
    .filter(({ iso2, nominationMode }) => nominationMode === 'open-call' && countries.includes(iso2))
    .map(({ iso2 }) => iso2);

/**
 * Anybody may fill in the form, in anybody's name: it makes an applicant and nothing else, and changes nothing for one who
 * holds another role of the award, or judges in the cycle.
 */
export function register(
  data: Data<'RegisterApplicant'>,
  state: MemberState,
  { cycle = cycleFold.initial, country = countryFold.initial, judge = judgeFold.initial }: MemberGuards,
  meta: Meta,
): Decision<MemberEvent> {
  const inTime = requireOpenCall(cycle, country, data.country, meta.at);
  const here = requireAward(cycle, data.country);
  const held = holding(state, meta).filter(({ scope }) => scope.award === here.award || scope.award === undefined);
  const isOther = held.some(({ role }) => role !== 'applicant') || isServing(judge);
  if (isOther || isApplicant(held, here)) return { events: [] };
  return { events: [applicant(data, here, meta)], ...inTime };
}

/** Who accepts an editor's invitation edits as an applicant; the focal point of the country edits as that. */
export function join(
  data: Data<'JoinEditors'>,
  state: MemberState,
  { cycle = cycleFold.initial, judge = judgeFold.initial }: MemberGuards,
  meta: Meta,
): Decision<MemberEvent> {
  requireNoJudge(requireCycle(cycle, data.country), judge, data.country);
  const here = requireAward(cycle, data.country);
  const held = holding(state, meta).filter((grant) => isAt(grant, here));
  if (held.some(({ role }) => role === 'screener' || role === 'approver'))
    throw new Refusal('screens-here', 'Who screens or decides on the nominations of a country edits none of them.');
  if (held.some(({ role }) => role === 'focal-point') || isApplicant(held, here)) return { events: [] };
  return { events: [applicant(data, here, meta)] };
}

const isServing = ({ status }: JudgeState) => status === 'invited' || status === 'accepted';

function requireNoJudge({ definition }: Cycle, judge: JudgeState, country: string): void {
  if (judge.status === 'none' || !isServing(judge)) return;
  const before = definition.categories.map(({ key }) => groupOf(definition, country, key));
  if (judge.groups.some((group) => before.includes(group)))
    throw new Refusal('judges-here', 'Who judges the nominations of a country edits none of them.', {
      groups: judge.groups,
    });
}

function requireAward(cycle: CycleState, country: string): Where {
  const { definition } = requireCycle(cycle, country);
  return { award: definition.key, country };
}

const holding = ({ grants }: MemberState, meta: Meta): Grant[] => {
  const now = meta.at.toISOString();
  return grants.filter(({ until }) => until === null || until > now);
};
const isAt = ({ scope }: Grant, { award, country }: Where) => scope.award === award && scope.country === country;
const isApplicant = (held: Grant[], here: Where) =>
  held.some((grant) => grant.role === 'applicant' && grant.until === null && isAt(grant, here));

const applicant = (
  { personId, grantId }: { personId: string; grantId: string },
  scope: Where,
  meta: Meta,
): MemberEvent => ({
  type: 'RoleGranted',
  data: { personId, grantId, role: 'applicant', scope, from: meta.at.toISOString(), until: null, by: meta.actor },
});
