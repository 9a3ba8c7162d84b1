// A dossier changed after it was forwarded: a slip at once, substance with leave, nothing once scoring is over.
import { describe, expect, it } from 'vitest';
import { nomination } from '../../domain/nomination/decider.ts';
import type { NominationCommand, NominationEvent } from '../../domain/nomination/messages.ts';
import { nominationFold } from '../../domain/nomination/state.ts';
import type { PanelEvent } from '../../domain/panel/messages.ts';
import { given } from '../support/given.ts';
import { assignmentReleased, entry, scoringClosed } from '../support/judging-samples.ts';
import {
  allPassed,
  amendmentRequested,
  content,
  dossierAmended,
  nominationDisqualified,
  nominationForwarded,
  nominationSubmitted,
  subject,
} from '../support/nomination-samples.ts';
import { cycleIn, ids, moments, panelFormed, timetable } from '../support/samples.ts';

const { nominationId } = subject;
const at = moments.judging;
const byFocalPoint = { at, role: 'focal-point', actor: ids.person(2) } as const;
const byChair = { at, role: 'chair', actor: ids.judge(1) } as const;
const byDeputy = { at, role: 'deputy-chair', actor: ids.judge(2) } as const;

const amend = (kind: 'clerical' | 'substantive', version = 2, reason = 'A later report.'): NominationCommand => ({
  type: 'AmendNomination',
  data: { nominationId, ...content(version), kind, reason },
});
const allow: NominationCommand = { type: 'AllowAmendment', data: { nominationId } };
const refuse: NominationCommand = { type: 'RefuseAmendment', data: { nominationId, reason: 'Too late for us.' } };
const refused: NominationEvent = {
  type: 'AmendmentRefused',
  data: { ...subject, reason: 'Too late for us.', by: ids.judge(1) },
};

const forwarded = [nominationSubmitted(), ...allPassed(), nominationForwarded()];
const waiting = [...forwarded, amendmentRequested()];
const led: PanelEvent[] = [
  panelFormed('TH-ngo', { entries: [entry(1), entry(2)], deputyChair: ids.judge(2) }),
  assignmentReleased(),
];
const judged = (history: NominationEvent[], ...panel: PanelEvent[]) =>
  given(nomination, ...history)
    .guard('cycle', ...cycleIn('judging'))
    .guard('panel/TH-ngo', ...(panel.length === 0 ? led : panel));
const clerical = dossierAmended(2, { kind: 'clerical', allowedBy: null });

describe('AmendNomination', () => {
  it('makes a slip a new version at once', () => {
    judged(forwarded).when(amend('clerical'), byFocalPoint).then(clerical);
  });

  it('puts a slip right while there is no panel, too', () => {
    given(nomination, ...forwarded)
      .guard('cycle', ...cycleIn('screening'))
      .when(amend('clerical'), { ...byFocalPoint, at: moments.screening })
      .then(clerical);
  });

  it('asks for leave where the change is one of substance', () => {
    judged(forwarded).when(amend('substantive'), byFocalPoint).then(amendmentRequested());
  });

  it('has nobody to ask before there is a panel that somebody leads', () => {
    given(nomination, ...forwarded)
      .guard('cycle', ...cycleIn('screening'))
      .when(amend('substantive'), { ...byFocalPoint, at: moments.screening })
      .refused('no-chair');
    judged(forwarded, panelFormed('TH-ngo', { judges: [], chair: null }))
      .when(amend('substantive'), byFocalPoint)
      .refused('no-chair');
  });

  it('changes nothing when nothing is different, or when it is asked for again', () => {
    judged(forwarded).when(amend('clerical', 1), byFocalPoint).nothing();
    judged(waiting).when(amend('substantive'), byFocalPoint).nothing();
  });

  it('waits for the answer to the one before', () => {
    judged(waiting).when(amend('clerical', 3), byFocalPoint).refused('amendment-open');
    judged(waiting).when(amend('substantive', 3), byFocalPoint).refused('amendment-open');
    judged(waiting)
      .when(amend('substantive', 2, 'Another reason.'), byFocalPoint)
      .refused('amendment-open');
  });

  it('is refused once scoring is closed', () => {
    for (const kind of ['clerical', 'substantive'] as const)
      judged(forwarded, ...led, scoringClosed())
        .when(amend(kind), byFocalPoint)
        .refused('scoring-closed');
  });

  it('is refused of what is not before a panel', () => {
    given(nomination, nominationSubmitted())
      .guard('cycle', ...cycleIn('judging'))
      .when(amend('clerical'), byFocalPoint)
      .refused('not-forwarded', { status: 'submitted' });
    judged([...forwarded, nominationDisqualified()])
      .when(amend('clerical'), byFocalPoint)
      .refused('not-forwarded', { status: 'disqualified' });
  });
});

describe('AllowAmendment', () => {
  it('makes what was asked for the new version, by the chair or the deputy, in time to score it again', () => {
    judged(waiting).when(allow, byChair).then(dossierAmended()).notAfter(timetable.judging.closesAt);
    judged(waiting)
      .when(allow, byDeputy)
      .then(dossierAmended(2, { allowedBy: ids.judge(2) }));
  });

  it('is nobody else’s act', () => {
    for (const who of [byFocalPoint, { at, role: 'judge', actor: ids.judge(3) } as const])
      for (const command of [allow, refuse]) judged(waiting).when(command, who).refused('not-chair');
  });

  it('is refused where nothing waits', () => {
    for (const command of [allow, refuse]) judged(forwarded).when(command, byChair).refused('no-amendment');
    judged([...waiting, dossierAmended()])
      .when(allow, byChair)
      .refused('no-amendment');
  });

  it('is refused once scoring is closed, or its time is over', () => {
    judged(waiting, ...led, scoringClosed())
      .when(allow, byChair)
      .refused('scoring-closed');
    judged(waiting)
      .when(allow, { ...byChair, at: '2025-05-01T00:00:00.001Z' })
      .refused('scoring-closed');
    given(nomination, ...waiting)
      .guard('cycle', ...cycleIn('judging'))
      .guard('country', {
        type: 'CountryPhaseClosed',
        data: { cycleId: ids.cycle, iso2: 'TH', phase: 'judging', because: 'approver' },
      })
      .guard('panel/TH-ngo', ...led)
      .when(allow, byChair)
      .refused('scoring-closed');
  });
});

describe('RefuseAmendment', () => {
  it('leaves the dossier as it was forwarded, and another change may be asked for', () => {
    judged(waiting).when(refuse, byChair).then(refused);
    judged([...waiting, refused])
      .when(amend('substantive'), byFocalPoint)
      .then(amendmentRequested());
  });
});

describe('a forwarded nomination', () => {
  const fold = (...events: NominationEvent[]) => events.reduce(nominationFold.evolve, nominationFold.initial);

  it('knows which version judges must have read: the last one of substance, or the one that was forwarded', () => {
    expect(fold(...forwarded)).toMatchObject({ version: 1, binding: 1, forwardedAt: 1 });
    expect(fold(...forwarded, clerical)).toMatchObject({ version: 2, binding: 1 });
    const again = dossierAmended(3);
    expect(fold(...forwarded, clerical, again)).toMatchObject({ version: 3, binding: 3, forwardedAt: 1 });
  });

  it('keeps every version, and how it came to be', () => {
    const state = fold(...forwarded, clerical, dossierAmended(3));
    const versions = state.status === 'none' ? [] : state.versions;
    expect(versions.map(({ version, kind }) => [version, kind])).toEqual([
      [1, 'submitted'],
      [2, 'clerical'],
      [3, 'substantive'],
    ]);
  });
});
