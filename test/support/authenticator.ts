// A passkey's device in software (WebAuthn: ES256, no attestation), with or without a check of who holds it.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export type Authenticator = {
  /** Answers what the page was asked for when a passkey is added. */
  register(options: { challenge: string; rp: { id: string } }): object;
  /** And when one signs in with it. */
  authenticate(options: { challenge: string; rpId: string }, verifiesUser?: boolean): object;
};

const base64url = (bytes: Buffer) => bytes.toString('base64url');
const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();
const flags = { present: 1, verified: 4, attested: 64 };

export function openAuthenticator(origin: string): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let counter = 0;
  const dataOf = (rpId: string, marks: number, more = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4);
    counter += 1;
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([marks]), count, more]);
  };
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const credential = (response: object) => ({
    ...{ id: base64url(id), rawId: base64url(id), type: 'public-key', clientExtensionResults: {} },
    response,
  });
  return {
    register: ({ challenge, rp }) => {
      const length = Buffer.from([0, id.length]);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey.export({ format: 'jwk' }))]);
      const data = dataOf(rp.id, flags.present | flags.verified | flags.attested, attested);
      return credential({
        clientDataJSON: base64url(clientData('webauthn.create', challenge)),
        attestationObject: base64url(attestationOf(data)),
        transports: ['internal'],
      });
    },
    authenticate: ({ challenge, rpId }, verifiesUser = true) => {
      const data = dataOf(rpId, flags.present | (verifiesUser ? flags.verified : 0));
      const client = clientData('webauthn.get', challenge);
      return credential({
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)),
      });
    },
  };
}

/** CBOR: { 1: 2, 3: -7, -1: 1, -2: x, -3: y }. */
function coseKey({ x = '', y = '' }: { x?: string; y?: string }): Buffer {
  const point = (key: number, text: string) =>
    Buffer.concat([Buffer.from([key, 0x58, 32]), Buffer.from(text, 'base64url')]);
  return Buffer.concat([Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1]), point(0x21, x), point(0x22, y)]);
}

/** CBOR: { fmt: 'none', attStmt: {}, authData }. */
function attestationOf(data: Buffer): Buffer {
  const text = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
  const head = Buffer.concat([Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])]);
  return Buffer.concat([head, text('authData'), Buffer.from([0x58, data.length]), data]);
}
