// The rules of a session's proceedings, and how they come together by theme.
import { describe, expect, it } from 'vitest';
import type { EventOf } from '../../domain/events.ts';
import { proceedings } from '../../domain/proceedings/decider.ts';
import {
  type ProceedingsCommand,
  ProceedingsContent,
  type ProceedingsEvent,
} from '../../domain/proceedings/messages.ts';
import { inOneLanguage, rollUp } from '../../domain/proceedings/rolling-up.ts';
import { forumPlanned, samplePlan } from '../support/forum-samples.ts';
import { given } from '../support/given.ts';
import { ids, plannedCycle } from '../support/samples.ts';

const [forumId, cycleId] = [ids.forum, ids.cycle];
const of = { forumId, block: 'first', room: 'main' };
const hash = (version: number) => String(version).repeat(64);
const record = (version = 1): ProceedingsCommand => ({
  type: 'RecordProceedings',
  data: { ...of, hash: hash(version) },
});
const publish = (version = 1): ProceedingsCommand => ({
  type: 'PublishProceedings',
  data: { ...of, version, cycleId },
});
const is = (version: number) => ({ ...of, cycleId, version, hash: hash(version) });
const recorded = (version = 1): ProceedingsEvent => ({ type: 'ProceedingsRecorded', data: is(version) });
const published = (version = 1): ProceedingsEvent => ({ type: 'ProceedingsPublished', data: is(version) });
const written = (...history: ProceedingsEvent[]) => given(proceedings, ...history).guard('forum', forumPlanned());
const at = '2023-11-22T01:00:00.000Z';
const planned: EventOf<'AnnouncementPlanned'> = {
  type: 'AnnouncementPlanned',
  data: { cycleId, stages: [{ stage: 'public', at }] },
};
const announced: EventOf<'StagePublished'> = {
  type: 'StagePublished',
  data: { cycleId, stage: 'public', laureates: [] },
};

describe('RecordProceedings', () => {
  it('makes a version of each text, and none of the same', () => {
    written().when(record()).then(recorded());
    written(recorded()).when(record()).nothing();
    written(recorded()).when(record(2)).then(recorded(2));
  });
  it('needs a session of the plan', () => {
    const strange: ProceedingsCommand = { type: 'RecordProceedings', data: { ...of, room: 'cellar', hash: hash(1) } };
    written().when(strange).refused('session-unknown');
    given(proceedings).when(record()).refused('forum-unknown');
  });
});

describe('PublishProceedings', () => {
  it('waits until the laureates are public', () => {
    written(recorded()).guard('cycle', plannedCycle(), planned).when(publish()).refused('proceedings-embargoed');
    written(recorded()).guard('cycle', plannedCycle(), planned, announced).when(publish()).then(published());
  });
  it('is for the version recorded last', () => {
    const both = written(recorded(), recorded(2)).guard('cycle', plannedCycle(), planned, announced);
    both.when(publish(1)).refused('proceedings-moved', { version: 2 });
    both.when(publish(2)).then(published(2));
  });
  it('is taken back with a reason', () => {
    const reason = 'A name is wrong.';
    written(recorded(), published())
      .when({ type: 'WithdrawProceedings', data: { ...of, reason } })
      .then({ type: 'ProceedingsWithdrawn', data: { ...of, cycleId, version: 1, reason } });
    written(recorded())
      .when({ type: 'WithdrawProceedings', data: { ...of, reason } })
      .nothing();
  });
});

describe('proceedings by theme', () => {
  const said = (block: string, room: string, changes: Partial<ProceedingsContent>) => ({
    ...{ block, room },
    content: ProceedingsContent.parse(changes),
  });
  it('bring rooms together that spoke to one theme, and say once what both say', () => {
    const rolled = rollUp(samplePlan(), [
      said('first', 'second', { points: { en: ['Shared', 'Of the second'] }, summary: { en: 'Second room.' } }),
      said('first', 'main', {
        points: { en: ['Of the first', 'Shared'], th: ['ประเด็น'] },
        summary: { en: 'Main room.' },
      }),
      said('last', 'main', { recommendations: { en: ['Go on'] } }),
    ]);
    expect(rolled).toEqual([
      {
        ...{
          theme: 'protection',
          title: { en: 'Innovations in Social Protection' },
          pictures: [],
          recommendations: {},
        },
        sessions: [
          { block: 'first', room: 'main' },
          { block: 'first', room: 'second' },
        ],
        summary: { en: ['Main room.', 'Second room.'] },
        points: { en: ['Of the first', 'Shared', 'Of the second'], th: ['ประเด็น'] },
      },
      {
        ...{ theme: 'communities', title: { en: 'Empowering Communities' }, pictures: [], points: {}, summary: {} },
        sessions: [{ block: 'last', room: 'main' }],
        recommendations: { en: ['Go on'] },
      },
    ]);
  });
  it('lose no room that wrote in another language', () => {
    const [one, other] = [
      said('first', 'main', {
        points: { en: ['Of the first'], th: ['ประเด็น'] },
        summary: { th: '', en: 'Main room.' },
      }),
      said('first', 'second', { points: { th: [], km: ['ចំណុច'], en: ['Of the second'] } }),
    ];
    const inThai = [one, other].map((session) => ({ ...session, content: inOneLanguage(session.content, 'th') }));
    expect(rollUp(samplePlan(), inThai)).toMatchObject([
      { points: { th: ['ประเด็น'], en: ['Of the second'] }, summary: { en: ['Main room.'] } },
    ]);
    expect(inOneLanguage(ProceedingsContent.parse({ points: { km: ['ចំណុច'] } }), 'th').points).toEqual({ km: ['ចំណុច'] });
  });
});
