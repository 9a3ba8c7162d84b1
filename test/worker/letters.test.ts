// Who is told what: every kind of letter has its readers and all its facts, and nobody is told twice.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../db/database.ts';
import { lettersFor } from '../../documents/letters/letters.ts';
import { composeMails, type Letter, type Lines, sendMail } from '../../documents/mail.ts';
import type { AwardsEvent, EventOf, EventType } from '../../domain/events.ts';
import type { Power } from '../../domain/roles.ts';
import { openFresh } from '../support/database.ts';
import { scheduleReleased } from '../support/forum-samples.ts';
import { approver, nominationSubmitted, openlyRejected, screener } from '../support/nomination-samples.ts';
import { cycleIn, ids, phaseOpened, signedPanel, winner } from '../support/samples.ts';
import { everyEvent } from './every-event.ts';
import { project, recorded } from './support.ts';

const person = {
  secretariat: ids.person(9),
  focalTH: ids.person(21),
  focalSG: ids.person(22),
  endorserTH: ids.person(23),
  screenerTH: screener,
  approverTH: approver,
  contact: ids.person(24),
  staff: ids.person(25),
  standby: ids.person(28),
  editor: ids.person(26),
  formerEditor: ids.person(27),
  presenter: ids.person(1),
  nextPresenter: ids.person(2),
  judge: ids.judge(1),
  otherJudge: ids.judge(2),
  thirdJudge: ids.judge(3),
};
type Name = keyof typeof person;
const judges: string[] = [person.judge, person.otherJudge, person.thirdJudge];
const names = new Map(Object.entries(person).map(([name, id]) => [id, name]));

let db: Db;
let close: () => Promise<void>;

let grants = 0;
const grant = (
  of: Name,
  role: EventOf<'RoleGranted'>['data']['role'],
  scope: object,
  powers?: Power[],
): AwardsEvent => {
  grants += 1;
  const data = { personId: person[of], grantId: ids.organisation(100 + grants), role, scope };
  return {
    type: 'RoleGranted',
    data: {
      ...{ ...data, from: '2024-01-01T00:00:00.000Z', until: null, by: person.secretariat },
      ...(powers !== undefined && { powers }),
    },
  };
};

beforeAll(async () => {
  ({ db, close } = await openFresh());
  const award = cycleAward();
  const sample = <Type extends EventType>(type: Type) => everyEvent.filter((event) => event.type === type);
  await project(db, [
    grant('secretariat', 'secretariat', { award }),
    grant('focalTH', 'focal-point', { award, country: 'TH' }),
    grant('focalSG', 'focal-point', { award, country: 'SG' }),
    grant('endorserTH', 'endorser', { award, country: 'TH' }),
    grant('screenerTH', 'screener', { award, country: 'TH' }),
    grant('approverTH', 'approver', { award, country: 'TH' }),
    grant('editor', 'applicant', { award, country: 'TH' }),
    grant('formerEditor', 'delegate', { award, country: 'TH' }),
    grant('contact', 'laureate-contact', { laureate: ids.nomination(1) }),
    grant('staff', 'forum-staff', { forum: ids.forum }),
    grant('standby', 'standby', { award }, ['conflicted-files']),
    ...cycleIn('nomination'),
    nominationSubmitted(),
    ...sample('JudgeInvited'),
    ...signedPanel('TH-ngo', [winner(1)]),
    ...sample('ForumPlanned'),
    ...sample('PresenterInvited'),
  ]);
  for (const [name, id] of Object.entries(person))
    await db.read
      .insertInto('people')
      .values({ person_id: id, email: `${name}@example.org`, name: `Sample ${name}`, language: 'en' })
      .execute();
  // One of them has lost the role: letters about the nomination are no longer theirs.
  const editors = [person.editor, person.formerEditor];
  await db.read
    .insertInto('drafts')
    .values({
      ...{ form: 'nomination', subject_id: ids.nomination(1), cycle_id: ids.cycle, country: 'TH', category: 'ngo' },
      ...{ content: '{}', version: 1, saved_by: person.editor, created_by: person.editor, editors },
    })
    .execute();
});
afterAll(() => close());

function cycleAward(): string {
  const [planned] = cycleIn('nomination');
  return planned?.type === 'CyclePlanned' ? planned.data.definition.key : '';
}

/** `kind: readers` of each letter, as it is written. */
async function written(event: AwardsEvent): Promise<string[]> {
  const told = recorded(event, { cycleId: ids.cycle });
  const letters = await lettersFor({ db, publicUrl: 'https://award.example.org' }, told);
  for (const letter of letters) await sendMail(db, letter);
  const rows = await db.read
    .selectFrom('mails')
    .select(['kind', 'person_id'])
    .where('key', 'like', `${told.eventId}:%`)
    .execute();
  const byKind = Map.groupBy(rows, ({ kind }) => kind);
  return [...byKind]
    .map(
      ([kind, all]) =>
        `${kind}: ${all
          .map((row) => names.get(row.person_id))
          .sort()
          .join(' ')}`,
    )
    .sort();
}

const isLines = (fact: Letter['facts'][string]): fact is Lines =>
  typeof fact !== 'string' && 'lines' in fact && Array.isArray(fact.lines);

const keepers = 'focalTH';
const everyone = 'approverTH endorserTH focalSG focalTH judge screenerTH secretariat';
const concerned = 'approverTH editor endorserTH focalSG focalTH judge presenter screenerTH secretariat';
const expected: { [type in EventType]?: string[] } = {
  CyclePlanned: ['cycle-planned: focalSG focalTH'],
  PhaseOpened: ['phase-opened: approverTH focalSG focalTH screenerTH'],
  PhaseClosed: ['phase-closed: secretariat'],
  DeadlineMoved: ['deadline-moved: focalSG focalTH judge secretariat'],
  CycleSuspended: [`cycle-suspended: ${concerned}`],
  CycleResumed: [`cycle-resumed: ${concerned}`],
  CycleCancelled: [`cycle-cancelled: ${concerned}`],
  CycleArchived: [`cycle-archived: ${everyone}`],
  EndorsementRequested: ['endorsement-requested: endorserTH'],
  ResultObjected: ['result-objected: focalTH secretariat'],
  ObjectionSettled: ['objection-settled: focalTH'],
  EndorsementConcluded: ['endorsement-concluded: focalSG focalTH'],
  StagePublished: ['stage-published: focalSG focalTH secretariat'],
  CountryTimetableSet: ['country-progress: secretariat', 'country-timetable: approverTH focalTH judge screenerTH'],
  DispensationGranted: ['dispensation-granted: approverTH focalSG focalTH judge screenerTH secretariat'],
  CountryPhaseClosed: ['country-progress: secretariat'],
  ForwardingSignatureRecorded: ['country-progress: approverTH focalTH secretariat'],
  ForwardingSigned: ['country-progress: secretariat'],
  NoNomineeDeclared: ['country-progress: secretariat'],
  NominationSubmitted: ['nomination-receipt: editor secretariat'],
  NominationCorrected: ['nomination-receipt: editor secretariat'],
  NominationReturned: ['nomination-returned: editor secretariat'],
  RejectionProposed: ['nomination-news: approverTH'],
  NominationRejected: ['nomination-closed: approverTH editor focalTH secretariat'],
  RejectionObjected: ['rejection-objected: approverTH editor focalTH secretariat'],
  RejectionUpheld: ['rejection-upheld: approverTH editor focalTH secretariat'],
  CounterChecked: ['nomination-news: approverTH focalTH screenerTH'],
  NominationReadmitted: ['nomination-readmitted: approverTH editor focalTH screenerTH secretariat'],
  NominationDisqualified: ['nomination-disqualified: approverTH editor focalTH secretariat'],
  AmendmentRequested: ['amendment-requested: judge'],
  AmendmentRefused: ['amendment-refused: editor secretariat'],
  DossierAmended: ['dossier-amended: editor secretariat'],
  EntryRemoved: ['entry-removed: judge'],
  EntryAmended: ['entry-amended: judge'],
  NominationWithdrawn: ['nomination-news: editor secretariat'],
  NominationForwarded: ['nomination-news: editor secretariat'],
  DossierReturned: ['dossier-returned: editor focalTH secretariat'],
  ReturnAnswered: ['dossier-answered: secretariat'],
  ConsentConfirmed: ['nomination-news: editor secretariat'],
  ConsentRefused: ['nomination-news: editor secretariat'],
  JudgeInvited: ['judge-invited: judge'],
  InvitationAccepted: [`judge-news: ${keepers}`],
  InvitationDeclined: [`judge-news: ${keepers}`],
  ConflictDeclared: [`judge-news: ${keepers}`],
  ScoringFinished: [`judge-news: ${keepers}`],
  JudgeReleased: [`judge-news: ${keepers}`],
  AssignmentReleased: ['assignment-released: judge otherJudge thirdJudge'],
  TallySealed: ['panel-news: judge'],
  EntriesShortlisted: ['panel-news: focalTH judge'],
  MinimumLowered: ['panel-news: judge'],
  ReserveCalled: ['panel-news: judge', 'reserve-called: thirdJudge'],
  PanelVoteRecorded: ['panel-news: judge'],
  DecisionRecorded: ['panel-news: judge'],
  DecisionSignatureRecorded: ['panel-news: approverTH judge secretariat'],
  DecisionSigned: ['panel-news: secretariat'],
  DecisionReopened: ['panel-news: judge'],
  AwardAccepted: ['award-answered: focalTH'],
  AwardDeclined: ['award-answered: focalTH secretariat'],
  AwardLapsed: ['award-answered: focalTH secretariat'],
  AwardRevoked: ['award-answered: contact editor focalTH secretariat'],
  AnnouncementCorrected: ['announcement-corrected: focalTH secretariat'],
  NameProofed: ['name-to-correct: focalTH'],
  LaureateNameCorrected: ['name-corrected: secretariat'],
  LaureateReplaced: ['award-answered: focalTH secretariat'],
  PresenterInvited: ['presenter-invited: presenter'],
  PresenterReplaced: ['presenter-invited: nextPresenter'],
  SpeakerNamed: ['speaker-named: nextPresenter'],
  TalkDeclined: ['talk-news: secretariat staff'],
  SlotRefused: ['talk-news: secretariat staff'],
  InvitationLapsed: ['talk-news: secretariat staff'],
  ReportHandedIn: ['report-handed-in: approverTH'],
  ReportReturned: ['report-returned: focalTH formerEditor'],
  ReportApproved: ['report-approved: focalTH formerEditor'],
  ParticipantReplaced: ['participant-replaced: focalTH secretariat staff'],
  ScheduleReleased: ['schedule-released: presenter'],
  RoleGranted: ['role-granted: presenter'],
  RoleHandedOver: ['role-handed-over: presenter'],
  CeremonyPlanned: ['ceremony-planned: focalSG focalTH'],
  ReceiverNamed: ['receiver-named: focalTH presenter'],
  OfficerConflictDeclared: ['file-taken-over: standby'],
  AccessRequested: ['access-asked: judge secretariat standby'],
  AccessGranted: ['access-granted: presenter'],
  AccessRefused: ['access-over: presenter'],
  AccessEnded: ['access-over: presenter'],
};

describe('judges', () => {
  const [about] = everyEvent.filter((event) => event.type === 'EntryAmended');
  const told = async (types: EventType[]) => {
    const events = everyEvent.filter((event) => types.includes(event.type));
    return (await Promise.all(events.map(written))).flat();
  };

  it('are told of no nominee, no nominator and no person by any letter', async () => {
    const planted = ['Zzbody', 'ซซองค์กร', 'editor', 'formerEditor', 'contact'];
    const organisation = JSON.stringify({ en: 'Zzbody Weavers', th: 'ซซองค์กรทอผ้า' });
    await db.read.updateTable('nominations').set({ organisation }).execute();
    const mails: string[] = [];
    const others: string[] = [];
    for (const language of ['en', 'th'] as const) {
      await db.read.updateTable('people').set({ language }).execute();
      for (const event of everyEvent) {
        const letters = await lettersFor(
          { db, publicUrl: 'https://award.example.org' },
          recorded(event, { cycleId: ids.cycle }),
        );
        for (const letter of letters)
          for (const { personId, subject, body, attachment } of await composeMails(db, letter)) {
            const text = [event.type, subject, body, JSON.stringify(attachment ?? null)].join('\n');
            (judges.includes(personId) ? mails : others).push(text);
          }
      }
    }
    await db.read.updateTable('people').set({ language: 'en' }).execute();
    expect(mails.length).toBeGreaterThan(40);
    expect(mails.filter((text) => planted.some((word) => text.includes(word)))).toEqual([]);
    for (const word of planted.slice(0, 2)) expect(others.some((text) => text.includes(word))).toBe(true);
  });

  it('hear nothing of an entry that they keep away from, also who leads', async () => {
    const types: EventType[] = ['AmendmentRequested', 'EntryAmended', 'EntryRemoved'];
    expect(await told(types)).toHaveLength(3);
    await db.read
      .insertInto('judge_conflicts')
      .values({
        ...{ cycle_id: ids.cycle, judge_id: person.judge, nomination_id: about?.data.nominationId ?? '' },
        ...{ kind: 'family', reason: 'My sister.', status: 'declared', declared_at: new Date() },
      })
      .execute();
    expect(await told(types)).toEqual([]);
    await db.read.deleteFrom('judge_conflicts').execute();
  });
});

describe('lettersFor', () => {
  for (const event of everyEvent)
    it(`tells ${expected[event.type]?.join(', ') ?? 'nobody'} of ${event.type}`, async () => {
      expect(await written(event)).toEqual(expected[event.type] ?? []);
    });

  it('has Thai words for whatever it says itself: only names, numbers and what people wrote stay as they are', async () => {
    const asTheyAre = [
      ...['cycle', 'country', 'organisation', 'forum', 'entry', 'panels', 'place', 'venue', 'release', 'url'],
      ...['reason', 'authority', 'note', 'messages', 'text', 'number', 'version', 'fingerprint', 'files'],
    ];
    const facts: Letter['facts'][string][] = [];
    for (const event of everyEvent) {
      const letters = await lettersFor(
        { db, publicUrl: 'https://award.example.org' },
        recorded(event, { cycleId: ids.cycle }),
      );
      const said = letters.flatMap((letter) => Object.entries(letter.facts));
      facts.push(...said.flatMap(([name, fact]) => (asTheyAre.includes(name) ? [] : [fact])));
    }
    const words = facts.flatMap((fact) => (isLines(fact) ? fact.lines.map(({ what }) => what) : [fact]));
    expect(words.length).toBeGreaterThan(30);
    expect(words.filter((fact) => typeof fact === 'string' || !('th' in fact || 'at' in fact))).toEqual([]);
  });

  it('tells the nominees alone of their own bundles, each of the own one', async () => {
    const published = (audience: 'country' | 'nominee' | 'public'): AwardsEvent => ({
      type: 'BundlePublished',
      data: { cycleId: ids.cycle, group: 'TH-ngo', number: 1, audience, hash: 'c'.repeat(64) },
    });
    await db.read
      .insertInto('bundles')
      .values({
        ...{ hash: 'd'.repeat(64), publication: 'c'.repeat(64), nomination_id: ids.nomination(1) },
        ...{ cycle_id: ids.cycle, panel_group: 'TH-ngo', content: '{}' },
      })
      .execute();
    expect(await written(published('country'))).toEqual([]);
    expect(await written(published('nominee'))).toEqual(['own-result: editor secretariat']);
    const contact = person.contact;
    const offer = { laureate_id: ids.nomination(1), cycle_id: ids.cycle, panel_group: 'TH-ngo', contact };
    await db.read.insertInto('award_offers').values(offer).execute();
    expect(await written(published('nominee'))).toEqual([
      'own-result-linked: contact',
      'own-result: editor secretariat',
    ]);
    await db.read.deleteFrom('award_offers').where('contact', '=', contact).execute();
  });

  it('tells focal points until when nominations are open, by the cycle’s clock', async () => {
    expect(await written(phaseOpened('nomination'))).toEqual(['nominations-open: focalSG focalTH']);
    const { body } = await db.read
      .selectFrom('mails')
      .select('body')
      .where('kind', '=', 'nominations-open')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(body).toContain('March 1, 2025 at 7:00 AM (Asia/Jakarta)');
    expect(body).toContain(`https://award.example.org/cycles/${ids.cycle}`);
  });

  it('leads endorsers, presenters and focal points to the page of their matter', async () => {
    const urlOf = async (type: AwardsEvent['type']) => {
      const event = everyEvent.find((one) => one.type === type);
      if (event === undefined) throw new Error('There is a sample of it.');
      const [letter] = await lettersFor(
        { db, publicUrl: 'https://award.example.org' },
        recorded(event, { cycleId: ids.cycle }),
      );
      return String(letter?.facts.url).replaceAll(/[0-9a-f-]{36}/g, 'id');
    };
    expect(await urlOf('EndorsementRequested')).toBe('https://award.example.org/cycles/id/endorse');
    expect(await urlOf('PresenterInvited')).toBe('https://award.example.org/app/talks/id~id');
    expect(await urlOf('LaureateNameCorrected')).toBe('https://award.example.org/app/laureates/id');
  });

  it('says nothing of the endorsement phase beside its request', async () => {
    expect(await written(phaseOpened('endorsement'))).toEqual([]);
  });

  it('tells each stage those it is for', async () => {
    const published = (stage: EventOf<'StagePublished'>['data']['stage']): AwardsEvent => ({
      type: 'StagePublished',
      data: { cycleId: ids.cycle, stage, laureates: [winner(1)] },
    });
    expect(await written(published('country'))).toEqual(['stage-published: endorserTH focalSG focalTH']);
    expect(await written(published('laureate'))).toEqual(['stage-published: contact editor secretariat']);
  });

  it('does not ask the one who proposed a rejection to confirm it', async () => {
    const proposed = everyEvent.find((event) => event.type === 'RejectionProposed');
    if (proposed?.type !== 'RejectionProposed') throw new Error('There is a sample of it.');
    expect(await written({ ...proposed, data: { ...proposed.data, by: person.approverTH } })).toEqual([]);
  });

  it('tells until when a rejection may be objected to, by the country’s clock', async () => {
    expect(await written(openlyRejected())).toEqual(['nomination-rejected: approverTH editor focalTH secretariat']);
    const { body } = await db.read
      .selectFrom('mails')
      .select('body')
      .where('kind', '=', 'nomination-rejected')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(body).toContain('You may object until March 21, 2025 at 11:59 PM (Asia/Bangkok)');
  });

  it('tells a presenter the new place by the venue’s clock', async () => {
    await written(scheduleReleased({ name: 'Second', note: 'Rooms have changed.' }));
    const { body } = await db.read
      .selectFrom('mails')
      .select('body')
      .where('subject', 'like', 'Twelfth forum: when you speak')
      .where('body', 'like', '%Second%')
      .executeTakeFirstOrThrow();
    expect(body).toContain('Main room, 2023-11-21, 09:45 (Asia/Singapore)');
  });

  it('names the end of a phase where there is one', async () => {
    expect(await written(phaseOpened('screening'))).toEqual(['phase-opened: approverTH focalSG focalTH screenerTH']);
    expect(await written(phaseOpened('forum', null))).toEqual(['phase-begun: focalSG focalTH']);
  });

  it('says it once, however often the event is handled', async () => {
    const told = recorded(phaseOpened('nomination'), { cycleId: ids.cycle });
    const [letter] = await lettersFor({ db, publicUrl: 'https://award.example.org' }, told);
    if (letter === undefined) throw new Error('There is a letter.');
    expect([await sendMail(db, letter), await sendMail(db, letter)]).toEqual([2, 0]);
  });
});
