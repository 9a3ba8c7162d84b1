// One person at the desk: signed in over HTTP, and nothing else.
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { codeOf, fromBase32, stepAt } from '../../api/totp.ts';

/** What a command answers. */
export const Done = z.object({ id: z.string(), version: z.int(), position: z.string() });
const Problem = z.object({ detail: z.string(), type: z.string() });
type Query = { [name: string]: string | number };

export type Person = {
  /** @throws Error that names the request and what the API says of it, for every answer that is not a success. */
  get<Answer>(path: string, answer: z.ZodType<Answer>, query?: Query): Promise<Answer>;
  /** Every item of a list, page by page. */
  list<Item>(path: string, item: z.ZodType<Item>, query?: Query): Promise<Item[]>;
  post<Answer>(path: string, body: object, answer: z.ZodType<Answer>): Promise<Answer>;
  put<Answer>(path: string, body: object, answer: z.ZodType<Answer>): Promise<Answer>;
  /** Sends the bytes of a file that is registered. */
  upload(fileId: string, bytes: Buffer): Promise<void>;
  /** The bytes of a paper. */
  paper(path: string): Promise<Buffer>;
  /** Gives a command. */
  tell(path: string, body?: object): Promise<z.infer<typeof Done>>;
  /** Gives a command that is signed in person: with a code of the person's second factor, set up at the first one. */
  sign(path: string, body?: object): Promise<z.infer<typeof Done>>;
};

/** The codes of one person's authenticator app. */
export type Codes = {
  isSet(): Promise<boolean>;
  next(): Promise<string>;
  keep(secret: string, recoveryCodes: string[]): Promise<void>;
};
type Credentials = { email: string; password: string; codes: Codes };

export async function signIn(url: string, { email, password, codes }: Credentials): Promise<Person> {
  const ask = (code?: string) =>
    fetch(`${url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password, ...(code !== undefined && { code }) }),
    });
  const response = await ask((await codes.isSet()) ? await codes.next() : undefined);
  const token = response.headers.get('set-auth-token');
  if (!response.ok || token === null) throw new Error(`${email} cannot sign in: ${response.status}`);
  return personWith(url, { Authorization: `Bearer ${token}` }, { email, password, codes });
}

/** One who is not signed in: the public. */
export const nobody = (url: string): Person => personWith(url, {});

function personWith(url: string, credentials: { [name: string]: string }, own?: Credentials): Person {
  const ask = async <Answer>(method: string, path: string, body: object | undefined, answer: z.ZodType<Answer>) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...credentials },
      ...(body && { body: JSON.stringify(body) }),
    });
    const said: unknown = await response.json();
    if (response.ok) return answer.parse(said);
    const problem = Problem.safeParse(said);
    throw new Error(`${method} ${path}: ${response.status} ${problem.data?.type} ${problem.data?.detail}`);
  };
  const person: Person = {
    get: (path, answer, query = {}) => ask('GET', `${path}${search(query)}`, undefined, answer),
    list: async (path, item, query = {}) => {
      const items: z.infer<typeof item>[] = [];
      const page = z.object({ items: z.array(item), next: z.string().nullable() });
      for (let cursor: string | null = ''; cursor !== null; ) {
        const found: z.infer<typeof page> = await person.get(path, page, cursor === '' ? query : { ...query, cursor });
        items.push(...found.items);
        cursor = found.next;
      }
      return items;
    },
    post: (path, body, answer) => ask('POST', path, body, answer),
    put: (path, body, answer) => ask('PUT', path, body, answer),
    paper: async (path) => {
      const response = await fetch(`${url}/api/v1${path}`, { headers: credentials });
      if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
      return Buffer.from(await response.arrayBuffer());
    },
    upload: async (fileId, bytes) => {
      const response = await fetch(`${url}/api/v1/uploads`, {
        method: 'POST',
        headers: {
          ...{ 'Tus-Resumable': '1.0.0', 'Content-Type': 'application/offset+octet-stream', ...credentials },
          ...{ 'Upload-Length': String(bytes.length) },
          'Upload-Metadata': `fileId ${Buffer.from(fileId).toString('base64')}`,
        },
        body: new Uint8Array(bytes),
      });
      if (!response.ok) throw new Error(`POST /uploads: ${response.status} ${await response.text()}`);
    },
    tell: (path, body = {}) => ask('POST', path, body, Done),
    sign: async (path, body = {}) => {
      if (own === undefined) throw new Error('Nobody signs without being signed in.');
      const { enrolled } = await person.get('/me/second-factor', z.object({ enrolled: z.boolean() }));
      if (!enrolled) await enrol(person, own);
      const signature = { kind: 'in-person' };
      return ask('POST', path, { ...body, signature, code: await own.codes.next() }, Done);
    },
  };
  return person;
}

const Begun = z.object({ secret: z.string() });
const Confirmed = z.object({ recoveryCodes: z.array(z.string()) });

async function enrol(person: Person, { password, codes }: Credentials): Promise<void> {
  const { secret } = await person.post('/me/second-factor/begin', { password }, Begun);
  const code = codeOf(fromBase32(secret), stepAt(new Date()));
  const { recoveryCodes } = await person.post('/me/second-factor/confirm', { code }, Confirmed);
  await codes.keep(secret, recoveryCodes);
}

function search(query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) params.set(name, String(value));
  return params.size === 0 ? '' : `?${params}`;
}

/** Looks again until it is so. @throws Error that says what was waited for, after two minutes. */
export async function waitFor<Seen>(
  what: string,
  look: () => Promise<Seen>,
  isSo: (seen: Seen) => boolean,
): Promise<Seen> {
  const until = Date.now() + 120_000;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (Date.now() > until) throw new Error(`Waited two minutes for this: ${what}.`);
    await setTimeout(150);
  }
}
