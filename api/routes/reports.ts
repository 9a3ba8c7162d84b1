// Mission reports of delegations: opened from the record, written in versions, returned or approved by a superior, published.
import { z } from 'zod';
import { findForumFacts } from '../../db/read-models/delegation-views.ts';
import { findReportLines, reportStatuses } from '../../db/read-models/report-lines.ts';
import { keepReportText } from '../../db/reports.ts';
import {
  ApproveReport,
  HandInReport,
  NameSuperior,
  PublishReport,
  RetractReport,
  ReturnReport,
} from '../../domain/report/messages.ts';
import { hashOf } from '../../domain/verify/canonical.ts';
import { CommandDone, page } from '../answer.ts';
import type { Services } from '../app.ts';
import { notFound } from '../problem.ts';
import { contentOf, reportTarget, tellReport, viewReport } from '../reports.ts';
import { get, post, put } from '../route.ts';
import { forumTarget } from '../targets.ts';
import { ReportLineView, ReportView, SaveReport } from '../views/reports.ts';

type Params = { forumId: string; iso2: string };
export const oneReport = ({ db }: Services, { forumId, iso2 }: Params) => reportTarget(db, forumId, iso2);
const idsOf = ({ forumId, country }: { forumId: string; country: string }) => ({ forumId, country });

export const reportRoutes = [
  get({
    path: '/forums/:forumId/reports',
    operation: 'ListReports',
    summary: "Where every delegation's mission report stands, who holds it and since when; never what it says",
    query: z.strictObject({ status: z.enum(reportStatuses).optional() }),
    response: page(ReportLineView),
    target: ({ db }, { forumId }) => forumTarget(db, forumId),
    run: async ({ db, params, query }) => {
      const facts = await findForumFacts(db, params.forumId);
      if (facts === undefined) throw notFound();
      const lines = await findReportLines(db, params.forumId, facts.countries);
      const items = lines.filter(({ status }) => query.status === undefined || query.status === status);
      return { body: { items, next: null } };
    },
  }),
  get({
    path: '/forums/:forumId/delegations/:iso2/report',
    operation: 'ViewReport',
    summary:
      "The delegation's mission report: its newest version, where it stands, its versions; else what the record says",
    response: ReportView,
    target: oneReport,
    run: async ({ db, target, viewer }) => {
      if (viewer === null) throw notFound();
      return { body: await viewReport(db, target, viewer) };
    },
  }),
  put({
    path: '/forums/:forumId/delegations/:iso2/report',
    operation: 'SaveReport',
    summary: 'Save the report as a new version; no version is written over',
    body: SaveReport,
    response: CommandDone.extend({ report: z.int().describe('The version of the report') }),
    target: oneReport,
    run: async (context) => {
      const { db, target, meta } = context;
      const { version: base, content, source } = context.body;
      const hash = hashOf(content);
      await keepReportText(db, target, hash, content, meta.actor);
      const reply = await tellReport(context, { type: 'SaveReport', data: { ...idsOf(target), base, hash, source } });
      const kept = await contentOf(db, target, base);
      const isSame = base > 0 && hashOf(kept) === hash;
      return { ...reply, body: { ...reply.body, report: isSame ? base : base + 1 } };
    },
  }),
  post({
    path: '/forums/:forumId/delegations/:iso2/report/hand-in',
    operation: 'HandInReport',
    summary: 'Hand the newest version to the superior',
    body: HandInReport,
    response: CommandDone,
    target: oneReport,
    run: (context) =>
      tellReport(context, { type: 'HandInReport', data: { ...idsOf(context.target), ...context.body } }),
  }),
  post({
    path: '/forums/:forumId/delegations/:iso2/report/return',
    operation: 'ReturnReport',
    summary: 'Return the report with a note: it may be changed and handed in again',
    body: ReturnReport,
    response: CommandDone,
    target: oneReport,
    run: (context) =>
      tellReport(context, { type: 'ReturnReport', data: { ...idsOf(context.target), ...context.body } }),
  }),
  post({
    path: '/forums/:forumId/delegations/:iso2/report/approve',
    operation: 'ApproveReport',
    summary: 'Approve the report, for the country’s own offices or for everybody',
    body: ApproveReport,
    response: CommandDone,
    target: oneReport,
    run: (context) =>
      tellReport(context, { type: 'ApproveReport', data: { ...idsOf(context.target), ...context.body } }),
  }),
  post({
    path: '/forums/:forumId/delegations/:iso2/report/publish',
    operation: 'PublishReport',
    summary: 'Let everybody read the version that was approved for everybody',
    body: PublishReport,
    response: CommandDone,
    target: oneReport,
    run: (context) => {
      const { cycleId = null } = context.target;
      return tellReport(context, { type: 'PublishReport', data: { ...idsOf(context.target), cycleId } });
    },
  }),
  post({
    path: '/forums/:forumId/delegations/:iso2/report/retract',
    operation: 'RetractReport',
    summary: 'Take the published report back from the public',
    body: RetractReport,
    response: CommandDone,
    target: oneReport,
    run: (context) =>
      tellReport(context, { type: 'RetractReport', data: { ...idsOf(context.target), ...context.body } }),
  }),
  post({
    path: '/forums/:forumId/delegations/:iso2/report/superior',
    operation: 'NameSuperior',
    summary: 'Name who returns or approves the report, in the place of whoever approves for the country',
    body: NameSuperior,
    response: CommandDone,
    target: oneReport,
    run: (context) =>
      tellReport(context, { type: 'NameSuperior', data: { ...idsOf(context.target), ...context.body } }),
  }),
];
