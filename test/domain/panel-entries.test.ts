// Entries that leave a panel with their nomination, and entries that are read in a newer version.
import { describe, expect, it } from 'vitest';
import type { NominationEvent } from '../../domain/nomination/messages.ts';
import { panel } from '../../domain/panel/decider.ts';
import type { PanelCommand, PanelEvent } from '../../domain/panel/messages.ts';
import { panelFold } from '../../domain/panel/state.ts';
import { given } from '../support/given.ts';
import { clear, entry, pairsOf, scoringClosed, scoringPanel, sheet, tallySealed } from '../support/judging-samples.ts';
import {
  allPassed,
  dossierAmended,
  nominationDisqualified,
  nominationForwarded,
  nominationSubmitted,
} from '../support/nomination-samples.ts';
import { cycleIn, ids, moments, panelFormed, winner } from '../support/samples.ts';

const about = { cycleId: ids.cycle, group: 'TH-ngo' };
const [first, second] = [ids.nomination(1), ids.nomination(2)];
const at = moments.judging;
const bySecretariat = { at, role: 'secretariat', actor: ids.person(1) } as const;
const byProcess = { at, role: 'process', actor: 'process:panel' } as const;
const byChair = { at: moments.decision, role: 'chair', actor: ids.judge(1), secondFactor: true } as const;
const reason = 'The report was forged.';

const standing: NominationEvent[] = [nominationSubmitted(), ...allPassed(), nominationForwarded()];
const fallen = [...standing, nominationDisqualified()];
const remove = (nominationId = first): PanelCommand => ({
  type: 'RemoveEntry',
  data: { ...about, nominationId, reason },
});
const removed = (nominationId = first): PanelEvent => ({
  type: 'EntryRemoved',
  data: { ...about, nominationId, reason },
});
const follow: PanelCommand = { type: 'AmendEntry', data: { ...about, nominationId: first } };
const followed: PanelEvent = {
  type: 'EntryAmended',
  data: {
    ...about,
    nominationId: first,
    version: 2,
    organisation: { en: 'Sample organisation 1', th: 'องค์กรตัวอย่าง 1' },
  },
};
const decide = (laureates: string[], runnersUp: string[] = []): PanelCommand => ({
  type: 'RecordDecision',
  data: { ...about, laureates, runnersUp, reasons: 'As ranked.' },
});
const decided = (...numbers: number[]): PanelEvent => ({
  type: 'DecisionRecorded',
  data: {
    ...{ ...about, number: 1, outside: false, winners: numbers.map((number) => winner(number)), reasons: 'As ranked.' },
    ...{ source: null, minutes: null, by: ids.judge(1) },
  },
});
const sign: PanelCommand = { type: 'SignDecision', data: { ...about, signature: { kind: 'in-person' } } };
const judging = (...events: PanelEvent[]) => given(panel, ...events).guard('cycle', ...cycleIn('judging'));
const deciding = (...events: PanelEvent[]) => given(panel, ...events).guard('cycle', ...cycleIn('decision'));
const sealed = [...scoringPanel(), scoringClosed(), tallySealed(clear)];

describe('RemoveEntry', () => {
  it('takes off what was disqualified, whatever the panel is at', () => {
    for (const history of [[panelFormed('TH-ngo', { entries: [entry(1)] })], scoringPanel(), sealed])
      judging(...history)
        .guard(`nomination/${first}`, ...fallen)
        .when(remove(), bySecretariat)
        .then(removed());
  });

  it('changes nothing the second time', () => {
    judging(...scoringPanel(), removed())
      .guard(`nomination/${first}`, ...fallen)
      .when(remove(), bySecretariat)
      .nothing();
  });

  it('is refused of what stands, and of what was never there', () => {
    judging(...scoringPanel())
      .guard(`nomination/${first}`, ...standing)
      .when(remove(), bySecretariat)
      .refused('nomination-stands');
    judging(...scoringPanel())
      .when(remove(ids.nomination(9)), bySecretariat)
      .refused('entry-unknown');
  });

  it('takes its pairs out of an assignment that is not released yet', () => {
    const proposalId = ids.proposal(1);
    const requested: PanelEvent = {
      type: 'AssignmentRequested',
      data: { ...about, proposalId, pinned: pairsOf([1, 2], [1]) },
    };
    const proposed: PanelEvent = {
      type: 'AssignmentProposed',
      data: { ...about, proposalId, pairs: pairsOf([1, 2], [1, 2, 3]), emptySeats: 0 },
    };
    const formed = panelFormed('TH-ngo', { entries: [entry(1), entry(2)] });
    const fold = (...events: PanelEvent[]) => events.reduce(panelFold.evolve, panelFold.initial);
    expect(fold(formed, requested, removed())).toMatchObject({ assignment: { pinned: pairsOf([2], [1]) } });
    expect(fold(formed, proposed, removed())).toMatchObject({ assignment: { pairs: pairsOf([2], [1, 2, 3]) } });
    judging(formed, proposed, removed()).when({ type: 'ReleaseAssignment', data: about }, bySecretariat).accepted();
  });
});

describe('a removed entry', () => {
  const seal = (sheets = clear): PanelCommand => ({ type: 'SealTally', data: { ...about, sheets } });

  it('is not in the tally, and its sheets are not counted', () => {
    const history = [...scoringPanel(), removed(), scoringClosed()];
    judging(...history)
      .when(seal(), byProcess)
      .refused('entry-removed', { entries: [first, first, first] });
    const left = [1, 2, 3].map((judge) => sheet(2, judge, 3));
    judging(...history)
      .when(seal(left), byProcess)
      .then(tallySealed(left, { entries: [2] }));
  });

  it('is passed over in the ranking, and cannot be named', () => {
    deciding(...sealed, removed())
      .when(decide([second]), byChair)
      .then(decided(2));
    deciding(...sealed, removed())
      .when(decide([first]), byChair)
      .refused('entry-removed', { entries: [first] });
  });

  it('is not named even where the panel has not heard of it', () => {
    deciding(...sealed)
      .guard(`nomination/${first}`, ...fallen)
      .when(decide([first]), byChair)
      .refused('entry-removed', { entries: [first] });
    deciding(panelFormed('TH-ngo', { entries: [entry(1)], judges: [], chair: null }))
      .guard(`nomination/${first}`, ...fallen)
      .when(
        {
          type: 'RecordOutsideDecision',
          data: { ...about, laureates: [first], runnersUp: [], minutes: null, source: 'Minutes' },
        },
        { ...byChair, role: 'focal-point' },
      )
      .refused('entry-removed', { entries: [first] });
  });

  it('is not signed: the decision is recorded again without it', () => {
    const history = [...sealed, decided(1)];
    deciding(...history)
      .guard(`nomination/${first}`, ...fallen)
      .when(sign, byChair)
      .refused('entry-removed', { entries: [first] });
    deciding(...history, removed())
      .when(sign, byChair)
      .refused('entry-removed', { entries: [first] });
    deciding(...history, removed())
      .when(decide([second]), byChair)
      .accepted();
    deciding(...history)
      .guard(`nomination/${first}`, ...standing)
      .when(sign, byChair)
      .accepted();
  });

  it('may leave nothing to be honoured', () => {
    deciding(...sealed, removed(first), removed(second))
      .when(decide([]), byChair)
      .accepted();
  });
});

describe('AmendEntry', () => {
  it('follows the nomination to the version that leave was given to', () => {
    judging(...scoringPanel())
      .guard(`nomination/${first}`, ...standing, dossierAmended())
      .when(follow, byProcess)
      .then(followed);
    judging(...scoringPanel(), followed)
      .guard(`nomination/${first}`, ...standing, dossierAmended())
      .when(follow, byProcess)
      .nothing();
  });

  it('does not follow a slip that was put right', () => {
    judging(...scoringPanel())
      .guard(`nomination/${first}`, ...standing, dossierAmended(2, { kind: 'clerical', allowedBy: null }))
      .when(follow, byProcess)
      .nothing();
  });

  it('comes by itself, while the panel scores', () => {
    judging(...scoringPanel())
      .guard(`nomination/${first}`, ...standing, dossierAmended())
      .when(follow, bySecretariat)
      .refused('process-only');
    judging(...scoringPanel(), scoringClosed())
      .guard(`nomination/${first}`, ...standing, dossierAmended())
      .when(follow, byProcess)
      .refused('scoring-closed');
  });
});
