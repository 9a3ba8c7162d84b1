// Reminders: to those who still owe something and to nobody else, once for each instant; what is overdue, to the desk.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Reminder, remind } from '../../activities/remind.ts';
import type { Db } from '../../db/database.ts';
import { startDraft } from '../../db/drafts.ts';
import { markArrived } from '../../db/files.ts';
import { registerLaureateFile } from '../../db/laureate-files.ts';
import { findLink } from '../../db/links.ts';
import { countryPhases } from '../../domain/phases.ts';
import {
  by,
  contentOf,
  formPanel,
  passScreening,
  planSample,
  requestEndorsement,
  type Sample,
  sheetOf,
  signCountry,
  submit,
} from '../support/acts.ts';
import { openFresh } from '../support/database.ts';
import { sampleDefinition } from '../support/samples.ts';
import { scoringSample, screenedSample } from '../support/scoring.ts';
import { inProcess, openForum, person } from './support.ts';

const hour = 3_600;
const at = Date.UTC(2026, 4, 1);
const closesAt = Date.UTC(2026, 4, 2, 15, 59, 59);
const award = 'sample';
const home = { award, country: 'SG' };

let db: Db;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await openFresh(3));
});
beforeEach(async () => {
  for (const table of ['mails', 'grants', 'people'] as const) await db.read.deleteFrom(table).execute();
});
afterAll(() => close());

type Asked = Pick<Reminder, 'what' | 'about'> & Partial<Reminder>;
const send = (reminder: Asked) =>
  inProcess('toy', () => remind(db, { at, closesAt, overdue: false, ...reminder }, 'https://award.example.org'));
const mails = () => db.read.selectFrom('mails').selectAll().orderBy('created_at').execute();
const written = async () => (await mails()).map((mail) => mail.person_id).sort();

const opened = async (): Promise<Sample> => {
  const lengths = { nomination: hour, screening: hour, judging: hour, decision: hour };
  const sample = await planSample(db, sampleDefinition(), ['SG', 'MM'], lengths);
  const { cycleId, acts } = sample;
  await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase: 'nomination' } }, by('process'));
  return sample;
};

async function draft({ cycleId }: Sample, personId: string, country = 'SG', category = 'ngo'): Promise<string> {
  const subjectId = randomUUID();
  await startDraft(db, { form: 'nomination', subjectId, cycleId, country, category, personId });
  return subjectId;
}

describe('remind', () => {
  it('writes one mail to each person, once for each instant', async () => {
    const { cycleId } = await opened();
    const [one, two] = [
      await person(db, [{ role: 'focal-point', ...home }]),
      await person(db, [{ role: 'focal-point', ...home }]),
    ];
    await person(db, [{ role: 'focal-point', award, country: 'MM' }]);
    const reminder: Asked = { what: 'nomination', about: { cycleId, iso2: 'SG' } };
    expect(await send(reminder)).toEqual({ mails: 2 });
    expect(await send(reminder)).toEqual({ mails: 0 });
    expect(await written()).toEqual([one, two].sort());
    expect(await send({ ...reminder, at: at + 1 })).toEqual({ mails: 2 });
    expect((await mails()).map((mail) => mail.kind)).toEqual(Array.from({ length: 4 }, () => 'reminder-nomination'));
  });

  it('writes to nobody of a cycle that is not there', async () => {
    expect(await send({ what: 'nomination', about: { cycleId: randomUUID(), iso2: 'SG' } })).toEqual({ mails: 0 });
  });

  it('says what is owed, by when in the zone that governs and in the reader’s, and where', async () => {
    const { cycleId } = await opened();
    await person(db, [{ role: 'focal-point', ...home }], { zone: 'Asia/Bangkok' });
    await send({ what: 'nomination', about: { cycleId, iso2: 'SG' } });
    const [mail] = await mails();
    expect(mail).toMatchObject({
      subject: 'A reminder, Sample cycle: a nomination is still to be submitted',
      cycle_id: cycleId,
      country: 'SG',
      state: 'due',
      secret: null,
    });
    const [first, , last] = (mail?.body ?? '').split('\n');
    expect(first).toMatch(/11:59\sPM \(Asia\/Singapore\) = .*10:59\sPM \(Asia\/Bangkok\)\.$/);
    expect(last).toBe(`https://award.example.org/cycles/${cycleId}`);
  });

  it('speaks the reader’s language where there is a text in it, and English where there is none', async () => {
    const { cycleId } = await opened();
    await person(db, [{ role: 'focal-point', ...home }], { language: 'th' });
    await person(db, [{ role: 'focal-point', ...home }], { language: 'vi' });
    await send({ what: 'nomination', about: { cycleId, iso2: 'SG' } });
    const found = (await mails()).map(({ language, subject }) => [language, subject.startsWith('แจ้งเตือน')]).sort();
    expect(found).toEqual([
      ['en', false],
      ['th', true],
    ]);
  });

  it('tells the desk a day after the deadline, and how many owe it', async () => {
    const { cycleId } = await opened();
    await person(db, [{ role: 'focal-point', ...home }]);
    const secretariat = await person(db, [{ role: 'secretariat', award }]);
    await send({ what: 'nomination', about: { cycleId, iso2: 'SG' }, overdue: true });
    expect(await written()).toEqual([secretariat]);
    const [mail] = await mails();
    expect(mail?.subject).toBe('Overdue, Sample cycle: a nomination is still to be submitted');
    expect(mail?.body).toContain('Persons who owe it: 1.');
  });
});

describe('who owes a nomination', () => {
  it('is who edits a form that was not submitted, and the focal point while a category has none', async () => {
    const sample = await opened();
    const { cycleId, acts } = sample;
    const focal = await person(db, [{ role: 'focal-point', ...home }]);
    const applicant = () => person(db, [{ role: 'applicant', ...home }]);
    const [drafting, done] = [await applicant(), await applicant()];
    await draft(sample, await person(db));
    await draft(sample, drafting);
    const nominationId = await draft(sample, done);
    const data = { nominationId, cycleId, country: 'SG', category: 'ngo', ...contentOf('one') };
    await acts.nomination({ type: 'SubmitNomination', data }, by('applicant', done));
    const about = { cycleId, iso2: 'SG' };
    await send({ what: 'nomination', about });
    expect(await written()).toEqual([focal, drafting].sort());
    await submit(sample, 'SG', 'private');
    await db.read.deleteFrom('mails').execute();
    await send({ what: 'nomination', about });
    expect(await written()).toEqual([drafting]);
  });
});

describe('who owes the screening', () => {
  it('is the approver, and the screener while something is to be checked', async () => {
    const sample = await opened();
    const { cycleId } = sample;
    const approver = await person(db, [{ role: 'approver', ...home }]);
    const screener = await person(db, [{ role: 'screener', ...home }]);
    const about = { cycleId, iso2: 'SG' };
    await send({ what: 'screening', about });
    expect(await written()).toEqual([approver]);
    await submit(sample, 'SG', 'ngo');
    await send({ what: 'screening', about });
    expect(await written()).toEqual([approver, screener].sort());
  });
});

describe('who owes a correction', () => {
  it('is who edits the nomination, until it is corrected; the focal point where nobody is left', async () => {
    const sample = await opened();
    const { cycleId, acts } = sample;
    const editor = await person(db, [{ role: 'applicant', ...home }]);
    const focal = await person(db, [{ role: 'focal-point', ...home }]);
    const nominationId = await draft(sample, editor);
    const data = { nominationId, cycleId, country: 'SG', category: 'ngo', ...contentOf('one') };
    await acts.nomination({ type: 'SubmitNomination', data }, by('applicant', editor));
    await acts.country(
      { type: 'CloseCountryPhase', data: { cycleId, iso2: 'SG', phase: 'nomination' } },
      by('approver'),
    );
    await send({ what: 'correction', about: { nominationId } });
    expect(await written()).toEqual([]);
    const messages = [{ field: 'certificate', message: 'The scan cannot be read.' }];
    await acts.nomination({ type: 'ReturnNomination', data: { nominationId, messages } }, by('screener'));
    await send({ what: 'correction', about: { nominationId } });
    expect(await written()).toEqual([editor]);
    await db.read.updateTable('grants').set({ revoked_at: new Date() }).where('person_id', '=', editor).execute();
    await db.read.deleteFrom('mails').execute();
    await send({ what: 'correction', about: { nominationId } });
    expect(await written()).toEqual([focal]);
  });
});

describe('who owes a scorecard', () => {
  it('is a judge who serves, with an open sheet and no conflict about it', async () => {
    const sample = await scoringSample({ db, definition: sampleDefinition() });
    const { cycleId, group, acts, entries, judges, chair, deputy, member, definition } = sample;
    for (const personId of judges) await person(db, [], { personId });
    const about = { cycleId, group };
    await send({ what: 'scoring', about });
    expect(await written()).toEqual([...judges].sort());
    for (const nominationId of entries)
      await acts.scorecard(nominationId, chair, sheetOf(definition, 'ngo', 3), by('judge', chair));
    for (const nominationId of entries)
      await acts.judge(
        {
          type: 'DeclareConflict',
          data: { cycleId, judgeId: deputy, nominationId, kind: 'adviser', reason: 'Advised them in 2023.' },
        },
        by('judge', deputy),
      );
    await db.read.deleteFrom('mails').execute();
    await send({ what: 'scoring', about });
    expect(await written()).toEqual([member]);
    await acts.judge(
      { type: 'ReleaseJudge', data: { cycleId, judgeId: member, reason: 'Has fallen ill.' } },
      by('focal-point'),
    );
    await db.read.deleteFrom('mails').execute();
    expect(await send({ what: 'scoring', about })).toEqual({ mails: 0 });
  });
});

describe('who owes a decision', () => {
  it('is the chair with the deputy', async () => {
    const { cycleId, group, chair, deputy } = await scoringSample({ db, definition: sampleDefinition() });
    for (const personId of [chair, deputy]) await person(db, [], { personId });
    await send({ what: 'decision', about: { cycleId, group } });
    expect(await written()).toEqual([chair, deputy].sort());
  });

  it('is the focal point where a panel decides on paper, then the approver who signs', async () => {
    const sample = await screenedSample({ db, definition: sampleDefinition() });
    const { cycleId, acts, entries } = sample;
    const group = await formPanel(sample, 'SG', 'ngo', []);
    const focal = await person(db, [{ role: 'focal-point', ...home }]);
    const approver = await person(db, [{ role: 'approver', ...home }]);
    const secretariat = await person(db, [{ role: 'secretariat', award }]);
    const about = { cycleId, group };
    await send({ what: 'decision', about });
    expect(await written()).toEqual([focal]);
    const outcome = { laureates: [entries[0] ?? ''], runnersUp: [], minutes: null, source: 'Sample minutes' };
    await acts.panel({ type: 'RecordOutsideDecision', data: { cycleId, group, ...outcome } }, by('focal-point', focal));
    await send({ what: 'decision', about, at: at + 1 });
    expect(await written()).toEqual([focal, approver].sort());
    await send({ what: 'decision', about, overdue: true, at: at + 2 });
    expect(await written()).toEqual([focal, approver, secretariat].sort());
  });
});

describe('who owes an endorsement', () => {
  it('is the voice of a country that has not answered for every laureate', async () => {
    const sample = await opened();
    const { cycleId, acts } = sample;
    const group = await decideOnPaper(sample);
    await requestEndorsement(sample, [group]);
    const sg = await person(db, [{ role: 'endorser', ...home }]);
    const mm = await person(db, [{ role: 'endorser', award, country: 'MM' }]);
    await send({ what: 'endorsement', about: { cycleId } });
    expect(await written()).toEqual([sg, mm].sort());
    await acts.cycle({ type: 'EndorseResults', data: { cycleId, country: 'SG' } }, by('endorser', sg));
    await db.read.deleteFrom('mails').execute();
    await send({ what: 'endorsement', about: { cycleId } });
    expect(await written()).toEqual([mm]);
  });
});

/** Singapore names a laureate and Myanmar nobody; every phase is over. @returns the group. */
async function decideOnPaper(sample: Sample): Promise<string> {
  const { cycleId, acts } = sample;
  const close = async (phase: (typeof countryPhases)[number]) => {
    for (const iso2 of ['SG', 'MM'])
      await acts.country({ type: 'CloseCountryPhase', data: { cycleId, iso2, phase } }, by('approver'));
  };
  const entry = await submit(sample, 'SG', 'ngo');
  await close('nomination');
  await passScreening(sample, entry);
  await signCountry(sample, 'SG', { ngo: [entry] });
  await signCountry(sample, 'MM', {});
  const group = await formPanel(sample, 'SG', 'ngo', []);
  const outcome = { laureates: [entry], runnersUp: [], minutes: null, source: 'Sample minutes' };
  await acts.panel({ type: 'RecordOutsideDecision', data: { cycleId, group, ...outcome } }, by('focal-point'));
  const signature = { kind: 'in-person' } as const;
  await acts.panel({ type: 'SignDecision', data: { cycleId, group, signature } }, by('approver'));
  await close('judging');
  await close('decision');
  for (const phase of countryPhases) {
    if (phase !== 'nomination') await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase } }, by('process'));
    await acts.cycle({ type: 'ClosePhase', data: { cycleId, phase } }, by('process'));
  }
  return group;
}

describe('who owes an answer to an award', () => {
  it('is the focal point until a contact is named, then the contact, and nobody once it is answered', async () => {
    const sample = await opened();
    const { cycleId, acts } = sample;
    const group = await decideOnPaper(sample);
    await requestEndorsement(sample, [group]);
    for (const country of ['SG', 'MM'])
      await acts.cycle({ type: 'EndorseResults', data: { cycleId, country } }, by('endorser'));
    await acts.cycle({ type: 'ConcludeEndorsement', data: { cycleId } }, by('secretariat'));
    const { laureate_id: laureateId } = await db.read
      .selectFrom('laureates')
      .select('laureate_id')
      .where('cycle_id', '=', cycleId)
      .executeTakeFirstOrThrow();
    const focal = await person(db, [{ role: 'focal-point', ...home }]);
    const contact = await person(db, []);
    const about = { cycleId, laureateId };
    await send({ what: 'award-answer', about });
    expect(await written()).toEqual([focal]);
    await acts.panel(
      { type: 'NameContact', data: { cycleId, group, laureateId, personId: contact } },
      by('focal-point', focal),
    );
    await send({ what: 'award-answer', about, at: at + 1, closesAt: Date.now() + 86_400_000 });
    expect(await written()).toEqual([focal, contact].sort());
    const reminded = (await mails()).find(({ person_id }) => person_id === contact);
    expect(reminded).toMatchObject({ kind: 'reminder-award-link', body: expect.stringContaining('{link}') });
    expect(await findLink(db, reminded?.secret ?? '')).toMatchObject({ purpose: 'laureate', subject: laureateId });
    await acts.panel({ type: 'AcceptAward', data: { cycleId, group, laureateId } }, by('laureate-contact', contact));
    expect(await send({ what: 'award-answer', about, at: at + 2 })).toEqual({ mails: 0 });
  });
});

describe('who owes something to a forum', () => {
  it('is its staff for the programme, and the presenter for an answer', async () => {
    const { forumId, invited, speak } = await openForum(db, 1);
    const [{ laureateId, personId } = { laureateId: '', personId: '' }] = invited;
    await person(db, [], { personId });
    const staff = await person(db, [{ role: 'forum-staff', forumId }]);
    await send({ what: 'release', about: { forumId } });
    expect(await written()).toEqual([staff]);
    await send({ what: 'talk-answer', about: { forumId, laureateId } });
    expect(await written()).toEqual([staff, personId].sort());
    await speak({ type: 'ConfirmTalk', data: { forumId, laureateId } }, by('presenter', personId));
    expect(await send({ what: 'talk-answer', about: { forumId, laureateId }, at: at + 1 })).toEqual({ mails: 0 });
    expect(await send({ what: 'talk-place', about: { forumId, laureateId } })).toEqual({ mails: 1 });
    const slides = { what: 'talk-slides', about: { forumId, laureateId } } as const;
    expect(await send(slides)).toEqual({ mails: 1 });
    const give = async (number: number, type: string) => {
      const about = { kind: 'slides', laureateId, forumId } as const;
      const named = { fileId: randomUUID(), hash: String(number).repeat(64), name: 'talk', size: 10, type };
      await registerLaureateFile(db, about, { ...named, cycleId: null, country: null, owner: personId });
      await markArrived(db, named.fileId);
    };
    await give(1, 'application/vnd.oasis.opendocument.presentation');
    expect(await send({ ...slides, at: at + 3 })).toEqual({ mails: 1 });
    await give(2, 'application/pdf');
    expect(await send({ ...slides, at: at + 4 })).toEqual({ mails: 0 });
  });
});

describe('who owes what the award’s office does', () => {
  it('is the secretariat', async () => {
    const { cycleId } = await opened();
    const secretariat = await person(db, [{ role: 'secretariat', award }]);
    await person(db, [{ role: 'secretariat', award: 'other' }]);
    for (const what of ['request-endorsement', 'plan-announcement'] as const) await send({ what, about: { cycleId } });
    expect(await written()).toEqual([secretariat, secretariat]);
    await send({ what: 'assignment', about: { cycleId, group: 'ngo' } });
    expect(await written()).toEqual([secretariat, secretariat, secretariat]);
  });
});
