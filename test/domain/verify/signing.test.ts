// Signatures, pseudonyms and commitments.
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { commitmentOf, isSigned, pseudonymOf, publicKeyOf, sign } from '../../../domain/verify/signing.ts';
import { oracle } from '../../support/oracles.ts';

const { data, expected } = oracle('ed25519-rfc8032-test1');
const seed = data.secretKeyHex;

describe('a signature', () => {
  it('is made by the key and the algorithm of RFC 8032', () => {
    expect(publicKeyOf(seed)).toBe(expected.publicKeyHex);
    expect(bytesToHex(ed25519.sign(hexToBytes(data.messageHex), hexToBytes(seed)))).toBe(expected.signatureHex);
  });

  it('holds for the same value in any order of keys, and for no other value or key', () => {
    const signature = sign({ b: 1, a: [2] }, seed);
    expect(sign({ a: [2], b: 1 }, seed)).toBe(signature);
    expect(isSigned({ a: [2], b: 1 }, signature, publicKeyOf(seed))).toBe(true);
    expect(isSigned({ a: [2], b: 2 }, signature, publicKeyOf(seed))).toBe(false);
    expect(isSigned({ a: [2], b: 1 }, signature, publicKeyOf('11'.repeat(32)))).toBe(false);
    expect(isSigned({ a: [2], b: 1 }, 'no signature', publicKeyOf(seed))).toBe(false);
  });
});

describe('a pseudonym', () => {
  it('is the same for the same person, and another under another secret', () => {
    expect(pseudonymOf(seed, 'judge', 'a')).toBe(pseudonymOf(seed, 'judge', 'a'));
    expect(pseudonymOf(seed, 'judge', 'a')).not.toBe(pseudonymOf('11'.repeat(32), 'judge', 'a'));
  });
});

describe('a commitment', () => {
  it('binds to one name and one salt', () => {
    const salts = ['1'.repeat(64), '2'.repeat(64)] as const;
    const all = [commitmentOf(salts[0], 'A'), commitmentOf(salts[0], 'B'), commitmentOf(salts[1], 'A')];
    expect(new Set(all).size).toBe(3);
  });
});
