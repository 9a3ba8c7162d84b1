// The worker's settings, from the environment.
import { z } from 'zod';
import { Home, LogLevel, MailFrom, Port, PostgresUrl, PublicUrl, readSettings } from '../db/settings.ts';

export const WorkerSettings = z
  .object({
    DATABASE_URL: PostgresUrl,
    TEMPORAL_ADDRESS: z
      .string()
      .regex(/^(\[[0-9a-fA-F:]+\]|[^\s:/]+):\d{1,5}$/, 'must be host:port such as localhost:7233')
      .default('localhost:7233'),
    TEMPORAL_NAMESPACE: z.string().min(1).default('awards'),
    LAUREATE_HOME: Home,
    OPS_HOST: z.string().min(1).default('127.0.0.1'),
    OPS_PORT: Port.default(3001),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\/\S+$/, 'must be an smtp:// or smtps:// address')
      .optional(),
    MAIL_FROM: MailFrom,
    PUBLIC_URL: PublicUrl,
    /** How long notes of panels and late sheets are kept after their cycle; 0: for good. */
    NOTES_KEPT_DAYS: z.coerce.number().int().min(0).max(36_500).default(0),
    LOG_LEVEL: LogLevel,
    /** Which version of the workflows' code this worker runs as; only tests give another than the code's own. */
    CODE_VERSION: z
      .string()
      .regex(/^[\w.-]+$/, 'must be letters, digits, dots and hyphens')
      .optional(),
  })
  .refine((settings) => settings.SMTP_URL === undefined || settings.MAIL_FROM !== 'Laureate <laureate@localhost>', {
    path: ['MAIL_FROM'],
    message: 'must be given with SMTP_URL: whom the mails are from',
  });
export type WorkerSettings = z.infer<typeof WorkerSettings>;

/** @throws Error that names each variable that is missing or wrong. */
export const readWorkerSettings = (env: NodeJS.ProcessEnv): WorkerSettings => readSettings(WorkerSettings, env);
