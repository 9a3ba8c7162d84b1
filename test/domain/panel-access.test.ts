// Seeing an entry in spite of a conflict: who asks for whom, who answers, for how long, and how it ends.
import { describe, it } from 'vitest';
import { panel } from '../../domain/panel/decider.ts';
import type { PanelCommand, PanelEvent } from '../../domain/panel/messages.ts';
import { given } from '../support/given.ts';
import { acceptedJudge, conflictDeclared, judgeInvited, scoringPanel } from '../support/judging-samples.ts';
import { cycleIn, ids, moments, sampleDefinition } from '../support/samples.ts';

const [officer, second, stranger] = [ids.person(1), ids.person(2), ids.person(3)];
const about = { cycleId: ids.cycle, group: 'TH-ngo', requestId: ids.proposal(1) };
const what = { ...about, nominationId: ids.nomination(1), personId: officer };
const reason = 'The file names a child in danger.';
const keeps = { grants: [], revoked: [], handedOver: [], conflicts: [ids.nomination(1)] };
const at = moments.judging;
const until = (hours: number) => new Date(new Date(at).getTime() + hours * 3_600_000).toISOString();

const ask = (changes: object = {}): PanelCommand => ({ type: 'RequestAccess', data: { ...what, reason, ...changes } });
const asked = (hours = 24, by = officer): PanelEvent => ({
  type: 'AccessRequested',
  data: { ...what, hours, reason, by },
});
const grant = (by = second): PanelCommand => ({ type: 'GrantAccess', data: { ...about, by } });
const granted: PanelEvent = { type: 'AccessGranted', data: { ...what, by: second, until: until(24) } };
const refuse: PanelCommand = { type: 'RefuseAccess', data: { ...about, by: second, reason } };
const end = (by: string): PanelCommand => ({ type: 'EndAccess', data: { ...about, by, reason } });
const by = (actor: string, when: string | Date = at) => ({ at: when, actor, role: 'secretariat' }) as const;
const judging = (...events: PanelEvent[]) =>
  given(panel, ...scoringPanel(), ...events).guard('cycle', ...cycleIn('judging'));

describe('RequestAccess', () => {
  const kept = judging().guard(`member/${officer}`, keeps);
  it('is for an officer in conflict, by default for a day', () => {
    kept.when(ask(), by(officer)).then(asked());
    kept.when(ask({ hours: 2 }), by(officer)).then(asked(2));
  });
  it('is for a judge in conflict too', () => {
    judging()
      .guard(`judge/${officer}`, ...acceptedJudge(1), conflictDeclared(1, 1))
      .when(ask(), by(second))
      .then(asked(24, second));
  });
  it('is for a compatriot, where the award keeps compatriots apart', () => {
    const policy = sampleDefinition('regional').judging;
    const definition = sampleDefinition('regional', { judging: { ...policy, conflictScope: 'country' } });
    const home = { ...judgeInvited(1), data: { ...judgeInvited(1).data, country: 'TH' } };
    given(panel, ...scoringPanel({ country: null }))
      .guard('cycle', ...cycleIn('judging', definition))
      .guard(`judge/${officer}`, home)
      .when(ask(), by(second))
      .then(asked(24, second));
  });
  it('is for nobody else', () => {
    judging().when(ask(), by(officer)).refused('not-kept-away');
    kept.when(ask({ nominationId: ids.nomination(2) }), by(officer)).refused('not-kept-away');
    kept.when(ask({ nominationId: ids.nomination(9) }), by(officer)).refused('entry-unknown');
  });
  it('is for no longer than the award allows', () => {
    kept.when(ask({ hours: 25 }), by(officer)).refused('access-too-long', { hours: 24 });
  });
  it('waits once, and again when it is over', () => {
    const again = { requestId: ids.proposal(2) };
    const open = (...events: PanelEvent[]) => judging(...events).guard(`member/${officer}`, keeps);
    open(asked()).when(ask(again), by(officer)).refused('access-open');
    open(asked(), granted).when(ask(again), by(officer)).refused('access-open');
    open(asked(), granted)
      .when(ask(again), by(officer, until(24)))
      .accepted();
  });
});

describe('GrantAccess', () => {
  it('lets in from now on for the time that was asked for, once', () => {
    judging(asked()).when(grant(), by(second)).then(granted);
    judging(asked(), granted).when(grant(), by(second)).nothing();
  });
  it('is neither for who asked nor for who is let in', () => {
    judging(asked(24, second)).when(grant(officer), by(officer)).refused('access-needs-another');
    judging(asked(24, second)).when(grant(), by(second)).refused('access-needs-another');
  });
  it('is not for somebody in the same conflict', () => {
    judging(asked()).guard(`member/${second}`, keeps).when(grant(), by(second)).refused('access-by-conflicted');
    judging(asked())
      .guard(`judge/${second}`, ...acceptedJudge(1), conflictDeclared(1, 1))
      .when(grant(), by(second))
      .refused('access-by-conflicted');
  });
  it('answers what was asked, and was not answered', () => {
    judging().when(grant(), by(second)).refused('access-unknown');
    judging(asked(), { type: 'AccessRefused', data: { ...what, by: second, reason } })
      .when(grant(), by(second))
      .refused('access-answered', { outcome: 'refused' });
  });
});

describe('RefuseAccess', () => {
  it('is a second person’s too, with a reason', () => {
    judging(asked())
      .when(refuse, by(second))
      .then({ type: 'AccessRefused', data: { ...what, by: second, reason } });
    judging(asked(24, second)).when(refuse, by(second)).refused('access-needs-another');
  });
});

describe('EndAccess', () => {
  it('ends what runs or waits, by one person', () => {
    for (const events of [[asked()], [asked(), granted]])
      judging(...events)
        .when(end(stranger), by(stranger))
        .then({ type: 'AccessEnded', data: { ...what, by: stranger, reason } });
  });
  it('changes nothing once it is over by itself', () => {
    judging(asked(), granted)
      .when(end(officer), by(officer, until(24)))
      .nothing();
  });
});
