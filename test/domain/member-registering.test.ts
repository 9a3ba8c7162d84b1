// Becoming an applicant: by the open call, or as a co-editor; nothing but that role, and only where it is right.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountryEvent } from '../../domain/country/messages.ts';
import { cycleFold } from '../../domain/cycle/state.ts';
import { Refusal } from '../../domain/decider.ts';
import type { JudgeEvent } from '../../domain/judge/messages.ts';
import { member } from '../../domain/member/decider.ts';
import type { MemberCommand, MemberEvent } from '../../domain/member/messages.ts';
import type { CountryPhase } from '../../domain/phases.ts';
import { type GrantableRole, grantableRoles, roles } from '../../domain/roles.ts';
import { given } from '../support/given.ts';
import { ids, moments, phaseClosed, phaseOpened, plannedCycle, sampleDefinition } from '../support/samples.ts';

const personId = ids.person(2);
const [first, second] = [ids.proposal(1), ids.proposal(2)];
const open = [plannedCycle(), phaseOpened('nomination')];
const thai = { award: 'sample', country: 'TH' };
const anybody = { actor: 'public', role: 'public' } as const;

const ask = (type: 'RegisterApplicant' | 'JoinEditors', country = 'TH'): MemberCommand => ({
  type,
  data: { personId, cycleId: ids.cycle, country, grantId: second },
});
const held = (role: GrantableRole, scope: object = thai, until: string | null = null): MemberEvent => ({
  type: 'RoleGranted',
  data: { personId, grantId: first, role, scope, from: moments.before, until, by: ids.person(1) },
});
const applicant = (by: string, country = 'TH', from = moments.nomination): MemberEvent => ({
  type: 'RoleGranted',
  data: {
    ...{ personId, grantId: second, role: 'applicant', scope: { award: 'sample', country } },
    ...{ from, until: null, by },
  },
});
const registering = (...history: MemberEvent[]) => given(member, ...history).guard('cycle', ...open);

const serving = (group: string): JudgeEvent => ({
  type: 'JudgeInvited',
  data: { cycleId: ids.cycle, judgeId: personId, groups: [group], country: null },
});
const released: JudgeEvent = {
  type: 'JudgeReleased',
  data: { cycleId: ids.cycle, judgeId: personId, groups: ['SG-ngo'], reason: 'Has asked to be.' },
};

describe('RegisterApplicant', () => {
  it('makes an applicant of the country, not after the call has closed', () => {
    registering()
      .when(ask('RegisterApplicant'), anybody)
      .then(applicant('public'))
      .notAfter('2025-03-01T00:00:00.000Z');
  });

  it('is already so for who is an applicant there, without an end', () => {
    registering(held('applicant')).when(ask('RegisterApplicant'), anybody).nothing();
    registering(held('applicant', { award: 'sample', country: 'VN' }))
      .when(ask('RegisterApplicant'), anybody)
      .then(applicant('public'));
    registering(held('applicant', thai, '2025-02-02T00:00:00.000Z'))
      .when(ask('RegisterApplicant'), anybody)
      .then(applicant('public'));
  });

  it.each(grantableRoles.filter((role) => role !== 'applicant'))('changes nothing for one who is %s', (role) => {
    registering(held(role, role === 'administrator' ? {} : thai))
      .when(ask('RegisterApplicant'), anybody)
      .nothing();
  });

  it('changes nothing for one who judges in the cycle, or is asked to; it takes one who does not any more', () => {
    registering().guard('judge', serving('SG-ngo')).when(ask('RegisterApplicant'), anybody).nothing();
    registering()
      .guard('judge', serving('SG-ngo'), released)
      .when(ask('RegisterApplicant'), anybody)
      .then(applicant('public'));
  });

  it('takes one whose other role is over, or is of another award', () => {
    registering(held('screener', thai, moments.before))
      .when(ask('RegisterApplicant'), anybody)
      .then(applicant('public'));
    registering(held('screener', { award: 'another', country: 'TH' }))
      .when(ask('RegisterApplicant'), anybody)
      .then(applicant('public'));
  });

  it('is refused where the country has no open call', () => {
    for (const country of ['SG', 'MM'])
      registering()
        .when(ask('RegisterApplicant', country), anybody)
        .refused('no-open-call', { countries: ['TH'] });
  });

  it('is refused before the call opens, and once it is closed for all or for the country', () => {
    given(member)
      .guard('cycle', plannedCycle())
      .when(ask('RegisterApplicant'), anybody)
      .refused('call-not-open', { opensAt: '2025-01-01T00:00:00.000Z' });
    given(member)
      .guard('cycle', ...open, phaseClosed('nomination'))
      .when(ask('RegisterApplicant'), anybody)
      .refused('call-closed', { closedAt: null });
    registering()
      .guard('country', {
        type: 'CountryPhaseClosed',
        data: { cycleId: ids.cycle, iso2: 'TH', phase: 'nomination', because: 'deadline' },
      })
      .when(ask('RegisterApplicant'), anybody)
      .refused('call-closed');
  });

  it('is refused after its instant, the country’s own where it has one, though nothing has closed it yet', () => {
    registering()
      .when(ask('RegisterApplicant'), { ...anybody, at: '2025-03-01T00:00:00.001Z' })
      .refused('call-closed', { closedAt: '2025-03-01T00:00:00.000Z' });
    const own = '2025-01-20T00:00:00.000Z';
    registering()
      .guard('country', {
        type: 'CountryTimetableSet',
        data: { cycleId: ids.cycle, iso2: 'TH', closesAt: { nomination: own } },
      })
      .when(ask('RegisterApplicant'), anybody)
      .refused('call-closed', { closedAt: own });
  });

  it('is open again by a dispensation for the nomination step, until that ends', () => {
    const late = (step: CountryPhase, until: string): CountryEvent => ({
      type: 'DispensationGranted',
      data: {
        ...{ cycleId: ids.cycle, iso2: 'TH', step, category: 'ngo', reason: 'A flood.', authority: 'The chair' },
        ...{ until, groups: [] },
      },
    });
    const over = given(member).guard('cycle', ...open, phaseClosed('nomination'));
    const asked = { ...anybody, at: moments.screening };
    over
      .guard('country', late('nomination', '2025-03-20T00:00:00.000Z'))
      .when(ask('RegisterApplicant'), asked)
      .then(applicant('public', 'TH', moments.screening))
      .notAfter('2025-03-20T00:00:00.000Z');
    for (const other of [late('screening', '2025-03-20T00:00:00.000Z'), late('nomination', '2025-03-10T00:00:00.000Z')])
      over.guard('country', other).when(ask('RegisterApplicant'), asked).refused('call-closed');
  });

  it('is refused in a country that takes no part, and in a cycle that is not there', () => {
    registering().when(ask('RegisterApplicant', 'VN'), anybody).refused('country-not-entitled');
    given(member).when(ask('RegisterApplicant'), anybody).refused('cycle-unknown');
  });
});

describe('JoinEditors', () => {
  const own = { actor: personId, role: 'public' } as const;

  it('makes an applicant where that is missing, in every mode and at every time of a running cycle', () => {
    registering().when(ask('JoinEditors', 'SG'), own).then(applicant(personId, 'SG'));
    given(member)
      .guard('cycle', ...open, phaseClosed('nomination'))
      .when(ask('JoinEditors'), own)
      .then(applicant(personId));
  });

  it('needs no role of who is an applicant or the focal point there', () => {
    for (const role of ['applicant', 'focal-point'] as const)
      registering(held(role)).when(ask('JoinEditors'), own).nothing();
  });

  it('is refused to who screens or decides there, and to nobody who does so elsewhere', () => {
    for (const role of ['screener', 'approver'] as const) {
      registering(held(role)).when(ask('JoinEditors'), own).refused('screens-here');
      registering(held(role, { award: 'sample', country: 'VN' }))
        .when(ask('JoinEditors'), own)
        .then(applicant(personId));
    }
  });

  it('is refused to who judges the country’s nominations, and to nobody who judges others', () => {
    registering()
      .guard('judge', serving('TH-ngo'))
      .when(ask('JoinEditors'), own)
      .refused('judges-here', { groups: ['TH-ngo'] });
    registering().guard('judge', serving('SG-ngo')).when(ask('JoinEditors'), own).then(applicant(personId));
    given(member)
      .guard('cycle', plannedCycle(sampleDefinition('regional')), phaseOpened('nomination'))
      .guard('judge', serving('ngo'))
      .when(ask('JoinEditors'), own)
      .refused('judges-here');
  });

  it('is refused where the country takes no part', () => {
    registering().when(ask('JoinEditors', 'VN'), own).refused('country-not-entitled');
  });
});

describe('whoever asks, and whatever they hold', () => {
  it('nothing but the role of an applicant in that country comes of it', () => {
    const history = fc.array(
      fc.record({ role: fc.constantFrom(...grantableRoles), country: fc.constantFrom('TH', 'SG', 'VN') }),
      { maxLength: 4 },
    );
    const asked = fc.record({
      type: fc.constantFrom('RegisterApplicant' as const, 'JoinEditors' as const),
      country: fc.constantFrom('TH', 'SG', 'VN'),
      role: fc.constantFrom(...roles),
    });
    fc.assert(
      fc.property(history, asked, (grants, { type, country, role }) => {
        const state = grants
          .map((one) => held(one.role, { award: 'sample', country: one.country }))
          .reduce(member.evolve, member.initial);
        const cycle = open.reduce((before, event) => cycleFold.evolve(before, event), cycleFold.initial);
        const meta = { commandId: ids.command, actor: 'public', role, at: new Date(moments.nomination) };
        const events = madeBy(() => member.decide(ask(type, country), state, { cycle }, meta).events);
        for (const event of events) expect(event).toEqual(applicant('public', country));
      }),
    );
  });
});

function madeBy(decide: () => MemberEvent[]): MemberEvent[] {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
