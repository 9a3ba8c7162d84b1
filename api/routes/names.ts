// How the person who is signed in is named.
import { z } from 'zod';
import type { Db } from '../../db/database.ts';
import { findNames, saveNames } from '../../db/names.ts';
import { answerNames, questionsAboutNames } from '../../domain/member/names.ts';
import { Language } from '../../domain/messages.ts';
import { notFound, notSignedIn } from '../problem.ts';
import { get, put } from '../route.ts';
import type { Viewer } from '../viewer.ts';
import { TextsView } from '../views/views.ts';

const Name = z.string().trim().min(1).max(200);
const SetMyName = z.strictObject({
  /** As people here know the person. */
  name: Name,
  honorific: z.string().trim().max(60).default(''),
  /** On certificates and badges. */
  printedName: Name.nullable().default(null),
  /** The full name in each script, by language. */
  names: z.record(Language, Name).default({}),
  /** To the questions of the answer before. */
  answers: z
    .array(z.strictObject({ field: z.string().max(60), take: z.enum(['suggested', 'typed']) }))
    .max(50)
    .default([]),
});
const MyName = z
  .object({
    name: z.string(),
    honorific: z.string(),
    printedName: z.string().nullable(),
    names: TextsView,
    originals: TextsView.describe('What was typed, by field, where Unicode was taken for it or it was confirmed'),
    questions: z.array(
      z.object({ field: z.string(), kind: z.literal('zawgyi'), typed: z.string(), suggested: z.string() }),
    ),
  })
  .meta({ id: 'MyName' });

async function view(db: Db, viewer: Viewer | null): Promise<z.infer<typeof MyName>> {
  if (viewer === null) throw notSignedIn();
  const names = await findNames(db, viewer.personId);
  if (names === undefined) throw notFound();
  return { ...names, questions: questionsAboutNames(names, names.originals) };
}

export const nameRoutes = [
  get({
    path: '/me/name',
    operation: 'ViewMe',
    summary: 'How you are named here, in each script and as printed',
    response: MyName,
    run: async ({ db, viewer }) => ({ body: await view(db, viewer) }),
  }),
  put({
    path: '/me/name',
    operation: 'SetMyName',
    summary: 'Say how you are named; a name that is likely Zawgyi is stored as typed and asked about',
    body: SetMyName,
    response: MyName,
    run: async ({ db, viewer, body }) => {
      const before = await view(db, viewer);
      const { answers, ...names } = body;
      await saveNames(db, viewer?.personId ?? '', answerNames(names, before.originals, answers));
      return { body: await view(db, viewer) };
    },
  }),
];
