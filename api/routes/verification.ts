// What can be checked of a panel: its signed heads, a look at what each audience gets, and the act of publishing it.
import { z } from 'zod';
import { loadState } from '../../db/execute.ts';
import {
  type Found,
  findJudgeNames,
  findPublications,
  findPublished,
  keepBundles,
  makeBundles,
  makeProof,
} from '../../db/read-models/bundle-views.ts';
import { findSignedRecord } from '../../db/read-models/panel-records.ts';
import { cycleStream } from '../../domain/cycle/state.ts';
import { Language } from '../../domain/messages.ts';
import { PublishBundle, WithdrawBundle } from '../../domain/panel/messages.ts';
import { panelStream } from '../../domain/panel/state.ts';
import { hashOf } from '../../domain/verify/canonical.ts';
import { Bundle } from '../../domain/verify/messages.ts';
import { verify } from '../../domain/verify/verify.ts';
import { sayStep } from '../../domain/verify/words.ts';
import { CommandDone, page } from '../answer.ts';
import { HttpProblem, notFound } from '../problem.ts';
import { get, post } from '../route.ts';
import { nominationTarget, panelTarget, scorecardTarget, wholePanelTarget } from '../targets.ts';
import { JudgeNameView, PreviewView, VerificationView } from '../views/verification.ts';
import { idsOf, tellPanel } from './panels.ts';

const PreviewQuery = z.strictObject({ language: Language.default('en') });

export const verificationRoutes = [
  get({
    path: '/panels/:panel/verification',
    operation: 'ViewVerification',
    summary: 'The signed heads of the record of a panel, and what was published of it',
    response: VerificationView,
    target: ({ db }, { panel }) => panelTarget(db, panel),
    run: async ({ db, signer, target }) => {
      const [signed, { state: panel }, { state: cycle }, published] = await Promise.all([
        findSignedRecord(db, target, signer),
        loadState(db, panelStream(target.cycleId, target.group)),
        loadState(db, cycleStream(target.cycleId)),
        findPublications(db, target),
      ]);
      if (signed === null || cycle.status === 'none') throw notFound();
      const { record, heads, differs } = signed;
      return {
        body: {
          ...{
            status: panel.status,
            country: target.country,
            leaves: record.leaves.length,
            rules: hashOf(record.leaves[0]),
          },
          ...{ heads, differs, key: signer.key, signed: panel.status === 'signed', published },
          announced: cycle.announcement.some((one) => one.stage === 'public' && one.published),
        },
      };
    },
  }),
  get({
    path: '/panels/:panel/bundles/:audience',
    operation: 'PreviewBundle',
    summary: 'What an audience would get if it were published now, with what anybody could check of it',
    query: PreviewQuery,
    response: PreviewView,
    target: ({ db }, { panel }) => wholePanelTarget(db, panel),
    run: async ({ db, signer, target, params, query }) => {
      const { audience } = params;
      if (audience === 'country' && target.country === null) throw notFound();
      const made = await makeBundles(db, target, signer, audience);
      if (made === null) throw notSigned();
      const [first] = made.bundles;
      const keys = [signer.key, ...(first?.bundle.heads.map(({ key }) => key) ?? [])];
      const { ok, steps } = verify(JSON.stringify(first?.bundle), { keys });
      const said = steps.map(({ values, ...step }) => {
        return { ...step, says: sayStep({ ...step, values }, query.language) };
      });
      return { body: { ...made, report: { ok, steps: said } } };
    },
  }),
  post({
    path: '/panels/:panel/bundles/publish',
    operation: 'PublishBundle',
    summary: 'Publish what was looked at: it is named by its hash, and stays as it is',
    body: PublishBundle,
    response: CommandDone,
    target: ({ db }, { panel }) => wholePanelTarget(db, panel),
    run: async (context) => {
      const { db, signer, target, body } = context;
      const made = await makeBundles(db, target, signer, body.audience);
      if (made === null) throw notSigned();
      if (made.hash !== body.hash)
        throw new HttpProblem(409, 'bundle-moved', 'What would be published is no longer what was looked at.', {
          allowed: { hash: made.hash },
        });
      await keepBundles(db, target, made);
      return tellPanel(context, { type: 'PublishBundle', data: { ...idsOf(context), ...body } });
    },
  }),
  post({
    path: '/panels/:panel/bundles/withdraw',
    operation: 'WithdrawBundle',
    summary: 'Take back what was published, with the reason: it stays on record, and its address answers 410',
    body: WithdrawBundle,
    response: CommandDone,
    target: ({ db }, { panel }) => wholePanelTarget(db, panel),
    run: (context) => tellPanel(context, { type: 'WithdrawBundle', data: { ...idsOf(context), ...context.body } }),
  }),
  get({
    path: '/panels/:panel/audit-bundle',
    operation: 'ViewAuditBundle',
    summary: 'The whole record of a panel up to its signed decision, with the judges under pseudonyms, for an auditor',
    response: Bundle,
    target: ({ db }, { panel }) => panelTarget(db, panel),
    run: async ({ db, signer, target }) => {
      const made = await makeBundles(db, target, signer, 'auditor');
      const [one] = made?.bundles ?? [];
      if (one === undefined) throw notSigned();
      return { body: one.bundle };
    },
  }),
  get({
    path: '/panels/:panel/judge-names',
    operation: 'ViewJudgeNames',
    summary: 'Whose pseudonym is whose, with what opens the commitments in the record, for an auditor',
    response: page(JudgeNameView),
    target: ({ db }, { panel }) => panelTarget(db, panel),
    run: async ({ db, signer, target }) => ({ body: { items: await findJudgeNames(db, target, signer), next: null } }),
  }),
  get({
    path: '/panels/:panel/country-bundle',
    operation: 'ViewCountryBundle',
    summary: 'What was published to a country of its own panel, whole, with the judges under pseudonyms',
    response: Bundle,
    target: ({ db }, { panel }) => panelTarget(db, panel),
    run: async ({ db, target }) => ({ body: published(await findPublished(db, 'country', { panel: target })) }),
  }),
  get({
    path: '/nominations/:nominationId/bundle',
    operation: 'ViewNomineeBundle',
    summary: 'What was published to the nominee: the outcome, and its own sheets where the award publishes scores',
    response: Bundle,
    target: async ({ db }, { nominationId }) => ({
      ...(await nominationTarget(db, nominationId)),
      laureateId: nominationId,
    }),
    run: async ({ db, params }) => ({ body: published(await findPublished(db, 'nominee', params)) }),
  }),
  get({
    path: '/scorecards/:scorecard/proof',
    operation: 'ViewSheetProof',
    summary: 'The proof that your sheets are in the signed record, once scoring is closed',
    response: Bundle,
    target: ({ db }, { scorecard }) => scorecardTarget(db, scorecard),
    run: async ({ db, signer, target }) => {
      const proof = await makeProof(db, target, signer, target.judgeId);
      if (proof === null)
        throw new HttpProblem(409, 'scoring-not-over', 'The record is signed once scoring is closed: look again then.');
      return { body: proof };
    },
  }),
];

const notSigned = () =>
  new HttpProblem(409, 'nothing-to-check', 'No decision of this panel is signed: there is nothing to check yet.');

/** @throws HttpProblem 404 where nothing was published, 410 with the reason where it was withdrawn */
export function published(found: Found | null): z.infer<typeof Bundle> {
  if (found === null) throw notFound();
  if (found.withdrawn !== null)
    throw new HttpProblem(410, 'bundle-withdrawn', `This was published and withdrawn since: ${found.withdrawn}`, {
      allowed: { reason: found.withdrawn },
    });
  return Bundle.parse(JSON.parse(found.content));
}
