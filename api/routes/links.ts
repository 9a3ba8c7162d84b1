// What a link is for: the first thing that its page asks.
import { z } from 'zod';
import { findPerson } from '../../db/people.ts';
import { linkOf, linkOver } from '../link.ts';
import { get } from '../route.ts';

const LinkView = z
  .object({
    purpose: z.enum(['edit-nomination', 'consent', 'supporting-letter', 'laureate', 'participant', 'talk']),
    subject: z
      .string()
      .describe('The nomination, laureate or participant; the laureate of a talk, whose forum stands in the detail'),
    cycleId: z.string().nullable(),
    name: z.string().describe('Who was sent the link'),
    language: z.string(),
    expiresAt: z.string(),
    detail: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Link' });

export const linkRoutes = [
  get({
    path: '/links/me',
    operation: 'ViewLink',
    summary: 'What the link in `Authorization: Link <token>` is for',
    response: LinkView,
    run: async ({ db, req }) => {
      const link = await linkOf(db, req);
      const person = link && (await findPerson(db, link.personId));
      if (!link || !person) throw linkOver();
      const { personId: _own, expiresAt, ...about } = link;
      return { body: { ...about, name: person.name, language: person.language, expiresAt: expiresAt.toISOString() } };
    },
  }),
];
