// Handing a role over: who may, when it ends, and that nobody takes what was not given.
import { describe, it } from 'vitest';
import type { EventOf } from '../../domain/events.ts';
import { member } from '../../domain/member/decider.ts';
import type { MemberCommand, MemberEvent } from '../../domain/member/messages.ts';
import { given } from '../support/given.ts';
import { ids } from '../support/samples.ts';

const [old, successor, other] = [ids.person(1), ids.person(2), ids.person(3)];
const [grantId, taken] = [ids.proposal(1), ids.proposal(2)];
const scope = { award: 'sample', country: 'SG' };
const at = '2025-03-01T00:00:00.000Z';
const later = '2025-04-01T00:00:00.000Z';
const reason = 'She moves to another ministry.';
type Granted = EventOf<'RoleGranted'>['data'];
const granted = (changes: Partial<Granted> = {}): EventOf<'RoleGranted'> => ({
  type: 'RoleGranted',
  data: {
    ...{ personId: old, grantId, role: 'focal-point', scope, by: ids.person(9) },
    ...{ from: '2025-01-01T00:00:00.000Z', until: null, ...changes },
  },
});
const handOver = (to = successor, endsAt?: string): MemberCommand => ({
  type: 'HandOverRole',
  data: { personId: old, grantId, to, reason, ...(endsAt !== undefined && { endsAt }) },
});
const handedOver = (changes: Partial<EventOf<'RoleHandedOver'>['data']> = {}): EventOf<'RoleHandedOver'> => ({
  type: 'RoleHandedOver',
  data: { personId: old, grantId, role: 'focal-point', scope, to: successor, until: at, reason, by: old, ...changes },
});
const takeOver: MemberCommand = {
  type: 'TakeOverRole',
  data: { personId: successor, grantId: taken, fromPerson: old, fromGrantId: grantId },
};
const byHolder = { at, role: 'focal-point', actor: old } as const;
const holding = (...events: MemberEvent[]) => given(member, ...events);

describe('HandOverRole', () => {
  it('ends the role at once, or on a date, never later than it would have ended', () => {
    holding(granted()).when(handOver(), byHolder).then(handedOver());
    holding(granted())
      .when(handOver(successor, later), byHolder)
      .then(handedOver({ until: later }));
    holding(granted({ until: '2025-03-10T00:00:00.000Z' }))
      .when(handOver(successor, later), byHolder)
      .then(handedOver({ until: '2025-03-10T00:00:00.000Z' }));
    holding(granted()).when(handOver(successor, '2025-02-01T00:00:00.000Z'), byHolder).refused('deadline-past');
  });

  it('is for whoever gives the role; of a focal point also for the holder, and for no other focal point', () => {
    holding(granted())
      .when(handOver(), { at, role: 'secretariat', actor: other })
      .then(handedOver({ by: other }));
    holding(granted())
      .when(handOver(), { ...byHolder, actor: other })
      .refused('role-not-yours-to-give');
    holding(granted({ role: 'screener' }))
      .when(handOver(), { ...byHolder, actor: other })
      .then(handedOver({ role: 'screener', by: other }));
  });

  it('is done once: again it changes nothing, and to somebody else it is refused', () => {
    holding(granted(), handedOver()).when(handOver(), byHolder).nothing();
    holding(granted(), handedOver()).when(handOver(other), byHolder).refused('handed-over');
  });

  it('is refused to oneself, and of a role that is over', () => {
    holding(granted()).when(handOver(old), byHolder).refused('self-grant');
    holding(granted({ until: '2025-02-01T00:00:00.000Z' }))
      .when(handOver(), byHolder)
      .refused('grant-unknown');
    holding().when(handOver(), byHolder).refused('grant-unknown');
  });
});

describe('TakeOverRole', () => {
  const follows: EventOf<'RoleGranted'> = granted({
    ...{ personId: successor, grantId: taken, from: at, by: old, handedOver: grantId },
  });

  it('gives the successor the same role, for as long as it was given', () => {
    holding().guard('from', granted(), handedOver()).when(takeOver, byHolder).then(follows);
    holding()
      .guard('from', granted({ until: later }), handedOver())
      .when(takeOver, byHolder)
      .then(granted({ ...follows.data, until: later }));
  });

  it('changes nothing when it is repeated', () => {
    holding(follows).guard('from', granted(), handedOver()).when(takeOver, byHolder).nothing();
  });

  it('is refused where nothing was handed over to the person', () => {
    holding().when(takeOver, byHolder).refused('not-handed-over');
    holding()
      .guard('from', granted(), handedOver({ to: other }))
      .when(takeOver, byHolder)
      .refused('not-handed-over');
  });
});
