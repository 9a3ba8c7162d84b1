// The accounts that sign-in knows: made for people, never by them; with a password, or without one yet.
import type { Auth } from './auth.ts';

export type Account = {
  personId: string;
  email: string;
  name: string;
  /** Left out: the person signs in by a link, a passkey or an issuer until one is chosen. */
  password?: string | undefined;
};

/** Gives a person a way to sign in, or renews it: nobody makes an account alone. A password ends the person's sessions. */
export async function createAccount(auth: Auth, { personId, email, name, password }: Account): Promise<void> {
  const { internalAdapter } = await auth.library.$context;
  if ((await internalAdapter.findUserById(personId)) === null)
    await internalAdapter.createUser({ id: personId, email, name, emailVerified: true }, { method: 'admin' });
  else await internalAdapter.updateUser(personId, { email, name });
  if (password !== undefined) await setPassword(auth, personId, password);
}

/** For one who has an account. Ends the person's sessions everywhere at once, but for the one that is kept. */
export async function setPassword(auth: Auth, personId: string, password: string, kept?: string): Promise<void> {
  const { internalAdapter, password: passwords } = await auth.library.$context;
  const hash = await passwords.hash(password);
  if ((await internalAdapter.findCredentialAccount(personId)) === null) await link(auth, personId, hash);
  else await internalAdapter.updatePassword(personId, hash);
  if (kept === undefined) await endSessions(auth, personId);
  else await auth.sessions.endOthers(personId, kept);
}

async function link(auth: Auth, personId: string, password: string): Promise<void> {
  const { internalAdapter } = await auth.library.$context;
  await internalAdapter.linkAccount({ userId: personId, providerId: 'credential', accountId: personId, password });
}

/** Signs a person out everywhere at once. */
export async function endSessions(auth: Auth, personId: string): Promise<void> {
  const { internalAdapter } = await auth.library.$context;
  await internalAdapter.deleteUserSessions(personId);
}

export async function hasAccount(auth: Auth, personId: string): Promise<boolean> {
  const { internalAdapter } = await auth.library.$context;
  return (await internalAdapter.findUserById(personId)) !== null;
}

export async function isPassword(auth: Auth, personId: string, password: string): Promise<boolean> {
  const { internalAdapter, password: passwords } = await auth.library.$context;
  const hash = (await internalAdapter.findCredentialAccount(personId))?.password;
  return typeof hash === 'string' && passwords.verify({ hash, password });
}

/** Gives those without an account one each, all with the same password, which is hashed once: for the samples of a local installation. */
export async function createAccounts(auth: Auth, people: Omit<Account, 'password'>[], password: string): Promise<void> {
  const { internalAdapter, password: passwords } = await auth.library.$context;
  let hash: Promise<string> | undefined;
  const hashOnce = () => {
    hash ??= passwords.hash(password);
    return hash;
  };
  await Promise.all(
    people.map(async (person) => {
      if ((await internalAdapter.findCredentialAccount(person.personId)) !== null) return;
      await createAccount(auth, person);
      await link(auth, person.personId, await hashOnce());
    }),
  );
}
