// The day of a forum: what is on now, what runs late. The release stays as it is.
import { execute } from '../../db/execute.ts';
import { day } from '../../domain/day/decider.ts';
import { ReportDelay } from '../../domain/day/messages.ts';
import { dayStream } from '../../domain/day/state.ts';
import type { Role } from '../../domain/roles.ts';
import { CommandDone, done } from '../answer.ts';
import type { Services } from '../app.ts';
import { viewDay } from '../day.ts';
import { get, post } from '../route.ts';
import { forumTarget } from '../targets.ts';
import { DayView } from '../views/day.ts';

const one = ({ db }: Services, { forumId }: { forumId: string }) => forumTarget(db, forumId);
const makers: Role[] = ['secretariat', 'standby', 'forum-staff', 'host'];

export const dayRoutes = [
  get({
    path: '/forums/:forumId/today',
    operation: 'ViewDay',
    summary: 'The released programme as the day runs: what is late, and how each talk stands',
    response: DayView,
    target: one,
    run: async ({ db, params, role }) => {
      const isMaker = makers.includes(role);
      const rights = {
        readers: isMaker || role === 'auditor' ? ('staff' as const) : ('public' as const),
        ...{ mayReport: isMaker || role === 'moderator', mayMark: isMaker },
      };
      return { body: await viewDay(db, params.forumId, rights) };
    },
  }),
  post({
    path: '/forums/:forumId/delays',
    operation: 'ReportDelay',
    summary: 'Say that a session or a room runs late from a minute on, or is on time again; the release is not changed',
    body: ReportDelay,
    response: CommandDone,
    target: one,
    run: async ({ db, meta, params, target, body }) => {
      const { forumId } = params;
      const command = { type: 'ReportDelay', data: { ...body, forumId } } as const;
      return done(forumId, await execute(db, day, dayStream(forumId, target.cycleId ?? null), command, meta));
    },
  }),
  get({
    path: '/public/forums/:forumId/today',
    operation: 'ViewPublicDay',
    summary: 'The released programme as the day runs; who is under embargo has a country and a category',
    response: DayView,
    run: async ({ db, params }) => ({
      body: await viewDay(db, params.forumId, { readers: 'public', mayReport: false, mayMark: false }),
    }),
  }),
];
