// Roles: who gives and ends which one, where it holds, and how long.
import { describe, expect, it } from 'vitest';
import { member } from '../../domain/member/decider.ts';
import { GrantRole, type MemberCommand, type MemberEvent } from '../../domain/member/messages.ts';
import { type GrantableRole, grantableRoles, type Power, type Role } from '../../domain/roles.ts';
import { given } from '../support/given.ts';
import { ids, moments } from '../support/samples.ts';

const personId = ids.person(2);
const [first, second] = [ids.proposal(1), ids.proposal(2)];
const thai = { award: 'sample', country: 'TH' };
const now = moments.nomination;

type Grant = Extract<MemberCommand, { type: 'GrantRole' }>['data'];
const grant = (role: GrantableRole, changes: Partial<Grant> = {}): MemberCommand => ({
  type: 'GrantRole',
  data: { personId, grantId: first, role, scope: thai, ...changes },
});
type Granted = Extract<MemberEvent, { type: 'RoleGranted' }>['data'];
const granted = (role: GrantableRole, changes: Partial<Granted> = {}): MemberEvent => ({
  type: 'RoleGranted',
  data: { personId, grantId: first, role, scope: thai, from: now, until: null, by: ids.person(1), ...changes },
});
const revoke = (grantId = first): MemberCommand => ({
  type: 'RevokeRole',
  data: { personId, grantId, reason: 'Has left the ministry.' },
});
const revoked = (role: GrantableRole, grantId = first): MemberEvent => ({
  type: 'RoleRevoked',
  data: { personId, grantId, role, scope: thai, reason: 'Has left the ministry.', by: ids.person(1) },
});

const byOffice = [
  ...(['focal-point', 'applicant', 'screener', 'approver', 'endorser', 'laureate-contact'] as const),
  ...(['forum-staff', 'host', 'moderator', 'rapporteur', 'interpreter', 'delegate', 'auditor'] as const),
];
/** What each role gives; every other role gives none. */
const gives: [Role, readonly GrantableRole[]][] = [
  ['administrator', grantableRoles],
  ['secretariat', ['standby', ...byOffice]],
  ['standby', byOffice],
  ['focal-point', ['applicant', 'screener', 'approver', 'delegate']],
  ['approver', []],
  ['process', []],
  ['public', []],
];
/** What a standby cannot be given without. */
const termsOf = (role: GrantableRole): { until?: string; powers?: Power[] } =>
  role === 'standby' ? { until: moments.endorsement, powers: ['people'] } : {};
const everywhere = { ...thai, forum: ids.forum, laureate: ids.nomination(1) };

describe('giving and ending roles', () => {
  it.each(gives)('%s gives its own roles and no other', (role, own) => {
    for (const wanted of grantableRoles) {
      const asked = given(member).when(grant(wanted, { scope: everywhere, ...termsOf(wanted) }), { role });
      if (own.includes(wanted)) asked.then(granted(wanted, { scope: everywhere, ...termsOf(wanted) }));
      else asked.refused('role-not-yours-to-give', { roles: [...own] });
    }
  });

  it.each(gives)('%s ends the roles that it gives and no other', (role, own) => {
    for (const held of grantableRoles) {
      const asked = given(member, granted(held)).when(revoke(), { role });
      if (own.includes(held)) asked.then(revoked(held));
      else asked.refused('role-not-yours-to-give', { roles: [...own] });
    }
  });
});

describe('GrantRole', () => {
  it('holds from now on, or from a day to another', () => {
    given(member).when(grant('screener')).then(granted('screener'));
    given(member)
      .when(grant('approver', { from: '2025-03-01T00:00:00+07:00', until: '2025-04-01T00:00:00+07:00' }))
      .then(granted('approver', { from: '2025-02-28T17:00:00.000Z', until: '2025-03-31T17:00:00.000Z' }));
  });

  it('is refused to oneself, unless by an administrator', () => {
    const own = grant('auditor', { personId: ids.person(1) });
    given(member).when(own).refused('self-grant');
    given(member)
      .when(own, { role: 'administrator' })
      .then(granted('auditor', { personId: ids.person(1) }));
  });

  it.each<[GrantableRole, string[]]>([
    ['secretariat', ['award']],
    ['focal-point', ['award', 'country']],
    ['applicant', ['award', 'country']],
    ['screener', ['award', 'country']],
    ['approver', ['award', 'country']],
    ['endorser', ['award', 'country']],
    ['laureate-contact', ['laureate']],
    ['forum-staff', ['forum']],
    ['host', ['forum']],
    ['moderator', ['forum']],
    ['rapporteur', ['forum']],
    ['interpreter', ['forum']],
    ['delegate', ['award', 'country']],
    ['auditor', ['award']],
  ])('of a %s must say where it holds', (role, missing) => {
    given(member)
      .when(grant(role, { scope: {} }), { role: 'administrator' })
      .refused('scope-missing', { missing });
  });

  it('of an administrator holds everywhere', () => {
    given(member)
      .when(grant('administrator', { scope: {} }), { role: 'administrator' })
      .then(granted('administrator', { scope: {} }));
  });

  it('by a focal point names a country', () => {
    given(member)
      .when(grant('applicant', { scope: { award: 'sample' } }), { role: 'focal-point' })
      .refused('scope-too-wide', { needed: ['country'] });
  });

  it('is refused when it would end before it begins, or be over already', () => {
    given(member)
      .when(grant('screener', { from: '2025-03-01T00:00:00Z', until: '2025-03-01T00:00:00Z' }))
      .refused('until-before-from', { after: '2025-03-01T00:00:00.000Z' });
    given(member)
      .when(grant('screener', { from: '2024-12-01T00:00:00Z', until: now }))
      .refused('deadline-past', { now });
  });

  it('changes nothing when the person holds that role there for as long', () => {
    const until = '2025-06-01T00:00:00.000Z';
    given(member, granted('screener'))
      .when(grant('screener', { grantId: second }))
      .nothing();
    given(member, granted('screener'))
      .when(grant('screener', { grantId: second, until }))
      .nothing();
    given(member, granted('screener', { until }))
      .when(grant('screener', { grantId: second, until }))
      .nothing();
  });

  it('adds what reaches further, or begins earlier than what is held', () => {
    const until = '2025-06-01T00:00:00.000Z';
    const longer = grant('screener', { grantId: second });
    given(member, granted('screener', { until }))
      .when(longer)
      .then(granted('screener', { grantId: second }));
    given(member, granted('screener', { from: '2025-06-01T00:00:00.000Z' }))
      .when(longer)
      .then(granted('screener', { grantId: second }));
    given(member, granted('screener'))
      .when(grant('screener', { grantId: second, scope: { award: 'sample', country: 'SG' } }))
      .then(granted('screener', { grantId: second, scope: { award: 'sample', country: 'SG' } }));
    given(member, granted('screener'))
      .when(grant('approver', { grantId: second }))
      .then(granted('approver', { grantId: second }));
  });

  it('may be given again after it was ended', () => {
    given(member, granted('screener'), revoked('screener'))
      .when(grant('screener', { grantId: second }))
      .then(granted('screener', { grantId: second }));
  });

  it('gives no role that a panel or a talk gives by its own events', () => {
    for (const role of ['judge', 'chair', 'presenter', 'process', 'public'])
      expect(GrantRole.safeParse({ personId, role }).success).toBe(false);
  });
});

describe('RevokeRole', () => {
  it('ends one grant and leaves the others, once', () => {
    const both = [granted('screener'), granted('screener', { grantId: second, until: '2025-06-01T00:00:00.000Z' })];
    given(member, ...both)
      .when(revoke(second))
      .then(revoked('screener', second));
    given(member, ...both, revoked('screener', second))
      .when(revoke(second))
      .nothing();
    given(member, ...both, revoked('screener', second))
      .when(revoke())
      .then(revoked('screener'));
  });

  it('is refused for a grant that the person does not have', () => {
    given(member, granted('screener'))
      .when(revoke(second))
      .refused('grant-unknown', { grants: [first] });
  });
});
