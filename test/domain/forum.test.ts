// The rules of a forum.
import { describe, expect, it } from 'vitest';
import type { EventOf } from '../../domain/events.ts';
import { forum } from '../../domain/forum/decider.ts';
import {
  type ForumCommand,
  type ForumEvent,
  type ForumPlan,
  type HowMoved,
  type Place,
  PlanForum,
} from '../../domain/forum/messages.ts';
import { checkProgramme } from '../../domain/forum/programme.ts';
import { scheduleProblem } from '../../domain/forum/schedule-problem.ts';
import {
  forumPlanned,
  placed,
  samplePlan,
  scheduleProposed,
  scheduleReleased,
  scheduleRequested,
  talkFacts,
} from '../support/forum-samples.ts';
import { given } from '../support/given.ts';
import { decidedCycle, ids, phaseClosed, phaseOpened, plannedCycle } from '../support/samples.ts';

const forumId = ids.forum;
const cycleId = ids.cycle;
const talk = ids.nomination;
const solver = { actor: `process:proposal:${ids.proposal(1)}`, role: 'process' } as const;

const plan = (changes: Partial<ForumPlan> = {}, inCycle: string | null = cycleId): ForumCommand => {
  const { purpose, ...rest } = samplePlan(changes);
  return { type: 'PlanForum', data: { ...rest, ...(purpose && { purpose }), forumId, cycleId: inCycle } };
};
const request = (proposal = 1, replaces?: number): ForumCommand => ({
  type: 'RequestSchedule',
  data: { forumId, proposalId: ids.proposal(proposal), ...(replaces && { replaces: ids.proposal(replaces) }) },
});
const propose = (changes: Partial<EventOf<'ScheduleProposed'>['data']> = {}): ForumCommand => {
  const { cycleId: _cycle, ...data } = scheduleProposed(changes).data;
  return { type: 'ProposeSchedule', data };
};
const at = (block: string, room: string, slot: number): Place => ({ block, room, slot });
const move = (number: number, to: Place): ForumCommand => ({
  type: 'MoveTalk',
  data: { forumId, talk: talk(number), place: to },
});
const pin = (number: number, place: Place): ForumCommand => ({
  type: 'PinTalk',
  data: { forumId, talk: talk(number), place },
});
const unpin = (number: number): ForumCommand => ({ type: 'UnpinTalk', data: { forumId, talk: talk(number) } });
const release = (name = 'First'): ForumCommand => ({ type: 'ReleaseSchedule', data: { forumId, name, note: '' } });

const moved = (number: number, from: Place | null, to: Place, how: HowMoved = {}): EventOf<'TalkMoved'> => ({
  type: 'TalkMoved',
  data: { forumId, cycleId, talk: talk(number), from, to, ...how },
});
const pinned = (number: number, place: Place, step?: number): EventOf<'TalkPinned'> => ({
  type: 'TalkPinned',
  data: { forumId, cycleId, talk: talk(number), place, ...(step !== undefined && { step }) },
});
const unpinned = (number: number, step?: number): EventOf<'TalkUnpinned'> => ({
  type: 'TalkUnpinned',
  data: { forumId, cycleId, talk: talk(number), ...(step !== undefined && { step }) },
});

const scheduled: ForumEvent[] = [forumPlanned(), scheduleRequested(), scheduleProposed()];
/** A forum of the sample cycle, whose decision phase is over. */
const givenForum = (...history: ForumEvent[]) => given(forum, ...history).guard('cycle', ...decidedCycle());
const free = (...taken: string[]) =>
  ['first', 'middle']
    .flatMap((block) => [0, 1, 2, 3, 4].flatMap((slot) => [`${block}/main/${slot}`, `${block}/second/${slot}`]))
    .concat('last/main/0', 'last/second/0', 'last/main/1', 'last/second/1')
    .filter((name) => !taken.includes(name))
    .slice(0, 20);

describe('PlanForum', () => {
  it('takes only a time zone that is known', () => {
    const { purpose: _none, ...asked } = samplePlan();
    expect(PlanForum.safeParse(asked).success).toBe(true);
    expect(PlanForum.safeParse({ ...asked, zone: 'Asia/Atlantis' }).error?.issues).toMatchObject([
      { path: ['zone'], message: 'is no time zone that is known here' },
    ]);
  });

  it('sets the programme of a day within a cycle', () => {
    givenForum().when(plan()).then(forumPlanned());
  });
  it('keeps what the forum is for', () => {
    const purpose = { en: 'To exchange what works.' };
    givenForum().when(plan({ purpose })).then(forumPlanned(cycleId, { purpose }));
  });
  it('needs no cycle', () => {
    given(forum).when(plan({}, null)).then(forumPlanned(null));
  });
  it('is nothing new when it asks for the same again', () => {
    givenForum(forumPlanned()).when(plan()).nothing();
  });
  it('is refused when the forum is planned in another way', () => {
    givenForum(forumPlanned())
      .when(plan({ number: 13 }))
      .refused('forum-exists');
    given(forum, forumPlanned(null)).when(plan()).refused('forum-exists');
  });
  it('is refused in a cycle that is unknown, over, or has closed its forum phase', () => {
    const cancelled: EventOf<'CycleCancelled'> = { type: 'CycleCancelled', data: { cycleId, reason: 'No host.' } };
    const archived: EventOf<'CycleArchived'> = { type: 'CycleArchived', data: { cycleId } };
    given(forum).when(plan()).refused('cycle-unknown');
    given(forum).guard('cycle', plannedCycle(), cancelled).when(plan()).refused('cycle-cancelled');
    given(forum).guard('cycle', plannedCycle(), archived).when(plan()).refused('cycle-archived');
    given(forum)
      .guard('cycle', ...decidedCycle(), phaseOpened('forum'), phaseClosed('forum', 'done'))
      .when(plan())
      .refused('phase-closed');
  });
  it('is refused with every rule that the programme breaks', () => {
    givenForum()
      .when(plan({ closesAt: 840, themes: [], rooms: [] }))
      .refused('programme-invalid', {
        broken: [
          "Block last lies outside the forum's hours, 09:30 to 14:00.",
          'Block first has the theme protection, which the forum does not have.',
          'Block middle has the theme policy, which the forum does not have.',
          'Block last has the theme communities, which the forum does not have.',
        ],
      });
  });
});

describe('a programme', () => {
  const [first, middle, last] = samplePlan().blocks;
  const [lunch] = samplePlan().protectedTimes;
  if (!first || !middle || !last || !lunch) throw new Error('The sample plan has three blocks and a lunch.');
  const broken = (changes: Partial<ForumPlan>) => checkProgramme(samplePlan(changes));

  it('is sound as the sample has it, blocks touching each other included', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ blocks: [first, { ...middle, startsAt: first.endsAt }, last] })).toEqual([]);
  });
  it('closes after it opens', () => {
    expect(broken({ opensAt: 960 })).toEqual(['The forum opens at 16:00 and closes at 16:00.']);
  });
  it('ends each block after its start', () => {
    expect(broken({ blocks: [{ ...first, endsAt: first.startsAt }] })).toEqual([
      'Block first does not end after it starts.',
    ]);
  });
  it("has its blocks within the forum's hours", () => {
    expect(broken({ blocks: [{ ...first, startsAt: 560 }] })).toEqual([
      "Block first lies outside the forum's hours, 09:30 to 16:00.",
    ]);
  });
  it("has its protected times within the forum's hours", () => {
    expect(broken({ protectedTimes: [{ ...lunch, endsAt: 970 }] })).toEqual([
      "Protected time 1 lies outside the forum's hours, 09:30 to 16:00.",
    ]);
    expect(broken({ protectedTimes: [{ ...lunch, endsAt: 750 }] })).toEqual([
      'Protected time 1 does not end after it starts.',
    ]);
  });
  it('has no two blocks at once', () => {
    expect(broken({ blocks: [last, first, { ...middle, startsAt: 659 }] })).toEqual([
      'Blocks first and middle overlap.',
    ]);
  });
  it('names each theme, room and block once', () => {
    const { themes, rooms } = samplePlan();
    expect(
      broken({
        themes: [...themes, ...themes.slice(0, 1)],
        rooms: [...rooms, ...rooms.slice(1)],
        blocks: [first, { ...middle, key: 'first' }],
      }),
    ).toEqual([
      'The theme protection stands there twice.',
      'The room second stands there twice.',
      'The block first stands there twice.',
    ]);
  });
  it('has a theme for each block', () => {
    expect(broken({ blocks: [{ ...first, theme: 'other' }] })).toEqual([
      'Block first has the theme other, which the forum does not have.',
    ]);
  });
  it('has room for one talk at least', () => {
    expect(broken({ slotMinutes: 76 })).toEqual(['No talk of 76 minutes fits into any block.']);
    const closed = { title: { en: 'Closed' }, startsAt: 570, endsAt: 960 };
    expect(broken({ protectedTimes: [closed] })).toEqual(['No talk of 15 minutes fits into any block.']);
  });
});

describe('RequestSchedule', () => {
  it('asks for a schedule', () => {
    givenForum(forumPlanned()).when(request()).then(scheduleRequested());
  });
  it('asks for another once one is there', () => {
    givenForum(...scheduled)
      .when(request(2))
      .then(scheduleRequested(2));
  });
  it('is nothing new when the same is asked again, also once it is answered', () => {
    givenForum(forumPlanned(), scheduleRequested()).when(request()).nothing();
    givenForum(...scheduled)
      .when(request())
      .nothing();
  });
  it('is refused while another is being worked out', () => {
    givenForum(forumPlanned(), scheduleRequested())
      .when(request(2))
      .refused('schedule-requested', { replaces: ids.proposal(1) });
    givenForum(forumPlanned(), scheduleRequested(2))
      .when(request(3, 1))
      .refused('schedule-requested', { replaces: ids.proposal(2) });
  });
  it('takes the place of the open request that it names', () => {
    givenForum(forumPlanned(), scheduleRequested()).when(request(2, 1)).then(scheduleRequested(2));
  });
  it('is refused for a forum that is unknown, or whose cycle is over', () => {
    given(forum).when(request()).refused('forum-unknown');
    given(forum, forumPlanned())
      .guard('cycle', ...decidedCycle(), phaseOpened('forum'), phaseClosed('forum', 'done'))
      .when(request())
      .refused('phase-closed');
  });
});

describe('ProposeSchedule', () => {
  const asked = [forumPlanned(), scheduleRequested()];

  it('answers the request, with what could not be placed', () => {
    givenForum(...asked)
      .when(propose(), solver)
      .then(scheduleProposed());
  });
  it('is nothing new when it was taken before', () => {
    givenForum(...scheduled)
      .when(propose(), solver)
      .nothing();
  });
  it('is refused when it answers no open request', () => {
    givenForum(forumPlanned()).when(propose(), solver).refused('proposal-stale', { requested: null });
    givenForum(forumPlanned(), scheduleRequested(2))
      .when(propose(), solver)
      .refused('proposal-stale', { requested: ids.proposal(2) });
  });
  it('comes from the solver alone', () => {
    givenForum(...asked)
      .when(propose())
      .refused('process-only');
  });
  it('is refused when it breaks a rule of the schedule', () => {
    givenForum(...asked)
      .when(propose({ placements: [placed(1, 'first', 'main', 0), placed(2, 'first', 'main', 0)] }), solver)
      .refused('schedule-invalid', { broken: [`Talk ${talk(2)} is put to a slot that is taken.`] });
  });
  it('is refused outside the hours in which a presenter can speak', () => {
    const talks = [talkFacts(1, { available: [{ from: 660, to: 780 }] }), talkFacts(2), talkFacts(3)];
    givenForum(...asked)
      .when(propose({ talks }), solver)
      .refused('schedule-invalid', { broken: [`Talk ${talk(1)} is outside the times its presenter can speak.`] });
  });
  it('is refused when a talk is lost, in two lists, unknown or given twice', () => {
    const placements = [placed(1, 'first', 'main', 0)];
    const left = [talk(1), talk(4)].map((name) => ({ talk: name, reasons: [] }));
    givenForum(...asked)
      .when(propose({ placements, unplaced: left, talks: [talkFacts(1), talkFacts(2), talkFacts(2)] }), solver)
      .refused('schedule-invalid', {
        broken: [
          `Talk ${talk(2)} is given twice.`,
          `There is no talk ${talk(4)}.`,
          `Talk ${talk(1)} is both placed and left out.`,
          `Talk ${talk(2)} is neither placed nor left out.`,
        ],
      });
  });
  it('leaves a pinned talk where it is held', () => {
    const again = [...scheduled, pinned(1, at('first', 'main', 0)), scheduleRequested(2)];
    const elsewhere = [placed(1, 'last', 'main', 0), placed(2, 'first', 'second', 0)];
    givenForum(...again)
      .when(propose({ proposalId: ids.proposal(2), placements: elsewhere }), solver)
      .refused('schedule-invalid', { broken: [`Talk ${talk(1)} is pinned and stands elsewhere.`] });
    const kept = { proposalId: ids.proposal(2) };
    givenForum(...again)
      .when(propose(kept), solver)
      .then(scheduleProposed(kept));
  });
  it('frees the pin of a talk that is given no more', () => {
    const without = { placements: [placed(2, 'first', 'second', 0)], talks: [talkFacts(2), talkFacts(3)] };
    const gone = [...scheduled, pinned(1, at('first', 'main', 0)), scheduleRequested(2)];
    const back = [scheduleProposed({ proposalId: ids.proposal(2), ...without }), scheduleRequested(3)];
    const elsewhere = [placed(1, 'last', 'main', 0), placed(2, 'first', 'second', 0)];
    const changes = { proposalId: ids.proposal(3), placements: elsewhere };
    givenForum(...gone, ...back)
      .when(propose(changes), solver)
      .then(scheduleProposed(changes));
  });
});

describe('MoveTalk', () => {
  it('takes a talk to a free place', () => {
    givenForum(...scheduled)
      .when(move(1, at('last', 'main', 4)))
      .then(moved(1, at('first', 'main', 0), at('last', 'main', 4)));
  });
  it('places a talk that had no place', () => {
    givenForum(...scheduled)
      .when(move(3, at('first', 'main', 1)))
      .then(moved(3, null, at('first', 'main', 1)));
  });
  it('follows the moves before', () => {
    const away = moved(1, at('first', 'main', 0), at('last', 'main', 4));
    givenForum(...scheduled, away)
      .when(move(3, at('first', 'main', 0)))
      .then(moved(3, null, at('first', 'main', 0)));
  });
  it('is nothing new where the talk stands', () => {
    givenForum(...scheduled)
      .when(move(1, at('first', 'main', 0)))
      .nothing();
  });
  it('is refused for a talk that the last proposal did not know', () => {
    givenForum(...scheduled)
      .when(move(4, at('first', 'main', 1)))
      .refused('talk-unknown');
    givenForum(forumPlanned())
      .when(move(1, at('first', 'main', 0)))
      .refused('talk-unknown');
  });
  it('is refused to a place that the programme does not have', () => {
    const known = { blocks: ['first', 'middle', 'last'], rooms: ['main', 'second'] };
    for (const place of [at('evening', 'main', 0), at('first', 'roof', 0), at('first', 'main', 5)])
      givenForum(...scheduled)
        .when(move(1, place))
        .refused('place-unknown', known);
  });
  it('is refused to a taken place, and names free ones', () => {
    givenForum(...scheduled)
      .when(move(3, at('first', 'main', 0)))
      .refused('slot-taken', { talk: talk(1), free: free('first/main/0', 'first/second/0') });
  });
  it('is refused into a protected time', () => {
    const late = forumPlanned(cycleId, { protectedTimes: [{ title: { en: 'Prayer' }, startsAt: 870, endsAt: 885 }] });
    givenForum(late, ...scheduled.slice(1))
      .when(move(1, at('last', 'main', 4)))
      .refused('schedule-invalid', {
        broken: ['The talk of TH would lie in a time when nobody speaks: Prayer, 14:30 to 14:45.'],
        rules: ['protected'],
      });
  });
  it('is refused while the presenter speaks elsewhere', () => {
    const talks = [talkFacts(1), talkFacts(2), talkFacts(3, { person: ids.person(1), country: 'VN' })];
    givenForum(
      forumPlanned(),
      scheduleRequested(),
      scheduleProposed({ talks, placements: [placed(1, 'last', 'main', 0)] }),
    )
      .when(move(3, at('last', 'second', 0)))
      .refused('schedule-invalid', {
        broken: ['The talk of VN: its presenter also gives the talk of TH from 13:30 to 13:45, at the same time.'],
        rules: ['speaks-elsewhere'],
      });
  });
  it('is refused for a pinned talk until it is unpinned', () => {
    const held = pinned(1, at('first', 'main', 0));
    givenForum(...scheduled, held)
      .when(move(1, at('last', 'main', 0)))
      .refused('talk-pinned', { pinnedAt: 'first/main/0' });
    givenForum(...scheduled, held, unpinned(1))
      .when(move(1, at('last', 'main', 0)))
      .then(moved(1, at('first', 'main', 0), at('last', 'main', 0)));
  });
});

describe('PinTalk', () => {
  it('holds a talk where it stands', () => {
    givenForum(...scheduled)
      .when(pin(1, at('first', 'main', 0)))
      .then(pinned(1, at('first', 'main', 0), 1));
  });
  it('takes a talk there first when it stands elsewhere', () => {
    givenForum(...scheduled)
      .when(pin(3, at('last', 'main', 0)))
      .then(moved(3, null, at('last', 'main', 0), { step: 1 }), pinned(3, at('last', 'main', 0), 1));
  });
  it('is nothing new when the talk is held there', () => {
    givenForum(...scheduled, pinned(1, at('first', 'main', 0)))
      .when(pin(1, at('first', 'main', 0)))
      .nothing();
  });
  it('is refused for a talk that is held elsewhere', () => {
    givenForum(...scheduled, pinned(1, at('first', 'main', 0)))
      .when(pin(1, at('last', 'main', 0)))
      .refused('talk-pinned', { pinnedAt: 'first/main/0' });
  });
  it('is refused for an unknown talk, an unknown place, and a taken one', () => {
    const then = givenForum(...scheduled);
    then.when(pin(4, at('first', 'main', 1))).refused('talk-unknown');
    then.when(pin(1, at('evening', 'main', 0))).refused('place-unknown');
    then.when(pin(1, at('first', 'second', 0))).refused('slot-taken');
  });
  it('is refused where the move would break a rule', () => {
    const talks = [talkFacts(1), talkFacts(2), talkFacts(3, { available: [{ from: 585, to: 660 }] })];
    givenForum(forumPlanned(), scheduleRequested(), scheduleProposed({ talks }))
      .when(pin(3, at('last', 'main', 0)))
      .refused('clash-unexplained', {
        broken: ['The talk of VN is outside the times its presenter can speak.'],
        rules: ['unavailable'],
      });
  });
});

describe('UnpinTalk', () => {
  it('lets a held talk go', () => {
    givenForum(...scheduled, pinned(1, at('first', 'main', 0)))
      .when(unpin(1))
      .then(unpinned(1, 1));
  });
  it('is nothing new when the talk is not held', () => {
    givenForum(...scheduled)
      .when(unpin(1))
      .nothing();
  });
  it('is refused for a talk that the last proposal did not know', () => {
    givenForum(...scheduled)
      .when(unpin(4))
      .refused('talk-unknown');
  });
});

describe('ReleaseSchedule', () => {
  it('publishes the working schedule, every talk being new', () => {
    givenForum(...scheduled)
      .when(release())
      .then(scheduleReleased());
  });
  it('names the talks that are new or elsewhere than in the release before', () => {
    const changes = [
      moved(2, at('first', 'second', 0), at('last', 'main', 0)),
      moved(3, null, at('first', 'second', 0)),
    ];
    givenForum(...scheduled, scheduleReleased(), ...changes)
      .when(release('Second'))
      .then(
        scheduleReleased({
          number: 2,
          name: 'Second',
          placements: [placed(1, 'first', 'main', 0), placed(2, 'last', 'main', 0), placed(3, 'first', 'second', 0)],
          unplaced: [],
          moved: [talk(2), talk(3)],
        }),
      );
  });
  it('publishes that a talk has dropped out', () => {
    const without = { proposalId: ids.proposal(2), placements: [placed(1, 'first', 'main', 0)], unplaced: [] };
    const fewer = scheduleProposed({ ...without, talks: [talkFacts(1)] });
    givenForum(...scheduled, scheduleReleased(), scheduleRequested(2), fewer)
      .when(release('Second'))
      .then(
        scheduleReleased({
          ...{ placements: without.placements, unplaced: [], number: 2, name: 'Second', moved: [] },
          gone: [talk(2)],
        }),
      );
  });
  it('is nothing new when nothing has changed since', () => {
    const thereAndBack = [
      moved(1, at('first', 'main', 0), at('last', 'main', 0)),
      moved(1, at('last', 'main', 0), at('first', 'main', 0)),
    ];
    givenForum(...scheduled, scheduleReleased())
      .when(release('Again'))
      .nothing();
    givenForum(...scheduled, scheduleReleased(), ...thereAndBack)
      .when(release('Again'))
      .nothing();
  });
  it('is refused before there is a schedule, and while one is being worked out', () => {
    givenForum(forumPlanned()).when(release()).refused('no-schedule');
    givenForum(...scheduled, scheduleRequested(2))
      .when(release())
      .refused('schedule-requested', { requested: ids.proposal(2) });
  });
});

describe('the scheduling problem', () => {
  it('is made of the plan, the talks, and the pins of those talks', () => {
    const { blocks } = samplePlan();
    const pins = { [talk(1)]: at('first', 'main', 0), [talk(9)]: at('last', 'main', 0) };
    expect(scheduleProblem({ plan: samplePlan(), pins }, [talkFacts(1)])).toEqual({
      blocks,
      rooms: ['main', 'second'],
      slotMinutes: 15,
      protectedTimes: [{ from: 750, to: 810 }],
      talks: [talkFacts(1)],
      pins: { [talk(1)]: at('first', 'main', 0) },
    });
  });
});
