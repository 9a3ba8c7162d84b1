// The person who is signed in: who that is, which roles they hold, what is due from them.
import { z } from 'zod';
import type { Db } from '../../db/database.ts';
import { findPerson, setPreferences } from '../../db/people.ts';
import { findTasks, nameCategories, orderOf } from '../../db/read-models/task-views.ts';
import { KnownZone, Language } from '../../domain/messages.ts';
import { cursorKey, Paging, page, paged } from '../answer.ts';
import { notFound, notSignedIn } from '../problem.ts';
import { get, put } from '../route.ts';
import type { Viewer } from '../viewer.ts';
import { Deadline, InZone, maybeDeadline, readerZone } from '../views/deadline.ts';
import { TextsView } from '../views/views.ts';

const nullable = z.string().nullable();
const Me = z
  .object({
    personId: z.string(),
    name: z.string(),
    email: z.string(),
    language: z.string(),
    zone: nullable.describe('In which you read times; null where you have not said'),
    roles: z.array(
      z.object({
        role: z.string(),
        award: nullable,
        country: nullable,
        cycleId: nullable,
        group: nullable,
        forum: nullable,
        laureate: nullable,
        nomination: nullable,
        powers: z.array(z.string()).describe('Of a standby of the secretariat'),
      }),
    ),
  })
  .meta({ id: 'Me' });
const TaskView = z
  .object({
    kind: z.string(),
    cycleId: nullable,
    country: nullable,
    category: nullable,
    categoryNames: TextsView.nullable(),
    title: TextsView,
    count: z.int().describe('How many things wait'),
    dueAt: nullable,
    zone: z.string().describe('Governs the instant'),
    due: Deadline.nullable(),
    link: z.string().describe('Where it is worked on'),
  })
  .meta({ id: 'Task' });

async function me(db: Db, viewer: Viewer): Promise<z.infer<typeof Me>> {
  const person = await findPerson(db, viewer.personId);
  if (person === undefined) throw notFound();
  return { ...person, roles: viewer.roles };
}

const Preferences = z
  .strictObject({ zone: KnownZone.nullable().optional(), language: Language.optional() })
  .refine(({ zone, language }) => zone !== undefined || language !== undefined, 'must name a zone or a language');

export const meRoutes = [
  get({
    path: '/me',
    operation: 'ViewMe',
    summary: 'Who you are here, with every role that you hold now',
    response: Me,
    run: async ({ db, viewer }) => {
      if (viewer === null) throw notSignedIn();
      return { body: await me(db, viewer) };
    },
  }),
  put({
    path: '/me/preferences',
    operation: 'SetPreferences',
    summary: 'In which zone you read times, and in which language you get mail',
    body: Preferences,
    response: Me,
    run: async ({ db, viewer, body }) => {
      if (viewer === null) throw notSignedIn();
      await setPreferences(db, viewer.personId, body);
      return { body: await me(db, viewer) };
    },
  }),
  get({
    path: '/me/tasks',
    operation: 'ViewMyTasks',
    summary: 'What is due from you, across all your roles, the soonest first',
    query: Paging.extend(InZone.shape),
    response: page(TaskView),
    run: async ({ db, viewer, query }) => {
      if (viewer === null) throw notSignedIn();
      const reader = await readerZone(db, viewer, query.zone);
      const [seen = ''] = cursorKey(query.cursor, ['text']) ?? [];
      const left = (await findTasks(db, viewer)).filter((task) => orderOf(task) > seen);
      return {
        body: paged(
          await nameCategories(db, left.slice(0, query.limit + 1)),
          query.limit,
          (task) => [orderOf(task)],
          (task) => ({ ...task, due: maybeDeadline(task.dueAt, task.zone, reader) }),
        ),
      };
    },
  }),
];
