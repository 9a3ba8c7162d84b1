// When the phases of a cycle open, close and move, and how a cycle ends.
import { describe, expect, it } from 'vitest';
import type { CountryEvent } from '../../domain/country/messages.ts';
import { cycle } from '../../domain/cycle/decider.ts';
import type { CycleCommand, CycleEvent } from '../../domain/cycle/messages.ts';
import type { EventOf } from '../../domain/events.ts';
import type { CountryPhase, Phase } from '../../domain/phases.ts';
import { given } from '../support/given.ts';
import {
  cycleIn,
  decidedCycle,
  decisionSigned,
  endorsementClosesAt,
  endorsementConcluded,
  endorsementRequested,
  ids,
  moments,
  panelFormed,
  phaseClosed,
  phaseOpened,
  plannedCycle,
  sampleDefinition,
  signedPanel,
  timetable,
} from '../support/samples.ts';

const { cycle: cycleId } = ids;
const regional = sampleDefinition('regional');
const open = (phase: Phase): CycleCommand => ({ type: 'OpenPhase', data: { cycleId, phase } });
const close = (phase: Phase): CycleCommand => ({ type: 'ClosePhase', data: { cycleId, phase } });
const move = (phase: Phase, closesAt: string): CycleCommand => ({
  type: 'MoveDeadline',
  data: { cycleId, phase, closesAt, reason: 'Floods in two countries.' },
});
const cancel: CycleCommand = { type: 'CancelCycle', data: { cycleId, reason: 'No host was found.' } };
const archive: CycleCommand = { type: 'ArchiveCycle', data: { cycleId } };
const cancelled: CycleEvent = { type: 'CycleCancelled', data: { cycleId, reason: 'No host was found.' } };
const archived: CycleEvent = { type: 'CycleArchived', data: { cycleId } };
const requested = endorsementRequested([], ['TH-ngo']);
const concluded = endorsementConcluded([], { silent: ['MM', 'SG', 'TH'] });
const endorsedCycle: CycleEvent[] = [
  ...decidedCycle(),
  phaseOpened('endorsement', endorsementClosesAt),
  requested,
  concluded,
  phaseClosed('endorsement', 'concluded'),
];
const last = (phases: Phase[]) => phases.flatMap((phase) => [phaseOpened(phase), phaseClosed(phase, 'done')]);

describe('every command but PlanCycle', () => {
  it.each([open('nomination'), close('nomination'), move('nomination', '2026-01-01'), cancel, archive])(
    'is refused where there is no cycle: $type',
    (command) => given(cycle).when(command).refused('cycle-unknown'),
  );
});

describe('OpenPhase', () => {
  it('opens nominations from their instant on', () => {
    given(cycle, plannedCycle())
      .when(open('nomination'), { at: '2024-12-31T23:59:59.999Z' })
      .refused('not-due', { dueAt: Date.parse('2025-01-01T00:00:00Z') });
    given(cycle, plannedCycle())
      .when(open('nomination'), { at: '2025-01-01T00:00:00Z' })
      .then(phaseOpened('nomination'));
  });

  it.each<[Phase, 'nomination' | 'screening' | 'judging']>([
    ['screening', 'nomination'],
    ['judging', 'screening'],
    ['decision', 'judging'],
  ])('opens %s once %s is closed', (phase, before) => {
    given(cycle, ...cycleIn(before))
      .when(open(phase))
      .refused('phase-order', { before });
    given(cycle, ...cycleIn(before), phaseClosed(before))
      .when(open(phase))
      .then(phaseOpened(phase));
  });

  it.each<Phase>(['announcement', 'forum'])('opens %s once endorsement is concluded', (phase) => {
    given(cycle, ...decidedCycle(), phaseOpened('endorsement', endorsementClosesAt), requested)
      .when(open(phase))
      .refused('phase-order');
    given(cycle, ...endorsedCycle)
      .when(open(phase))
      .then(phaseOpened(phase, null));
  });

  it('never opens endorsement, which is requested', () => {
    given(cycle, ...decidedCycle())
      .when(open('endorsement'))
      .refused('phase-order');
  });

  it('changes nothing on an open phase, and is refused on a closed one', () => {
    given(cycle, ...cycleIn('nomination'))
      .when(open('nomination'))
      .nothing();
    given(cycle, ...cycleIn('screening'))
      .when(open('nomination'))
      .refused('phase-closed');
  });
});

const countryClosed = (iso2: string, phase: CountryPhase): CountryEvent => ({
  type: 'CountryPhaseClosed',
  data: { cycleId, iso2, phase, because: 'approver' },
});

describe('ClosePhase', () => {
  const dueAt = Date.parse(timetable.nomination.closesAt);

  it('closes a phase from its instant on', () => {
    given(cycle, ...cycleIn('nomination'))
      .when(close('nomination'), { at: '2025-02-28T23:59:59.999Z' })
      .refused('not-due', { dueAt });
    given(cycle, ...cycleIn('nomination'))
      .when(close('nomination'), { at: '2025-03-01T00:00:00Z' })
      .then(phaseClosed('nomination'));
  });

  it.each<CountryPhase>(['nomination', 'screening', 'judging', 'decision'])(
    'closes %s of a national award earlier when every country has closed it',
    (phase) => {
      const some = given(cycle, ...cycleIn(phase))
        .guard('country/MM', countryClosed('MM', phase))
        .guard('country/TH', countryClosed('TH', phase));
      some.when(close(phase), { at: moments[phase] }).refused('not-due');
      some
        .guard('country/SG', countryClosed('SG', phase))
        .when(close(phase), { at: moments[phase] })
        .then(phaseClosed(phase, 'all-closed'));
    },
  );

  it('closes judging of a regional award earlier when scoring of every category is closed', () => {
    const scored: EventOf<'ScoringClosed'> = {
      type: 'ScoringClosed',
      data: { cycleId, group: 'private', because: 'all-finished' },
    };
    const judging = given(cycle, ...cycleIn('judging', regional)).guard('panel/ngo', ...signedPanel('ngo', []));
    judging
      .guard('panel/private', panelFormed('private'))
      .when(close('judging'), { at: moments.judging })
      .refused('not-due', { dueAt: Date.parse(timetable.judging.closesAt) });
    judging
      .guard('panel/private', panelFormed('private'), scored)
      .when(close('judging'), { at: moments.judging })
      .then(phaseClosed('judging', 'all-closed'));
  });

  it('closes the decision of a regional award earlier when every category has a signed one', () => {
    const deciding = given(cycle, ...cycleIn('decision', regional)).guard('panel/ngo', ...signedPanel('ngo', []));
    deciding.when(close('decision'), { at: moments.decision }).refused('not-due');
    deciding
      .guard('panel/private', panelFormed('private'), ...decisionSigned('private', []).slice(0, 1))
      .when(close('decision'), { at: moments.decision })
      .refused('not-due');
    deciding
      .guard('panel/private', ...signedPanel('private', []))
      .when(close('decision'), { at: moments.decision })
      .then(phaseClosed('decision', 'all-closed'));
  });

  it('leaves the panels of a regional award to the countries while these nominate and screen', () => {
    const screening = given(cycle, ...cycleIn('screening', regional));
    for (const iso2 of ['MM', 'SG', 'TH'] as const) {
      screening.when(close('screening'), { at: moments.screening }).refused('not-due');
      expect(() => screening.guard(`panel/${iso2}-ngo`).when(close('screening'))).toThrow('does not rest on');
    }
  });

  it('closes the announcement when all its planned stages are published', () => {
    const stages: CycleEvent = {
      type: 'AnnouncementPlanned',
      data: { cycleId, stages: [{ stage: 'public', at: moments.announcement }] },
    };
    const published: CycleEvent = { type: 'StagePublished', data: { cycleId, stage: 'public', laureates: [] } };
    const announcing = [...endorsedCycle, phaseOpened('announcement')];
    given(cycle, ...announcing)
      .when(close('announcement'))
      .refused('not-finished');
    given(cycle, ...announcing, stages)
      .when(close('announcement'))
      .refused('not-finished');
    given(cycle, ...announcing, stages, published)
      .when(close('announcement'))
      .then(phaseClosed('announcement', 'done'));
  });

  it('closes the forum when a person says so, never a process', () => {
    const forum = given(cycle, ...endorsedCycle, phaseOpened('forum'));
    forum.when(close('forum'), { role: 'process' }).refused('not-finished');
    forum.when(close('forum'), { role: 'secretariat' }).then(phaseClosed('forum', 'done'));
  });

  it('never closes endorsement, which is concluded', () => {
    given(cycle, ...decidedCycle(), phaseOpened('endorsement', endorsementClosesAt), requested)
      .when(close('endorsement'), { at: '2026-01-01T00:00:00Z' })
      .refused('phase-order');
  });

  it('changes nothing on a closed phase, and is refused on one that is not open yet', () => {
    given(cycle, ...cycleIn('screening'))
      .when(close('nomination'))
      .nothing();
    given(cycle, ...cycleIn('screening'))
      .when(close('judging'), { at: moments.decision })
      .refused('phase-not-open');
  });
});

const moved = (phase: Phase, from: string, closesAt: string): CycleEvent => ({
  type: 'DeadlineMoved',
  data: { cycleId, phase, from, closesAt, reason: 'Floods in two countries.' },
});

describe('MoveDeadline', () => {
  const { nomination, screening, judging, decision } = timetable;

  it('moves an open phase later, a bare date being the end of that day in the zone of the cycle', () => {
    given(cycle, ...cycleIn('nomination'))
      .when(move('nomination', '2025-03-08'))
      .then(moved('nomination', nomination.closesAt, '2025-03-08T16:59:59.000Z'));
  });

  it('moves a phase that is still planned', () => {
    given(cycle, ...cycleIn('nomination'))
      .when(move('judging', '2025-05-08T00:00:00Z'))
      .then(moved('judging', judging.closesAt, '2025-05-08T00:00:00.000Z'));
  });

  it('takes along, by the same time, the later phases that would be over by then', () => {
    given(cycle, ...cycleIn('nomination'))
      .when(move('nomination', screening.closesAt))
      .then(
        moved('nomination', nomination.closesAt, '2025-04-01T00:00:00.000Z'),
        moved('screening', screening.closesAt, '2025-05-02T00:00:00.000Z'),
        moved('judging', judging.closesAt, '2025-06-01T00:00:00.000Z'),
        moved('decision', decision.closesAt, '2025-07-02T00:00:00.000Z'),
      );
  });

  it('leaves alone the phases behind one that has time enough', () => {
    given(cycle, ...cycleIn('nomination'), moved('judging', judging.closesAt, '2025-05-31T00:00:00.000Z'))
      .when(move('nomination', '2025-04-02T00:00:00Z'))
      .then(
        moved('nomination', nomination.closesAt, '2025-04-02T00:00:00.000Z'),
        moved('screening', screening.closesAt, '2025-05-03T00:00:00.000Z'),
      );
  });

  it('moves the end of endorsement', () => {
    given(cycle, ...decidedCycle(), phaseOpened('endorsement', endorsementClosesAt), requested)
      .when(move('endorsement', '2025-06-26T00:00:00Z'))
      .then(moved('endorsement', endorsementClosesAt, '2025-06-26T00:00:00.000Z'));
  });

  it('counts from then on', () => {
    const later = moved('nomination', nomination.closesAt, '2025-03-08T00:00:00.000Z');
    given(cycle, ...cycleIn('nomination'), later)
      .when(close('nomination'), { at: '2025-03-07T00:00:00Z' })
      .refused('not-due', { dueAt: Date.parse('2025-03-08T00:00:00Z') });
    given(cycle, ...cycleIn('nomination'), later)
      .when(move('nomination', '2025-03-07T00:00:00Z'))
      .refused('deadline-not-later', { after: '2025-03-08T00:00:00.000Z', now: moments.nomination });
  });

  it('is refused when it is not later, or past already', () => {
    given(cycle, ...cycleIn('nomination'))
      .when(move('nomination', '2025-02-28'))
      .refused('deadline-not-later', { after: nomination.closesAt, now: moments.nomination });
    given(cycle, ...cycleIn('nomination'))
      .when(move('nomination', '2025-03-08'), { at: '2025-03-09T00:00:00Z' })
      .refused('deadline-not-later', { after: nomination.closesAt, now: '2025-03-09T00:00:00.000Z' });
  });

  it('is refused on a closed phase, and on one without an instant', () => {
    given(cycle, ...cycleIn('screening'))
      .when(move('nomination', '2026-01-01'))
      .refused('phase-closed');
    given(cycle, ...endorsedCycle, phaseOpened('forum'))
      .when(move('forum', '2026-01-01'))
      .refused('no-deadline');
    given(cycle, ...cycleIn('decision'))
      .when(move('endorsement', '2026-01-01'))
      .refused('no-deadline');
  });

  it('changes nothing when it is repeated', () => {
    given(cycle, ...cycleIn('nomination'))
      .when(move('nomination', nomination.closesAt))
      .nothing();
  });
});

describe('CancelCycle', () => {
  it('ends a cycle in any phase, and afterwards only its repetition is accepted', () => {
    given(cycle, plannedCycle()).when(cancel).then(cancelled);
    given(cycle, ...endorsedCycle)
      .when(cancel)
      .then(cancelled);
    given(cycle, ...cycleIn('nomination'), cancelled)
      .when(cancel)
      .nothing();
    for (const command of [open('screening'), close('nomination'), move('nomination', '2026-01-01'), archive])
      given(cycle, ...cycleIn('nomination'), cancelled)
        .when(command)
        .refused('cycle-cancelled');
  });

  it('is refused on an archived cycle', () => {
    given(cycle, ...endorsedCycle, ...last(['announcement', 'forum']), archived)
      .when(cancel)
      .refused('cycle-archived');
  });
});

describe('ArchiveCycle', () => {
  it('ends a cycle whose announcement and forum are closed', () => {
    given(cycle, ...endorsedCycle, ...last(['announcement', 'forum']))
      .when(archive)
      .then(archived);
    given(cycle, ...endorsedCycle, ...last(['announcement', 'forum']), archived)
      .when(archive)
      .nothing();
  });

  it('is refused before that', () => {
    given(cycle, ...endorsedCycle, ...last(['forum']))
      .when(archive)
      .refused('not-finished', { open: ['announcement'] });
    given(cycle, ...cycleIn('nomination'))
      .when(archive)
      .refused('not-finished', { open: ['announcement', 'forum'] });
  });
});
