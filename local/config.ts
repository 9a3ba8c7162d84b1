// What `npm start` takes from the environment; the other settings go on to the API and the worker as they are.
import { z } from 'zod';
import { Home, LogLevel, Port, readSettings } from '../db/settings.ts';

export const LocalSettings = z.object({
  LAUREATE_HOME: Home,
  /** 0 takes a free one. */
  PORT: Port.default(3000),
  OPS_PORT: Port.default(0),
  /** Made once and kept in the home if not given. */
  AUTH_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  /** Made once and kept in the home if not given. */
  LAUREATE_SIGNING_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')
    .optional(),
  /** Who becomes administrator beside the sample one. */
  LAUREATE_ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
  /** What a new home begins with beside the accounts: cycles to look around in, or nothing more. */
  LAUREATE_SAMPLES: z.enum(['cycles', 'accounts']).default('cycles'),
  LOG_LEVEL: LogLevel.unwrap().default('warn'),
});
export type LocalSettings = z.infer<typeof LocalSettings>;

/** @throws Error that names each variable that is wrong. */
export const readLocalSettings = (env: NodeJS.ProcessEnv): LocalSettings => readSettings(LocalSettings, env);
