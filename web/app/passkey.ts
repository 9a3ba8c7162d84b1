// Passkeys: what the server and the browser's own dialog say to each other, as bytes there and as text here.
import { Problem } from '../api/client.ts';
import { auth } from './session.ts';

type Described = { id: string; type: 'public-key'; transports?: AuthenticatorTransport[] };
type Asking = Omit<PublicKeyCredentialRequestOptions, 'challenge' | 'allowCredentials'> & {
  challenge: string;
  allowCredentials?: Described[];
};
type Adding = Omit<PublicKeyCredentialCreationOptions, 'challenge' | 'user' | 'excludeCredentials'> & {
  challenge: string;
  user: { id: string; name: string; displayName: string };
  excludeCredentials?: Described[];
};

export const hasPasskeys = (): boolean => 'PublicKeyCredential' in window && window.isSecureContext;

/** @throws Problem */
export async function signInByPasskey(): Promise<void> {
  const { challenge, allowCredentials = [], ...options } = await auth<Asking>('/passkey/generate-authenticate-options');
  const publicKey = { ...options, challenge: bytesOf(challenge), allowCredentials: allowCredentials.map(known) };
  const found = await chosen(navigator.credentials.get({ publicKey }));
  const { clientDataJSON, authenticatorData, signature, userHandle } = found.response as AuthenticatorAssertionResponse;
  await auth('/passkey/verify-authentication', {
    response: {
      ...plain(found),
      response: {
        clientDataJSON: textOf(clientDataJSON),
        authenticatorData: textOf(authenticatorData),
        signature: textOf(signature),
        ...(userHandle !== null && { userHandle: textOf(userHandle) }),
      },
    },
  });
}

/** @throws Problem */
export async function addPasskey(name: string): Promise<void> {
  const adding = await auth<Adding>('/passkey/generate-register-options');
  const { challenge, user, excludeCredentials = [], ...options } = adding;
  const publicKey = {
    ...options,
    challenge: bytesOf(challenge),
    user: { ...user, id: bytesOf(user.id) },
    excludeCredentials: excludeCredentials.map(known),
  };
  const made = await chosen(navigator.credentials.create({ publicKey }));
  const response = made.response as AuthenticatorAttestationResponse;
  await auth('/passkey/verify-registration', {
    name,
    response: {
      ...plain(made),
      response: {
        clientDataJSON: textOf(response.clientDataJSON),
        attestationObject: textOf(response.attestationObject),
        transports: response.getTransports?.() ?? [],
      },
    },
  });
}

export const removePasskey = (id: string): Promise<unknown> => auth('/passkey/delete-passkey', { id });

const known = ({ id, type, transports }: Described) => ({ id: bytesOf(id), type, ...(transports && { transports }) });

const plain = ({ id, rawId, type }: PublicKeyCredential) => ({
  id,
  rawId: textOf(rawId),
  type,
  clientExtensionResults: {},
});

/** Whoever closes the browser's dialog has chosen none; why, the browser does not tell. */
async function chosen(asking: Promise<Credential | null>): Promise<PublicKeyCredential> {
  const found = await asking.catch((error: Error) => {
    const code = error.name === 'InvalidStateError' ? 'passkey-known' : 'passkey-not-chosen';
    throw new Problem(400, code, error.message);
  });
  if (found === null) throw new Problem(400, 'passkey-not-chosen', '');
  return found as PublicKeyCredential;
}

function bytesOf(text: string): ArrayBuffer {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0)).buffer;
}

const textOf = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
