// One text for one value, and its hash.
import { describe, expect, it } from 'vitest';
import { canonicalJson, hashOf, sha256Hex } from '../../../domain/verify/canonical.ts';
import { oracle } from '../../support/oracles.ts';

describe('canonicalJson', () => {
  it('is that of RFC 8785', () => {
    const { data, expected } = oracle('jcs-rfc8785-sample');
    expect(canonicalJson(JSON.parse(data.inputText))).toBe(expected.canonical);
  });

  it('does not depend on the order of keys', () => {
    expect(hashOf({ b: 1, a: [2, { d: 3, c: 4 }] })).toBe(hashOf({ a: [2, { c: 4, d: 3 }], b: 1 }));
  });

  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
    expect(() => canonicalJson({ a: Number.NaN })).toThrow();
  });
});

describe('sha256Hex', () => {
  it('is the published hash of abc', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
