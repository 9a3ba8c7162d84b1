// The rules of roles: who may give and end which one, and where it holds.
import { type CountryState, countryStream } from '../country/state.ts';
import { type CycleState, cycleStream } from '../cycle/state.ts';
import type { Decider, Decision, Meta, StreamRef } from '../decider.ts';
import { Refusal, unreachable } from '../decider.ts';
import { type JudgeState, judgeStream } from '../judge/state.ts';
import { type GrantableRole, givable, type Power } from '../roles.ts';
import { handOver, takeOver } from './handing-over.ts';
import type { MemberCommand, MemberEvent, Scope } from './messages.ts';
import { join, type MemberGuards, register } from './registering.ts';
import { declareOfficerConflict, requirePowers } from './standing-in.ts';
import { type Grant, type MemberState, memberFold, memberStream } from './state.ts';

type GuardRefs = {
  cycle?: StreamRef<CycleState>;
  country?: StreamRef<CountryState>;
  judge?: StreamRef<JudgeState>;
  from?: StreamRef<MemberState>;
};
type Data<Type extends MemberCommand['type']> = Extract<MemberCommand, { type: Type }>['data'];

export const member: Decider<MemberState, MemberCommand, MemberEvent, MemberGuards> = {
  ...memberFold,
  guards: (command): GuardRefs => {
    if (command.type === 'TakeOverRole') return { from: memberStream(command.data.fromPerson) };
    if (command.type !== 'RegisterApplicant' && command.type !== 'JoinEditors') return {};
    const { cycleId, country, personId } = command.data;
    return {
      cycle: cycleStream(cycleId),
      country: countryStream(cycleId, country),
      judge: judgeStream(cycleId, personId),
    };
  },
  decide: (command, state, guards, meta) => {
    switch (command.type) {
      case 'RegisterApplicant':
        return register(command.data, state, guards, meta);
      case 'JoinEditors':
        return join(command.data, state, guards, meta);
      case 'GrantRole':
        return grant(command.data, state, meta);
      case 'RevokeRole':
        return revoke(command.data, state, meta);
      case 'HandOverRole':
        return handOver(command.data, state, meta, requireGiver);
      case 'TakeOverRole':
        return takeOver(command.data, state, guards.from, meta);
      case 'DeclareOfficerConflict':
        return declareOfficerConflict(command.data, state, meta);
      default:
        return unreachable(command);
    }
  },
};

/** What a role's scope must name. */
const needs: { [role in GrantableRole]: readonly (keyof Scope)[] } = {
  administrator: [],
  secretariat: ['award'],
  standby: ['award'],
  'focal-point': ['award', 'country'],
  applicant: ['award', 'country'],
  screener: ['award', 'country'],
  approver: ['award', 'country'],
  endorser: ['award', 'country'],
  'laureate-contact': ['laureate'],
  'forum-staff': ['forum'],
  host: ['forum'],
  moderator: ['forum'],
  rapporteur: ['forum'],
  interpreter: ['forum'],
  delegate: ['award', 'country'],
  auditor: ['award'],
};

function grant(data: Data<'GrantRole'>, state: MemberState, meta: Meta): Decision<MemberEvent> {
  const { personId, grantId, role, scope } = data;
  requireGiver(role, meta);
  if (personId === meta.actor && meta.role !== 'administrator')
    throw new Refusal('self-grant', 'Nobody gives a role to themselves.');
  requireScope(role, scope, meta);
  const term = termOf(data, meta);
  const powers = requirePowers(role, data.powers, term.until);
  if (state.grants.some((held) => covers(held, role, scope, term, meta) && has(held, powers))) return { events: [] };
  const { from, until } = term;
  return {
    events: [
      {
        type: 'RoleGranted',
        data: { personId, grantId, role, scope, from, until, by: meta.actor, ...(powers.length > 0 && { powers }) },
      },
    ],
  };
}

function requireGiver(role: GrantableRole, meta: Meta): void {
  const roles = [...(givable[meta.role] ?? [])];
  if (!roles.includes(role))
    throw new Refusal('role-not-yours-to-give', `As ${meta.role} you neither give nor end the role ${role}.`, {
      roles,
    });
}

/** That the giver's own scope contains it is for the caller to see to: only a grant's giver knows that scope. */
function requireScope(role: GrantableRole, scope: Scope, meta: Meta): void {
  if (meta.role === 'focal-point' && scope.country === undefined)
    throw new Refusal('scope-too-wide', 'A focal point gives roles within one country: name it.', {
      needed: ['country'],
    });
  const missing = needs[role].filter((part) => scope[part] === undefined);
  if (missing.length > 0)
    throw new Refusal('scope-missing', `The role ${role} must name: ${missing.join(', ')}.`, { missing });
}

type Term = { from: string; until: string | null };

function termOf({ from, until }: Data<'GrantRole'>, meta: Meta): Term {
  const begins = from === undefined ? meta.at : new Date(from);
  const ends = until === undefined ? null : new Date(until);
  if (ends !== null && ends <= begins)
    throw new Refusal('until-before-from', 'The role would end before it begins.', { after: begins.toISOString() });
  if (ends !== null && ends <= meta.at)
    throw new Refusal('deadline-past', 'The role would be over already.', { now: meta.at.toISOString() });
  return { from: begins.toISOString(), until: ends?.toISOString() ?? null };
}

/** Held now, and until then: what ends earlier does not, so that a deputy's time can be made longer. */
function covers(held: Grant, role: GrantableRole, scope: Scope, { until }: Term, meta: Meta): boolean {
  const now = meta.at.toISOString();
  const lasts = held.until === null || (until !== null && held.until >= until);
  return held.role === role && sameScope(held.scope, scope) && held.from <= now && lasts;
}

const has = (held: Grant, powers: Power[]) => powers.every((power) => held.powers.includes(power));

const scopeParts = ['award', 'country', 'forum', 'nomination', 'laureate'] as const satisfies (keyof Scope)[];
const sameScope = (a: Scope, b: Scope) => scopeParts.every((part) => a[part] === b[part]);

function revoke(
  { personId, grantId, reason }: Data<'RevokeRole'>,
  state: MemberState,
  meta: Meta,
): Decision<MemberEvent> {
  if (state.revoked.includes(grantId)) return { events: [] };
  const held = state.grants.find((one) => one.grantId === grantId);
  if (held === undefined)
    throw new Refusal('grant-unknown', 'The person has no such role.', {
      grants: state.grants.map((one) => one.grantId),
    });
  requireGiver(held.role, meta);
  const { role, scope } = held;
  return { events: [{ type: 'RoleRevoked', data: { personId, grantId, role, scope, reason, by: meta.actor } }] };
}
