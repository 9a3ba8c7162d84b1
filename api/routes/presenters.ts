// What presenters say of their own talk; the forum's desk may say it for them.
import {
  ConfirmTalk,
  DeclineTalk,
  DescribeTalk,
  ReconfirmSlot,
  RefuseSlot,
  SetAvailability,
} from '../../domain/talk/messages.ts';
import { CommandDone } from '../answer.ts';
import { post } from '../route.ts';
import { idsOf, oneTalk, tellTalk } from './talks.ts';

export const presenterRoutes = [
  post({
    path: '/talks/:talk/confirm',
    operation: 'ConfirmTalk',
    summary: 'Say yes to the invitation to speak',
    body: ConfirmTalk,
    response: CommandDone,
    target: oneTalk,
    run: (context) => tellTalk(context, { type: 'ConfirmTalk', data: idsOf(context.target) }),
  }),
  post({
    path: '/talks/:talk/decline',
    operation: 'DeclineTalk',
    summary: 'Say no to the invitation, or withdraw after a yes',
    body: DeclineTalk,
    response: CommandDone,
    target: oneTalk,
    run: (context) => tellTalk(context, { type: 'DeclineTalk', data: { ...context.body, ...idsOf(context.target) } }),
  }),
  post({
    path: '/talks/:talk/describe',
    operation: 'DescribeTalk',
    summary: 'Say what the talk is about, in which language',
    body: DescribeTalk,
    response: CommandDone,
    target: oneTalk,
    run: (context) => tellTalk(context, { type: 'DescribeTalk', data: { ...context.body, ...idsOf(context.target) } }),
  }),
  post({
    path: '/talks/:talk/availability',
    operation: 'SetAvailability',
    summary: 'Say when the presenter can speak, in the room or from afar',
    body: SetAvailability,
    response: CommandDone,
    target: oneTalk,
    run: (context) =>
      tellTalk(context, { type: 'SetAvailability', data: { ...context.body, ...idsOf(context.target) } }),
  }),
  post({
    path: '/talks/:talk/reconfirm',
    operation: 'ReconfirmSlot',
    summary: 'Agree to the place that a release gives the talk',
    body: ReconfirmSlot,
    response: CommandDone,
    target: oneTalk,
    run: (context) => tellTalk(context, { type: 'ReconfirmSlot', data: { ...context.body, ...idsOf(context.target) } }),
  }),
  post({
    path: '/talks/:talk/refuse-place',
    operation: 'RefuseSlot',
    summary: 'Say that the place which a release gives the talk does not suit: those who arrange the forum are told',
    body: RefuseSlot,
    response: CommandDone,
    target: oneTalk,
    run: (context) => tellTalk(context, { type: 'RefuseSlot', data: { ...context.body, ...idsOf(context.target) } }),
  }),
];
