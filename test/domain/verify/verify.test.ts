// What a check says of a bundle that is not as it was: one clear sentence with its cause and what to do, in each language.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EventOf } from '../../../domain/events.ts';
import { bundleOf, headFactsOf, signHead } from '../../../domain/verify/bundle.ts';
import type { Audience, Bundle } from '../../../domain/verify/messages.ts';
import { type PanelHistory, type PanelRecord, recordOf } from '../../../domain/verify/record.ts';
import { publicKeyOf, sign } from '../../../domain/verify/signing.ts';
import { type Known, steps, verify } from '../../../domain/verify/verify.ts';
import { reasons, sayStep, titleOf } from '../../../domain/verify/words.ts';
import { entry } from '../../support/judging-samples.ts';
import { ids, sampleDefinition, winner } from '../../support/samples.ts';

const seed = '42'.repeat(32);
const key = publicKeyOf(seed);
const secret = '24'.repeat(32);
const of = { cycleId: ids.cycle, group: 'TH-ngo' };

/** On paper: what the check of a scored panel says is shown by played ones. */
function history(cycleId = ids.cycle): PanelHistory {
  const winners = [winner(1)];
  const events: (EventOf<'PanelFormed'> | EventOf<'DecisionRecorded'> | EventOf<'DecisionSigned'>)[] = [
    { type: 'PanelFormed', data: { ...formed(), cycleId } },
    {
      type: 'DecisionRecorded',
      data: {
        ...of,
        number: 1,
        outside: true,
        winners,
        reasons: '',
        source: 'Minutes',
        minutes: null,
        by: ids.judge(1),
      },
    },
    { type: 'DecisionSigned', data: { ...of, number: 1, winners, signature: { kind: 'in-person' }, by: ids.judge(1) } },
  ];
  return events.map((event, index) => ({ ...event, version: index + 1, at: `2026-01-0${index + 1}T00:00:00.000Z` }));
}

const formed = (): EventOf<'PanelFormed'>['data'] => ({
  ...{ ...of, country: 'TH', category: 'ngo', entries: [entry(1), entry(2)], round: 'main' },
  ...{ judges: [ids.judge(1), ids.judge(2)], reserves: [], chair: ids.judge(1), deputyChair: null },
});

function recorded(cycleId = ids.cycle): PanelRecord {
  const definition = sampleDefinition();
  const record = recordOf(
    history(cycleId),
    { cycleId, definition, definitionHash: 'a'.repeat(64) },
    { secret, names: {} },
  );
  if (record === null) throw new Error('There is no record.');
  return record;
}

function bundle(audience: Audience = 'auditor', cycleId = ids.cycle): Bundle {
  const record = recorded(cycleId);
  const heads = headFactsOf(record).map((facts) => signHead(facts, seed, key));
  return bundleOf(record, heads, secret, { audience, entry: 'E01', named: ['E01'] }, { seed, key });
}

/** Whoever has the key could sign it again: what is wrong is found all the same. */
const signedAgain = ({ signature: _before, ...content }: Bundle): Bundle => ({
  ...content,
  signature: sign(content, seed),
});
const wrongOf = (text: string, known: Known = {}) =>
  verify(text, known).steps.filter(({ outcome }) => outcome === 'failed');
const because = (made: Bundle, known?: Known) => wrongOf(JSON.stringify(made), known).map((step) => step.because);

describe('a bundle', () => {
  let whole: Bundle;
  beforeAll(() => {
    whole = bundle();
  });

  it('is sound as it was made, for every audience, with what is known from elsewhere', () => {
    const [head] = whole.heads;
    for (const audience of ['auditor', 'country', 'nominee', 'public'] as const)
      expect(because(bundle(audience), { keys: [key], cycle: ids.cycle, root: head?.root ?? '' })).toEqual([]);
  });

  it('that was cut off in the middle of the file says so', () => {
    expect(wrongOf(JSON.stringify(whole).slice(0, 900)).map((step) => step.because)).toEqual(['cut-off']);
    expect(wrongOf('<html>').map((step) => step.because)).toEqual(['no-json']);
    expect(wrongOf('{}').map((step) => step.because)).toEqual(['no-bundle']);
    expect(wrongOf('{"format":"laureate-bundle/9"}').map((step) => step.because)).toEqual(['other-format']);
  });

  it('that lacks leaves says how many there should be, by whomever it was signed', () => {
    const short = signedAgain({ ...whole, leaves: whole.leaves.slice(0, -1) });
    const [step] = wrongOf(JSON.stringify(short));
    expect(step).toMatchObject({ because: 'cut-short', values: { have: '3', size: '4' } });
    const shown = bundle('public');
    expect(because(signedAgain({ ...shown, leaves: shown.leaves.slice(1) }))).toContain('no-rules');
    expect(because(signedAgain({ ...shown, leaves: shown.leaves.slice(0, -1) }))).toContain('no-seal');
  });

  it('of another cycle than the one that is meant, or put together of two, says which', () => {
    const other = bundle('auditor', ids.nomination(9));
    expect(because(other, { cycle: ids.cycle })).toEqual(['cycle-not-meant']);
    expect(because(signedAgain({ ...whole, heads: other.heads }))).toContain('other-panel');
  });

  it('signed by another key than the known one names both', () => {
    const known = publicKeyOf('11'.repeat(32));
    const [step] = wrongOf(JSON.stringify(whole), { keys: [known] });
    expect(step).toMatchObject({ because: 'wrong-key', values: { found: key, known } });
    const forged = { ...whole, signature: sign({}, '11'.repeat(32)) };
    expect(because(forged)).toEqual(['bundle-changed']);
  });

  it('of another record than the printed one is told by its root', () => {
    expect(because(whole, { root: 'b'.repeat(64) })).toEqual(['other-head']);
  });

  it('with a leaf or a name exchanged is found out, though it was signed anew', () => {
    const leaves = whole.leaves.map((one) =>
      one.leaf.kind === 'decision' ? { ...one, leaf: { ...one.leaf, number: 2 } } : one,
    );
    expect(because(signedAgain({ ...whole, leaves }))).toEqual(['root-differs']);
    const names = whole.names.map((one) => ({ ...one, organisation: { en: 'Another' } }));
    expect(because(signedAgain({ ...whole, names }))).toEqual(['name-differs']);
  });

  it('never ranks two countries together where each has a panel of its own', () => {
    const mixed = [...history()];
    const [first] = mixed;
    if (first?.type !== 'PanelFormed') throw new Error('It begins with the panel.');
    const entries = [entry(1), entry(2, { country: 'SG' })];
    mixed[0] = { ...first, data: { ...first.data, entries } };
    const rules = { cycleId: ids.cycle, definition: sampleDefinition(), definitionHash: 'a'.repeat(64) };
    expect(() => recordOf(mixed, rules, { secret, names: {} })).toThrow('another country');
  });
});

describe('what is said', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../domain/verify/verify.ts'), 'utf8');
  const content = readFileSync(join(import.meta.dirname, '../../../domain/verify/content.ts'), 'utf8');
  const given = [
    ...`${text}${content}`.matchAll(/(?:passed|failed|unchecked)\(\s*(?:root === undefined \? )?'([a-z-]+)'/g),
  ];

  it('has a sentence in both languages for each reason, and a title for each step', () => {
    expect(given.map(([, reason = '']) => reason).filter((reason) => !reasons.includes(reason))).toEqual([]);
    for (const language of ['en', 'th']) {
      expect(
        reasons.map((reason) => sayStep({ because: reason, values: {} }, language)).filter((said) => said === ''),
      ).toEqual([]);
      expect(steps.map((step) => titleOf(step, language)).filter((said) => said === '')).toEqual([]);
    }
  });

  it('comes from a program that is short enough to be read, and imports nothing of ours but the domain', () => {
    expect(`${text}${content}`.split('\n').length).toBeLessThanOrEqual(300);
    expect(
      [...`${text}${content}`.matchAll(/from '(\.[^']+)'/g)].filter(([, path = '']) => path.startsWith('../../')),
    ).toEqual([]);
  });
});
