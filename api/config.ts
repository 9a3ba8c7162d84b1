// The API's settings, from the environment.
import { z } from 'zod';
import { Home, LogLevel, Port, PostgresUrl, PublicUrl, readSettings } from '../db/settings.ts';

export const ApiSettings = z.object({
  DATABASE_URL: PostgresUrl,
  /** 0 takes a free one. */
  PORT: Port.default(3000),
  /** Left out: http://localhost and the port. */
  PUBLIC_URL: PublicUrl.unwrap().optional(),
  /** Signs cookies and tokens: all processes of an installation share it. */
  AUTH_SECRET: z.string('must be given').min(32, 'must have 32 characters or more'),
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
  LOG_LEVEL: LogLevel,
});
export type ApiSettings = z.infer<typeof ApiSettings>;

/** @throws Error that names each variable that is missing or wrong. */
export const readApiSettings = (env: NodeJS.ProcessEnv): ApiSettings => readSettings(ApiSettings, env);
