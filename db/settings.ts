// Settings from the environment: read once at start, and where they are wrong, an error that names each of them.
import { z } from 'zod';

export const PostgresUrl = z
  .string('must be given')
  .regex(
    /^postgres(ql)?:\/\/\S+$/,
    'must be the address of a PostgreSQL database such as postgres://localhost/laureate',
  );
/** Where this installation keeps its own files. */
export const Home = z.string().min(1).default('.laureate');
/** 0 takes a free one. */
export const Port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number')
  .transform(Number)
  .refine((port) => port <= 65_535, 'must be a port number up to 65535');
/** Where people reach this installation, without a slash at the end. */
export const PublicUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
  .transform((url) => url.replace(/\/+$/, ''))
  .default('http://localhost:3000');
/** Whom mails and calendars are from. */
export const MailFrom = z
  .string()
  .regex(/^[^<>\n]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/, 'must be an address, or a name and an <address>')
  .default('Laureate <laureate@localhost>');
export const LogLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info');

/** An empty variable counts as absent. @throws Error with one line for each variable that is missing or wrong. */
export function readSettings<Schema extends z.ZodType>(schema: Schema, env: NodeJS.ProcessEnv): z.infer<Schema> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`These settings are missing or wrong:\n${lines.join('\n')}`);
}
