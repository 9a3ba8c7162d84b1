// What is secret about second factors: sealed secrets, hashed recovery codes, and whether a code is right.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { FactorChanges, FactorRow } from '../db/second-factors.ts';
import { base32, stepOf } from './totp.ts';

export type Vault = ReturnType<typeof openVault>;

const cipher = 'aes-256-gcm';
const [nonceBytes, tagBytes] = [12, 16];
const recoveryCodes = 10;

/** Another `secret` makes everything that was sealed unreadable. */
export function openVault(secret: string) {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'laureate', purpose, 32));
  const [sealing, hashing] = [keyFor('second-factor'), keyFor('recovery-code')];
  const hashOf = (personId: string, code: string) =>
    createHmac('sha256', hashing).update(`${personId} ${code}`).digest('hex');

  /** Bound to the person: in another one's row it opens nothing. */
  const seal = (plain: Buffer, personId: string): Buffer => {
    const nonce = randomBytes(nonceBytes);
    const sealer = createCipheriv(cipher, sealing, nonce).setAAD(Buffer.from(personId));
    const sealed = Buffer.concat([sealer.update(plain), sealer.final()]);
    return Buffer.concat([nonce, sealer.getAuthTag(), sealed]);
  };
  const unseal = (sealed: Buffer, personId: string): Buffer => {
    const opener = createDecipheriv(cipher, sealing, sealed.subarray(0, nonceBytes))
      .setAAD(Buffer.from(personId))
      .setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([opener.update(sealed.subarray(nonceBytes + tagBytes)), opener.final()]);
  };

  /** @returns what using the code up changes, or undefined for a wrong one. */
  const spendCode = (personId: string, row: FactorRow, code: string): FactorChanges | undefined => {
    if (row.secret === null) return undefined;
    if (/^\d{6}$/.test(code)) {
      const step = stepOf(unseal(row.secret, personId), code, row.now, row.lastStep);
      return step === undefined ? undefined : { lastStep: step };
    }
    const hash = hashOf(personId, code.trim().toLowerCase());
    return row.recovery.includes(hash) ? { recovery: row.recovery.filter((one) => one !== hash) } : undefined;
  };

  const makeRecoveryCodes = (personId: string): { codes: string[]; hashes: string[] } => {
    const codes = Array.from({ length: recoveryCodes }, () => {
      const text = base32(randomBytes(10)).toLowerCase();
      return `${text.slice(0, 8)}-${text.slice(8)}`;
    });
    return { codes, hashes: codes.map((code) => hashOf(personId, code)) };
  };
  return { seal, spendCode, makeRecoveryCodes };
}
