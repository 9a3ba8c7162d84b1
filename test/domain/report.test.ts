// The rules of a delegation's mission report.
import { describe, expect, it } from 'vitest';
import type { EventOf } from '../../domain/events.ts';
import { report } from '../../domain/report/decider.ts';
import { type Audience, type ReportCommand, ReportContent, type ReportEvent } from '../../domain/report/messages.ts';
import { forumPlanned } from '../support/forum-samples.ts';
import { given } from '../support/given.ts';
import { ids, plannedCycle } from '../support/samples.ts';

const [forumId, cycleId, country] = [ids.forum, ids.cycle, 'TH'];
const of = { forumId, country };
const [writer, superior] = [ids.person(1), ids.person(2)];
const hash = (version: number) => String(version).repeat(64);

const save = (base: number, version = base + 1): ReportCommand => ({
  type: 'SaveReport',
  data: { ...of, base, hash: hash(version), source: 'web' },
});
const handIn = (version = 1): ReportCommand => ({ type: 'HandInReport', data: { ...of, version } });
const giveBack: ReportCommand = { type: 'ReturnReport', data: { ...of, version: 1, note: 'Say more of theme 2.' } };
const approve = (audience: Audience = 'public'): ReportCommand => ({
  type: 'ApproveReport',
  data: { ...of, version: 1, audience },
});
const publish: ReportCommand = { type: 'PublishReport', data: { ...of, cycleId } };

const is = (version: number) => ({ ...of, cycleId, version, hash: hash(version) });
const saved = (version = 1): ReportEvent => ({ type: 'ReportSaved', data: { ...is(version), source: 'web' } });
const handedIn: ReportEvent = { type: 'ReportHandedIn', data: { ...is(1), personId: writer } };
const approved = (audience: Audience = 'public'): ReportEvent => ({
  type: 'ReportApproved',
  data: { ...is(1), personId: superior, audience },
});
const published: ReportEvent = { type: 'ReportPublished', data: is(1) };
const named = (personId: string | null): ReportEvent => ({ type: 'SuperiorNamed', data: { ...of, cycleId, personId } });

const written = (...history: ReportEvent[]) => given(report, ...history).guard('forum', forumPlanned(cycleId));
const stage = (stages: ('country' | 'public')[]): EventOf<'StagePublished' | 'AnnouncementPlanned'>[] => [
  {
    type: 'AnnouncementPlanned',
    data: {
      cycleId,
      stages: (['country', 'public'] as const).map((one) => ({ stage: one, at: '2023-11-22T01:00:00.000Z' })),
    },
  } as EventOf<'AnnouncementPlanned'>,
  ...stages.map(
    (one) => ({ type: 'StagePublished', data: { cycleId, stage: one, laureates: [] } }) as EventOf<'StagePublished'>,
  ),
];

describe('SaveReport', () => {
  it('makes a version of its own each time', () => {
    written().when(save(0)).then(saved());
    written(saved()).when(save(1)).then(saved(2));
  });
  it('makes none of the same text', () => written(saved()).when(save(1, 1)).nothing());
  it('writes over no version that was not read', () => {
    written(saved(), saved(2)).when(save(1, 3)).refused('report-moved', { version: 2 });
  });
  it('is refused while the report lies with the superior', () => {
    written(saved(), handedIn).when(save(1)).refused('report-handed-in');
  });
  it('starts a new version after the approval, which stands', () => {
    written(saved(), handedIn, approved()).when(save(1)).then(saved(2));
  });
  it('needs a forum', () => given(report).when(save(0)).refused('forum-unknown'));
});

describe('HandInReport', () => {
  it('names the version with its hash and who hands it in', () => {
    written(saved()).when(handIn(), { actor: writer }).then(handedIn);
  });
  it('is done once', () => written(saved(), handedIn).when(handIn()).nothing());
  it('needs a saved version, the newest', () => {
    written().when(handIn()).refused('report-empty');
    written(saved(), saved(2)).when(handIn(1)).refused('report-moved', { version: 2 });
  });
  it('is refused for what is approved already', () => {
    written(saved(), handedIn, approved()).when(handIn()).refused('report-approved');
  });
});

describe('ReturnReport and ApproveReport', () => {
  it('are for what was handed in', () => {
    written(saved()).when(giveBack).refused('report-not-handed-in', { version: null });
    written(saved()).when(approve()).refused('report-not-handed-in', { version: null });
  });
  it('return it with a note, so that it can be changed', () => {
    const returned: ReportEvent = { type: 'ReportReturned', data: { ...is(1), note: 'Say more of theme 2.' } };
    written(saved(), handedIn).when(giveBack, { actor: superior }).then(returned);
    written(saved(), handedIn, returned).when(save(1)).then(saved(2));
  });
  it('approve it for one audience', () => {
    written(saved(), handedIn).when(approve('internal'), { actor: superior }).then(approved('internal'));
  });
  it('need another person than who handed it in', () => {
    written(saved(), handedIn).when(approve(), { actor: writer }).refused('report-own');
  });
  it('are the named superior’s alone where one is named', () => {
    const others = written(saved(), handedIn, named(superior));
    others.when(approve(), { actor: ids.person(3) }).refused('report-superior');
    others.when(giveBack, { actor: ids.person(3) }).refused('report-superior');
    others.when(approve(), { actor: superior }).then(approved());
  });
});

describe('PublishReport', () => {
  it('needs an approval for everybody', () => {
    written(saved()).guard('cycle', plannedCycle()).when(publish).refused('report-not-approved');
    written(saved(), handedIn, approved('internal'))
      .guard('cycle', plannedCycle())
      .when(publish)
      .refused('report-internal');
  });
  it('waits until the laureates are public', () => {
    const ready = written(saved(), handedIn, approved());
    ready
      .guard('cycle', plannedCycle(), ...stage(['country']))
      .when(publish)
      .refused('report-embargoed');
    ready
      .guard('cycle', plannedCycle(), ...stage(['country', 'public']))
      .when(publish)
      .then(published);
  });
  it('is taken back with a reason', () => {
    const reason = 'A name is wrong.';
    written(saved(), handedIn, approved(), published)
      .when({ type: 'RetractReport', data: { ...of, reason } })
      .then({ type: 'ReportRetracted', data: { ...of, cycleId, version: 1, reason } });
    written(saved())
      .when({ type: 'RetractReport', data: { ...of, reason } })
      .nothing();
  });
});

describe('NameSuperior', () => {
  it('names one, or none any more', () => {
    const name = (personId: string | null): ReportCommand => ({ type: 'NameSuperior', data: { ...of, personId } });
    written().when(name(superior)).then(named(superior));
    written(named(superior)).when(name(superior)).nothing();
    written(named(superior)).when(name(null)).then(named(null));
  });
});

describe('the content of a report', () => {
  it('has parts with ids of their own', () => {
    const part = { id: 'date', kind: 'fact', label: 'Date', text: '' };
    const content = { title: 'Sample', language: 'en', parts: [part, part] };
    expect(ReportContent.safeParse(content).success).toBe(false);
    expect(ReportContent.safeParse({ ...content, parts: [part] }).success).toBe(true);
  });
});
