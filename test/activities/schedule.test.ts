// The schedule by the solver: problems with proven answers, a worked example, and what holds of every schedule.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runModel } from '../../activities/highs.ts';
import type { Scheduled } from '../../activities/plan-schedule.ts';
import type { Solve } from '../../activities/schedule-sessions.ts';
import { scheduleInStages } from '../../activities/schedule-stages.ts';
import { SolveStopped, schedule } from '../../activities/solver-thread.ts';
import { scheduleProblem } from '../../bench/support/schedule-problems.ts';
import { openBoard } from '../../domain/scheduling/board.ts';
import { checkTimetable } from '../../domain/scheduling/checking.ts';
import { TimetableFile, type TimetableInput } from '../../domain/scheduling/messages.ts';
import { claimOf } from '../../domain/scheduling/solutions.ts';
import { solveScheduleFile } from '../../local/solving/schedule.ts';
import { oracle } from '../support/oracles.ts';
import { forumProblems, randomSchedule } from '../support/schedule-problems.ts';

/** No machine is too slow for it: nodes alone end it. */
const patient = { limits: { seconds: 600, nodes: 100_000 } };
async function solved(problem: object): Promise<Scheduled> {
  const result = await schedule(TimetableFile.parse(problem), patient);
  if ('broken' in result) throw new Error(JSON.stringify(result));
  return result;
}

describe.each(forumProblems)('the problem %s', { timeout: 180_000 }, (_name, { answer, ...problem }) => {
  it('comes out at its optimum, proven, term by term', async () => {
    const { objective, bound, terms } = answer;
    expect(await solved(problem)).toMatchObject({ status: 'optimal', objective, bound, gap: 0, terms });
  });

  const readings: { [name: string]: object } = {
    'evenShare-floor': { evenShare: Math.floor(problem.talks.length / problem.sessions.length) },
    'adjacent-across-rooms': { adjacency: 'across' },
    'empty-exempt': { emptySession: 'exempt' },
    'unplaced-moved': { movedUnplaced: 1000 },
  };
  it.each(Object.keys(answer.alternatives))('comes out at its optimum in the reading %s', async (name) => {
    const { objective } = await solved({ ...problem, rules: { ...problem.rules, ...readings[name] } });
    expect(objective).toEqual(answer.alternatives[name].objective);
  });
});

/** Each slot is a session of its own; what an event overflows there stands for misfit. */
function pycon(changes: Partial<TimetableInput> = {}) {
  const { data } = oracle('schedule-pyconuk-fixture');
  const minute = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  type Slot = { room: string; start: string; minutes: number; capacity: number };
  type Talk = { minutes: number; unavailableSlots: number[]; demand: number };
  const open = ({ minutes, unavailableSlots }: Talk) =>
    data.slots.flatMap((slot: Slot, at: number) =>
      unavailableSlots.includes(at) || slot.minutes < minutes ? [] : [[`s${at}`, 0] as [string, number]],
    );
  const problem: TimetableInput = {
    kind: 'forum',
    forum: { slotMinutes: 30, categories: [] },
    rules: { countries: 0, points: { themeMisfit: 1, vacantModerator: 0 }, evenShare: 1 },
    blocks: data.slots.map(({ start }: Slot, at: number) => ({
      id: `b${at}`,
      theme: `s${at}`,
      start: minute(start),
      slots: 1,
    })),
    rooms: [{ id: 'Room 1' }, { id: 'Room 2' }],
    sessions: data.slots.map(({ room }: Slot, at: number) => ({ id: `s${at}`, block: `b${at}`, room })),
    // The first two events may not overlap, as if one delegation gave them.
    talks: data.events.map((event: Talk, at: number) => ({
      ...{ id: `e${at}`, country: at < 2 ? 'apart' : 'free', speaker: `e${at}` },
      fit: Object.fromEntries(
        data.slots.map(({ capacity }: Slot, slot: number) => [`s${slot}`, 3 - (event.demand - capacity)]),
      ),
    })),
    derived: { allowed: Object.fromEntries(data.events.map((event: Talk, at: number) => [`e${at}`, open(event)])) },
  };
  return { ...problem, ...changes };
}

describe('a worked example', () => {
  const { expected } = oracle('schedule-pyconuk-fixture');
  it('of three events in seven slots comes out', async () => {
    expect((await solved(pycon())).terms.themeMisfit).toEqual(expected.minTotalOverflow);
  });

  it('moves as few events as can be', async () => {
    const problem = pycon({ old: { e0: ['s0', 0], e1: ['s4', 0], e2: ['s1', 0] } });
    const published = {
      ...problem,
      forum: { ...problem.forum, published: true },
      rules: { ...problem.rules, points: { themeMisfit: 0, vacantModerator: 0 } },
    };
    expect((await solved(published)).counts.movedSession).toEqual(expected.fewestMovedEvents);
  });
});

describe('the solver', () => {
  it('stops at once when it is told to', async () => {
    const stop = new AbortController();
    const running = schedule(TimetableFile.parse(scheduleProblem(100)), { signal: stop.signal });
    setTimeout(() => stop.abort(), 300);
    await expect(running).rejects.toThrow(SolveStopped);
  });

  it('says why no schedule keeps the rules', async () => {
    const problem = scheduleProblem(3);
    expect(
      await solveScheduleFile({ ...problem, pins: ['P001', 'P002'].map((talk) => [talk, 'B1/R1', 0]) }),
    ).toMatchObject({
      problem: expect.stringContaining(
        'Talk P002 is put to a slot that is taken by P001. Take one of these pins away.',
      ),
    });
  });

  it('proves a schedule of middle size by its choice of sessions', { timeout: 180_000 }, async () => {
    const result = await solved(scheduleProblem(46, { seed: 1 }));
    expect([result.stages, result.status, result.unplaced]).toEqual([2, 'optimal', []]);
  });

  it('places talks in two stages where one model would be too large', async () => {
    const file = TimetableFile.parse(scheduleProblem(100));
    const result = await schedule(file, { limits: { seconds: 600, nodes: 10 } });
    if ('broken' in result) throw new Error('It has a schedule.');
    expect([result.stages, result.unplaced]).toEqual([2, []]);
    expect(checkTimetable(openBoard(file), result).broken).toEqual([]);
  });
});

describe('a talk without a place', () => {
  /** One room with two slots; what is asked of talks is changed from case to case. */
  const hall = (talks: TimetableInput['talks'], changes: Partial<TimetableInput> = {}) => ({
    ...{ kind: 'forum', forum: { slotMinutes: 10, hours: [600, 620] } },
    ...{ blocks: [{ id: 'b', start: 600, slots: 2 }], rooms: [{ id: 'hall' }], talks, ...changes },
  });
  it.each<[string, object, object]>([
    ['another time of its speaker', hall([{ id: 'a', country: 'TH', available: [[700, 710]] }]), { kind: 'whole-day' }],
    ['another meeting', hall([{ id: 'a', country: 'TH', busy: [[600, 630]] }]), { kind: 'other-meetings' }],
    [
      'another hour of the own clock',
      hall([{ id: 'a', country: 'TH', remote: true, utcOffset: -600 }]),
      { kind: 'own-clock' },
    ],
    [
      'a booth',
      hall([{ id: 'a', country: 'TH', language: 'th', needsInterpretation: true }], { teams: { th: 1 } }),
      { kind: 'booth', room: 'hall' },
    ],
    [
      'a team',
      hall([{ id: 'a', country: 'TH', language: 'th', needsInterpretation: true }], {
        rooms: [{ id: 'hall', booths: 1 }],
      }),
      { kind: 'team', language: 'th' },
    ],
    [
      'space beside its countryman',
      hall([
        { id: 'a', country: 'TH' },
        { id: 'b', country: 'TH' },
      ]),
      { kind: 'delegation' },
    ],
    [
      'a slot',
      hall(
        ['TH', 'LA', 'VN'].map((country) => ({ id: country, country })),
        { forum: { slotMinutes: 10, hours: [600, 630] } },
      ),
      { kind: 'slot', block: 'b' },
    ],
    ['a room', hall(['TH', 'LA', 'VN'].map((country) => ({ id: country, country }))), { kind: 'room' }],
  ])('is said to need %s, and the solver has tried it', async (_, problem, relief) => {
    const { unplaced } = await solved(problem);
    expect(unplaced).toMatchObject([{ slots: 2, relief }]);
  });

  it('counts the slots that each rule excludes', async () => {
    const talks = [
      { id: 'a', country: 'TH' },
      { id: 'b', country: 'LA', available: [[600, 610]] as [number, number][] },
      { id: 'c', country: 'VN' },
    ];
    const { unplaced } = await solved(hall(talks, { pins: [['a', 'b/hall', 0]] }));
    expect(unplaced).toMatchObject([
      {
        talk: 'b',
        slots: 2,
        excluded: [
          { rule: 'unavailable', slots: 1 },
          { rule: 'taken', slots: 2 },
        ],
        relief: { kind: 'room' },
      },
    ]);
  });
});

const inHere: Solve = (model, options) => runModel(model, options, () => undefined);

/** Talks and slots by number, as many as there are. */
const decided = fc.array(fc.record({ talk: fc.nat(8), session: fc.nat(3), slot: fc.nat(3) }), { maxLength: 3 });
function withPins({ rules, ...problem }: TimetableInput, pins: { talk: number; session: number; slot: number }[]) {
  const { blocks, rooms, talks } = problem;
  const sessions = blocks.flatMap((block) =>
    rooms.map((room) => ({ slots: block.slots, id: `${block.id}/${room.id}` })),
  );
  const placed = pins.flatMap(({ talk, session, slot }): [string, string, number][] => {
    const [given, at] = [talks[talk], sessions[session % sessions.length]];
    return given === undefined || at === undefined ? [] : [[given.id, at.id, slot % at.slots]];
  });
  return { ...problem, rules: { ...rules, pinned: 'decided' as const }, pins: placed };
}

/** Each solve starts a thread; what needs no solver is tried far more often in the domain's own tests. */
const few = { numRuns: 3 };

describe('every schedule of the solver', { timeout: 180_000 }, () => {
  it('keeps every rule and costs no less than its bound, by the checker', async () => {
    await fc.assert(
      fc.asyncProperty(randomSchedule, async (problem) => {
        const file = TimetableFile.parse(problem);
        const result = await schedule(file, patient);
        if ('broken' in result) return;
        expect(checkTimetable(openBoard(file), result).broken).toEqual([]);
        expect(result.bound).not.toBeNull();
        expect(result.objective).toBeGreaterThanOrEqual(result.bound ?? 0);
      }),
      few,
    );
  });

  it('made in two stages costs no less than one model proves, and has a bound no higher, whatever persons have decided', async () => {
    await fc.assert(
      fc.asyncProperty(randomSchedule, decided, async (problem, pins) => {
        const file = TimetableFile.parse(withPins(problem, pins));
        const exact = await schedule(file, patient);
        if ('broken' in exact) return;
        const board = openBoard(file);
        const { timetable, bound } = await scheduleInStages(board, patient.limits, inHere, null);
        const { broken, cost } = checkTimetable(board, claimOf(board, timetable));
        expect(broken).toEqual([]);
        expect(cost.objective).toBeGreaterThanOrEqual(exact.objective);
        expect(Math.ceil((bound ?? 0) - 1e-6)).toBeLessThanOrEqual(exact.objective);
      }),
      { numRuns: 6 },
    );
  });

  it('is the same in whatever order the problem is written', async () => {
    await fc.assert(
      fc.asyncProperty(randomSchedule, async (problem) => {
        const turned = {
          ...problem,
          ...{ talks: problem.talks.toReversed(), moderators: problem.moderators.toReversed() },
          ...{ blocks: problem.blocks.toReversed(), rooms: problem.rooms.toReversed() },
        };
        expect(await schedule(TimetableFile.parse(turned), patient)).toEqual(
          await schedule(TimetableFile.parse(problem), patient),
        );
      }),
      few,
    );
  });

  it('stays as it was when nothing has changed, published or not', async () => {
    await fc.assert(
      fc.asyncProperty(randomSchedule, fc.boolean(), async (problem, published) => {
        const first = await schedule(TimetableFile.parse(problem), patient);
        if ('broken' in first || first.status !== 'optimal') return;
        const old = Object.fromEntries(first.placements.map(({ talk, session, slot }) => [talk, [session, slot]]));
        const oldModerators = Object.fromEntries(Object.entries(first.moderators).filter(([, id]) => id !== null));
        const again = await solved({ ...problem, old, oldModerators, forum: { ...problem.forum, published } });
        expect([again.placements, again.moderators]).toEqual([first.placements, first.moderators]);
      }),
      few,
    );
  });
});
