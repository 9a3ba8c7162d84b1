// A country's cycle in which nothing goes straight: objections, a disqualified entry, changes of a forwarded dossier.
import type { Db } from '../../db/database.ts';
import { rubricOf } from '../../domain/definition-queries.ts';
import {
  by,
  contentOf,
  formPanel,
  passScreening,
  planSample,
  type Sample,
  seatJudges,
  sheetOf,
  signCountry,
  submit,
} from './acts.ts';
import { sampleDefinition } from './samples.ts';
import { playRounds } from './two-rounds.ts';

const hour = 3_600;
const reason = 'As it was agreed.';
const group = 'SG-ngo';

export async function playSideWays(db: Db): Promise<void> {
  await playRounds(db);
  const lengths = { nomination: hour, screening: hour, judging: hour, decision: hour };
  const sample = await planSample(db, sampleDefinition(), ['SG'], lengths);
  const { cycleId, acts } = sample;
  await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase: 'nomination' } }, by('process'));
  const nominations: string[] = [];
  for (const _ of [1, 2, 3, 4]) nominations.push(await submit(sample, 'SG', 'ngo'));
  const [upheld = '', readmitted = '', fallen = '', amended = ''] = nominations;
  const close = { cycleId, iso2: 'SG', phase: 'nomination' } as const;
  await acts.country({ type: 'CloseCountryPhase', data: close }, by('approver'));
  for (const nominationId of [upheld, readmitted]) await rejectAndObject(sample, nominationId);
  await acts.nomination({ type: 'UpholdRejection', data: { nominationId: upheld, reason } }, by('secretariat'));
  await acts.nomination({ type: 'ReadmitNomination', data: { nominationId: readmitted, reason } }, by('secretariat'));
  for (const nominationId of [readmitted, fallen, amended]) await passScreening(sample, nominationId);
  await signCountry(sample, 'SG', { ngo: [readmitted, fallen, amended] });
  const judges = await seatJudges(sample, [group], 'SG', 3);
  await formPanel(sample, 'SG', 'ngo', judges);
  await score(sample, [fallen, amended], judges);
  await disqualify(sample, fallen);
  await amend(sample, amended, judges);
}

async function rejectAndObject({ acts }: Sample, nominationId: string): Promise<void> {
  const reject = { type: 'RejectNomination', data: { nominationId, reason } } as const;
  await acts.nomination(reject, by('screener'));
  await acts.nomination(reject, by('approver'));
  await acts.nomination({ type: 'ObjectToRejection', data: { nominationId, reason } }, by('applicant'));
}

/** Each judge has a sheet on each entry; the first one is handed in. */
async function score({ cycleId, definition, acts }: Sample, entries: string[], judges: string[]): Promise<void> {
  const ids = { cycleId, group };
  const pairs = entries.flatMap((nominationId) => judges.map((judgeId) => ({ nominationId, judgeId })));
  const { commandId: proposalId } = by('process');
  await acts.panel({ type: 'RequestAssignment', data: { ...ids, proposalId, pinned: [] } }, by('focal-point'));
  await acts.panel({ type: 'ProposeAssignment', data: { ...ids, proposalId, pairs, emptySeats: 0 } }, by('process'));
  await acts.panel({ type: 'ReleaseAssignment', data: ids }, by('focal-point'));
  const criteria = rubricOf(definition, 'ngo').criteria.map(({ key }) => key);
  const facts = { round: 'main', country: 'SG', category: 'ngo', dossierVersion: 1, criteria };
  for (const pair of pairs) {
    const data = { ...ids, ...pair, ...facts };
    await acts.scorecard(pair.nominationId, pair.judgeId, { type: 'AssignScorecard', data }, by('process'));
  }
  const [chair = ''] = judges;
  for (const nominationId of entries)
    await acts.scorecard(nominationId, chair, sheetOf(definition, 'ngo', 4), by('judge', chair));
}

async function disqualify({ cycleId, acts }: Sample, nominationId: string): Promise<void> {
  await acts.nomination({ type: 'DisqualifyNomination', data: { nominationId, reason } }, by('secretariat'));
  await acts.panel({ type: 'RemoveEntry', data: { cycleId, group, nominationId, reason } }, by('secretariat'));
}

/** A slip is put right; one change of substance is refused, the next allowed, and entry and sheets follow it. */
async function amend({ cycleId, acts }: Sample, nominationId: string, [chair = '', ...others]: string[]) {
  const change = (kind: 'clerical' | 'substantive', name: string) =>
    acts.nomination(
      { type: 'AmendNomination', data: { nominationId, kind, reason, ...contentOf(name) } },
      by('focal-point'),
    );
  await change('clerical', 'a slip put right');
  await change('substantive', 'another budget');
  await acts.nomination({ type: 'RefuseAmendment', data: { nominationId, reason } }, by('chair', chair));
  await change('substantive', 'a later report');
  await acts.nomination({ type: 'AllowAmendment', data: { nominationId } }, by('chair', chair));
  await acts.panel({ type: 'AmendEntry', data: { cycleId, group, nominationId } }, by('process'));
  for (const judgeId of [chair, ...others]) {
    const data = { nominationId, judgeId, round: 'main', cycleId };
    await acts.scorecard(nominationId, judgeId, { type: 'RenewScorecard', data }, by('process'));
  }
}
