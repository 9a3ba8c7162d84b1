// Suggested conflicts: what suggests one, and what becomes of it.
import { describe, expect, it } from 'vitest';
import { judge } from '../../domain/judge/decider.ts';
import type { JudgeCommand, JudgeEvent } from '../../domain/judge/messages.ts';
import { isLikeName, isSameDomain, ownDomain } from '../../domain/judge/suggesting.ts';
import type { Named } from '../../domain/judge/ties.ts';
import { given } from '../support/given.ts';
import { acceptedJudge, conflictDeclared, conflictSettled } from '../support/judging-samples.ts';
import { ids, plannedCycle } from '../support/samples.ts';

const pair = {
  cycleId: ids.cycle,
  judgeId: ids.judge(1),
  nominationId: ids.nomination(1),
  because: 'like-name',
} as const;
const reason = 'Another body of that name.';
const judging = (...events: JudgeEvent[]) =>
  given(judge, ...acceptedJudge(1), ...events).guard('cycle', plannedCycle());
const accept: JudgeCommand = { type: 'AcceptSuggestion', data: pair };
const dismiss = (by: 'judge' | 'desk'): JudgeCommand => ({ type: 'DismissSuggestion', data: { ...pair, reason, by } });
const dismissed = (by: 'judge' | 'desk'): JudgeEvent => ({
  type: 'ConflictSuggestionDismissed',
  data: { ...pair, groups: ['TH-ngo'], reason, by },
});

describe('AcceptSuggestion', () => {
  it('keeps judge and entry apart, with what suggested it', () => {
    const data = { cycleId: ids.cycle, judgeId: ids.judge(1), groups: ['TH-ngo'], nominationId: ids.nomination(1) };
    const said = { kind: 'own-body', reason: expect.any(String), found: 'like-name' } as const;
    judging()
      .when(accept)
      .then({ type: 'ConflictDeclared', data: { ...data, ...said } });
  });

  it('leaves what stands between them already, also what was dismissed', () => {
    judging(conflictDeclared(1, 1)).when(accept).nothing();
    judging(conflictDeclared(1, 1), conflictSettled(1, 1, 'dismissed'))
      .when(accept)
      .nothing();
  });
});

describe('DismissSuggestion', () => {
  it('is on record with its reason, and said once', () => {
    judging().when(dismiss('desk')).then(dismissed('desk'));
    judging(dismissed('desk')).when(dismiss('desk')).nothing();
    judging(dismissed('judge')).when(dismiss('judge')).nothing();
  });

  it('is the desk’s last word, whatever the judge has said', () => {
    judging(dismissed('judge')).when(dismiss('desk')).then(dismissed('desk'));
    judging(dismissed('desk')).when(dismiss('judge')).nothing();
  });

  it('is refused while a conflict stands', () => {
    judging(conflictDeclared(1, 1))
      .when(dismiss('desk'))
      .refused('conflict-declared', { nominations: [ids.nomination(1)] });
  });

  it('is the secretariat’s where judging is regional', () => {
    judging().when(dismiss('desk'), { role: 'focal-point' }).accepted();
  });
});

describe('a mail address', () => {
  it.each([
    ['somebody@Weavers.example.org', 'weavers.example.org'],
    ['somebody@gmail.com', null],
    ['somebody@yahoo.co.th', null],
    ['somebody', null],
    ['somebody@localhost', null],
  ])('%s tells of the domain %s', (address, domain) => {
    expect(ownDomain(address)).toEqual(domain);
  });

  it('is of the same domain below the same name, and not merely at its end', () => {
    expect(isSameDomain('mail.example.org', 'example.org')).toEqual(true);
    expect(isSameDomain('notexample.org', 'example.org')).toEqual(false);
  });
});

describe('a name', () => {
  const body = (name: string): Named => ({ as: 'body', names: { und: name } });
  it.each([
    ['one that is like it', ['Sample Weaver Foundation'], [body('Sample Weavers Foundation')], true],
    ['one that is like it in Thai', ['ช่างทอตัวอย่างไทย'], [body('มูลนิธิช่างทอตัวอย่าง')], true],
    ['the very same, which is found and not suggested', ['Sample Weavers'], [body('Sample Weavers')], false],
    ['a partner’s very name', ['Sample Bank'], [{ as: 'partner', names: { und: 'Sample Bank' } } as Named], true],
    ['another', ['Rice Bank'], [body('Sample Weavers')], false],
    [
      'that of a head, who is a person',
      ['Sample Head'],
      [{ as: 'head', names: { und: 'Sample Heads' } } as Named],
      false,
    ],
  ])('suggests a tie for %s', (_, bodies, named, expected) => {
    expect(isLikeName(bodies, named)).toEqual(expected);
  });
});
