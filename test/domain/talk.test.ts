// The rules of a talk.
import { describe, expect, it } from 'vitest';
import type { EventOf } from '../../domain/events.ts';
import { talk } from '../../domain/talk/decider.ts';
import type { TalkCommand, TalkEvent } from '../../domain/talk/messages.ts';
import { fitOf, isInterpreted } from '../../domain/talk/state.ts';
import {
  forumPlanned,
  samplePlan,
  scheduleProposed,
  scheduleReleased,
  scheduleRequested,
} from '../support/forum-samples.ts';
import { given } from '../support/given.ts';
import { ids } from '../support/samples.ts';

const forumId = ids.forum;
const cycleId = ids.cycle;
const laureateId = ids.nomination(1);
const talkIds = { forumId, laureateId, cycleId };
const personId = ids.person(5);
const another = ids.person(6);
const organisation = { th: 'สมาคมสถาบันทิวา', en: 'Diwa Institute association' };
const laureate = { country: 'TH', category: 'private-sector', organisation };

const now = '2023-11-01T08:00:00.000Z';
const inAWeek = '2023-11-08T08:00:00.000Z';
const justLate = '2023-11-08T08:00:00.001Z';
const presenter = { actor: personId, role: 'presenter', at: now } as const;
const stranger = { actor: another, role: 'presenter', at: now } as const;
const desk = { actor: ids.person(1), role: 'secretariat', at: now } as const;
const host = { actor: ids.person(2), role: 'forum-staff', at: now } as const;
const slot = { actor: `process:forum:${forumId}:talk:${laureateId}`, role: 'process', at: inAWeek } as const;

const invite = (person = personId, answerBy?: string): TalkCommand => ({
  type: 'InvitePresenter',
  data: { forumId, laureateId, cycleId, personId: person, ...laureate, ...(answerBy && { answerBy }) },
});
const confirm: TalkCommand = { type: 'ConfirmTalk', data: { forumId, laureateId } };
const decline: TalkCommand = { type: 'DeclineTalk', data: { forumId, laureateId, reason: 'Travel is not approved.' } };
const lapse: TalkCommand = { type: 'LapseInvitation', data: { forumId, laureateId } };
const replace = (person = another, answerBy?: string): TalkCommand => ({
  type: 'ReplacePresenter',
  data: { forumId, laureateId, personId: person, reason: 'The deputy speaks.', ...(answerBy && { answerBy }) },
});
const describeAs = (changes: Partial<EventOf<'TalkDescribed'>['data']> = {}): TalkCommand => {
  const { cycleId: _cycle, ...data } = described(changes).data;
  return { type: 'DescribeTalk', data };
};
const setAvailability = (mode: 'in-person' | 'remote', windows: { from: number; to: number }[]): TalkCommand => ({
  type: 'SetAvailability',
  data: { forumId, laureateId, mode, windows },
});
const reconfirm = (release = 1): TalkCommand => ({ type: 'ReconfirmSlot', data: { forumId, laureateId, release } });
const markPresented: TalkCommand = { type: 'MarkPresented', data: { forumId, laureateId } };
const markAbsent = (reason = 'Missed the flight.'): TalkCommand => ({
  type: 'MarkAbsent',
  data: { forumId, laureateId, reason },
});

const invited: TalkEvent = { type: 'PresenterInvited', data: { ...talkIds, personId, ...laureate, answerBy: inAWeek } };
const confirmed: TalkEvent = { type: 'TalkConfirmed', data: { ...talkIds, personId } };
const declined: TalkEvent = {
  type: 'TalkDeclined',
  data: { ...talkIds, personId, reason: 'Travel is not approved.' },
};
const lapsed: TalkEvent = { type: 'InvitationLapsed', data: { ...talkIds, personId } };
const replaced = (person = another, answerBy = inAWeek): TalkEvent => ({
  type: 'PresenterReplaced',
  data: { ...talkIds, from: personId, personId: person, answerBy, reason: 'The deputy speaks.' },
});
/** Both topics of Thailand's talk at the 12th forum. */
const described = (changes: Partial<EventOf<'TalkDescribed'>['data']> = {}): EventOf<'TalkDescribed'> => ({
  type: 'TalkDescribed',
  data: {
    ...talkIds,
    topics: [
      { acronym: 'SEDZ', title: { en: 'Sufficiency Economy Development Zones', th: 'เขตพัฒนาเศรษฐกิจพอเพียง' } },
      { acronym: 'CTPI', title: { en: 'City Transformation & Public Policy Institute' } },
    ],
    theme: 'communities',
    language: 'th',
    ...changes,
  },
});
/** The hours before the senior officials of the presenter's country meet. */
const morning = [{ from: 570, to: 780 }];
const available: TalkEvent = { type: 'AvailabilitySet', data: { ...talkIds, mode: 'in-person', windows: morning } };
const reconfirmed = (release = 1): TalkEvent => ({ type: 'SlotReconfirmed', data: { ...talkIds, release } });
const presented: TalkEvent = { type: 'TalkPresented', data: talkIds };
const absent = (reason = 'Missed the flight.'): TalkEvent => ({
  type: 'PresenterAbsent',
  data: { ...talkIds, reason },
});

/** A talk of the sample forum, of which one schedule has been released. */
const givenTalk = (...history: TalkEvent[]) =>
  given(talk, ...history).guard('forum', forumPlanned(), scheduleRequested(), scheduleProposed(), scheduleReleased());

describe('InvitePresenter', () => {
  it('asks for an answer within seven days', () => {
    givenTalk().when(invite(), desk).then(invited);
  });
  it('asks for an answer by the instant given, kept in UTC', () => {
    const answerBy = '2023-11-10T15:00:00.000Z';
    givenTalk()
      .when(invite(personId, '2023-11-10T22:00:00+07:00'), desk)
      .then({ type: 'PresenterInvited', data: { ...talkIds, personId, ...laureate, answerBy } });
  });
  it("asks for an answer within the award's own time", () => {
    const command: TalkCommand = {
      type: 'InvitePresenter',
      data: { forumId, laureateId, cycleId, personId, ...laureate, answerTime: 'P5D' },
    };
    const inFiveDays = new Date(new Date(inAWeek).getTime() - 2 * 86_400_000).toISOString();
    givenTalk()
      .when(command, desk)
      .then({ type: 'PresenterInvited', data: { ...talkIds, personId, ...laureate, answerBy: inFiveDays } });
  });
  it("belongs to the forum's own cycle", () => {
    given(talk)
      .guard('forum', forumPlanned(null))
      .when(invite(), desk)
      .then({
        type: 'PresenterInvited',
        data: { ...talkIds, cycleId: null, personId, ...laureate, answerBy: inAWeek },
      });
  });
  it('is nothing new for the one who is invited or has confirmed', () => {
    givenTalk(invited).when(invite(), desk).nothing();
    givenTalk(invited, confirmed).when(invite(), desk).nothing();
    givenTalk(invited, replaced()).when(invite(another), desk).nothing();
  });
  it('is refused when somebody was named before', () => {
    givenTalk(invited).when(invite(another), desk).refused('presenter-named', { status: 'invited' });
    givenTalk(invited, declined).when(invite(), desk).refused('presenter-named', { status: 'declined' });
    givenTalk(invited, lapsed).when(invite(), desk).refused('presenter-named', { status: 'lapsed' });
    givenTalk(invited, confirmed, presented).when(invite(), desk).refused('presenter-named', { status: 'presented' });
  });
  it('is refused when the time to answer would be over', () => {
    givenTalk().when(invite(personId, now), desk).refused('deadline-past', { now });
  });
  it('is refused for a forum that is unknown', () => {
    given(talk).when(invite(), desk).refused('forum-unknown');
  });
});

describe('ConfirmTalk', () => {
  it('is the answer of the presenter, until the time given', () => {
    givenTalk(invited).when(confirm, presenter).then(confirmed).notAfter(inAWeek);
    givenTalk(invited)
      .when(confirm, { ...presenter, at: inAWeek })
      .then(confirmed)
      .notAfter(inAWeek);
  });
  it("may be recorded by the forum's desk", () => {
    givenTalk(invited).when(confirm, desk).then(confirmed);
    givenTalk(invited).when(confirm, host).then(confirmed);
  });
  it('is the answer of the one who replaced another', () => {
    givenTalk(invited, replaced())
      .when(confirm, stranger)
      .then({ type: 'TalkConfirmed', data: { ...talkIds, personId: another } });
    givenTalk(invited, replaced()).when(confirm, presenter).refused('not-the-presenter');
  });
  it('is nothing new once confirmed', () => {
    givenTalk(invited, confirmed).when(confirm, presenter).nothing();
  });
  it('is refused from anybody else', () => {
    givenTalk(invited).when(confirm, stranger).refused('not-the-presenter');
  });
  it('is refused after the time given', () => {
    givenTalk(invited)
      .when(confirm, { ...presenter, at: justLate })
      .refused('too-late', { closedAt: inAWeek });
  });
  it('is refused once declined, lapsed, or over', () => {
    givenTalk(invited, declined).when(confirm, presenter).refused('talk-declined');
    givenTalk(invited, lapsed).when(confirm, presenter).refused('invitation-lapsed', { lapsedAt: inAWeek });
    givenTalk(invited, confirmed, presented).when(confirm, presenter).refused('talk-over');
    givenTalk(invited, confirmed, absent()).when(confirm, presenter).refused('talk-over');
  });
  it('is refused for a talk that nobody was invited to', () => {
    givenTalk().when(confirm, presenter).refused('talk-unknown');
  });
});

describe('DeclineTalk', () => {
  it('is the answer of the presenter, until the time given', () => {
    givenTalk(invited).when(decline, presenter).then(declined).notAfter(inAWeek);
  });
  it("may be recorded by the forum's desk", () => {
    givenTalk(invited).when(decline, host).then(declined);
  });
  it('is open to a confirmed presenter at any time', () => {
    givenTalk(invited, confirmed)
      .when(decline, { ...presenter, at: justLate })
      .then(declined)
      .notAfter(undefined);
  });
  it('is nothing new once declined', () => {
    givenTalk(invited, declined).when(decline, presenter).nothing();
  });
  it('is refused from anybody else, after the time given, once lapsed, and once over', () => {
    givenTalk(invited).when(decline, stranger).refused('not-the-presenter');
    givenTalk(invited)
      .when(decline, { ...presenter, at: justLate })
      .refused('too-late', { closedAt: inAWeek });
    givenTalk(invited, lapsed).when(decline, presenter).refused('invitation-lapsed');
    givenTalk(invited, confirmed, presented).when(decline, presenter).refused('talk-over');
  });
});

describe('LapseInvitation', () => {
  it('ends a silent invitation at its time', () => {
    givenTalk(invited).when(lapse, slot).then(lapsed);
  });
  it('is nothing new once lapsed', () => {
    givenTalk(invited, lapsed).when(lapse, slot).nothing();
  });
  it('is refused before its time, with the time', () => {
    givenTalk(invited)
      .when(lapse, { ...slot, at: '2023-11-08T07:59:59.999Z' })
      .refused('not-due', { dueAt: Date.parse(inAWeek) });
  });
  it('is refused once answered, and waits anew for the next presenter', () => {
    givenTalk(invited, confirmed).when(lapse, slot).refused('already-answered');
    givenTalk(invited, declined).when(lapse, slot).refused('already-answered');
    givenTalk(invited, lapsed, replaced(another, '2023-11-15T08:00:00.000Z'))
      .when(lapse, slot)
      .refused('not-due', { dueAt: Date.parse('2023-11-15T08:00:00.000Z') });
  });
  it('is refused from a person', () => {
    givenTalk(invited)
      .when(lapse, { ...desk, at: inAWeek })
      .refused('process-only');
  });
});

describe('ReplacePresenter', () => {
  it('invites another, whatever the one before has answered', () => {
    givenTalk(invited).when(replace(), desk).then(replaced());
    givenTalk(invited, confirmed).when(replace(), desk).then(replaced());
    givenTalk(invited, declined).when(replace(), desk).then(replaced());
    givenTalk(invited, lapsed).when(replace(), desk).then(replaced());
  });
  it('asks for an answer by the instant given', () => {
    const answerBy = '2023-11-03T00:00:00.000Z';
    givenTalk(invited, declined).when(replace(another, answerBy), desk).then(replaced(another, answerBy));
    givenTalk(invited, declined).when(replace(another, now), desk).refused('deadline-past');
  });
  it('asks the same person again after a refusal or silence', () => {
    givenTalk(invited, declined).when(replace(personId), desk).then(replaced(personId));
    givenTalk(invited, lapsed).when(replace(personId), desk).then(replaced(personId));
  });
  it('is nothing new for the one who is invited or has confirmed', () => {
    givenTalk(invited, replaced()).when(replace(), desk).nothing();
    givenTalk(invited, confirmed).when(replace(personId), desk).nothing();
  });
  it('forgets when the one before could speak, and which slot was agreed to', () => {
    const history = [invited, confirmed, available, reconfirmed(), replaced()];
    givenTalk(...history)
      .when(setAvailability('in-person', morning), stranger)
      .then(available);
    givenTalk(...history, { type: 'TalkConfirmed', data: { ...talkIds, personId: another } })
      .when(reconfirm(), stranger)
      .then(reconfirmed());
  });
  it('is refused once the talk is over', () => {
    givenTalk(invited, confirmed, presented).when(replace(), desk).refused('talk-over');
  });
});

describe('DescribeTalk', () => {
  it('says what the talk is about, in one topic or more', () => {
    givenTalk(invited).when(describeAs(), presenter).then(described());
  });
  it('may leave the theme to the schedule', () => {
    givenTalk(invited)
      .when(describeAs({ theme: null }), presenter)
      .then(described({ theme: null }));
  });
  it('replaces what was said before', () => {
    givenTalk(invited, described())
      .when(describeAs({ language: 'en' }), presenter)
      .then(described({ language: 'en' }));
  });
  it('is nothing new when it says the same', () => {
    givenTalk(invited, confirmed, described()).when(describeAs(), desk).nothing();
  });
  it('is refused with a theme that the forum does not have', () => {
    givenTalk(invited)
      .when(describeAs({ theme: 'finance' }), presenter)
      .refused('theme-unknown', { themes: ['protection', 'policy', 'communities'] });
  });
  it('is refused from anybody else, and for a talk that will not be given or was', () => {
    givenTalk(invited).when(describeAs(), stranger).refused('not-the-presenter');
    givenTalk(invited, declined).when(describeAs(), presenter).refused('talk-declined');
    givenTalk(invited, lapsed).when(describeAs(), desk).refused('invitation-lapsed');
    givenTalk(invited, confirmed, presented).when(describeAs(), presenter).refused('talk-over');
  });
});

describe('SetAvailability', () => {
  it('says when the presenter can speak', () => {
    givenTalk(invited).when(setAvailability('in-person', morning), presenter).then(available);
  });
  it('can free the whole day again', () => {
    givenTalk(invited, available)
      .when(setAvailability('remote', []), host)
      .then({ type: 'AvailabilitySet', data: { ...talkIds, mode: 'remote', windows: [] } });
  });
  it('is nothing new when it says the same', () => {
    givenTalk(invited, available).when(setAvailability('in-person', morning), presenter).nothing();
    givenTalk(invited).when(setAvailability('in-person', []), presenter).nothing();
  });
  it('is refused with a time that does not end after its start', () => {
    givenTalk(invited)
      .when(setAvailability('in-person', [...morning, { from: 800, to: 800 }]), presenter)
      .refused('window-empty');
  });
  it('is refused from anybody else, and for a talk that will not be given', () => {
    givenTalk(invited).when(setAvailability('in-person', morning), stranger).refused('not-the-presenter');
    givenTalk(invited, declined).when(setAvailability('in-person', morning), presenter).refused('talk-declined');
  });
});

describe('what a talk says of time and language', () => {
  const busy = [{ from: 780, to: 960, what: 'Senior officials meet' }];
  const said = { forumId, laureateId, mode: 'remote' as const, windows: morning, zone: 'Asia/Bangkok', busy, wish: 0 };
  it('has the other meetings of the week, the zone of one afar and the part of the day one would like', () => {
    const { forumId: _forum, laureateId: _laureate, ...times } = said;
    const available: TalkEvent = { type: 'AvailabilitySet', data: { ...talkIds, ...times } };
    givenTalk(invited).when({ type: 'SetAvailability', data: said }, presenter).then(available);
    givenTalk(invited, available).when({ type: 'SetAvailability', data: said }, presenter).nothing();
    givenTalk(invited)
      .when({ type: 'SetAvailability', data: { ...said, busy: [{ from: 9, to: 9, what: '' }] } }, presenter)
      .refused('window-empty');
  });
  it('has how well it fits other themes, all of which the forum has', () => {
    const fits = described({ fit: { policy: 1 }, needsInterpretation: false });
    givenTalk(invited)
      .when(describeAs({ fit: { policy: 1 }, needsInterpretation: false }), presenter)
      .then(fits);
    givenTalk(invited)
      .when(describeAs({ fit: { finance: 1 } }), presenter)
      .refused('theme-unknown', { themes: ['protection', 'policy', 'communities'] });
  });
  it('is interpreted where its language is no working language, unless it says otherwise', () => {
    const plan = samplePlan();
    expect(isInterpreted({ language: 'th', needsInterpretation: null }, plan)).toBe(true);
    expect(isInterpreted({ language: 'en', needsInterpretation: null }, plan)).toBe(false);
    expect(isInterpreted({ language: 'th', needsInterpretation: false }, plan)).toBe(false);
  });
  it('fits the theme chosen best, and others as it says', () => {
    expect(fitOf({ theme: 'policy', fit: { communities: 2 } }, samplePlan())).toEqual({
      ...{ protection: 0, policy: 3, communities: 2 },
    });
  });
});

describe('NameSpeaker', () => {
  const name = (speakerId: string | null): TalkCommand => ({
    type: 'NameSpeaker',
    data: { forumId, laureateId, speakerId },
  });
  const named = (speakerId: string | null): TalkEvent => ({
    type: 'SpeakerNamed',
    data: { ...talkIds, personId: speakerId },
  });
  it('lets another speak, who says when and what, but not whether', () => {
    givenTalk(invited).when(name(another), presenter).then(named(another));
    givenTalk(invited, named(another)).when(setAvailability('in-person', morning), stranger).then(available);
    givenTalk(invited, named(another)).when(confirm, stranger).refused('not-the-presenter');
    givenTalk(invited, named(another)).when(name(null), stranger).refused('not-the-presenter');
  });
  it('is taken back, and nothing new when it says the same', () => {
    givenTalk(invited, named(another)).when(name(null), presenter).then(named(null));
    givenTalk(invited, named(another)).when(name(personId), desk).then(named(null));
    givenTalk(invited, named(another)).when(name(another), presenter).nothing();
    givenTalk(invited).when(name(personId), presenter).nothing();
  });
  it('begins the times of the speaker anew, and ends with another presenter', () => {
    const state = [invited, available, named(another)].reduce(talk.evolve, talk.initial);
    expect(state).toMatchObject({ windows: [], speaker: { personId: another } });
    expect([invited, named(another), replaced(ids.person(7))].reduce(talk.evolve, talk.initial)).toMatchObject({
      ...{ personId: ids.person(7), speaker: null },
    });
  });
  it('is refused for a talk that will not be given', () => {
    givenTalk(invited, declined).when(name(another), presenter).refused('talk-declined');
  });
});

describe('a reserve', () => {
  const kind = 'runner-up' as const;
  const name = (order = 1): TalkCommand => ({
    type: 'NameReserve',
    data: { ...talkIds, kind, ...laureate, order },
  });
  const named = (order = 1): TalkEvent => ({ type: 'ReserveNamed', data: { ...talkIds, kind, ...laureate, order } });
  const drop: TalkCommand = { type: 'DropReserve', data: { forumId, laureateId, reason: 'Cannot travel.' } };
  it('is named with its place in the row, which may change', () => {
    givenTalk().when(name(), desk).then(named());
    givenTalk(named()).when(name(), desk).nothing();
    givenTalk(named()).when(name(2), desk).then(named(2));
  });
  it('is asked like a laureate when it comes to it, and says in whose stead', () => {
    const instead = { forumId, laureateId, cycleId, personId, ...laureate, insteadOf: ids.nomination(2) };
    givenTalk(named())
      .when({ type: 'InvitePresenter', data: instead }, desk)
      .then({
        type: 'PresenterInvited',
        data: { ...talkIds, personId, ...laureate, answerBy: inAWeek, insteadOf: ids.nomination(2) },
      });
  });
  it('answers nothing before it is asked', () => {
    givenTalk(named()).when(confirm, presenter).refused('talk-unknown');
  });
  it('is dropped with a reason, unless it was asked already', () => {
    givenTalk(named())
      .when(drop, desk)
      .then({
        type: 'ReserveDropped',
        data: { ...talkIds, reason: 'Cannot travel.' },
      });
    givenTalk().when(drop, desk).nothing();
    givenTalk(invited).when(drop, desk).refused('presenter-named', { status: 'invited' });
    givenTalk(invited).when(name(), desk).refused('presenter-named', { status: 'invited' });
  });
});

describe('ReconfirmSlot', () => {
  it('agrees to the slot in the newest release', () => {
    givenTalk(invited, confirmed).when(reconfirm(), presenter).then(reconfirmed());
  });
  it('is nothing new once agreed', () => {
    givenTalk(invited, confirmed, reconfirmed()).when(reconfirm(), presenter).nothing();
  });
  it('is refused for a release that is not there or holds no more', () => {
    givenTalk(invited, confirmed).when(reconfirm(2), presenter).refused('release-unknown', { release: 1 });
    given(talk, invited, confirmed)
      .guard('forum', forumPlanned())
      .when(reconfirm(), presenter)
      .refused('release-unknown', { release: null });
    given(talk, invited, confirmed)
      .guard('forum', forumPlanned(), scheduleRequested(), scheduleProposed(), scheduleReleased(), secondRelease)
      .when(reconfirm(), presenter)
      .refused('release-unknown', { release: 2 });
  });
  it('is refused for a release in which the talk has no slot', () => {
    given(talk, invited, confirmed)
      .guard('forum', forumPlanned(), scheduleRequested(), scheduleProposed(), scheduleReleased(), secondRelease)
      .when(reconfirm(2), presenter)
      .refused('talk-not-placed');
  });
  it('is refused before the talk is confirmed, and from anybody else', () => {
    givenTalk(invited).when(reconfirm(), presenter).refused('talk-not-confirmed');
    givenTalk(invited, confirmed).when(reconfirm(), stranger).refused('not-the-presenter');
  });
});

describe('RefuseSlot', () => {
  const refuse = (release = 1, reason = 'My flight lands at noon.'): TalkCommand => ({
    type: 'RefuseSlot',
    data: { forumId: ids.forum, laureateId, release, reason },
  });
  const refused = (reason = 'My flight lands at noon.'): TalkEvent => ({
    type: 'SlotRefused',
    data: { ...talkIds, release: 1, reason },
  });

  it('says that the slot does not suit, and why; the talk stays confirmed', () => {
    givenTalk(invited, confirmed).when(refuse(), presenter).then(refused());
    givenTalk(invited, confirmed, reconfirmed()).when(refuse(), presenter).then(refused());
    givenTalk(invited, confirmed, refused()).when(reconfirm(), presenter).then(reconfirmed());
  });
  it('is nothing new for the same reason, and may have another', () => {
    givenTalk(invited, confirmed, refused()).when(refuse(), presenter).nothing();
    givenTalk(invited, confirmed, refused()).when(refuse(1, 'I am ill.'), presenter).then(refused('I am ill.'));
  });
  it('is refused for a release that holds no more, before the talk is confirmed, and from anybody else', () => {
    givenTalk(invited, confirmed).when(refuse(2), presenter).refused('release-unknown', { release: 1 });
    givenTalk(invited).when(refuse(), presenter).refused('talk-not-confirmed');
    givenTalk(invited, confirmed).when(refuse(), stranger).refused('not-the-presenter');
  });
});

const secondRelease = scheduleReleased({ number: 2, placements: [], unplaced: [laureateId], moved: [] });

describe('MarkPresented', () => {
  it('records that the talk was given', () => {
    givenTalk(invited, confirmed).when(markPresented, host).then(presented);
  });
  it('corrects an absence', () => {
    givenTalk(invited, confirmed, absent()).when(markPresented, host).then(presented);
  });
  it('is nothing new once recorded', () => {
    givenTalk(invited, confirmed, presented).when(markPresented, host).nothing();
  });
  it('is refused for a talk that is not confirmed', () => {
    givenTalk(invited).when(markPresented, host).refused('talk-not-confirmed');
    givenTalk(invited, declined).when(markPresented, host).refused('talk-declined');
    givenTalk(invited, lapsed).when(markPresented, host).refused('invitation-lapsed');
  });
});

describe('MarkAbsent', () => {
  it('records that the presenter was missing, and why', () => {
    givenTalk(invited, confirmed).when(markAbsent(), host).then(absent());
  });
  it('corrects what was recorded', () => {
    givenTalk(invited, confirmed, presented).when(markAbsent(), host).then(absent());
    givenTalk(invited, confirmed, absent()).when(markAbsent('Fell ill.'), host).then(absent('Fell ill.'));
  });
  it('is nothing new once recorded, until it is corrected', () => {
    givenTalk(invited, confirmed, absent()).when(markAbsent(), host).nothing();
    givenTalk(invited, confirmed, absent(), presented).when(markAbsent(), host).then(absent());
  });
  it('is refused for a talk that is not confirmed', () => {
    givenTalk(invited).when(markAbsent(), host).refused('talk-not-confirmed');
    givenTalk(invited, declined).when(markAbsent(), host).refused('talk-declined');
  });
});
