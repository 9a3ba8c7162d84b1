// The working copy by hand: talks moved, swapped, taken off, held, and all of that taken back.
import { findTalkFacts } from '../../db/read-models/talk-facts.ts';
import {
  MoveTalk,
  PinModerator,
  PinTalk,
  RedoMove,
  RestoreRelease,
  SwapTalks,
  UndoMove,
  UnpinModerator,
  UnpinTalk,
} from '../../domain/forum/messages.ts';
import { CommandDone } from '../answer.ts';
import { type Context, post } from '../route.ts';
import type { Target } from '../targets.ts';
import { oneForum, tellForum } from './forums.ts';

type Asked = Pick<Context<unknown, unknown, unknown, Target>, 'db' | 'target'> & { params: { forumId: string } };

/** What is known of the talks now, beside what the last proposal knew. */
const known = async ({ db, params, target }: Asked) => ({
  forumId: params.forumId,
  talks: await findTalkFacts(db, { forumId: params.forumId, cycleId: target.cycleId ?? null }),
});

export const arrangingRoutes = [
  post({
    path: '/forums/:forumId/schedule/pin',
    operation: 'PinTalk',
    summary: 'Put a talk in a place and hold it there; what speaks against it may need a reason',
    body: PinTalk,
    response: CommandDone,
    target: oneForum,
    run: async (context) =>
      tellForum(context, { type: 'PinTalk', data: { ...context.body, ...(await known(context)) } }),
  }),
  post({
    path: '/forums/:forumId/schedule/unpin',
    operation: 'UnpinTalk',
    summary: 'Let a talk go that was held in its place',
    body: UnpinTalk,
    response: CommandDone,
    target: oneForum,
    run: (context) => tellForum(context, { type: 'UnpinTalk', data: { ...context.body, ...context.params } }),
  }),
  post({
    path: '/forums/:forumId/schedule/moderators/pin',
    operation: 'PinModerator',
    summary: 'Let a person, or nobody with `person: null`, moderate a session, and hold that against proposals',
    body: PinModerator,
    response: CommandDone,
    target: oneForum,
    run: (context) => tellForum(context, { type: 'PinModerator', data: { ...context.body, ...context.params } }),
  }),
  post({
    path: '/forums/:forumId/schedule/moderators/unpin',
    operation: 'UnpinModerator',
    summary: 'Let proposals decide again who moderates a session',
    body: UnpinModerator,
    response: CommandDone,
    target: oneForum,
    run: (context) => tellForum(context, { type: 'UnpinModerator', data: { ...context.body, ...context.params } }),
  }),
  post({
    path: '/forums/:forumId/schedule/move',
    operation: 'MoveTalk',
    summary: 'Put a talk in another place, or with `place: null` in none; what speaks against it may need a reason',
    body: MoveTalk,
    response: CommandDone,
    target: oneForum,
    run: async (context) =>
      tellForum(context, { type: 'MoveTalk', data: { ...context.body, ...(await known(context)) } }),
  }),
  post({
    path: '/forums/:forumId/schedule/swap',
    operation: 'SwapTalks',
    summary: 'Let two talks change places; what speaks against it may need a reason',
    body: SwapTalks,
    response: CommandDone,
    target: oneForum,
    run: async (context) =>
      tellForum(context, { type: 'SwapTalks', data: { ...context.body, ...(await known(context)) } }),
  }),
  post({
    path: '/forums/:forumId/schedule/undo',
    operation: 'UndoMove',
    summary: 'Take back the last act by hand, whoever did it',
    body: UndoMove,
    response: CommandDone,
    target: oneForum,
    run: (context) => tellForum(context, { type: 'UndoMove', data: { ...context.body, ...context.params } }),
  }),
  post({
    path: '/forums/:forumId/schedule/redo',
    operation: 'RedoMove',
    summary: 'Do again what was taken back last',
    body: RedoMove,
    response: CommandDone,
    target: oneForum,
    run: (context) => tellForum(context, { type: 'RedoMove', data: { ...context.body, ...context.params } }),
  }),
  post({
    path: '/forums/:forumId/schedule/restore',
    operation: 'RestoreRelease',
    summary: 'Put the working copy back to what a release says',
    body: RestoreRelease,
    response: CommandDone,
    target: oneForum,
    run: (context) => tellForum(context, { type: 'RestoreRelease', data: { ...context.body, ...context.params } }),
  }),
];
