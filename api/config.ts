// The API's settings, from the environment.
import { z } from 'zod';
import { Home, LogLevel, MailFrom, Port, PostgresUrl, PublicUrl, readSettings } from '../db/settings.ts';
import type { Issuer } from './ways.ts';

const oidcNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'] as const;
/** Unencrypted on this machine alone. */
const isSafe = (text: string) => {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || ['localhost', '127.0.0.1'].includes(hostname);
};

export const ApiSettings = z
  .object({
    DATABASE_URL: PostgresUrl,
    /** 0 takes a free one. */
    PORT: Port.default(3000),
    /** Left out: http://localhost and the port. */
    PUBLIC_URL: PublicUrl.unwrap().optional(),
    /** The office that calendars name as theirs: the worker's own setting. */
    MAIL_FROM: MailFrom,
    /** Signs cookies and tokens: all processes of an installation share it. */
    AUTH_SECRET: z.string('must be given').min(32, 'must have 32 characters or more'),
    /** Signs the heads of records and what is published of them: all APIs of an installation share it. */
    LAUREATE_SIGNING_KEY: z
      .string('must be given')
      .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits: openssl rand -hex 32 makes them'),
    /** Who becomes administrator while nobody is. */
    LAUREATE_ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
    /** How many proxies stand in front: their word on where a request comes from is taken. */
    TRUST_PROXY: z.string().regex(/^\d$/, 'must be a number of proxies from 0 to 9').transform(Number).default(0),
    /** The folder of award definitions; left out: those that come with the program. */
    AWARDS_FOLDER: z.string().optional(),
    LAUREATE_HOME: Home,
    /** The folder of uploaded files; left out: `files` in the home. */
    FILES_URL: z
      .url({ protocol: /^file$/, error: 'must be a file:/// address of a folder; other stores are not supported yet' })
      .optional(),
    /** An OpenID Connect issuer whose people may sign in; all four together, or none. */
    OIDC_ISSUER: z
      .url({ protocol: /^https?$/, error: 'must be an https:// address' })
      .refine(isSafe, 'must be an https:// address')
      .optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    /** What people know it by. */
    OIDC_NAME: z.string().max(60).optional(),
    /** Who asks for a second factor after it: the issuer has, or this installation does where one is set. */
    OIDC_SECOND_FACTOR: z.enum(['issuer', 'own'], 'must be issuer or own').default('own'),
    LOG_LEVEL: LogLevel,
  })
  .superRefine((settings, context) => {
    const missing = oidcNames.filter((name) => settings[name] === undefined);
    if (missing.length === oidcNames.length) return;
    for (const name of missing)
      context.addIssue({ code: 'custom', path: [name], message: 'must be given with the other OIDC_ settings' });
  });
export type ApiSettings = z.infer<typeof ApiSettings>;

/** @throws Error that names each variable that is missing or wrong. */
export const readApiSettings = (env: NodeJS.ProcessEnv): ApiSettings => readSettings(ApiSettings, env);

export function issuerOf(settings: ApiSettings): Issuer | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_SECOND_FACTOR } = settings;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !OIDC_NAME) return null;
  const checksSecondFactor = OIDC_SECOND_FACTOR === 'issuer';
  return {
    url: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: OIDC_NAME,
    checksSecondFactor,
  };
}
