// Talks: who is asked to speak for a laureate, and what the presenter answers.
import { z } from 'zod';
import { deadlineOf } from '../../db/deadline.ts';
import { execute } from '../../db/execute.ts';
import { findLaureateFiles } from '../../db/laureate-files.ts';
import { findLateness } from '../../db/read-models/day-views.ts';
import {
  findInvitable,
  findOwnTalks,
  findSlot,
  findTalk,
  findTalks,
  getForumOfTalk,
  type Slot,
} from '../../db/read-models/talk-views.ts';
import { findProfile } from '../../db/speaker-profiles.ts';
import { talk } from '../../domain/talk/decider.ts';
import {
  InvitePresenter,
  MarkAbsent,
  MarkPresented,
  ReplacePresenter,
  type TalkCommand,
} from '../../domain/talk/messages.ts';
import { talkStream } from '../../domain/talk/state.ts';
import { CommandDone, cursorKey, done, Paging, page, paged } from '../answer.ts';
import type { Services } from '../app.ts';
import { findInvitee, Invitee, inviteToAccount } from '../invite.ts';
import { HttpProblem, notFound, notSignedIn } from '../problem.ts';
import { type Context, get, post } from '../route.ts';
import { forumTarget, type Target, talkTarget } from '../targets.ts';
import type { Viewer } from '../viewer.ts';
import { InZone, readerZone } from '../views/deadline.ts';
import { OwnTalk, TalkRow, TalkView } from '../views/forums.ts';
import { showLaureateFile } from './laureate-files.ts';

type Found = { forumId: string; cycleId?: string; laureateId: string };
type Asked = Pick<Context<unknown, unknown, unknown, Found>, 'db' | 'meta' | 'target'>;

/** Gives a command to the talk of the path. */
export async function tellTalk({ db, meta, target }: Asked, command: TalkCommand) {
  const { forumId, laureateId, cycleId = null } = target;
  return done(
    `${forumId}~${laureateId}`,
    await execute(db, talk, talkStream(forumId, laureateId, cycleId), command, meta),
  );
}

export const oneTalk = ({ db }: Services, params: { talk: string }) => talkTarget(db, params.talk);
export const idsOf = ({ forumId, laureateId }: Found) => ({ forumId, laureateId });

const Invitation = InvitePresenter.omit({ personId: true }).extend(Invitee.shape);
const Replacement = ReplacePresenter.omit({ personId: true }).extend(Invitee.shape);

/** One who speaks at the forum, invited to an account where they have none. */
type Inviting = Asked & Pick<Services, 'hasAccount'>;
const inviteSpeaker = (context: Inviting, personId: string, zone: string, country: string) => {
  const { forumId, cycleId = null } = context.target;
  return inviteToAccount(context, personId, { role: 'presenter', zone, forumId, cycleId, country });
};

export const talkRoutes = [
  post({
    path: '/forums/:forumId/talks',
    operation: 'InvitePresenter',
    summary: 'Invite a person to speak for an endorsed laureate; one without an account gets a link to it',
    body: Invitation,
    response: CommandDone,
    status: 201,
    target: ({ db }, { forumId }) => forumTarget(db, forumId),
    run: async (context) => {
      const { laureateId, email, name, language, ...asked } = context.body;
      const { forumId } = context.params;
      const facts = await findInvitable(context.db, forumId, laureateId);
      if (facts === undefined) throw notInvitable();
      const { zone, ...laureate } = facts;
      const personId = await findInvitee(context, { email, name, language });
      const speaking = { ...context, target: { ...context.target, laureateId } };
      const data = { ...asked, ...laureate, forumId, laureateId, personId };
      const reply = await tellTalk(speaking, { type: 'InvitePresenter', data });
      await inviteSpeaker(speaking, personId, zone, laureate.country);
      return { ...reply, headers: { ...reply.headers, Location: `/api/v1/talks/${forumId}~${laureateId}` } };
    },
  }),
  get({
    path: '/forums/:forumId/talks',
    operation: 'ListTalks',
    summary: 'The talks of a forum with their presenters and how each stands',
    query: Paging,
    response: page(TalkRow),
    target: ({ db }, { forumId }) => forumTarget(db, forumId),
    run: async ({ db, params, query, viewer }) => {
      const after = cursorKey(query.cursor, ['uuid'])?.[0];
      const asked = { limit: query.limit + 1, after, viewer: viewer?.personId ?? null };
      const rows = await findTalks(db, params.forumId, asked);
      return { body: paged(rows, query.limit, ({ laureateId }) => [laureateId]) };
    },
  }),
  get({
    path: '/talks/:talk',
    operation: 'ViewTalk',
    summary: 'A talk, with its place in the released schedule',
    query: InZone,
    response: TalkView,
    target: oneTalk,
    run: async ({ db, target, viewer, query }) => {
      const { forumId, laureateId } = target;
      const personId = target.speaker ?? target.presenter ?? '';
      const [found, slot, forum, slides, profile] = await Promise.all([
        findTalk(db, forumId, laureateId),
        findSlot(db, forumId, laureateId),
        getForumOfTalk(db, forumId),
        findLaureateFiles(db, { kind: 'slides', laureateId, forumId }),
        findProfile(db, { forumId, laureateId, personId }),
      ]);
      if (found === undefined) throw notFound();
      const answerEnds = deadlineOf(found.answerBy, found.zone, await readerZone(db, viewer, query.zone));
      return {
        body: {
          ...found,
          answerEnds,
          slot: slot && (await asItRuns(db, forumId, slot)),
          forum,
          slides: slides.map(showLaureateFile),
          profile,
          as: partOf(target, viewer),
        },
      };
    },
  }),
  get({
    path: '/me/talks',
    operation: 'ListMyTalks',
    summary: 'The talks that you were asked to give',
    response: z.object({ items: z.array(OwnTalk) }),
    run: async ({ db, viewer }) => {
      if (viewer === null) throw notSignedIn();
      return { body: { items: await findOwnTalks(db, viewer.personId) } };
    },
  }),
  post({
    path: '/talks/:talk/replace',
    operation: 'ReplacePresenter',
    summary: 'Ask another person to give the talk',
    body: Replacement,
    response: CommandDone,
    target: oneTalk,
    run: async (context) => {
      const { db, target } = context;
      const { email, name, language, ...asked } = context.body;
      const facts = await findInvitable(db, target.forumId, target.laureateId);
      if (facts === undefined) throw notInvitable();
      const personId = await findInvitee(context, { email, name, language });
      const { answerTime, zone, country } = facts;
      const data = { ...asked, ...idsOf(target), personId, answerTime };
      const reply = await tellTalk(context, { type: 'ReplacePresenter', data });
      await inviteSpeaker(context, personId, zone, country);
      return reply;
    },
  }),
  post({
    path: '/talks/:talk/mark-presented',
    operation: 'MarkPresented',
    summary: 'Record that the talk was given',
    body: MarkPresented,
    response: CommandDone,
    target: oneTalk,
    run: (context) => tellTalk(context, { type: 'MarkPresented', data: idsOf(context.target) }),
  }),
  post({
    path: '/talks/:talk/mark-absent',
    operation: 'MarkAbsent',
    summary: 'Record that the presenter did not come',
    body: MarkAbsent,
    response: CommandDone,
    target: oneTalk,
    run: (context) => tellTalk(context, { type: 'MarkAbsent', data: { ...context.body, ...idsOf(context.target) } }),
  }),
];

const partOf = ({ presenter, speaker }: Target, viewer: Viewer | null) => {
  if (viewer?.personId === presenter) return 'presenter' as const;
  return viewer?.personId === speaker ? ('speaker' as const) : null;
};

const notInvitable = () =>
  new HttpProblem(
    409,
    'laureate-not-endorsed',
    'Speakers are invited for endorsed laureates who have not declined the award.',
  );

/** With what was said on the day. */
async function asItRuns(db: Services['db'], forumId: string, slot: Slot) {
  const late = await findLateness(db, forumId, slot.place);
  const nowStarts = new Date(Date.parse(slot.place.startsAt) + late * 60_000).toISOString();
  return { ...slot, late, nowStarts };
}
