// Who gives a talk instead of the one asked, and what is printed of whoever gives it.
import { z } from 'zod';
import { endLinksOfOthers } from '../../db/links.ts';
import { findProfile, writeProfile } from '../../db/speaker-profiles.ts';
import { Language } from '../../domain/messages.ts';
import { CommandDone } from '../answer.ts';
import { Addressee, findInvitee } from '../invite.ts';
import { post, put } from '../route.ts';
import { SpeakerProfileView } from '../views/forums.ts';
import { idsOf, oneTalk, tellTalk } from './talks.ts';

const texts = (most: number) => z.record(Language, z.string().trim().max(most)).default({});
const Profile = z.strictObject({
  position: texts(300).describe('Of whoever speaks, by language'),
  biography: texts(2000),
  printedName: z.string().trim().max(200).nullable().default(null).describe('As it is to be printed'),
});
const written = (said: { [language: string]: string }) =>
  Object.fromEntries(Object.entries(said).filter(([, text]) => text !== ''));

export const speakerRoutes = [
  post({
    path: '/talks/:talk/speaker',
    operation: 'NameSpeaker',
    summary: 'Let another person give the talk: they get a link, and whoever was asked stays responsible',
    body: Addressee,
    response: CommandDone,
    target: oneTalk,
    run: async (context) => {
      const speakerId = await findInvitee(context, context.body);
      const reply = await tellTalk(context, { type: 'NameSpeaker', data: { ...idsOf(context.target), speakerId } });
      return reply;
    },
  }),
  post({
    path: '/talks/:talk/speaker/take-back',
    operation: 'NameSpeaker',
    summary: 'Let the person who was asked give the talk after all',
    body: z.strictObject({}),
    response: CommandDone,
    target: oneTalk,
    run: async (context) => {
      const { db, target } = context;
      const data = { ...idsOf(target), speakerId: null };
      const reply = await tellTalk(context, { type: 'NameSpeaker', data });
      await endLinksOfOthers(db, 'talk', target.laureateId, target.presenter ?? '');
      return reply;
    },
  }),
  put({
    path: '/talks/:talk/profile',
    operation: 'DescribeSpeaker',
    summary: 'Say what is printed of whoever speaks: position, biography, name',
    body: Profile,
    response: SpeakerProfileView,
    target: oneTalk,
    run: async ({ db, target, body, meta }) => {
      const { forumId, laureateId, presenter = '', speaker } = target;
      const of = { forumId, laureateId, personId: speaker ?? presenter };
      const said = { ...body, position: written(body.position), biography: written(body.biography) };
      await writeProfile(db, of, { ...said, printedName: body.printedName || null }, meta.actor);
      return { body: (await findProfile(db, of)) ?? said };
    },
  }),
];
