// A judge's part in a cycle: invitation, terms, profile, conflicts, and the word "finished".
import { describe, expect, it } from 'vitest';
import { judge } from '../../domain/judge/decider.ts';
import { InviteJudge, type JudgeCommand, type JudgeEvent, SetProfile } from '../../domain/judge/messages.ts';
import { given } from '../support/given.ts';
import {
  acceptedJudge,
  assignmentReleased,
  conflictDeclared,
  conflictSettled,
  judgeInvited,
  judgeReleased,
  pair,
  scoringClosed,
  scoringPanel,
  servingJudge,
} from '../support/judging-samples.ts';
import { ids, panelFormed, plannedCycle, sampleDefinition } from '../support/samples.ts';

const about = { cycleId: ids.cycle, judgeId: ids.judge(1) };
const [first, second] = [ids.nomination(1), ids.nomination(2)];
const national = plannedCycle();
const regional = plannedCycle(sampleDefinition('regional'));
const cancelled = { type: 'CycleCancelled', data: { cycleId: ids.cycle, reason: 'Not this year.' } } as const;
const archived = { type: 'CycleArchived', data: { cycleId: ids.cycle } } as const;

const invited = judgeInvited(1);
const accepted = acceptedJudge(1);
const serving = servingJudge(1);
const declined: JudgeEvent[] = [
  invited,
  { type: 'InvitationDeclined', data: { ...about, groups: ['TH-ngo'], reason: 'Away that month.' } },
];
const released = [...accepted, judgeReleased(1)];
const judging = (...events: JudgeEvent[]) => given(judge, ...events).guard('cycle', national);

const invite = (groups: string[], country: string | null = 'TH'): JudgeCommand => ({
  type: 'InviteJudge',
  data: { ...about, groups, country },
});
const accept: JudgeCommand = { type: 'AcceptInvitation', data: about };
const decline: JudgeCommand = { type: 'DeclineInvitation', data: { ...about, reason: 'Away that month.' } };
const acceptTerms = (version = '1'): JudgeCommand => ({ type: 'AcceptTerms', data: { ...about, version } });
type Profile = { languages: string[]; themes: string[]; capacity: number };
const profile = (changes: Partial<Profile> = {}) => ({
  languages: ['th', 'en'],
  themes: ['water'],
  capacity: 20,
  ...changes,
});
const setProfile = (changes: Partial<Profile> = {}): JudgeCommand => ({
  type: 'SetProfile',
  data: { ...about, ...profile(changes) },
});
const profileSet = (changes: Partial<Profile> = {}): JudgeEvent => ({
  type: 'ProfileSet',
  data: { ...about, groups: ['TH-ngo'], ...profile(changes) },
});
const declare = (nominationId = first): JudgeCommand => ({
  type: 'DeclareConflict',
  data: { ...about, nominationId, kind: 'adviser', reason: 'Advised them in 2023.' },
});
const clear = (...nominationIds: string[]): JudgeCommand => ({
  type: 'DeclareNoConflict',
  data: { ...about, nominationIds },
});
const cleared = (...nominationIds: string[]): JudgeEvent => ({
  type: 'NoConflictDeclared',
  data: { ...about, groups: ['TH-ngo'], nominationIds },
});
const settle = (outcome: 'upheld' | 'dismissed', nominationId = first): JudgeCommand => ({
  type: 'SettleConflict',
  data: { ...about, nominationId, outcome, reason: 'The chair has looked into it.' },
});
const finish = (group = 'TH-ngo'): JudgeCommand => ({ type: 'FinishScoring', data: { ...about, group } });
const finished = (entries = 2): JudgeEvent => ({
  type: 'ScoringFinished',
  data: { ...about, groups: ['TH-ngo'], group: 'TH-ngo', entries },
});
const release: JudgeCommand = { type: 'ReleaseJudge', data: { ...about, reason: 'Has fallen ill.' } };

describe('every command of a judge', () => {
  const all = [
    accept,
    decline,
    acceptTerms(),
    setProfile(),
    declare(),
    clear(first),
    settle('upheld'),
    finish(),
    release,
  ];

  it.each([invite(['TH-ngo']), ...all])('$type is refused unless the cycle is running', (command) => {
    given(judge, ...serving)
      .when(command)
      .refused('cycle-unknown');
    for (const [over, code] of [[cancelled, 'cycle-cancelled'] as const, [archived, 'cycle-archived'] as const])
      given(judge, ...serving)
        .guard('cycle', national, over)
        .when(command)
        .refused(code);
  });

  it.each(all)('$type is refused for somebody who was never invited', (command) => {
    judging().when(command).refused('judge-unknown');
  });
});

describe('the judges of a regional panel', () => {
  const desk = [invite(['ngo']), settle('upheld'), release];

  it.each(desk)("are the secretariat's, and no focal point's: $type", (command) => {
    given(judge, ...serving, conflictDeclared(1, 1))
      .guard('cycle', regional)
      .when(command, { role: 'focal-point' })
      .refused('secretariat-only', { roles: ['secretariat'] });
  });

  it('answer for themselves, whatever their role elsewhere', () => {
    given(judge, judgeInvited(1, ['ngo']))
      .guard('cycle', regional)
      .when(accept, { role: 'focal-point' })
      .then({ type: 'InvitationAccepted', data: { ...about, groups: ['ngo'] } });
  });
});

describe('InviteJudge', () => {
  it('asks somebody to serve in groups of one country, each named once', () => {
    judging()
      .when(invite(['TH-ngo']))
      .then(invited);
    judging()
      .when(invite(['TH-ngo', 'TH-private', 'TH-ngo']), { role: 'focal-point' })
      .then(judgeInvited(1, ['TH-ngo', 'TH-private']));
  });

  it('asks for a category where judging is regional, with or without a home country', () => {
    const open = given(judge).guard('cycle', regional);
    open.when(invite(['ngo'], null)).then(judgeInvited(1, ['ngo']));
    open.when(invite(['ngo'], 'JP')).then({
      type: 'JudgeInvited',
      data: { ...about, groups: ['ngo'], country: 'JP' },
    });
  });

  it('is refused to somebody who asks themselves', () => {
    judging()
      .when(invite(['TH-ngo']), { role: 'focal-point', actor: about.judgeId })
      .refused('self-invitation');
  });

  it('is refused where judging is national and the country is missing or takes no part', () => {
    const countries = { countries: ['MM', 'SG', 'TH'] };
    judging()
      .when(invite(['TH-ngo'], null))
      .refused('country-missing', countries);
    judging()
      .when(invite(['VN-ngo'], 'VN'))
      .refused('country-not-entitled', countries);
  });

  it('is refused for a group that is not one of the country or of the award', () => {
    judging()
      .when(invite(['TH-ngo', 'SG-ngo']))
      .refused('group-unknown', { groups: ['TH-ngo', 'TH-private'] });
    given(judge)
      .guard('cycle', regional)
      .when(invite(['TH-ngo']))
      .refused('group-unknown', { groups: ['ngo', 'private'] });
  });

  it('changes nothing when the judge was asked for those groups', () => {
    judging(invited)
      .when(invite(['TH-ngo']))
      .nothing();
    judging(...accepted)
      .when(invite(['TH-ngo']))
      .nothing();
  });

  it('adds groups, and leaves who serves serving', () => {
    const both = judgeInvited(1, ['TH-ngo', 'TH-private']);
    judging(...accepted)
      .when(invite(['TH-private']))
      .then(both);
    judging(...accepted, both)
      .when(accept)
      .nothing();
  });

  it('is refused for another country while the first one has a claim', () => {
    judging(invited)
      .when(invite(['SG-ngo'], 'SG'))
      .refused('country-differs', { country: 'TH' });
  });

  it('asks anew who has declined or was released, for another country too', () => {
    for (const history of [declined, released]) {
      judging(...history)
        .when(invite(['TH-private']))
        .then(judgeInvited(1, ['TH-ngo', 'TH-private']));
      judging(...history)
        .when(invite(['SG-ngo'], 'SG'))
        .then(judgeInvited(1, ['SG-ngo']));
    }
  });

  it('keeps conflicts of who is asked anew, and no earlier word "finished"', () => {
    const again = [...serving, conflictDeclared(1, 1), finished(), judgeReleased(1), ...acceptedJudge(1)];
    judging(...again)
      .when(declare())
      .nothing();
    judging(...again)
      .guard('panel', ...scoringPanel())
      .when(finish())
      .then(finished());
  });

  it('takes groups of the form TH-ngo or ngo, at least one', () => {
    const data = (groups: string[]) => InviteJudge.safeParse({ personId: ids.person(1), groups }).success;
    expect([data(['TH-ngo']), data(['ngo-cso']), data([]), data(['th-ngo ']), data(['TH'])]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('AcceptInvitation', () => {
  const yes: JudgeEvent = { type: 'InvitationAccepted', data: { ...about, groups: ['TH-ngo'] } };

  it('accepts once', () => {
    judging(invited).when(accept).then(yes);
    judging(...accepted)
      .when(accept)
      .nothing();
  });

  it('is refused to who has declined or was released', () => {
    judging(...declined)
      .when(accept)
      .refused('not-invited', { status: 'declined' });
    judging(...released)
      .when(accept)
      .refused('not-invited', { status: 'released' });
  });
});

describe('DeclineInvitation', () => {
  it('declines once', () => {
    judging(invited)
      .when(decline)
      .then(...declined.slice(1));
    judging(...declined)
      .when(decline)
      .nothing();
  });

  it('is refused to who has accepted or was released', () => {
    judging(...accepted)
      .when(decline)
      .refused('not-invited', { status: 'accepted' });
    judging(...released)
      .when(decline)
      .refused('not-invited', { status: 'released' });
  });
});

describe.each<[string, JudgeCommand]>([
  ['AcceptTerms', acceptTerms()],
  ['SetProfile', setProfile()],
  ['DeclareConflict', declare()],
  ['FinishScoring', finish()],
])('%s', (_type, command) => {
  it('is refused to who has not accepted, or serves no more', () => {
    judging(invited).when(command).refused('invitation-not-accepted', { status: 'invited' });
    judging(...declined)
      .when(command)
      .refused('invitation-not-accepted', { status: 'declined' });
    judging(...released)
      .when(command)
      .refused('invitation-not-accepted', { status: 'released' });
  });
});

describe('AcceptTerms', () => {
  it('accepts the terms of this award once', () => {
    judging(...accepted)
      .when(acceptTerms())
      .then({ type: 'TermsAccepted', data: { ...about, groups: ['TH-ngo'], version: '1' } });
    judging(...serving)
      .when(acceptTerms())
      .nothing();
  });

  it('is refused for another version', () => {
    judging(...accepted)
      .when(acceptTerms('2'))
      .refused('terms-outdated', { version: '1' });
  });
});

describe('SetProfile', () => {
  it('sets languages, themes and capacity, as often as they change', () => {
    judging(...accepted)
      .when(setProfile())
      .then(profileSet());
    judging(...accepted, profileSet())
      .when(setProfile())
      .nothing();
    for (const change of [{ capacity: 5 }, { languages: ['th'] }, { languages: ['en', 'th'] }, { themes: ['soil'] }])
      judging(...accepted, profileSet())
        .when(setProfile(change))
        .then(profileSet(change));
  });

  it('needs room for one entry at least', () => {
    expect(SetProfile.safeParse({ languages: ['th'], capacity: 0 }).success).toBe(false);
  });
});

describe('DeclareConflict', () => {
  it('declares a conflict with a nomination once, upheld or not', () => {
    judging(...accepted)
      .when(declare())
      .then(conflictDeclared(1, 1));
    judging(...accepted, conflictDeclared(1, 1))
      .when(declare())
      .nothing();
    judging(...accepted, conflictDeclared(1, 1), conflictSettled(1, 1, 'upheld'))
      .when(declare())
      .nothing();
    judging(...accepted, conflictDeclared(1, 1))
      .when(declare(second))
      .then(conflictDeclared(1, 2));
  });

  it('is refused for one that was dismissed', () => {
    judging(...accepted, conflictDeclared(1, 1), conflictSettled(1, 1, 'dismissed'))
      .when(declare())
      .refused('conflict-settled', { outcome: 'dismissed' });
  });
});

describe('DeclareNoConflict', () => {
  it('says it of several entries at once, and of each once', () => {
    judging(...serving)
      .when(clear(first, second, first))
      .then(cleared(first, second));
    judging(...serving, cleared(first))
      .when(clear(first, second))
      .then(cleared(second));
    judging(...serving, cleared(first))
      .when(clear(first))
      .nothing();
  });

  it('is refused before the terms are accepted, and of an entry in conflict', () => {
    judging(...accepted)
      .when(clear(first))
      .refused('terms-not-accepted', { version: '1' });
    judging(...serving, conflictDeclared(1, 1))
      .when(clear(first, second))
      .refused('conflict-declared', { nominations: [first] });
  });

  it('holds of an entry whose conflict was dismissed, and keeps nobody from declaring one later', () => {
    judging(...serving, conflictDeclared(1, 1), conflictSettled(1, 1, 'dismissed'))
      .when(clear(first))
      .then(cleared(first));
    judging(...serving, cleared(first))
      .when(declare(first))
      .then(conflictDeclared(1, 1));
  });
});

describe('SettleConflict', () => {
  const open = [...accepted, conflictDeclared(1, 1)];

  it('upholds or dismisses what was declared, once', () => {
    for (const outcome of ['upheld', 'dismissed'] as const) {
      judging(...open)
        .when(settle(outcome))
        .then(conflictSettled(1, 1, outcome));
      judging(...open, conflictSettled(1, 1, outcome))
        .when(settle(outcome))
        .nothing();
    }
  });

  it('is refused with the other outcome later', () => {
    judging(...open, conflictSettled(1, 1, 'upheld'))
      .when(settle('dismissed'))
      .refused('conflict-settled', { outcome: 'upheld' });
  });

  it('is refused for what the judge has not declared', () => {
    judging(...open)
      .when(settle('upheld', second))
      .refused('conflict-unknown', { nominations: [first] });
  });

  it('is refused to the judge in person, whatever other role that person has', () => {
    judging(...open)
      .when(settle('dismissed'), { actor: ids.judge(1), role: 'secretariat' })
      .refused('own-conflict');
  });
});

describe('FinishScoring', () => {
  const said = (...events: JudgeEvent[]) => judging(...serving, ...events);

  it("ends the judge's scoring in one group while the panel scores, once", () => {
    said()
      .guard('panel', ...scoringPanel())
      .when(finish())
      .then(finished());
    for (const panel of [scoringPanel(), [...scoringPanel(), scoringClosed()]])
      said(finished())
        .guard('panel', ...panel)
        .when(finish())
        .nothing();
  });

  it('is said again for entries that were assigned later', () => {
    said(finished())
      .guard('panel', ...scoringPanel(), assignmentReleased([pair(3, 1)]))
      .when(finish())
      .then(finished(3));
  });

  it('is said by who has no entry, too', () => {
    given(judge, ...servingJudge(4))
      .guard('cycle', national)
      .guard('panel', ...scoringPanel())
      .when({ type: 'FinishScoring', data: { ...about, judgeId: ids.judge(4), group: 'TH-ngo' } })
      .then({
        type: 'ScoringFinished',
        data: { ...about, judgeId: ids.judge(4), groups: ['TH-ngo'], group: 'TH-ngo', entries: 0 },
      });
  });

  it('is refused for a group that the judge does not serve in', () => {
    said()
      .when(finish('TH-private'))
      .refused('not-in-group', { groups: ['TH-ngo'] });
  });

  it('is refused before the terms are accepted', () => {
    judging(...accepted)
      .guard('panel', ...scoringPanel())
      .when(finish())
      .refused('terms-not-accepted', { version: '1' });
  });

  it('is refused before scoring has begun, and once it has ended', () => {
    said().when(finish()).refused('scoring-not-started');
    said().guard('panel', panelFormed()).when(finish()).refused('scoring-not-started');
    said()
      .guard('panel', ...scoringPanel(), scoringClosed())
      .when(finish())
      .refused('scoring-closed');
  });
});

describe('ReleaseJudge', () => {
  it('ends the service of who was invited or has accepted, once', () => {
    for (const history of [[invited], accepted])
      judging(...history)
        .when(release)
        .then(judgeReleased(1));
    judging(...released)
      .when(release)
      .nothing();
  });

  it('is refused for who has declined', () => {
    judging(...declined)
      .when(release)
      .refused('invitation-declined');
  });
});
