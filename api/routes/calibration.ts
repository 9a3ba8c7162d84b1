// The calibration of a panel: reference entries laid down, scored by each judge before the real ones, and looked at together.
import { storeDossier } from '../../db/drafts.ts';
import { idOf } from '../../db/ids.ts';
import { findCalibration } from '../../db/read-models/calibration-views.ts';
import { AddReference } from '../../domain/panel/messages.ts';
import { SubmitScorecard } from '../../domain/scorecard/messages.ts';
import { hashOf } from '../../domain/verify/canonical.ts';
import { CommandDone } from '../answer.ts';
import type { Services } from '../app.ts';
import { referenceContent } from '../references.ts';
import { del, get, post } from '../route.ts';
import { commandOf } from '../sheets.ts';
import { panelTarget } from '../targets.ts';
import { CalibrationView } from '../views/calibration.ts';
import { idsOf, tellPanel } from './panels.ts';

const one = ({ db }: Services, params: { panel: string }) => panelTarget(db, params.panel);
const judging = ['judge', 'chair', 'deputy-chair'];

export const calibrationRoutes = [
  get({
    path: '/panels/:panel/calibration',
    operation: 'ViewCalibration',
    summary:
      'Reference entries that judges score before the real ones; what they are meant to get, and the spread, once the own are scored',
    response: CalibrationView,
    target: one,
    run: async ({ db, target, role, viewer }) => {
      const runs = !judging.includes(role);
      const eyes = {
        personId: viewer?.personId ?? null,
        runs,
        forms: runs && role !== 'auditor',
        ofOffice: role === 'secretariat',
      };
      return { body: await findCalibration(db, target, eyes) };
    },
  }),
  post({
    path: '/panels/:panel/calibration/references',
    operation: 'AddReference',
    summary:
      'Add a reference entry, a sample or one of an earlier edition, with its points and why, before the release',
    body: AddReference,
    response: CommandDone,
    status: 201,
    target: one,
    run: async (context) => {
      const { db, target, body, meta, viewer } = context;
      const content = await referenceContent(db, target, body, viewer?.personId ?? null);
      const hash = hashOf(content);
      await storeDossier(db, hash, content);
      const referenceId = idOf(meta.commandId);
      const points = body.scores.map(({ criterion, points }) => ({ criterion, points }));
      const earlier = body.source === 'earlier' ? { earlier: body.nominationId } : {};
      const data = { ...idsOf(context), referenceId, content: hash, points, ...earlier };
      const reply = await tellPanel(context, { type: 'AddReference', data });
      return { ...reply, body: { ...reply.body, id: referenceId } };
    },
  }),
  del({
    path: '/panels/:panel/calibration/references/:referenceId',
    operation: 'RemoveReference',
    summary: 'Take a reference entry back, before the release',
    response: CommandDone,
    target: one,
    run: (context) => {
      const data = { ...idsOf(context), referenceId: context.params.referenceId };
      return tellPanel(context, { type: 'RemoveReference', data });
    },
  }),
  post({
    path: '/panels/:panel/calibration/references/:referenceId/score',
    operation: 'ScoreReference',
    summary: 'Score a reference entry, once; it is counted nowhere',
    body: SubmitScorecard,
    response: CommandDone,
    target: one,
    run: async (context) => {
      const { db, params, body, meta } = context;
      const ids = { ...idsOf(context), referenceId: params.referenceId, judgeId: meta.actor };
      const said = await commandOf(db, `${ids.referenceId}~${ids.judgeId}~calibration`, body);
      return tellPanel(context, { type: 'ScoreReference', data: { ...ids, ...said } });
    },
  }),
];
