// What keeps a judge from an entry: what the system finds by itself, and where a judge is from.
import { describe, expect, it } from 'vitest';
import { judge } from '../../domain/judge/decider.ts';
import type { Found, JudgeCommand, JudgeEvent } from '../../domain/judge/messages.ts';
import { hasConflict, type JudgeState } from '../../domain/judge/state.ts';
import { given } from '../support/given.ts';
import {
  acceptedJudge,
  conflictDeclared,
  conflictSettled,
  judgeInvited,
  servingJudge,
} from '../support/judging-samples.ts';
import { ids, plannedCycle, sampleDefinition } from '../support/samples.ts';

const about = { cycleId: ids.cycle, judgeId: ids.judge(1) };
const [first, second] = [ids.nomination(1), ids.nomination(2)];
const regional = plannedCycle(sampleDefinition('regional'));
const judging = (...events: JudgeEvent[]) => given(judge, ...events).guard('cycle', plannedCycle());
const process = { role: 'process', actor: 'process:found-conflicts' } as const;

const record = (...found: Found[]): JudgeCommand => ({ type: 'RecordFoundConflicts', data: { ...about, found } });
const recorded = (nominationId: string, because: Found['because'], kind: 'own-body' | 'nominator'): JudgeEvent => ({
  type: 'ConflictDeclared',
  data: { ...about, groups: ['TH-ngo'], nominationId, kind, reason: expect.any(String), found: because },
});

describe('RecordFoundConflicts', () => {
  it('keeps judge and entry apart, with what was found, before the invitation is answered too', () => {
    judging(judgeInvited(1))
      .when(
        record({ nominationId: first, because: 'same-name' }, { nominationId: second, because: 'put-forward' }),
        process,
      )
      .then(recorded(first, 'same-name', 'own-body'), recorded(second, 'put-forward', 'nominator'));
  });

  it.each([
    ['declared', [conflictDeclared(1, 1)]],
    ['upheld', [conflictDeclared(1, 1), conflictSettled(1, 1, 'upheld')]],
    ['dismissed', [conflictDeclared(1, 1), conflictSettled(1, 1, 'dismissed')]],
  ])('leaves what was %s as it is', (_, events) => {
    judging(...acceptedJudge(1), ...events)
      .when(record({ nominationId: first, because: 'same-name' }), process)
      .nothing();
  });

  it('is the system’s alone', () => {
    judging(...acceptedJudge(1))
      .when(record({ nominationId: first, because: 'same-name' }), { role: 'secretariat' })
      .refused('process-only');
  });

  it('counts against the word that there is none', () => {
    const found = recorded(first, 'same-name', 'own-body');
    judging(...servingJudge(1), found)
      .when({ type: 'DeclareNoConflict', data: { ...about, nominationIds: [first] } })
      .refused('conflict-declared');
  });
});

describe('where a judge is from', () => {
  const regionalJudge = (...events: JudgeEvent[]) => given(judge, ...events).guard('cycle', regional);
  const invited: JudgeEvent = { type: 'JudgeInvited', data: { ...about, groups: ['ngo'], country: null } };
  const serving: JudgeEvent[] = [invited, { type: 'InvitationAccepted', data: { ...about, groups: ['ngo'] } }];
  const profile = { languages: ['en'], themes: [], capacity: 5 };
  const set = (country: string): JudgeCommand => ({ type: 'SetProfile', data: { ...about, ...profile, country } });
  const said: JudgeEvent = { type: 'ProfileSet', data: { ...about, groups: ['ngo'], ...profile, country: 'TH' } };

  it('is said by the judge where the invitation has left it out', () => {
    regionalJudge(...serving)
      .when(set('TH'))
      .then(said);
  });

  it('is said once: nobody reads their own country by changing it', () => {
    regionalJudge(...serving, said)
      .when(set('SG'))
      .refused('country-differs', { country: 'TH' });
    regionalJudge(...serving, said)
      .when(set('TH'))
      .nothing();
  });

  it('does not stand in the way of further groups', () => {
    const invite: JudgeCommand = { type: 'InviteJudge', data: { ...about, groups: ['private'], country: null } };
    const again: JudgeEvent = { type: 'JudgeInvited', data: { ...about, groups: ['ngo', 'private'], country: 'TH' } };
    regionalJudge(...serving, said)
      .when(invite)
      .then(again);
  });
});

describe('hasConflict', () => {
  it('holds for what was found as for what was declared', () => {
    const state = [...acceptedJudge(1), recorded(first, 'same-name', 'own-body')].reduce<JudgeState>(
      judge.evolve,
      judge.initial,
    );
    expect([hasConflict(state, first), hasConflict(state, second)]).toEqual([true, false]);
  });
});
