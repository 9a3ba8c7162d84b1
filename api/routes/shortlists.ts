// Who goes on to a panel's next round: the proposal, and what its leaders settle.
import { findShortlist } from '../../db/read-models/shortlist-views.ts';
import { ShortlistEntries } from '../../domain/panel/messages.ts';
import { CommandDone } from '../answer.ts';
import { notFound } from '../problem.ts';
import { get, post } from '../route.ts';
import { ledPanelTarget, panelTarget } from '../targets.ts';
import { ShortlistView } from '../views/shortlists.ts';
import { eyesOf, idsOf, tellPanel } from './panels.ts';

export const shortlistRoutes = [
  get({
    path: '/panels/:panel/shortlist',
    operation: 'ViewShortlist',
    summary: 'Who would go on to the next round by the rule of the award, and who has gone on from those before',
    response: ShortlistView,
    target: ({ db }, params) => panelTarget(db, params.panel),
    run: async (context) => {
      const { cycleId, group } = context.target;
      const body = await findShortlist(context.db, cycleId, group, eyesOf(context));
      if (body === undefined) throw notFound();
      return { body };
    },
  }),
  post({
    path: '/panels/:panel/shortlist',
    operation: 'ShortlistEntries',
    summary:
      'Settle who goes on to the next round, with a reason for each departure from the proposal; or settle it anew, until something of that round is released',
    body: ShortlistEntries,
    response: CommandDone,
    target: ({ db }, params) => ledPanelTarget(db, params.panel),
    run: (context) => tellPanel(context, { type: 'ShortlistEntries', data: { ...idsOf(context), ...context.body } }),
  }),
];
