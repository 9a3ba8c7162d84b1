// The person who is signed in: who that is, which roles they hold, what is due from them.
import { z } from 'zod';
import { findPerson } from '../../db/people.ts';
import { findTasks, orderOf } from '../../db/read-models/task-views.ts';
import { cursorKey, Paging, page, paged } from '../answer.ts';
import { notFound, notSignedIn } from '../problem.ts';
import { get } from '../route.ts';
import { TextsView } from '../views/views.ts';

const nullable = z.string().nullable();
const Me = z
  .object({
    personId: z.string(),
    name: z.string(),
    email: z.string(),
    language: z.string(),
    zone: nullable,
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
    title: TextsView,
    count: z.int().describe('How many things wait'),
    dueAt: nullable,
    zone: z.string().describe('Governs the instant'),
    link: z.string().describe('Where it is worked on'),
  })
  .meta({ id: 'Task' });

export const meRoutes = [
  get({
    path: '/me',
    operation: 'ViewMe',
    summary: 'Who you are here, with every role that you hold now',
    response: Me,
    run: async ({ db, viewer }) => {
      if (viewer === null) throw notSignedIn();
      const person = await findPerson(db, viewer.personId);
      if (person === undefined) throw notFound();
      return { body: { ...person, roles: viewer.roles } };
    },
  }),
  get({
    path: '/me/tasks',
    operation: 'ViewMyTasks',
    summary: 'What is due from you, across all your roles, the soonest first',
    query: Paging,
    response: page(TaskView),
    run: async ({ db, viewer, query }) => {
      if (viewer === null) throw notSignedIn();
      const [seen = ''] = cursorKey(query.cursor, ['text']) ?? [];
      const left = (await findTasks(db, viewer)).filter((task) => orderOf(task) > seen);
      return {
        body: paged(
          left.slice(0, query.limit + 1),
          query.limit,
          (task) => [orderOf(task)],
          (task) => task,
        ),
      };
    },
  }),
];
