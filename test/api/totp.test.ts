// One-time codes, held against the vectors of RFC 6238 (appendix B, last six digits).
import { describe, expect, it } from 'vitest';
import { base32, codeOf, fromBase32, otpauthUri, stepAt, stepOf } from '../../api/totp.ts';

const secret = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1_000);

describe('a code', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at %d seconds is the one of the RFC', (seconds, code) => {
    expect(codeOf(secret, stepAt(at(seconds)))).toEqual(code);
  });

  it('is taken in its own step and the two beside it', () => {
    const step = stepAt(at(1_000_000_000));
    const taken = [-60, -30, 0, 30, 60].map((off) => stepOf(secret, codeOf(secret, step), at(1_000_000_000 + off), 0));
    expect(taken).toEqual([undefined, step, step, step, undefined]);
  });

  it('is not taken once it, or a later one, was', () => {
    const step = stepAt(at(1_000_000_000));
    const now = at(1_000_000_000);
    expect(stepOf(secret, codeOf(secret, step), now, step)).toEqual(undefined);
    expect(stepOf(secret, codeOf(secret, step - 1), now, step)).toEqual(undefined);
    expect(stepOf(secret, codeOf(secret, step + 1), now, step)).toEqual(step + 1);
  });

  it('is six digits and nothing else', () => {
    for (const code of ['', '28708', '2870820', 'abcdef']) expect(stepOf(secret, code, at(59), 0)).toEqual(undefined);
  });
});

describe('a secret', () => {
  it('is written in Base32, and read from it', () => {
    expect(base32(Buffer.from('foobar'))).toEqual('MZXW6YTBOI');
    expect(fromBase32('MZXW6YTBOI').toString()).toEqual('foobar');
    expect(fromBase32(base32(secret))).toEqual(secret);
  });

  it('goes to an app with the account it is for', () => {
    const uri = new URL(otpauthUri(secret, 'Laureate', 'a person@example.org'));
    expect([uri.host, decodeURIComponent(uri.pathname)]).toEqual(['totp', '/Laureate:a person@example.org']);
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      ...{ secret: base32(secret), issuer: 'Laureate', algorithm: 'SHA1', digits: '6', period: '30' },
    });
  });
});
