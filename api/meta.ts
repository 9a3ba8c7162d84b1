// What a request says about its command: its id, who gives it, which version it was made for.
import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { uuidv5 } from '../db/ids.ts';
import type { Role } from '../domain/roles.ts';
import { HttpProblem } from './problem.ts';
import type { Viewer } from './viewer.ts';

export type HttpMeta = {
  commandId: string;
  actor: string;
  role: Role;
  expectedVersion?: number;
  /** The person's code was verified for this command. */
  secondFactor?: boolean;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** `Idempotency-Key` becomes the command's id: a UUID as it is, any other text by UUIDv5. `If-Match` pins the version. */
export function metaOf(req: Request, viewer: Viewer | null, role: Role): HttpMeta {
  const expectedVersion = pinned(req.get('If-Match'));
  return {
    commandId: commandId(req.get('Idempotency-Key')),
    actor: viewer?.personId ?? 'public',
    role,
    ...(expectedVersion !== undefined && { expectedVersion }),
  };
}

/** A further command of the same request, with an id that a retry makes again. */
export const follows = ({ commandId, actor, role }: HttpMeta, step: string): HttpMeta => ({
  commandId: uuidv5(`${step}:${commandId}`),
  actor,
  role,
});

function commandId(key: string | undefined): string {
  if (key === undefined) return randomUUID();
  if (key.length === 0 || key.length > 200) throw badHeader('Idempotency-Key', 'must have 1 to 200 characters');
  return uuid.test(key) ? key.toLowerCase() : uuidv5(key);
}

function pinned(tag: string | undefined): number | undefined {
  if (tag === undefined || tag === '*') return undefined;
  const match = /^"(\d{1,15})"$/.exec(tag);
  if (match === null) throw badHeader('If-Match', 'must be the ETag of an earlier answer, such as "3"');
  return Number(match[1]);
}

const badHeader = (name: string, rule: string) =>
  new HttpProblem(400, 'invalid', `${name}: ${rule}`, { errors: [{ field: name, rule }] });
