// What the tests use of oidc-provider, which comes without types.
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  type Account = { accountId: string; claims(): { sub: string; [claim: string]: unknown } };
  type Settings = {
    clients: { client_id: string; client_secret: string; redirect_uris: string[] }[];
    claims: { [scope: string]: string[] };
    findAccount(context: unknown, sub: string): Account;
  };
  export default class Provider {
    constructor(issuer: string, settings: Settings);
    callback(): RequestListener;
  }
}
