// The ways in beside the password, by the library's plugins: a mailed link, passkeys, an OpenID Connect issuer.
import { passkey } from '@better-auth/passkey';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { magicLink } from 'better-auth/plugins/magic-link';

export type Issuer = {
  url: string;
  clientId: string;
  clientSecret: string;
  /** As people know it. */
  name: string;
  /** It has asked for two factors itself: ours is not asked for after it. */
  checksSecondFactor: boolean;
};
/** What this installation offers: its page shows these and nothing else. */
export type Ways = { password: true; link: true; passkey: boolean; issuer: { name: string } | null };

export const linkMinutes = 20;
/** How long after signing in a person may change the ways in without showing the password again. */
export const freshMinutes = 15;

/** Browsers keep passkeys to names that they trust: TLS, or this machine. */
const takesPasskeys = ({ protocol, hostname }: URL) =>
  hostname === 'localhost' || (protocol === 'https:' && !/^[\d.]+$|^\[/.test(hostname));

export const waysOf = (publicUrl: string, issuer: Issuer | null): Ways => ({
  password: true,
  link: true,
  passkey: takesPasskeys(new URL(publicUrl)),
  issuer: issuer && { name: issuer.name },
});

export const offeredWith = ({ passkey: passkeys, issuer }: Ways): string[] => [
  ...['/api/auth/sign-in/magic-link', '/api/auth/magic-link/verify', '/api/auth/sign-in/code'],
  ...(issuer === null ? [] : ['/api/auth/sign-in/social', '/api/auth/callback/oidc']),
  ...(passkeys ? passkeyPaths.map((path) => `/api/auth/passkey/${path}`) : []),
];
const passkeyPaths = [
  ...['generate-register-options', 'verify-registration', 'generate-authenticate-options', 'verify-authentication'],
  ...['list-user-passkeys', 'delete-passkey', 'update-passkey'],
];

/** `send` gets a token for an address that somebody has typed: whether it is anybody's is not told. */
export const linkPlugin = (send: (email: string, token: string) => void) =>
  magicLink({
    disableSignUp: true,
    expiresIn: linkMinutes * 60,
    storeToken: 'hashed',
    sendMagicLink: ({ email, token }) => send(email, token),
  });

/** `verified` hears of each sign-in for which the device has made sure who holds it. */
export const passkeyPlugin = (publicUrl: string, verified: (context: object) => void) =>
  passkey({
    rpName: 'Laureate',
    rpID: new URL(publicUrl).hostname,
    origin: new URL(publicUrl).origin,
    // Kept on the device with the account, so that nobody has to type an address first.
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    authentication: {
      afterVerification: ({ ctx, verification }) => {
        if (verification.authenticationInfo.userVerified) verified(ctx);
      },
    },
  });

/** Whom the issuer names by an address that it has verified, and who is known here: nobody is made. */
export const issuerPlugin = ({ url, clientId, clientSecret, name }: Issuer) =>
  genericOAuth({
    config: [
      {
        providerId: 'oidc',
        name,
        discoveryUrl: `${url.replace(/\/+$/, '')}/.well-known/openid-configuration`,
        requireIdTokenVerification: true,
        clientId,
        clientSecret,
        scopes: ['openid', 'email'],
        disableSignUp: true,
        disableImplicitSignUp: true,
      },
    ],
  });
