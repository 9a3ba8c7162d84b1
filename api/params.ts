// What the names in a path stand for: a path that does not fit is not found.
import type { Request } from 'express';
import { z } from 'zod';
import { CountryPhase, Id, Iso2, Key, Phase, Sha256, Stage } from '../domain/messages.ts';
import { importKinds } from './imports/kinds.ts';
import { notFound } from './problem.ts';
import type { Viewer } from './viewer.ts';

/** A panel's group: `ngo-cso`, or `TH-ngo-cso` where judging is national. */
export const Group = z.string().regex(/^([A-Z]{2}-)?[a-z0-9]+(-[a-z0-9]+)*$/);
const composite = (parts: number) =>
  z.string().refine((id) => id.split('~').length === parts && id.split('~').every((part) => part !== ''));

export const paramSchemas = {
  award: Key,
  cycleId: Id,
  slug: Key,
  iso2: Iso2,
  phase: Phase,
  countryPhase: CountryPhase,
  stage: Stage,
  nominationId: Id,
  judgeId: Id.describe('A judge; or me'),
  laureateId: Id,
  forumId: Id,
  personId: Id,
  grantId: Id,
  proposalId: Id,
  importId: Id,
  importKind: z.enum(importKinds),
  group: Group,
  form: Key,
  section: Key,
  subjectId: Id,
  fileId: Id,
  fingerprint: Sha256,
  hash: Sha256,
  audience: z.enum(['country', 'nominee', 'public']),
  organisationId: Id,
  version: z.string().regex(/^[1-9]\d{0,8}$/),
  requestId: Id,
  noteId: Id,
  lateId: Id,
  referenceId: Id,
  mailId: Id,
  participantId: Id,
  sessionId: Id,
  panel: composite(2).refine((id) => z.tuple([Id, Group]).safeParse(id.split('~')).success),
  session: composite(2).refine((id) => z.tuple([Key, Key]).safeParse(id.split('~')).success),
  scorecard: composite(3).refine((id) => z.tuple([Id, Id, Key]).safeParse(id.split('~')).success),
  talk: composite(2).refine((id) => z.tuple([Id, Id]).safeParse(id.split('~')).success),
} as const;
type ParamName = keyof typeof paramSchemas;
export type Names<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;
export type Params<Path extends string> = {
  [name in Names<Path>]: name extends ParamName ? z.infer<(typeof paramSchemas)[name]> : never;
};

/** `me` in the place of a judge's or a person's id is the viewer. */
export function parseParams<Path extends string>(said: Request['params'], viewer: Viewer | null): Params<Path> {
  const found = Object.fromEntries(
    Object.entries(said).map(([name, value]) => [
      name,
      value === 'me' && (name === 'judgeId' || name === 'personId') ? viewer?.personId : value,
    ]),
  );
  for (const [name, value] of Object.entries(found)) {
    const schema: z.ZodType | undefined = (paramSchemas as { [name: string]: z.ZodType })[name];
    if (schema === undefined || !schema.safeParse(value).success) throw notFound();
  }
  return found as Params<Path>;
}
