// Commands given to the real write path, by the people of a sample cycle.
import { createHash, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Db } from '../../db/database.ts';
import { type Done, execute } from '../../db/execute.ts';
import { findEntries } from '../../db/read-models/country-views.ts';
import { findVerified } from '../../db/read-models/verifications.ts';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { country } from '../../domain/country/decider.ts';
import type { CountryCommand } from '../../domain/country/messages.ts';
import { countryStream } from '../../domain/country/state.ts';
import { cycle } from '../../domain/cycle/decider.ts';
import type { CycleCommand, PlanCycle } from '../../domain/cycle/messages.ts';
import { cycleStream } from '../../domain/cycle/state.ts';
import { day } from '../../domain/day/decider.ts';
import type { DayCommand } from '../../domain/day/messages.ts';
import { dayStream } from '../../domain/day/state.ts';
import { firstRoundsOf, groupOf, rubricOf } from '../../domain/definition-queries.ts';
import { delegation } from '../../domain/delegation/decider.ts';
import type { DelegationCommand } from '../../domain/delegation/messages.ts';
import { delegationStream } from '../../domain/delegation/state.ts';
import { forum } from '../../domain/forum/decider.ts';
import type { ForumCommand } from '../../domain/forum/messages.ts';
import { forumStream } from '../../domain/forum/state.ts';
import { judge } from '../../domain/judge/decider.ts';
import type { JudgeCommand } from '../../domain/judge/messages.ts';
import { judgeStream } from '../../domain/judge/state.ts';
import { nomination } from '../../domain/nomination/decider.ts';
import type { NominationCommand } from '../../domain/nomination/messages.ts';
import { nominationStream } from '../../domain/nomination/state.ts';
import { panel } from '../../domain/panel/decider.ts';
import type { PanelCommand } from '../../domain/panel/messages.ts';
import { panelStream } from '../../domain/panel/state.ts';
import { proceedings } from '../../domain/proceedings/decider.ts';
import type { ProceedingsCommand } from '../../domain/proceedings/messages.ts';
import { proceedingsStream } from '../../domain/proceedings/state.ts';
import { report } from '../../domain/report/decider.ts';
import type { ReportCommand } from '../../domain/report/messages.ts';
import { reportStream } from '../../domain/report/state.ts';
import type { Role } from '../../domain/roles.ts';
import { scorecard } from '../../domain/scorecard/decider.ts';
import type { ScorecardCommand } from '../../domain/scorecard/messages.ts';
import { scorecardStream } from '../../domain/scorecard/state.ts';
import { talk } from '../../domain/talk/decider.ts';
import type { TalkCommand } from '../../domain/talk/messages.ts';
import { talkStream } from '../../domain/talk/state.ts';
import { hashOf } from '../../domain/verify/canonical.ts';

/** Who asks; another person each time unless one is named. The second factor, where one is asked for, was given. */
export const by = (role: Role, actor: string = randomUUID()) => ({
  role,
  actor,
  commandId: randomUUID(),
  secondFactor: role !== 'process',
});
type By = ReturnType<typeof by>;

export type Acts = ReturnType<typeof actsOn>;

/** The commands of one cycle, each to its stream. */
export function actsOn(db: Db, cycleId: string) {
  return {
    cycle: (command: CycleCommand, who: By) => execute(db, cycle, cycleStream(cycleId), command, who),
    country: (command: CountryCommand, who: By) =>
      execute(db, country, countryStream(cycleId, command.data.iso2), command, who),
    nomination: (command: NominationCommand, who: By) =>
      execute(db, nomination, nominationStream(command.data.nominationId, cycleId), command, who),
    judge: (command: JudgeCommand, who: By) =>
      execute(db, judge, judgeStream(cycleId, command.data.judgeId), command, who),
    panel: (command: PanelCommand, who: By) =>
      execute(db, panel, panelStream(cycleId, command.data.group), command, who),
    scorecard: (
      nominationId: string,
      judgeId: string,
      command: ScorecardCommand,
      who: By,
      round = 'main',
    ): Promise<Done> => execute(db, scorecard, scorecardStream(nominationId, judgeId, round, cycleId), command, who),
    forum: (command: ForumCommand, who: By) =>
      execute(db, forum, forumStream(command.data.forumId, cycleId), command, who),
    talk: (command: TalkCommand, who: By) =>
      execute(db, talk, talkStream(command.data.forumId, command.data.laureateId), command, who),
    delegation: (command: DelegationCommand, who: By) =>
      execute(db, delegation, delegationStream(command.data.forumId, command.data.country, cycleId), command, who),
    day: (command: DayCommand, who: By) => execute(db, day, dayStream(command.data.forumId, cycleId), command, who),
    proceedings: (command: ProceedingsCommand, who: By) =>
      execute(db, proceedings, proceedingsStream(command.data.forumId, command.data, cycleId), command, who),
    report: (command: ReportCommand, who: By) =>
      execute(db, report, reportStream(command.data.forumId, command.data.country, cycleId), command, who),
  };
}

export type Sample = { db: Db; cycleId: string; definition: AwardDefinition; countries: string[]; acts: Acts };
const at = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();

/** Plans a cycle that opens at once. `lengths` are the phases' seconds, one after the other. */
export async function planSample(
  db: Db,
  definition: AwardDefinition,
  countries: string[],
  lengths: { nomination: number; screening: number; judging: number; decision: number },
  changes: Partial<z.infer<typeof PlanCycle>['timetable']> = {},
  number = 1,
): Promise<Sample> {
  const cycleId = randomUUID();
  const acts = actsOn(db, cycleId);
  const { nomination: first, screening, judging, decision } = lengths;
  const closesAt = {
    nomination: at(first),
    screening: at(first + screening),
    judging: at(first + screening + judging),
    decision: at(first + screening + judging + decision),
  };
  const data = {
    cycleId,
    definition,
    definitionHash: hashOf(definition),
    award: definition.key,
    slug: `sample-${cycleId.slice(0, 8)}`,
    number,
    year: 2026,
    title: { en: 'Sample cycle' },
    host: null,
    zone: 'Asia/Singapore',
    countries,
    timetable: { opensAt: at(0), closesAt, endorsement: 'PT1H', ...changes },
  };
  await acts.cycle({ type: 'PlanCycle', data }, by('secretariat'));
  return { db, cycleId, definition, countries, acts };
}

/** @returns the nomination's id, submitted by its focal point. */
export async function submit(
  { cycleId, acts }: Sample,
  iso2: string,
  category: string,
  name?: string,
): Promise<string> {
  const nominationId = randomUUID();
  await acts.nomination(
    {
      type: 'SubmitNomination',
      data: {
        nominationId,
        cycleId,
        country: iso2,
        category,
        ...contentOf(name ?? `${iso2} ${category} ${nominationId}`),
      },
    },
    by('focal-point'),
  );
  return nominationId;
}

/** What a draft amounts to that nobody has written. */
export const contentOf = (name: string) => ({
  organisationId: randomUUID(),
  organisation: { en: `Sample ${name}` },
  title: { en: `Sample initiative of ${name}` },
  dossier: createHash('sha256').update(name).digest('hex'),
  files: [],
  draftVersion: 1,
});

/** Checks everything and forwards. */
export async function passScreening(
  { definition, acts }: Sample,
  nominationId: string,
  screener: string = randomUUID(),
): Promise<void> {
  for (const { key: item } of definition.checklist)
    await acts.nomination(
      { type: 'RecordCheck', data: { nominationId, item, outcome: 'passed', note: '' } },
      by('screener', screener),
    );
  await acts.nomination({ type: 'ForwardNomination', data: { nominationId } }, by('approver'));
}

/** Signs the categories in which something is forwarded; in the others there is no nominee. */
export async function signCountry(sample: Sample, iso2: string, forwarded: { [category: string]: string[] }) {
  const { cycleId, definition, acts } = sample;
  for (const { key: category } of definition.categories) {
    const nominations = forwarded[category] ?? [];
    if (nominations.length === 0)
      await acts.country(
        { type: 'DeclareNoNominee', data: { cycleId, iso2, category, reason: 'Nobody was put forward.' } },
        by('approver'),
      );
    else
      await acts.country(
        {
          type: 'SignForwarding',
          data: { cycleId, iso2, category, signature: { kind: 'in-person' }, forwarded: nominations },
        },
        by('approver'),
      );
  }
}

/** Judges who serve: invited, accepted, bound by the terms. */
export async function seatJudges(sample: Sample, groups: string[], country: string | null, number: number) {
  const { cycleId, definition, acts } = sample;
  const judges = Array.from({ length: number }, () => randomUUID());
  const { version } = definition.judging.terms;
  for (const judgeId of judges) {
    const data = { cycleId, judgeId };
    await acts.judge({ type: 'InviteJudge', data: { ...data, groups, country } }, by(host(definition)));
    await acts.judge({ type: 'AcceptInvitation', data }, by('judge', judgeId));
    await acts.judge({ type: 'AcceptTerms', data: { ...data, version } }, by('judge', judgeId));
  }
  return judges;
}

/** Each says to have no conflict with any of the entries, which opens them. */
export async function clearJudges(
  { cycleId, acts }: Pick<Sample, 'cycleId' | 'acts'>,
  judges: string[],
  nominationIds: string[],
) {
  for (const judgeId of judges)
    await acts.judge({ type: 'DeclareNoConflict', data: { cycleId, judgeId, nominationIds } }, by('judge', judgeId));
}

const host = ({ judging }: AwardDefinition): Role => (judging.scope === 'national' ? 'focal-point' : 'secretariat');

/** Who judges a group. A national one has its country; a regional one has none. */
export async function formPanel(
  sample: Sample,
  iso2: string | null,
  category: string,
  judges: string[],
  reserves: string[] = [],
) {
  const { db, cycleId, definition, acts } = sample;
  const group = groupOf(definition, iso2 ?? '', category);
  const [chair = null, deputyChair = null] = judges;
  const entries = await findEntries(db, cycleId, iso2, category);
  const data = {
    cycleId,
    group,
    country: iso2,
    category,
    entries,
    judges,
    reserves,
    chair,
    deputyChair,
    round: firstRoundsOf(definition)[0]?.key ?? 'main',
  };
  await acts.panel({ type: 'FormPanel', data }, by(host(definition)));
  return group;
}

/** Every criterion gets these points, with a comment where the rubric wants one. */
export const sheetOf = (
  definition: AwardDefinition,
  category: string,
  points: number,
  round?: string,
): ScorecardCommand => ({
  type: 'SubmitScorecard',
  data: {
    scores: rubricOf(definition, category, round).criteria.map(({ key }) => ({
      ...{ criterion: key, points, commented: true },
    })),
    comments: createHash('sha256').update('a comment').digest('hex'),
  },
});

/** Recorded by the chair and signed by the chair. */
export async function recordDecision(
  { cycleId, acts }: Sample,
  group: string,
  chair: string,
  names: { laureates: string[]; runnersUp: string[] },
): Promise<void> {
  const decision = { cycleId, group, ...names, reasons: 'As the rubric ranks them.' };
  await acts.panel({ type: 'RecordDecision', data: decision }, by('chair', chair));
  const signature = { kind: 'in-person' } as const;
  await acts.panel({ type: 'SignDecision', data: { cycleId, group, signature } }, by('chair', chair));
}

/** The secretariat verifies the dossiers of all whom the groups' decisions name. */
export async function verifyDossiers({ db, cycleId, acts }: Sample, groups: string[]): Promise<void> {
  const rows = await db.read
    .selectFrom('laureates')
    .select('laureate_id')
    .where('cycle_id', '=', cycleId)
    .where('panel_group', 'in', groups)
    .where('current', '=', true)
    .execute();
  for (const { laureate_id: nominationId } of rows)
    await acts.nomination({ type: 'VerifyDossier', data: { nominationId, note: '' } }, by('secretariat'));
}

/** Every dossier is verified, and the decisions go before the endorsers. */
export async function requestEndorsement(sample: Sample, groups: string[]): Promise<Done> {
  const { db, cycleId, acts } = sample;
  await verifyDossiers(sample, groups);
  const verified = await findVerified(db, cycleId, groups);
  const data = { cycleId, groups, dossiersVerified: true as const, verified };
  return acts.cycle({ type: 'RequestEndorsement', data }, by('secretariat'));
}
