// Standing in for the secretariat: powers, an end, and the files that an officer keeps away from.
import { describe, it } from 'vitest';
import { member } from '../../domain/member/decider.ts';
import type { MemberCommand, MemberEvent } from '../../domain/member/messages.ts';
import { type Power, powers } from '../../domain/roles.ts';
import { given } from '../support/given.ts';
import { ids, moments } from '../support/samples.ts';

const personId = ids.person(2);
const scope = { award: 'sample' };
const until = moments.endorsement;
type Grant = Extract<MemberCommand, { type: 'GrantRole' }>['data'];
const grant = (changes: Partial<Grant> = {}): MemberCommand => ({
  type: 'GrantRole',
  data: { personId, grantId: ids.proposal(1), role: 'standby', scope, until, powers: ['deadlines'], ...changes },
});
const granted = (held: Power[], end = until): MemberEvent => ({
  type: 'RoleGranted',
  data: {
    ...{ personId, grantId: ids.proposal(1), role: 'standby', scope },
    ...{ from: moments.nomination, until: end, by: ids.person(1), powers: held },
  },
});
const conflict = { personId, nominationId: ids.nomination(1), cycleId: ids.cycle, country: 'TH' };
const declare: MemberCommand = {
  type: 'DeclareOfficerConflict',
  data: { ...conflict, kind: 'family', reason: 'My sister runs it.' },
};
const declared: MemberEvent = {
  type: 'OfficerConflictDeclared',
  data: { ...conflict, kind: 'family', reason: 'My sister runs it.' },
};
const secretariat = { role: 'secretariat', actor: ids.person(1) } as const;

describe('a standby', () => {
  it('has the powers that are named, each once', () => {
    given(member)
      .when(grant({ powers: ['forum', 'deadlines', 'forum'] }), secretariat)
      .then(granted(['deadlines', 'forum']));
  });
  it('is not given without powers, nor without an end', () => {
    given(member)
      .when(grant({ powers: undefined }), secretariat)
      .refused('powers-missing', { powers: [...powers] });
    given(member)
      .when(grant({ until: undefined }), secretariat)
      .refused('end-missing', { needed: ['until'] });
  });
  it('alone has powers', () => {
    given(member)
      .when(grant({ role: 'auditor' }), secretariat)
      .refused('powers-of-standby');
  });
  it('names the award', () => {
    given(member)
      .when(grant({ scope: {} }), secretariat)
      .refused('scope-missing', { missing: ['award'] });
  });
  it('is given again for more powers or for longer, and not for what it has', () => {
    const held = granted(['deadlines', 'forum']);
    given(member, held)
      .when(grant({ powers: ['forum'] }), secretariat)
      .then();
    given(member, held)
      .when(grant({ powers: ['people'] }), secretariat)
      .then(granted(['people']));
  });
  it('gives no standby in turn', () => {
    given(member)
      .when(grant(), { role: 'standby', actor: ids.person(1) })
      .refused('role-not-yours-to-give');
  });
});

describe('an officer’s conflict', () => {
  it('is declared by the officer, once', () => {
    given(member).when(declare, { role: 'secretariat', actor: personId }).then(declared);
    given(member, declared).when(declare, { role: 'secretariat', actor: personId }).then();
  });
  it('is declared by nobody else, and in no other role', () => {
    given(member).when(declare, secretariat).refused('not-your-conflict');
    given(member).when(declare, { role: 'focal-point', actor: personId }).refused('not-your-conflict');
  });
});
