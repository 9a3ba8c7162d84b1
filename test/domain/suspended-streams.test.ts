// What a suspension of the cycle stops in other streams, what goes on, and by how much it lengthens their instants.
import { describe, it } from 'vitest';
import { country } from '../../domain/country/decider.ts';
import type { CycleEvent } from '../../domain/cycle/messages.ts';
import { judge } from '../../domain/judge/decider.ts';
import type { JudgeEvent } from '../../domain/judge/messages.ts';
import { nomination } from '../../domain/nomination/decider.ts';
import type { NominationEvent } from '../../domain/nomination/messages.ts';
import { panel } from '../../domain/panel/decider.ts';
import type { PanelEvent } from '../../domain/panel/messages.ts';
import { talk } from '../../domain/talk/decider.ts';
import type { TalkCommand, TalkEvent } from '../../domain/talk/messages.ts';
import { contentOf } from '../support/acts.ts';
import { forumPlanned } from '../support/forum-samples.ts';
import { given } from '../support/given.ts';
import { nominationReturned, nominationSubmitted } from '../support/nomination-samples.ts';
import { cycleIn, ids, panelFormed } from '../support/samples.ts';

const cycleId = ids.cycle;
const reason = 'Floods in two countries.';
const day = (number: number, time = '00:00:00.000') => `2025-03-${String(number).padStart(2, '0')}T${time}Z`;
const suspended: CycleEvent = { type: 'CycleSuspended', data: { cycleId, reason, at: day(12) } };
const resumed: CycleEvent = {
  type: 'CycleResumed',
  data: { cycleId, reason, suspendedAt: day(12), resumedAt: day(14), moves: [], stages: [] },
};
const screening = cycleIn('screening');
const stopped = [...screening, suspended];
const goingOn = [...stopped, resumed];

describe('a nomination', () => {
  const nominationId = ids.nomination(1);
  const returned = (setAt?: string): NominationEvent[] => {
    const back = nominationReturned();
    const data = { ...back.data, correctBy: day(20), ...(setAt !== undefined && { setAt }) };
    return [nominationSubmitted(), { ...back, data }];
  };
  const correct = { type: 'CorrectNomination' as const, data: { nominationId, ...contentOf('corrected') } };
  const lapse = { type: 'RejectNomination' as const, data: { nominationId, reason: 'Not corrected in time.' } };

  it('is not corrected, nor lapses, while its cycle is suspended', () => {
    given(nomination, ...returned())
      .guard('cycle', ...stopped)
      .when(correct, { at: day(13) })
      .refused('cycle-suspended');
    given(nomination, ...returned())
      .guard('cycle', ...stopped)
      .when(lapse, { at: day(30), role: 'process' })
      .refused('cycle-suspended');
  });
  it('has longer for its correction by the time of the suspension', () => {
    given(nomination, ...returned())
      .guard('cycle', ...goingOn)
      .when(correct, { at: day(22) })
      .accepted();
    given(nomination, ...returned())
      .guard('cycle', ...goingOn)
      .when(correct, { at: day(22, '00:00:00.001') })
      .refused('too-late', { closedAt: day(22) });
    given(nomination, ...returned())
      .guard('cycle', ...goingOn)
      .when(lapse, { at: day(21), role: 'process' })
      .refused('not-due', { dueAt: Date.parse(day(22)) });
  });
  it('has not, when it was returned after that', () => {
    given(nomination, ...returned(day(15)))
      .guard('cycle', ...goingOn)
      .when(correct, { at: day(21) })
      .refused('too-late', { closedAt: day(20) });
  });
});

describe('a country’s own timetable', () => {
  const own = { type: 'CountryTimetableSet', data: { cycleId, iso2: 'TH', closesAt: { screening: day(20) } } } as const;
  const close = { type: 'CloseCountryPhase', data: { cycleId, iso2: 'TH', phase: 'screening' } } as const;

  it('is not set while the cycle is suspended', () => {
    given(country)
      .guard('cycle', ...stopped)
      .when({ type: 'SetCountryTimetable', data: { ...own.data } }, { at: day(13) })
      .refused('cycle-suspended');
  });
  it('ends its phase later by the time of the suspension', () => {
    given(country, own)
      .guard('cycle', ...goingOn)
      .when(close, { at: day(20), role: 'process' })
      .refused('not-due', { dueAt: Date.parse(day(22)) });
    given(country, own)
      .guard('cycle', ...goingOn)
      .when(close, { at: day(22), role: 'process' })
      .accepted();
  });
  it('is never later than the cycle’s, however long that was suspended', () => {
    const longer: CycleEvent = { ...resumed, data: { ...resumed.data, resumedAt: day(30) } };
    given(country, own)
      .guard('cycle', ...stopped, longer)
      .when(close, { at: day(31), role: 'process' })
      .refused('not-due', { dueAt: Date.parse('2025-04-01T00:00:00Z') });
  });
  it('says when it was set, once the cycle has been suspended', () => {
    given(country)
      .guard('cycle', ...goingOn)
      .when(
        { type: 'SetCountryTimetable', data: { cycleId, iso2: 'TH', closesAt: { judging: '2025-04-20T00:00:00Z' } } },
        { at: day(15) },
      )
      .then({
        type: 'CountryTimetableSet',
        data: { cycleId, iso2: 'TH', closesAt: { judging: '2025-04-20T00:00:00.000Z' }, setAt: day(15) },
      });
  });
});

describe('a judge', () => {
  const judgeId = ids.judge(1);
  const groups = ['TH-ngo'];
  const serving: JudgeEvent[] = [
    { type: 'JudgeInvited', data: { cycleId, judgeId, groups, country: 'TH' } },
    { type: 'InvitationAccepted', data: { cycleId, judgeId, groups } },
  ];
  it('declares conflicts while the cycle is suspended, and does not say "finished"', () => {
    const conflict = { cycleId, judgeId, nominationId: ids.nomination(1), kind: 'family', reason } as const;
    given(judge, ...serving)
      .guard('cycle', ...cycleIn('judging'), suspended)
      .when({ type: 'DeclareConflict', data: conflict }, { actor: judgeId, role: 'judge' })
      .accepted();
    given(judge, ...serving)
      .guard('cycle', ...cycleIn('judging'), suspended)
      .when({ type: 'FinishScoring', data: { cycleId, judgeId, group: 'TH-ngo' } }, { actor: judgeId, role: 'judge' })
      .refused('cycle-suspended');
  });
});

describe('a panel', () => {
  const ofPanel = { cycleId, group: 'TH-ngo' };
  it('takes a solver’s proposal while the cycle is suspended, and releases none', () => {
    const requested: PanelEvent = {
      type: 'AssignmentRequested',
      data: { ...ofPanel, proposalId: ids.proposal(1), pinned: [] },
    };
    const proposed = { ...ofPanel, proposalId: ids.proposal(1), pairs: [], emptySeats: 0 };
    given(panel, panelFormed(), requested)
      .guard('cycle', ...cycleIn('judging'), suspended)
      .when({ type: 'ProposeAssignment', data: proposed }, { role: 'process' })
      .accepted();
    given(panel, panelFormed(), requested)
      .guard('cycle', ...cycleIn('judging'), suspended)
      .when({ type: 'ReleaseAssignment', data: ofPanel })
      .refused('cycle-suspended');
  });
});

describe('an invitation to speak', () => {
  const laureateId = ids.nomination(1);
  const personId = ids.person(5);
  const ofTalk = { forumId: ids.forum, laureateId };
  const invited: TalkEvent = {
    type: 'PresenterInvited',
    data: {
      ...{ ...ofTalk, cycleId, personId, country: 'TH', category: 'ngo' },
      ...{ organisation: { en: 'Sample' }, answerBy: day(20) },
    },
  };
  const confirm: TalkCommand = { type: 'ConfirmTalk', data: ofTalk };
  const presenter = { actor: personId, role: 'presenter' } as const;
  const told = (...cycle: CycleEvent[]) =>
    given(talk, invited)
      .guard('forum', forumPlanned())
      .guard('cycle', ...cycle);

  it('is not answered, and does not lapse, while the cycle is suspended', () => {
    told(...stopped)
      .when(confirm, { ...presenter, at: day(13) })
      .refused('cycle-suspended');
    told(...stopped)
      .when({ type: 'LapseInvitation', data: ofTalk }, { role: 'process', at: day(30) })
      .refused('cycle-suspended');
  });
  it('may be answered for longer by the time of the suspension', () => {
    told(...goingOn)
      .when(confirm, { ...presenter, at: day(22) })
      .accepted();
    told(...goingOn)
      .when(confirm, { ...presenter, at: day(22, '00:00:00.001') })
      .refused('too-late', { closedAt: day(22) });
  });
  it('is off once the cycle is cancelled', () => {
    told(...screening, { type: 'CycleCancelled', data: { cycleId, reason } })
      .when(confirm, { ...presenter, at: day(13) })
      .refused('cycle-cancelled');
  });
  it('does not keep a presenter from describing the talk meanwhile', () => {
    const topics = [{ title: { en: 'Water for the hills' } }];
    told(...stopped)
      .when(
        { type: 'DescribeTalk', data: { ...ofTalk, topics, theme: null, language: 'en' } },
        { ...presenter, at: day(13) },
      )
      .accepted();
  });
});
