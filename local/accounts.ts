// The sample accounts of a local installation: one person for each role and country, all with one password.
import pg from 'pg';
import { createAccounts } from '../api/accounts.ts';
import { makeAuth, migrateAuth } from '../api/auth.ts';
import { type Db, openDatabase } from '../db/database.ts';
import { execute } from '../db/execute.ts';
import { idOf, uuidv5 } from '../db/ids.ts';
import { ensurePerson } from '../db/people.ts';
import { member } from '../domain/member/decider.ts';
import type { Scope } from '../domain/member/messages.ts';
import { memberStream } from '../domain/member/state.ts';
import type { GrantableRole } from '../domain/roles.ts';
import type { Definitions } from '../files/definitions.ts';
import { secretOf } from './home.ts';

/** Nobody can have mail there: `.test` is kept for trying things out. */
export const sampleDomain = 'sample.laureate.test';

/** Roles given at the start; all others are given by people. */
type Given = { role: GrantableRole; scope: Scope };
export type SampleAccount = { account: string; email: string; name: string; language: string; given: Given[] };

const nationalRoles = [
  'focal-point',
  'screener',
  'approver',
  'endorser',
  'presenter',
  'laureate-contact',
  'applicant',
] as const;
const judges = 6;

/** Their names: `administrator`, `secretariat`, `judge-1`, and role and country such as `approver.th`. */
export function rosterOf(definitions: Definitions): SampleAccount[] {
  const awards = [...definitions.keys()];
  const secretariat = awards.map((award): Given => ({ role: 'secretariat', scope: { award } }));
  const countries = [...definitions.values()].flatMap(({ definition }) => definition.countries);
  const known = new Map(countries.map((country) => [country.iso2, country]));
  return [
    sample('administrator', 'administrator', [{ role: 'administrator', scope: {} }]),
    sample('secretariat', 'secretariat', secretariat),
    ...Array.from({ length: judges }, (_, index) => sample(`judge-${index + 1}`, `judge ${index + 1}`)),
    ...[...known.values()].flatMap(({ iso2, names, languages }) =>
      nationalRoles.map((role) =>
        sample(`${role}.${iso2.toLowerCase()}`, `${role.replace('-', ' ')}, ${names.en}`, [], languages[0]),
      ),
    ),
  ];
}

const sample = (account: string, label: string, given: Given[] = [], language = 'en'): SampleAccount => ({
  account,
  email: `${account}@${sampleDomain}`,
  name: `Sample ${label}`,
  language,
  given,
});

/** What all sample accounts of this home sign in with. */
export const samplePassword = (home: string): Promise<string> => secretOf(home, 'sample-password', 8);

export type Preparing = {
  url: string;
  authSecret: string;
  definitions: Definitions;
  password: string;
  /** One more administrator, who is no sample. */
  adminEmail?: string | undefined;
};

/** Makes the accounts that are not there yet, and gives the first roles once: what was taken away stays away. */
export async function prepareAccounts({
  url,
  authSecret,
  definitions,
  password,
  adminEmail,
}: Preparing): Promise<void> {
  const roster = [...rosterOf(definitions), ...(adminEmail === undefined ? [] : [administratorAt(adminEmail)])];
  const db = openDatabase({ url, applicationName: 'laureate-start' });
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  try {
    await migrateAuth(pool);
    const people = await Promise.all(
      roster.map(async (person) => ({ ...person, personId: await ensurePerson(db, person, actor) })),
    );
    const auth = makeAuth({ pool, settings: { AUTH_SECRET: authSecret, PUBLIC_URL: 'http://localhost' } });
    await createAccounts(auth, people, password).finally(auth.close);
    for (const { personId, given } of people) for (const grant of given) await give(db, personId, grant);
  } finally {
    await Promise.all([pool.end(), db.close()]);
  }
}

const administratorAt = (email: string): SampleAccount => ({
  ...sample('administrator', 'administrator', [{ role: 'administrator', scope: {} }]),
  email: email.toLowerCase(),
  name: 'Administrator',
});

const actor = 'installation';

async function give(db: Db, personId: string, { role, scope }: Given): Promise<void> {
  const commandId = uuidv5(`first-role:${personId}:${role}:${scope.award ?? ''}`);
  const data = { personId, grantId: idOf(commandId), role, scope };
  await execute(
    db,
    member,
    memberStream(personId),
    { type: 'GrantRole', data },
    { commandId, actor, role: 'administrator' },
  );
}
