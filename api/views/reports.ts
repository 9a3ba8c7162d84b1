// The shapes of mission reports, in requests and answers.
import { z } from 'zod';
import { reportStatuses } from '../../db/read-models/report-lines.ts';
import { ReportContent, ReportPart } from '../../domain/report/messages.ts';
import { ForumOfDelegation } from './delegations.ts';
import { TextsView } from './views.ts';

const VersionLine = z
  .object({
    version: z.int(),
    hash: z.string(),
    source: z.enum(['web', 'docx']).describe('Where it was written'),
    savedAt: z.string(),
    savedBy: z.string().nullable(),
  })
  .meta({ id: 'ReportVersion' });

export const ReportView = z
  .object({
    forum: ForumOfDelegation,
    country: z.object({ iso2: z.string(), names: TextsView, languages: z.array(z.string()) }),
    status: z.enum(reportStatuses),
    latest: z.int().describe('The newest version; 0 where nothing is saved'),
    content: ReportContent.describe('The newest version; where nothing is saved what the record says'),
    handedIn: z.object({ version: z.int(), by: z.string().nullable(), own: z.boolean() }).nullable(),
    returned: z.object({ version: z.int(), note: z.string() }).nullable(),
    approved: z.object({ version: z.int(), audience: z.enum(['internal', 'public']) }).nullable(),
    published: z.int().nullable(),
    superior: z.object({ personId: z.string(), name: z.string().nullable() }).nullable(),
    superiors: z
      .array(z.object({ personId: z.string(), name: z.string(), role: z.string() }))
      .describe('Who may be named as the superior'),
    may: z.object({ write: z.boolean(), approve: z.boolean(), publish: z.boolean(), name: z.boolean() }),
    versions: z.array(VersionLine),
  })
  .meta({ id: 'MissionReport' });

export const ReportLineView = z
  .object({
    country: z.string(),
    names: TextsView,
    registered: z.int().describe('How many the country sends'),
    status: z.enum(reportStatuses).describe('Of the newest version'),
    heldBy: z.enum(['delegation', 'superior', 'nobody']).describe('Who has to act next'),
    holder: z.string().nullable().describe('The superior, where one is named; else whoever approves for the country'),
    since: z.string().nullable().describe('When it came there'),
    version: z.int(),
    audience: z.enum(['internal', 'public']).nullable().describe('Whom the approved version is for'),
    published: z.int().nullable().describe('The version that everybody reads'),
  })
  .meta({ id: 'MissionReportLine' });

export const SaveReport = z.strictObject({
  version: z.int().min(0).describe('The one that was read: another since then is not written over'),
  content: ReportContent,
  source: z.enum(['web', 'docx']).default('web'),
});

export const ReportChange = z
  .object({
    id: z.string(),
    label: z.string(),
    outcome: z.enum(['changed', 'added', 'removed', 'conflict']),
    before: z.string().describe('In the version that it was made from'),
    now: z.string().describe('In the newest version'),
    after: z.string(),
  })
  .meta({ id: 'ReportChange' });
export const ReportComparison = z.object({ changes: z.array(ReportChange) });
const whyNot = [
  ...(['kind', 'size', 'place', 'damaged', 'cropped', 'linked', 'drawing', 'margin', 'exchanged'] as const),
  'too-many',
] as const;
export const ReadReport = z.object({
  madeFrom: z.int(),
  latest: z.int(),
  changes: z.array(ReportChange),
  content: ReportContent.describe('The newest version with all of it taken'),
  title: z.string().describe('Of the newest version, as the parts'),
  parts: z.array(ReportPart).describe('The newest version as it stands'),
  pictures: z
    .array(z.object({ fileId: z.string(), name: z.string(), size: z.int() }))
    .describe('Those that were put into the document: taken by their ids before the report that shows them is saved'),
  notTaken: z
    .array(z.object({ name: z.string(), caption: z.string(), why: z.enum(whyNot) }))
    .describe('Pictures of the document that cannot be taken, each with the reason'),
});
