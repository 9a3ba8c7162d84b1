// Signatures by Ed25519 over canonical JSON, pseudonyms, and commitments to names.
import { ed25519 } from '@noble/curves/ed25519.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson, hashOf } from './canonical.ts';

/** Of the 32 bytes that a key is made from, in hexadecimal. */
export const publicKeyOf = (seed: string): string => bytesToHex(ed25519.getPublicKey(hexToBytes(seed)));

/** The same value and key give the same signature each time. */
export const sign = (value: unknown, seed: string): string =>
  bytesToHex(ed25519.sign(utf8ToBytes(canonicalJson(value)), hexToBytes(seed)));

/** False too for what is no key or no signature at all. */
export function isSigned(value: unknown, signature: string, publicKey: string): boolean {
  try {
    const [signed, key] = [hexToBytes(signature), hexToBytes(publicKey)];
    return ed25519.verify(signed, utf8ToBytes(canonicalJson(value)), key, { zip215: false });
  } catch {
    return false;
  }
}

/** The same for the same words and secret, and nothing to be read from it without the secret. */
export const pseudonymOf = (secret: string, ...words: string[]): string =>
  bytesToHex(hmac(sha256, hexToBytes(secret), utf8ToBytes(words.join(':'))));

/** Binds to a name without showing it: once the salt is gone, nobody can tell whose it was. */
export const commitmentOf = (salt: string, name: unknown): string => hashOf([salt, name]);
