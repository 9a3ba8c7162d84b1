// An OpenID Connect issuer that runs here: whoever types an address and a word there is that person.
import { once } from 'node:events';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import type { Issuer } from '../../api/ways.ts';

export type TestIssuer = {
  url: string;
  /** Serves the installation at that address. */
  known(installation: string): Issuer;
  close(): void;
};

/** For addresses that begin with `unverified.` it does not vouch. */
export async function openIssuer(checksSecondFactor = false): Promise<TestIssuer> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The issuer has no port.');
  const url = `http://127.0.0.1:${address.port}`;
  const client = { clientId: 'laureate', clientSecret: 'a secret that the two of them share' };
  const known = (installation: string): Issuer => {
    const redirects = [`${installation}/api/auth/callback/oidc`];
    const provider = new Provider(url, {
      clients: [{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: redirects }],
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      findAccount: (_context, sub) => ({
        accountId: sub,
        claims: () => ({ sub, email: sub.replace('unverified.', ''), email_verified: !sub.startsWith('unverified.') }),
      }),
    });
    server.on('request', provider.callback());
    return { url, ...client, name: 'Sample ministry', checksSecondFactor };
  };
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url, known, close };
}
