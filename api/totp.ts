// One-time codes as authenticator apps make them (RFC 6238: SHA-1, six digits, thirty seconds), by the library otpauth.
import { Secret, TOTP } from 'otpauth';

const stepSeconds = 30;
/** A code of the step before or after is taken too: clocks differ, and typing takes time. */
const drift = 1;
const shape = { algorithm: 'SHA1', digits: 6, period: stepSeconds };
const secretOf = (bytes: Buffer) => new Secret({ buffer: Uint8Array.from(bytes).buffer });
const startOf = (step: number) => step * stepSeconds * 1_000;

export const stepAt = (at: Date): number => TOTP.counter({ period: stepSeconds, timestamp: at.getTime() });

export const codeOf = (secret: Buffer, step: number): string =>
  TOTP.generate({ ...shape, secret: secretOf(secret), timestamp: startOf(step) });

/** @returns the step whose code it is: near to now, and after the last one that was used. */
export function stepOf(secret: Buffer, code: string, now: Date, lastStep: number): number | undefined {
  const own = { ...shape, secret: secretOf(secret), token: code, window: 0 };
  const near = Array.from({ length: 2 * drift + 1 }, (_, index) => stepAt(now) - drift + index);
  return near.find((step) => step > lastStep && TOTP.validate({ ...own, timestamp: startOf(step) }) === 0);
}

/** In Base32, as people type it into an app. */
export const base32 = (bytes: Buffer): string => secretOf(bytes).base32;

export const fromBase32 = (text: string): Buffer => Buffer.from(Secret.fromBase32(text).bytes);

/** What a QR code for an authenticator app holds. */
export const otpauthUri = (secret: Buffer, issuer: string, account: string): string =>
  new TOTP({ ...shape, issuer, label: account, secret: secretOf(secret) }).toString();
