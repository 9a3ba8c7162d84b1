// How results are announced: in stages, of those who are laureates then.
import { describe, it } from 'vitest';
import { cycle } from '../../domain/cycle/decider.ts';
import type { CycleCommand, CycleEvent } from '../../domain/cycle/messages.ts';
import type { Winner } from '../../domain/messages.ts';
import type { PanelEvent } from '../../domain/panel/messages.ts';
import type { Stage } from '../../domain/phases.ts';
import { given } from '../support/given.ts';
import {
  decidedCycle,
  endorsementClosesAt,
  endorsementConcluded,
  endorsementRequested,
  ids,
  phaseClosed,
  phaseOpened,
  sampleDefinition,
  signedPanel,
  winner,
} from '../support/samples.ts';

const { cycle: cycleId, nomination } = ids;
const [first, second] = [winner(1), winner(2, { place: 'runner-up' })];
const other = winner(3, { group: 'SG-ngo', country: 'SG' });

const concluded = (endorsed: Winner[] = [first, second, other]): CycleEvent[] => [
  phaseOpened('endorsement', endorsementClosesAt),
  endorsementRequested([first, second, other]),
  endorsementConcluded(endorsed),
  phaseClosed('endorsement', 'concluded'),
];
const history: CycleEvent[] = [...decidedCycle(), ...concluded(), phaseOpened('announcement')];

type Stages = { stage: Stage; at: string }[];
const stages: Stages = [
  { stage: 'country', at: '2025-07-01T00:00:00.000Z' },
  { stage: 'press', at: '2025-07-10T02:00:00.000Z' },
  { stage: 'public', at: '2025-07-10T02:00:00.000Z' },
];
const plan = (planned: Stages): CycleCommand => ({ type: 'PlanAnnouncement', data: { cycleId, stages: planned } });
const planned = (as: Stages = stages): CycleEvent => ({ type: 'AnnouncementPlanned', data: { cycleId, stages: as } });
const publish = (stage: Stage): CycleCommand => ({ type: 'PublishStage', data: { cycleId, stage } });
const published = (stage: Stage, laureates: Winner[] = [first, other]): CycleEvent => ({
  type: 'StagePublished',
  data: { cycleId, stage, laureates },
});

describe('PlanAnnouncement', () => {
  it('plans stages in the order of the award, as instants in UTC', () => {
    given(cycle, ...history)
      .when(
        plan([
          { stage: 'country', at: '2025-07-01T07:00:00+07:00' },
          { stage: 'press', at: '2025-07-10T09:00:00+07:00' },
          { stage: 'public', at: '2025-07-10T10:00:00+08:00' },
        ]),
      )
      .then(planned());
  });

  it('is planned anew as long as a stage is not published, and changes nothing when it is repeated', () => {
    const fewer = stages.slice(0, 2);
    given(cycle, ...history, planned())
      .when(plan(fewer))
      .then(planned(fewer));
    given(cycle, ...history, planned())
      .when(plan(stages))
      .nothing();
  });

  it('keeps what is published, named again or not', () => {
    const later: Stages = [{ stage: 'public', at: '2025-07-20T00:00:00.000Z' }];
    const after = given(cycle, ...history, planned(), published('country'));
    after.when(plan(later)).then(planned([...stages.slice(0, 1), ...later]));
    after.when(plan([...stages.slice(0, 1), ...later])).then(planned([...stages.slice(0, 1), ...later]));
    after.when(plan(stages.slice(1))).nothing();
    after
      .when(plan([{ stage: 'country', at: '2025-07-02T00:00:00.000Z' }]))
      .refused('stage-published', { stage: 'country', at: '2025-07-01T00:00:00.000Z' });
  });

  it.each<[string, Stages]>([
    ['in another order', [...stages].reverse()],
    ['twice', [...stages.slice(0, 1), ...stages.slice(0, 1)]],
    [
      'before the one it follows',
      [
        { stage: 'country', at: '2025-07-01T00:00:00Z' },
        { stage: 'laureate', at: '2025-06-30T23:59:59Z' },
      ],
    ],
  ])('is refused with a stage %s', (_case, wrong) => {
    given(cycle, ...history)
      .when(plan(wrong))
      .refused('stage-order', { stages: ['country', 'laureate', 'press', 'public'] });
  });

  it('is refused with a stage before one that is published', () => {
    given(cycle, ...history, planned(stages.slice(1)), published('press'))
      .when(plan(stages))
      .refused('stage-order');
  });

  it('is refused with a stage that the award does not have', () => {
    const short = sampleDefinition('national', { announcement: { stages: ['country', 'public'] } });
    given(cycle, ...decidedCycle(short), ...concluded())
      .when(plan(stages))
      .refused('stage-unknown', { stages: ['country', 'public'] });
  });

  it('is refused before endorsement is concluded, and once the announcement is closed', () => {
    given(cycle, ...decidedCycle())
      .when(plan(stages))
      .refused('phase-order');
    const one = stages.slice(0, 1);
    given(cycle, ...history, planned(one), published('country'), phaseClosed('announcement', 'done'))
      .when(plan(stages))
      .refused('phase-closed');
  });
});

describe('PublishStage', () => {
  const panels = (...events: CycleEvent[]) =>
    given(cycle, ...history, planned(), ...events)
      .guard('panel/TH-ngo', ...signedPanel('TH-ngo', [first, second]))
      .guard('panel/SG-ngo', ...signedPanel('SG-ngo', [other]));
  const at = { at: '2025-07-01T00:00:00.000Z' };
  const afterwards = (...events: PanelEvent[]) =>
    panels().guard('panel/TH-ngo', ...signedPanel('TH-ngo', [first, second]), ...events);
  const declined: PanelEvent = {
    type: 'AwardDeclined',
    data: { cycleId, group: 'TH-ngo', laureateId: nomination(1), reason: 'Has dissolved itself.' },
  };
  const replaced = (by: Winner | null): PanelEvent => ({
    type: 'LaureateReplaced',
    data: { cycleId, group: 'TH-ngo', laureateId: nomination(1), by, reason: 'Has dissolved itself.' },
  });

  it('publishes the laureates from the instant of the stage on, and no runner-up', () => {
    panels()
      .when(publish('country'), { at: '2025-06-30T23:59:59.999Z' })
      .refused('not-due', { dueAt: Date.parse('2025-07-01T00:00:00Z') });
    panels().when(publish('country'), at).then(published('country'));
  });

  it('leaves out who has declined, and names who followed', () => {
    afterwards(declined)
      .when(publish('country'), at)
      .then(published('country', [other]));
    afterwards(declined, replaced(null))
      .when(publish('country'), at)
      .then(published('country', [other]));
    afterwards(declined, replaced(winner(2)))
      .when(publish('country'), at)
      .then(published('country', [winner(2), other]));
  });

  it('leaves out who is not endorsed', () => {
    given(cycle, ...decidedCycle(), ...concluded([second, other]), planned())
      .guard('panel/TH-ngo', ...signedPanel('TH-ngo', [first, second]))
      .guard('panel/SG-ngo', ...signedPanel('SG-ngo', [other]))
      .when(publish('country'), at)
      .then(published('country', [other]));
  });

  it('is refused before the stages that come first', () => {
    panels().when(publish('press'), { at: '2025-07-11T00:00:00Z' }).refused('stage-order', { next: 'country' });
    panels(published('country')).when(publish('press'), { at: '2025-07-11T00:00:00Z' }).then(published('press'));
  });

  it('is refused for a stage that is not planned', () => {
    panels()
      .when(publish('laureate'), at)
      .refused('stage-not-planned', { stages: ['country', 'press', 'public'] });
    given(cycle, ...decidedCycle())
      .when(publish('country'), at)
      .refused('stage-not-planned', { stages: [] });
  });

  it('changes nothing when it is repeated', () => {
    panels(published('country')).when(publish('country'), at).nothing();
  });
});

describe('CorrectAnnouncement', () => {
  const about = { cycleId, stage: 'country' as const, laureateId: first.laureateId, field: 'organisation' as const };
  const said = { ...about, text: { en: 'Sample organisation, Limited' }, reason: 'Misspelt.' };
  const correct = (changes: object = {}): CycleCommand => ({
    type: 'CorrectAnnouncement',
    data: { ...said, ...changes },
  });
  const corrected = (changes: object = {}): CycleEvent => ({
    type: 'AnnouncementCorrected',
    data: { ...said, ...changes },
  });
  const announced = [...history, planned(), published('country')];

  it('is recorded once, and again for another text or field', () => {
    given(cycle, ...announced)
      .when(correct())
      .then(corrected());
    given(cycle, ...announced, corrected())
      .when(correct())
      .nothing();
    const text = { en: 'Another name' };
    given(cycle, ...announced, corrected())
      .when(correct({ text }))
      .then(corrected({ text }));
    given(cycle, ...announced, corrected())
      .when(correct({ field: 'note' }))
      .then(corrected({ field: 'note' }));
    given(cycle, ...announced, corrected(), corrected({ text }))
      .when(correct())
      .then(corrected());
  });

  it('is for what was announced', () => {
    given(cycle, ...announced)
      .when(correct({ stage: 'press' }))
      .refused('stage-not-published', { stages: ['country'] });
    const laureates = [first, other].map(({ laureateId }) => laureateId);
    given(cycle, ...announced)
      .when(correct({ laureateId: second.laureateId }))
      .refused('not-announced', { laureates });
  });
});
