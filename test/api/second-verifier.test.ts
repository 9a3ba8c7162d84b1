// Bundles of played panels before two verifiers, ours and one in Python that shares no code with it: both agree, and both find every change.
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealTally } from '../../activities/seal-tally.ts';
import { findSignedRecord, openSigner, type Signer } from '../../db/read-models/panel-records.ts';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import type { ScorecardCommand } from '../../domain/scorecard/messages.ts';
import { bundleOf } from '../../domain/verify/bundle.ts';
import type { Bundle } from '../../domain/verify/messages.ts';
import { verify } from '../../domain/verify/verify.ts';
import { buildVerifier } from '../../local/web-build.ts';
import { inProcess } from '../activities/support.ts';
import { by, sheetOf } from '../support/acts.ts';
import { openTestApi, type TestApi } from '../support/api.ts';
import { changedBundles } from '../support/changed-bundles.ts';
import { lenientDefinition } from '../support/judging-samples.ts';
import { regionalScoring } from '../support/regional.ts';
import { sampleDefinition } from '../support/samples.ts';
import { type Scoring, scoringSample, sealSample, signSample } from '../support/scoring.ts';
import { verdictsOf } from '../support/second-verifier.ts';

let api: TestApi;
let signer: Signer;
beforeAll(async () => {
  api = await openTestApi();
  signer = await openSigner(api.db, '42'.repeat(32));
});
afterAll(() => api.close());

const { judging, ...rest } = lenientDefinition('reach');
type Played = {
  name: string;
  changes: Partial<AwardDefinition['judging']>;
  publishScores?: AwardDefinition['publishScores'];
  /** Of the last entry, one sheet of which is set aside. */
  enough?: number;
  /** The second judge leaves `reach` out, on the two entries that come first. */
  abstains?: true;
  /** Why the second of the ranking is named. */
  departure?: string;
};
const panels: Played[] = [
  { name: 'by the plain mean', changes: {} },
  {
    name: 'by the mean as if all were equally strict',
    changes: { aggregation: 'judge-adjusted' },
    publishScores: 'all',
  },
  { name: 'by ranks', changes: { aggregation: 'ranks' }, publishScores: 'laureates' },
  { name: 'trimmed, which too few sheets do not allow', changes: { aggregation: 'trimmed' } },
  { name: 'with an entry for which fewer sheets were made enough', changes: {}, enough: 2 },
  { name: 'with sheets that leave a criterion out', changes: { aggregation: 'judge-adjusted' }, abstains: true },
  { name: 'with sheets that leave a criterion out, by ranks', changes: { aggregation: 'ranks' }, abstains: true },
  { name: 'with a decision that departs from the ranking and says why', changes: {}, departure: 'It has closed.' },
];

/** Sheets that differ by judge, one of them returned and handed in again before the close. */
async function play({ changes, publishScores = 'none', enough, departure, abstains }: Played): Promise<Scoring> {
  const definition: AwardDefinition = { ...rest, judging: { ...judging, ...changes }, publishScores };
  const sample = await scoringSample({ db: api.db, definition });
  const { acts, chair, member, entries } = sample;
  const [first = ''] = entries;
  await acts.scorecard(first, member, sheetOf(definition, 'ngo', 3), by('judge', member));
  const reopen = { type: 'ReopenScorecard', data: { reason: 'Please look again.' } } as const;
  await acts.scorecard(first, member, reopen, by('chair', chair));
  const lower = {
    cycleId: sample.cycleId,
    group: sample.group,
    nominationId: entries.at(-1) ?? '',
    reason: 'Illness.',
  };
  if (enough !== undefined)
    await acts.panel({ type: 'LowerMinimum', data: { ...lower, minimum: enough } }, by('secretariat'));
  await score(sample, definition, abstains);
  await signSample(sample, departure);
  return sample;
}

/** The second judge is stricter; a conflict that comes after the close sets one sheet aside where entries can spare it. */
async function score(sample: Scoring, definition: AwardDefinition, abstains = false): Promise<void> {
  const { acts, cycleId, group, judges, entries } = sample;
  for (const [place, nominationId] of entries.entries())
    for (const [seat, judgeId] of judges.entries()) {
      const isStricter = seat === 1 && place < 2;
      const whole = sheetOf(definition, 'ngo', 5 - place - (isStricter ? 1 : 0));
      const sheet = abstains && isStricter ? without(whole, 'reach') : whole;
      await acts.scorecard(nominationId, judgeId, sheet, by('judge', judgeId));
    }
  for (const judgeId of judges)
    await acts.judge({ type: 'FinishScoring', data: { cycleId, judgeId, group } }, by('judge', judgeId));
  await acts.panel({ type: 'CloseScoring', data: { cycleId, group } }, by('process'));
  const [, , last = ''] = entries;
  const conflict = {
    cycleId,
    judgeId: sample.member,
    nominationId: last,
    kind: 'family',
    reason: 'My brother.',
  } as const;
  await acts.judge({ type: 'DeclareConflict', data: conflict }, by('judge', sample.member));
  await inProcess(`cycle:${cycleId}:panel:${group}`, () => sealTally(api.db, { cycleId, group }));
}

function without(command: ScorecardCommand, criterion: string): ScorecardCommand {
  if (command.type !== 'SubmitScorecard') return command;
  const scores = command.data.scores.filter((score) => score.criterion !== criterion);
  return { ...command, data: { ...command.data, scores, abstained: [criterion] } };
}

const audiences = ['auditor', 'country', 'nominee', 'judge', 'public'] as const;

async function bundlesOf(sample: Scoring): Promise<Bundle[]> {
  const found = await findSignedRecord(api.db, sample, signer);
  if (found === null) throw new Error('The panel has no record.');
  const { record, heads, secret } = found;
  const judge = record.codes.judge(sample.chair);
  return audiences.map((audience) =>
    bundleOf(
      record,
      heads,
      secret,
      { audience, entry: 'E02', judge, named: audience === 'judge' ? [] : ['E02'] },
      signer,
    ),
  );
}

describe('a panel that was played', () => {
  it.each(panels)('passes both verifiers for every audience, $name', async (panel) => {
    const bundles = await bundlesOf(await play(panel));
    const texts = bundles.map((bundle) => JSON.stringify(bundle));
    expect(texts.map((text) => verify(text).steps.filter(({ outcome }) => outcome === 'failed'))).toEqual(
      audiences.map(() => []),
    );
    expect(await verdictsOf(texts)).toEqual(audiences.map(() => 'ok'));
    const leftOut = bundles[0]?.leaves.filter(({ leaf }) => leaf.kind === 'sheet' && leaf.points.reach === null);
    expect(leftOut).toHaveLength(panel.abstains ? 2 : 0);
  });
});

describe('a panel that ranks entries of several countries', () => {
  it('passes both verifiers where the award judges for the whole region', async () => {
    const definition = { ...sampleDefinition('regional'), publishScores: 'all' as const };
    const sample = await regionalScoring({ db: api.db, definition });
    await sealSample(sample, [5, 4, 3]);
    await signSample(sample);
    const bundles = (await bundlesOf(sample)).filter(({ audience }) => audience !== 'country');
    expect(
      bundles.flatMap(({ leaves }) => (leaves[0]?.leaf.kind === 'rules' ? leaves[0].leaf.country : 'none')),
    ).toEqual(bundles.map(() => null));
    const texts = bundles.map((bundle) => JSON.stringify(bundle));
    expect(texts.map((text) => verify(text).steps.filter(({ outcome }) => outcome === 'failed'))).toEqual(
      bundles.map(() => []),
    );
    expect(await verdictsOf(texts)).toEqual(bundles.map(() => 'ok'));
    const ranks = bundles[0]?.leaves.flatMap(({ leaf }) => (leaf.kind === 'score' ? leaf.result.rank : []));
    expect(ranks).toEqual([1, 2, 3]);
  });
});

describe('who was let in in spite of a conflict', () => {
  it('stands in the record under a pseudonym, and when it ended; both verifiers see a change of it', async () => {
    const sample = await scoringSample({ db: api.db, definition: { ...rest, judging } });
    const { cycleId, group, acts, entries, chair, deputy, member } = sample;
    const [, , nominationId = ''] = entries;
    const conflict = { cycleId, judgeId: member, nominationId, kind: 'family', reason: 'My brother.' } as const;
    await acts.judge({ type: 'DeclareConflict', data: conflict }, by('judge', member));
    const one = { cycleId, group, requestId: randomUUID() };
    const asked = { ...one, nominationId, personId: member, hours: 2, reason: 'Nobody else reads it.' };
    await acts.panel({ type: 'RequestAccess', data: asked }, by('judge', member));
    await acts.panel({ type: 'GrantAccess', data: { ...one, by: chair } }, by('chair', chair));
    await acts.panel(
      { type: 'EndAccess', data: { ...one, by: deputy, reason: 'It was read.' } },
      by('deputy-chair', deputy),
    );
    const { definition } = sample;
    for (const [place, entry] of entries.entries())
      for (const judgeId of sample.judges)
        if (entry !== nominationId || judgeId !== member)
          await acts.scorecard(entry, judgeId, sheetOf(definition, 'ngo', 5 - place), by('judge', judgeId));
    for (const judgeId of sample.judges)
      await acts.judge({ type: 'FinishScoring', data: { cycleId, judgeId, group } }, by('judge', judgeId));
    await acts.panel({ type: 'CloseScoring', data: { cycleId, group } }, by('process'));
    await inProcess(`cycle:${cycleId}:panel:${group}`, () => sealTally(api.db, { cycleId, group }));
    await signSample(sample);
    const [bundle] = await bundlesOf(sample);
    if (bundle === undefined) throw new Error('There is no bundle.');
    const person = expect.stringMatching(/^J-[0-9a-f]{12}$/);
    const leaves = bundle.leaves.flatMap(({ leaf }) => (leaf.kind.startsWith('let-in') ? [leaf] : []));
    expect(leaves).toMatchObject([
      { kind: 'let-in', entry: 'E03', person, until: expect.stringMatching(/Z$/) },
      { kind: 'let-in-ended', entry: 'E03', person },
    ]);
    const text = JSON.stringify(bundle);
    for (const secret of [member, deputy, 'Nobody else', 'It was read']) expect(text).not.toContain(secret);
    const changed = [
      text.replaceAll('"kind":"let-in-ended"', '"kind":"recusal"'),
      text.replace(/("kind":"let-in","person":"J-)./, '$1x'),
      text.replace('"kind":"let-in"', '"kind":"let-in-ended"'),
    ].filter((other) => other !== text);
    expect(changed.length).toBeGreaterThan(1);
    expect([verify(text).ok, ...changed.map((other) => verify(other).ok)]).toEqual([true, ...changed.map(() => false)]);
    const verdicts = await verdictsOf([text, ...changed]);
    expect(verdicts.map((verdict) => verdict === 'ok')).toEqual([true, ...changed.map(() => false)]);
  });
});

describe("an auditor's bundle", () => {
  it('shows each of 500 changes of one thing to both verifiers', async () => {
    const [bundle] = await bundlesOf(await play({ name: 'changed', changes: {} }));
    if (bundle === undefined) throw new Error('There is no bundle.');
    const all = changedBundles(bundle, 500);
    expect(new Set(all.map(({ what }) => what)).size).toBeGreaterThan(200);
    expect(all.filter(({ text }) => verify(text).ok).map(({ what }) => what)).toEqual([]);
    const verdicts = await verdictsOf(all.map(({ text }) => text));
    expect(verdicts).toHaveLength(500);
    expect(all.filter((_one, index) => verdicts[index] === 'ok').map(({ what }) => what)).toEqual([]);
  });
});

/** Of this machine, those older than ours that the verifier promises to run under. */
async function olderNodes(): Promise<string[]> {
  const folders = [...new Set([...(process.env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin'])];
  const asked = folders.map(async (folder) => {
    const node = join(folder, 'node');
    const said = await promisify(execFile)(node, ['--version']).catch(() => ({ stdout: '' }));
    return { node, version: said.stdout.trim() };
  });
  const found = (await Promise.all(asked)).filter(({ version }) => /^v2[0-3]\./.test(version));
  return [...new Map(found.map((one) => [one.version, one.node])).values()];
}

describe('verify.mjs', () => {
  it('is one file that checks a bundle by itself, with an exit code', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'laureate-verifier-'));
    await buildVerifier(folder);
    // Node 20 has none of these, whether or not there is one on this machine to try.
    const program = await readFile(join(folder, 'verify.mjs'), 'utf8');
    expect(program.match(/\b(Map|Object)\.groupBy\b|\bPromise\.(withResolvers|try)\b|\bArray\.fromAsync\b/g)).toEqual(
      null,
    );
    const [bundle] = await bundlesOf(await play({ name: 'as a program', changes: {} }));
    const [sound, cut] = [join(folder, 'sound.json'), join(folder, 'cut.json')];
    await writeFile(sound, JSON.stringify(bundle));
    await writeFile(cut, JSON.stringify(bundle).slice(0, 2_000));
    for (const node of [process.execPath, ...(await olderNodes())]) {
      const check = (...words: string[]) =>
        promisify(execFile)(node, [join(folder, 'verify.mjs'), ...words]).catch((error) => error);
      expect((await check(sound, '--key', signer.key)).stdout).toContain('✓ The tally comes out the same');
      expect((await check(sound, '--language', 'th')).stdout).toContain('คำนวณคะแนนซ้ำได้ผลเดิม');
      expect(await check(sound, '--key', '0'.repeat(64))).toMatchObject({ code: 1 });
      const short = await check(cut);
      expect([short.code, short.stdout]).toEqual([1, expect.stringContaining('cut off on its way')]);
      expect(await check(join(folder, 'none.json'))).toMatchObject({ code: 2 });
    }
    await rm(folder, { recursive: true });
  });
});
