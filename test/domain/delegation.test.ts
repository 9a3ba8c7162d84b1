// The rules of a country's delegation to a forum.
import { describe, expect, it } from 'vitest';
import { delegation } from '../../domain/delegation/decider.ts';
import {
  type Capacity,
  capacities,
  type DelegationCommand,
  type DelegationEvent,
  Particulars,
} from '../../domain/delegation/messages.ts';
import { delegationStream } from '../../domain/delegation/state.ts';
import { forumPlanned } from '../support/forum-samples.ts';
import { given } from '../support/given.ts';
import { ids } from '../support/samples.ts';

const forumId = ids.forum;
const cycleId = ids.cycle;
const reason = 'Travel is not approved.';
/** Participant and person have numbers of their own: a participant may become another person's. */
const participant = (number: number) => ids.proposal(number);
const of = (number: number) => ({ forumId, country: 'TH', participantId: participant(number) });
const is = (number: number, person = number) => ({ ...of(number), cycleId, personId: ids.person(person) });

const register = (number: number, capacity: Capacity = 'delegate', person = number): DelegationCommand => ({
  type: 'RegisterParticipant',
  data: { ...of(number), personId: ids.person(person), capacity },
});
const change = (
  number: number,
  {
    capacity = 'delegate',
    person = number,
    changed = [],
  }: { capacity?: Capacity; person?: number; changed?: string[] },
): DelegationCommand => ({
  type: 'ChangeParticipant',
  data: { ...of(number), personId: ids.person(person), capacity, changed },
});
const replace = (number: number, by: number, person = by): DelegationCommand => ({
  type: 'ReplaceParticipant',
  data: { ...of(number), by: { participantId: participant(by), personId: ids.person(person) }, reason },
});
const withdraw = (number: number): DelegationCommand => ({
  type: 'WithdrawParticipant',
  data: { ...of(number), reason },
});
const mark = (number: number, attendance: 'expected' | 'present' | 'absent' = 'present'): DelegationCommand => ({
  type: 'MarkAttendance',
  data: { ...of(number), attendance },
});

const registered = (number: number, capacity: Capacity = 'delegate', person = number): DelegationEvent => ({
  type: 'ParticipantRegistered',
  data: { ...is(number, person), capacity },
});
const changed = (number: number, capacity: Capacity, person = number, what: string[] = []): DelegationEvent => ({
  type: 'ParticipantChanged',
  data: { ...is(number, person), capacity, changed: what },
});
const replaced = (number: number, by: number, capacity: Capacity = 'delegate'): DelegationEvent => ({
  type: 'ParticipantReplaced',
  data: { ...is(number), capacity, by: { participantId: participant(by), personId: ids.person(by) }, reason },
});
const withdrawn = (number: number): DelegationEvent => ({
  type: 'ParticipantWithdrawn',
  data: { ...is(number), reason },
});
const marked = (number: number, attendance: 'expected' | 'present' | 'absent' = 'present'): DelegationEvent => ({
  type: 'AttendanceMarked',
  data: { ...is(number), attendance },
});

/** A delegation to the sample forum. */
const sent = (...history: DelegationEvent[]) => given(delegation, ...history).guard('forum', forumPlanned());

describe('a delegation', () => {
  it('is a stream of its forum and country', () => {
    expect(delegationStream(forumId, 'TH', cycleId)).toMatchObject({ id: `delegation/${forumId}/TH`, cycleId });
  });
  it.each([register(1), change(1, {}), replace(1, 2), withdraw(1), mark(1)])(
    'rests on its forum: without one nothing is done ($type)',
    (command) => given(delegation, registered(1)).when(command).refused('forum-unknown'),
  );
  it('belongs to no cycle where its forum has none', () => {
    given(delegation)
      .guard('forum', forumPlanned(null))
      .when(register(1))
      .then({ type: 'ParticipantRegistered', data: { ...is(1), cycleId: null, capacity: 'delegate' } });
  });
});

describe('RegisterParticipant', () => {
  it.each(capacities)('takes a participant in the capacity %s', (capacity) => {
    sent().when(register(1, capacity)).then(registered(1, capacity));
  });
  it('knows no cut-off: on the day itself people are registered at the desk', () => {
    sent().when(register(1), { at: '2023-11-21T02:00:00.000Z' }).then(registered(1)).notAfter(undefined);
  });
  it('does nothing said twice', () => {
    sent(registered(1)).when(register(1)).nothing();
  });
  it('is refused for a person who belongs to the delegation already', () => {
    sent(registered(1))
      .when(register(2, 'observer', 1))
      .refused('participant-known', { participantId: participant(1) });
  });
  it('takes one again who was withdrawn or replaced before', () => {
    sent(registered(1), withdrawn(1))
      .when(register(2, 'delegate', 1))
      .then(registered(2, 'delegate', 1));
    sent(registered(1), replaced(1, 2))
      .when(register(3, 'delegate', 1))
      .then(registered(3, 'delegate', 1));
  });
  it('is refused for a second head', () => {
    sent(registered(1, 'head'))
      .when(register(2, 'head'))
      .refused('head-named', { participantId: participant(1) });
  });
  it('takes a new head once the former one is gone', () => {
    sent(registered(1, 'head'), withdrawn(1)).when(register(2, 'head')).then(registered(2, 'head'));
  });
});

describe('ChangeParticipant', () => {
  it('says what was changed of the particulars, never to what', () => {
    sent(registered(1))
      .when(change(1, { changed: ['positions', 'diet'] }))
      .then(changed(1, 'delegate', 1, ['positions', 'diet']));
  });
  it('gives another capacity', () => {
    sent(registered(1))
      .when(change(1, { capacity: 'head' }))
      .then(changed(1, 'head'));
  });
  it('makes it another person, where the address was wrong', () => {
    sent(registered(1))
      .when(change(1, { person: 7, changed: ['email'] }))
      .then(changed(1, 'delegate', 7, ['email']));
  });
  it('does nothing where nothing is changed', () => {
    sent(registered(1)).when(change(1, {})).nothing();
  });
  it('is refused where the other person belongs to the delegation', () => {
    sent(registered(1), registered(2))
      .when(change(2, { person: 1 }))
      .refused('participant-known');
  });
  it('is refused for a second head, not for the head', () => {
    const both = sent(registered(1, 'head'), registered(2));
    both.when(change(2, { capacity: 'head' })).refused('head-named');
    both.when(change(1, { capacity: 'head', changed: ['names'] })).accepted();
  });
  it.each([
    ['was withdrawn', withdrawn(1)],
    ['was replaced', replaced(1, 2)],
  ])('is refused for one who %s', (_what, gone) => {
    sent(registered(1), gone)
      .when(change(1, { changed: ['names'] }))
      .refused('participant-gone');
  });
  it('is refused for one whom nobody registered', () => {
    sent().when(change(1, {})).refused('participant-unknown');
  });
});

describe('ReplaceParticipant', () => {
  it('gives the other one the same capacity, the head’s too', () => {
    sent(registered(1, 'head'))
      .when(replace(1, 2))
      .then(replaced(1, 2, 'head'));
    sent(registered(1, 'head'), replaced(1, 2, 'head'))
      .when(register(3, 'head'))
      .refused('head-named');
  });
  it('does nothing said twice', () => {
    sent(registered(1), replaced(1, 2)).when(replace(1, 2)).nothing();
  });
  it('is refused where the other one belongs to the delegation', () => {
    sent(registered(1), registered(2))
      .when(replace(1, 3, 2))
      .refused('participant-known');
  });
  it('is refused for one who is there', () => {
    sent(registered(1), marked(1)).when(replace(1, 2)).refused('participant-present');
  });
  it('is refused once more for one who was replaced', () => {
    sent(registered(1), replaced(1, 2)).when(replace(1, 3)).refused('participant-gone', { status: 'replaced' });
  });
});

describe('WithdrawParticipant', () => {
  it('takes a participant out, with the reason', () => {
    sent(registered(1)).when(withdraw(1)).then(withdrawn(1));
  });
  it('does nothing said twice', () => {
    sent(registered(1), withdrawn(1)).when(withdraw(1)).nothing();
  });
  it('is refused for one who is there, until the mark is taken back', () => {
    sent(registered(1), marked(1)).when(withdraw(1)).refused('participant-present');
    sent(registered(1), marked(1), marked(1, 'expected')).when(withdraw(1)).accepted();
    sent(registered(1), marked(1, 'absent')).when(withdraw(1)).accepted();
  });
});

describe('MarkAttendance', () => {
  it.each(['present', 'absent'] as const)('marks a participant as %s', (attendance) => {
    sent(registered(1)).when(mark(1, attendance)).then(marked(1, attendance));
  });
  it('corrects a mark, and takes it back', () => {
    sent(registered(1), marked(1)).when(mark(1, 'absent')).then(marked(1, 'absent'));
    sent(registered(1), marked(1)).when(mark(1, 'expected')).then(marked(1, 'expected'));
  });
  it('does nothing where it is marked so already', () => {
    sent(registered(1), marked(1)).when(mark(1)).nothing();
    sent(registered(1)).when(mark(1, 'expected')).nothing();
  });
  it('is refused for one who was withdrawn', () => {
    sent(registered(1), withdrawn(1)).when(mark(1)).refused('participant-gone', { status: 'withdrawn' });
  });
});

describe('what is personal about a participant', () => {
  const vasana = { name: 'Sample Person', names: { th: 'นางสาวตัวอย่าง' } };
  const at = (day: string) => ({ at: `2023-11-${day}T10:00:00+08:00`, zone: 'Asia/Singapore' });
  it('needs a name, and nothing else', () => {
    expect(Particulars.parse(vasana)).toMatchObject({ ...vasana, printedName: null, arrival: null, diet: '' });
    expect(Particulars.safeParse({ names: vasana.names }).success).toBe(false);
  });
  it('leaves after it arrives', () => {
    expect(Particulars.safeParse({ ...vasana, arrival: at('20'), departure: at('22') }).success).toBe(true);
    expect(Particulars.safeParse({ ...vasana, arrival: at('22'), departure: at('20') }).error?.issues).toMatchObject([
      { path: ['departure'], message: 'must be after the arrival' },
    ]);
  });
  it('names the zone of a journey', () => {
    const nowhere = { ...at('20'), zone: 'Sample/Nowhere' };
    expect(Particulars.safeParse({ ...vasana, arrival: nowhere }).success).toBe(false);
  });
});
