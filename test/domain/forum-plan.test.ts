// The plan of a forum: what it says, what is sound, and until when it changes.
import { describe, expect, it } from 'vitest';
import type { EventOf } from '../../domain/events.ts';
import { forum } from '../../domain/forum/decider.ts';
import {
  ChangeForumPlan,
  type ForumCommand,
  type ForumEvent,
  type ForumPlan,
  type SaidPlan,
} from '../../domain/forum/messages.ts';
import { standardPoints, wholePlan } from '../../domain/forum/plan.ts';
import { checkProgramme } from '../../domain/forum/programme.ts';
import {
  forumPlanned,
  samplePlan,
  scheduleProposed,
  scheduleReleased,
  scheduleRequested,
} from '../support/forum-samples.ts';
import { given } from '../support/given.ts';
import { decidedCycle, ids } from '../support/samples.ts';

const { forum: forumId, cycle: cycleId } = ids;
const moderator = { person: ids.person(3), country: 'SG', windows: [{ from: 570, to: 780 }], fit: { policy: 3 } };

const change = (changes: Partial<SaidPlan> = {}): ForumCommand => {
  const { purpose: _none, ...plan } = samplePlan(changes);
  return { type: 'ChangeForumPlan', data: { ...plan, forumId } };
};
const changed = (changes: Partial<SaidPlan>, displaced: string[] = []): EventOf<'ForumPlanChanged'> => ({
  type: 'ForumPlanChanged',
  data: { forumId, cycleId, plan: samplePlan(changes), displaced },
});
const planned: ForumEvent[] = [forumPlanned(), scheduleRequested(), scheduleProposed()];
const givenForum = (...history: ForumEvent[]) => given(forum, ...history).guard('cycle', ...decidedCycle());

describe('a plan', () => {
  it('has the standard of the method for whatever it leaves unsaid, as older ones do', () => {
    const { number, name, host, venue, zone, day, opensAt, closesAt, slotMinutes } = samplePlan();
    const { themes, blocks, protectedTimes } = samplePlan();
    const rooms = [{ key: 'main', name: { en: 'Main room' }, sample: false }];
    const older = { number, name, host, venue, zone, day, opensAt, closesAt, slotMinutes, languages: ['en', 'th'] };
    expect(wholePlan({ ...older, themes, blocks, protectedTimes, rooms, points: { wish: 7 } })).toEqual({
      ...older,
      ...{ themes, blocks, protectedTimes, purpose: null, mode: 'in-person', walks: [], items: [] },
      rooms: [{ ...rooms[0], booths: 0 }],
      interpretation: { working: ['en', 'th'], teams: {} },
      remoteHours: { from: 480, to: 1200 },
      ...{ moderators: [], moderatorMaxSessions: 2, moderatorOwnCountry: 'allowed', rapporteurs: [], interpreters: [] },
      ...{ delayMinutes: 10, slidesBy: null },
      ...{ protocol: 'english-name', spread: { countries: 3 }, points: { ...standardPoints, wish: 7 } },
    });
  });
  it('says the same when it is made whole again', () => {
    const plan = samplePlan({ moderators: [moderator], walks: [{ between: ['main', 'second'], minutes: 5 }] });
    expect(wholePlan(plan)).toEqual(plan);
  });

  const broken = (changes: Partial<SaidPlan>) => checkProgramme(samplePlan(changes));
  it('leads from one room that it has to another, once', () => {
    expect(
      broken({
        walks: [
          { between: ['main', 'second'], minutes: 5 },
          { between: ['second', 'main'], minutes: 4 },
          { between: ['main', 'garden'], minutes: 9 },
          { between: ['main', 'main'], minutes: 1 },
        ],
      }),
    ).toEqual([
      'The way from main to garden names a room that the forum does not have.',
      'The way from main leads to the same room.',
      'The way between main and second is given twice.',
    ]);
  });
  it('has its breaks and meals where nobody talks', () => {
    const item = { title: { en: 'Lunch' }, kind: 'meal' as const };
    const within = { ...item, key: 'lunch', startsAt: 750, endsAt: 810 };
    const talked = { ...item, key: 'early', startsAt: 740, endsAt: 790 };
    const beside = { ...item, key: 'fair', kind: 'other' as const, startsAt: 600, endsAt: 700 };
    const backwards = { ...item, key: 'odd', startsAt: 500, endsAt: 500 };
    expect(broken({ items: [within, beside] })).toEqual([]);
    expect(broken({ items: [within, talked, backwards] })).toEqual([
      'The item odd does not end after it starts.',
      'The item early lies in block middle: protect that time, or move one of them.',
    ]);
    expect(broken({ items: [within, within] })).toEqual(['The item lunch stands there twice.']);
  });
  it('names its people once, for themes that it has and times that end', () => {
    expect(
      broken({
        moderators: [moderator, { ...moderator, windows: [{ from: 600, to: 600 }], fit: { fish: 1 } }],
        rapporteurs: [{ person: ids.person(4), themes: ['fish'] }],
        interpreters: [{ person: ids.person(5), languages: ['th'] }],
      }),
    ).toEqual([
      `Among the moderators ${moderator.person} stands twice.`,
      `A time of moderator ${moderator.person} does not end after it starts.`,
      `Moderator ${moderator.person} fits the theme fish, which the forum does not have.`,
      `Rapporteur ${ids.person(4)} has the theme fish, which the forum does not have.`,
    ]);
  });
  it('has hours for those who speak from afar, and each country once in the protocol order', () => {
    expect(broken({ remoteHours: { from: 900, to: 600 }, protocol: ['TH', 'SG', 'TH'] })).toEqual([
      'The hours for speakers from afar do not end after they start.',
      'The protocol order names TH twice.',
    ]);
  });
});

describe('ChangeForumPlan', () => {
  it('takes the whole plan, and knows its zone', () => {
    const { purpose: _none, ...plan } = samplePlan();
    expect(ChangeForumPlan.safeParse(plan).success).toBe(true);
    expect(ChangeForumPlan.safeParse({ ...plan, zone: 'Asia/Atlantis' }).error?.issues).toMatchObject([
      { path: ['zone'], message: 'is no time zone that is known here' },
    ]);
  });
  it('sets the plan anew', () => {
    givenForum(forumPlanned())
      .when(change({ mode: 'hybrid' }))
      .then(changed({ mode: 'hybrid' }));
  });
  it('is nothing new when it says the same in another order', () => {
    const { day, ...rest } = samplePlan();
    givenForum(forumPlanned(cycleId, { ...rest, day }))
      .when(change())
      .nothing();
  });
  it('takes talks out of places that are gone, and their pins with them', () => {
    const [, second] = samplePlan().rooms;
    const rooms = second === undefined ? [] : [second];
    const [first, other] = [ids.nomination(1), ids.nomination(2)];
    givenForum(...planned)
      .when(change({ rooms }))
      .then(changed({ rooms }, [first]));
    const after = [...planned, changed({ rooms }, [first])].reduce(forum.evolve, forum.initial);
    expect(after).toMatchObject({ placements: [{ talk: other }], unplaced: [ids.nomination(3), first], pins: {} });
  });
  it('is refused with every rule that it breaks, and for a forum that nobody planned', () => {
    givenForum(forumPlanned())
      .when(change({ closesAt: 840 }))
      .refused('programme-invalid', { broken: ["Block last lies outside the forum's hours, 09:30 to 14:00."] });
    given(forum).when(change()).refused('forum-unknown');
  });
  it('waits for a schedule that is being worked out', () => {
    givenForum(forumPlanned(), scheduleRequested())
      .when(change({ mode: 'hybrid' }))
      .refused('schedule-requested', { requested: ids.proposal(1) });
  });
  it('changes names, staff and booths alone once a schedule is public', () => {
    const released = [...planned, scheduleReleased()];
    const rooms: ForumPlan['rooms'] = samplePlan().rooms.map((room) => ({ ...room, booths: 2 }));
    const said = { name: { en: 'The 12th forum' }, rooms, moderators: [moderator] };
    givenForum(...released)
      .when(change(said))
      .then(changed(said));
    givenForum(...released)
      .when(change({ ...said, day: '2023-11-22', slotMinutes: 10 }))
      .refused('programme-public', { fixed: ['day', 'slotMinutes'] });
  });
});
