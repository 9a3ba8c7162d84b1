// One step opened again for one country: who may grant what, and what may be done by it.
import { describe, it } from 'vitest';
import { country } from '../../domain/country/decider.ts';
import type { CountryCommand, CountryEvent } from '../../domain/country/messages.ts';
import type { CycleEvent } from '../../domain/cycle/messages.ts';
import type { EventOf } from '../../domain/events.ts';
import { nomination } from '../../domain/nomination/decider.ts';
import { panel } from '../../domain/panel/decider.ts';
import type { PanelCommand } from '../../domain/panel/messages.ts';
import { contentOf } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { assignmentReleased } from '../support/judging-samples.ts';
import { nominationForwarded, nominationSubmitted } from '../support/nomination-samples.ts';
import {
  cycleIn,
  decidedCycle,
  endorsementClosesAt,
  endorsementConcluded,
  endorsementRequested,
  ids,
  moments,
  panelFormed,
  phaseClosed,
  phaseOpened,
  sampleDefinition,
  timetable,
} from '../support/samples.ts';

const cycleId = ids.cycle;
const ofTH = { cycleId, iso2: 'TH' };
const about = { reason: 'A flood closed the office.', authority: 'Note of the chair, 3 March' };
type Step = EventOf<'DispensationGranted'>['data']['step'];
const grant = (step: Step, category?: string, until = '2025-03-20T00:00:00Z'): CountryCommand => ({
  type: 'GrantDispensation',
  data: { ...ofTH, ...about, step, until, ...(category !== undefined && { category }) },
});
const granted = (
  step: Step,
  category: string | null = null,
  changes: Partial<EventOf<'DispensationGranted'>['data']> = {},
): EventOf<'DispensationGranted'> => ({
  type: 'DispensationGranted',
  data: { ...ofTH, ...about, step, category, until: '2025-03-20T00:00:00.000Z', groups: [], ...changes },
});
const at = moments.screening;
const screening = cycleIn('screening');
const signed = (category: string): CountryEvent => ({
  type: 'ForwardingSigned',
  data: { ...ofTH, category, nominations: [ids.nomination(1)], signature: { kind: 'in-person' } },
});

describe('GrantDispensation', () => {
  it('opens a step that is over again, in one category or in all', () => {
    given(country)
      .guard('cycle', ...screening)
      .when(grant('nomination'), { at })
      .then(granted('nomination'));
    given(country)
      .guard('cycle', ...screening)
      .when(grant('nomination', 'ngo'), { at })
      .then(granted('nomination', 'ngo'));
  });
  it('takes a bare date as the end of that day by the country’s clock', () => {
    given(country)
      .guard('cycle', ...screening)
      .when(grant('nomination', undefined, '2025-03-20'), { at })
      .then(granted('nomination', null, { until: '2025-03-20T16:59:59.000Z' }));
  });
  it('names the panels that may go on by it', () => {
    given(country)
      .guard('cycle', ...cycleIn('decision'))
      .when(grant('judging', undefined, '2025-05-20T00:00:00Z'), { at: moments.decision })
      .then(granted('judging', null, { until: '2025-05-20T00:00:00.000Z', groups: ['TH-ngo', 'TH-private'] }));
  });
  it('is granted once, however often it is asked', () => {
    given(country, granted('nomination'))
      .guard('cycle', ...screening)
      .when(grant('nomination'), { at })
      .nothing();
  });
  it('is for what the country itself has closed early, too', () => {
    given(country, {
      type: 'CountryPhaseClosed',
      data: { ...ofTH, phase: 'nomination', because: 'approver' },
    })
      .guard('cycle', ...cycleIn('nomination'))
      .when(grant('nomination'))
      .accepted();
  });
  it('is refused while the step is open, or has not begun', () => {
    given(country)
      .guard('cycle', ...cycleIn('nomination'))
      .when(grant('nomination'))
      .refused('step-open', { closesAt: timetable.nomination.closesAt });
    given(country)
      .guard('cycle', ...cycleIn('nomination'))
      .when(grant('screening', undefined, '2025-04-20'))
      .refused('step-open');
  });
  it('is refused when it would be over already', () => {
    given(country)
      .guard('cycle', ...screening)
      .when(grant('nomination', undefined, '2025-03-01'), { at })
      .refused('deadline-past');
  });
  it('is refused for a category that the award does not have, or that is signed', () => {
    given(country)
      .guard('cycle', ...screening)
      .when(grant('nomination', 'media'), { at })
      .refused('category-unknown');
    given(country, signed('ngo'))
      .guard('cycle', ...screening)
      .when(grant('nomination', 'ngo'), { at })
      .refused('category-signed');
    given(country, signed('ngo'), signed('private'))
      .guard('cycle', ...screening)
      .when(grant('nomination'), { at })
      .refused('category-signed');
  });
  it('is refused once the panel is formed: what it judges is settled', () => {
    given(country)
      .guard('cycle', ...cycleIn('judging'))
      .guard('panel/TH-ngo', panelFormed())
      .when(grant('nomination', 'ngo', '2025-04-20'), { at: moments.judging })
      .refused('panel-formed', { group: 'TH-ngo' });
  });
  it('is refused for a step that is not the country’s own', () => {
    given(country)
      .guard('cycle', ...cycleIn('decision', sampleDefinition('regional')))
      .when(grant('judging', undefined, '2025-05-20'), { at: moments.decision })
      .refused('phase-not-national');
  });
  it('is refused once endorsement is concluded', () => {
    const concluded: CycleEvent[] = [
      ...decidedCycle(),
      phaseOpened('endorsement', endorsementClosesAt),
      endorsementRequested([]),
      endorsementConcluded([]),
      phaseClosed('endorsement', 'concluded'),
    ];
    given(country)
      .guard('cycle', ...concluded)
      .when(grant('nomination', undefined, '2025-07-20'), { at: moments.announcement })
      .refused('endorsement-concluded');
  });
  it('is refused while the cycle is suspended', () => {
    given(country)
      .guard('cycle', ...screening, { type: 'CycleSuspended', data: { cycleId, reason: about.reason, at } })
      .when(grant('nomination'), { at })
      .refused('cycle-suspended');
  });
});

describe('a late nomination', () => {
  const submit = (iso2: string, category = 'ngo') => ({
    type: 'SubmitNomination' as const,
    data: { nominationId: ids.nomination(1), cycleId, country: iso2, category, ...contentOf('late') },
  });

  it('is taken from the country until the end of its dispensation', () => {
    given(nomination)
      .guard('cycle', ...screening)
      .guard('country', granted('nomination'))
      .when(submit('TH'), { at })
      .accepted();
    given(nomination)
      .guard('cycle', ...screening)
      .guard('country', granted('nomination'))
      .when(submit('TH'), { at: '2025-03-20T00:00:00.001Z' })
      .refused('phase-not-open');
  });
  it('is refused in another category than that of the dispensation', () => {
    given(nomination)
      .guard('cycle', ...screening)
      .guard('country', granted('nomination', 'private'))
      .when(submit('TH'), { at })
      .refused('phase-not-open');
  });
  it('is refused for every other country, and for another step', () => {
    given(nomination)
      .guard('cycle', ...screening)
      .when(submit('SG'), { at })
      .refused('phase-not-open');
    given(nomination)
      .guard('cycle', ...screening)
      .guard('country', granted('screening'))
      .when(submit('TH'), { at })
      .refused('phase-not-open');
  });
  it('is refused in a category that is signed', () => {
    given(nomination)
      .guard('cycle', ...screening)
      .guard('country', granted('nomination'), signed('ngo'))
      .when(submit('TH'), { at })
      .refused('category-signed');
  });
  it('has longer by a suspension that came after the dispensation', () => {
    const reason = 'A holiday.';
    const pause = { suspendedAt: '2025-03-18T00:00:00.000Z', resumedAt: '2025-03-19T00:00:00.000Z' };
    given(nomination)
      .guard(
        'cycle',
        ...screening,
        { type: 'CycleSuspended', data: { cycleId, reason, at: pause.suspendedAt } },
        { type: 'CycleResumed', data: { cycleId, reason, ...pause, moves: [], stages: [] } },
      )
      .guard('country', granted('nomination'))
      .when(submit('TH'), { at: '2025-03-20T12:00:00.000Z' })
      .accepted();
  });
});

describe('late screening and signing', () => {
  const judging = cycleIn('judging');
  const late = { at: moments.judging };
  const until = '2025-04-20T00:00:00.000Z';
  const sign: CountryCommand = {
    type: 'SignForwarding',
    data: { ...ofTH, category: 'ngo', signature: { kind: 'in-person' }, forwarded: [ids.nomination(1)] },
  };
  it('are done by dispensation after the close, and the country’s other phases stay as they are', () => {
    given(country)
      .guard('cycle', ...judging)
      .when(sign, late)
      .refused('phase-not-open');
    given(country, granted('screening', null, { until }))
      .guard('cycle', ...judging)
      .guard(`nomination/${ids.nomination(1)}`, nominationSubmitted(), nominationForwarded())
      .when(sign, late)
      .accepted();
    given(country, granted('screening', null, { until: '2025-04-01T00:00:00.000Z' }))
      .guard('cycle', ...judging)
      .when(sign, late)
      .refused('phase-not-open');
  });
});

describe('a panel with a dispensation', () => {
  const until = '2025-06-10T00:00:00.000Z';
  const decided = decidedCycle();
  const decide: PanelCommand = {
    type: 'RecordOutsideDecision',
    data: {
      cycleId,
      group: 'TH-ngo',
      laureates: [ids.nomination(1)],
      runnersUp: [],
      source: 'Minutes',
      minutes: null,
    },
  };
  const entry = {
    ...{ nominationId: ids.nomination(1), country: 'TH', category: 'ngo' },
    ...{ organisation: { en: 'Sample' }, version: 1 },
  };
  const formed = panelFormed('TH-ngo', { entries: [entry], judges: [], chair: null });
  const late = { at: '2025-06-05T00:00:00.000Z' };

  it('decides after the close of decision, until the end of the dispensation', () => {
    given(panel, formed)
      .guard('cycle', ...decided)
      .when(decide, late)
      .refused('phase-not-open');
    given(panel, formed)
      .guard('cycle', ...decided)
      .guard('country', granted('decision', 'ngo', { until }))
      .when(decide, late)
      .accepted();
    given(panel, formed)
      .guard('cycle', ...decided)
      .guard('country', granted('decision', 'private', { until }))
      .when(decide, late)
      .refused('phase-not-open');
  });
  it('may still be formed', () => {
    const { type: _type, data } = formed;
    given(panel)
      .guard('cycle', ...decided)
      .guard('country', granted('decision', null, { until }))
      .when({ type: 'FormPanel', data }, late)
      .accepted();
  });
  it('scores until the end of the dispensation, and its scoring is closed then', () => {
    const scored = '2025-05-10T00:00:00.000Z';
    const after = '2025-05-10T00:00:00.001Z';
    const scoring = [panelFormed('TH-ngo', { entries: [entry] }), assignmentReleased()];
    const close: PanelCommand = { type: 'CloseScoring', data: { cycleId, group: 'TH-ngo' } };
    const asked = (...countryEvents: CountryEvent[]) =>
      given(panel, ...scoring)
        .guard('cycle', ...cycleIn('decision'))
        .guard('country', ...countryEvents);
    const dispensed = granted('judging', 'ngo', { until: scored });
    const process = { role: 'process', actor: 'process:panel' } as const;
    asked()
      .when(close, { ...process, at: moments.decision })
      .accepted();
    asked(dispensed)
      .when(close, { ...process, at: '2025-05-05T00:00:00Z' })
      .refused('not-due', { dueAt: Date.parse(scored) });
    asked(dispensed)
      .when(close, { ...process, at: after })
      .accepted();
  });
});
