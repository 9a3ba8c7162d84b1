// The ways in that one person has: a password, passkeys, an issuer's account.
import { isPassword, setPassword } from './accounts.ts';
import type { Auth } from './auth.ts';

export type OwnPasskey = { passkeyId: string; name: string | null; addedAt: Date | null };
export type OwnWays = {
  of(personId: string): Promise<{ password: boolean; issuer: boolean; passkeys: OwnPasskey[] }>;
  isPassword(personId: string, password: string): Promise<boolean>;
  /** Ends the person's sessions, but for the one that is kept. */
  setPassword(personId: string, password: string, kept: string): Promise<void>;
};
type PasskeyRow = { id: string; name?: string | null; createdAt?: Date | null };

export const openOwnWays = (auth: Auth): OwnWays => ({
  of: async (personId) => {
    const { internalAdapter, adapter } = await auth.library.$context;
    const [accounts, passkeys] = await Promise.all([
      internalAdapter.findAccounts(personId),
      adapter.findMany<PasskeyRow>({ model: 'passkey', where: [{ field: 'userId', value: personId }] }),
    ]);
    return {
      password: accounts.some(({ providerId, password }) => providerId === 'credential' && Boolean(password)),
      issuer: accounts.some(({ providerId }) => providerId === 'oidc'),
      passkeys: passkeys.map(({ id, name = null, createdAt = null }) => ({ passkeyId: id, name, addedAt: createdAt })),
    };
  },
  isPassword: (personId, password) => isPassword(auth, personId, password),
  setPassword: (personId, password, kept) => setPassword(auth, personId, password, kept),
});
