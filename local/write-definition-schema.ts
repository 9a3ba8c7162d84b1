// Writes awards/award-definition.schema.json, which editors use to check awards/*.yaml: node local/write-definition-schema.ts
import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { AwardDefinition } from '../domain/award-definition.ts';

export const definitionSchemaPath = new URL('../awards/award-definition.schema.json', import.meta.url);

/** Describes what is written by hand: what has a default may be left out. Rules between parts are not in it. */
export function definitionSchema(): string {
  const schema = z.toJSONSchema(AwardDefinition, { io: 'input', target: 'draft-2020-12' });
  return `${JSON.stringify({ title: 'Award definition', ...schema }, null, 2)}\n`;
}

if (import.meta.main) await writeFile(definitionSchemaPath, definitionSchema());
