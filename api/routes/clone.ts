// A new cycle after an old one: its rules, its people, and its timetable shifted to the new opening.
import { z } from 'zod';
import type { Db } from '../../db/database.ts';
import { execute, loadState } from '../../db/execute.ts';
import { idOf } from '../../db/ids.ts';
import { country } from '../../domain/country/decider.ts';
import { countryStream } from '../../domain/country/state.ts';
import { PlanCycle, Timetable } from '../../domain/cycle/messages.ts';
import { opening } from '../../domain/cycle/planning.ts';
import { type Cycle, cycleStream } from '../../domain/cycle/state.ts';
import { shifted } from '../../domain/deadlines.ts';
import { Refusal } from '../../domain/decider.ts';
import { judge } from '../../domain/judge/decider.ts';
import { judgeStream } from '../../domain/judge/state.ts';
import { CutOff } from '../../domain/messages.ts';
import type { Definitions } from '../../files/definitions.ts';
import { CommandDone } from '../answer.ts';
import { follows, type HttpMeta } from '../meta.ts';
import { badFields, notFound } from '../problem.ts';
import { type Context, post } from '../route.ts';
import { cycleTarget, type Target } from '../targets.ts';
import { tellCycle } from './cycles.ts';

const { slug, number, year, title, host } = PlanCycle.shape;
export const CloneCycle = z.strictObject({
  ...{ slug, number, year, title, host },
  opensAt: CutOff,
  /** The rules as the old cycle has them, or the award's as they are installed now. */
  definition: z.enum(['same', 'newest']).default('same'),
  /** Invite those who judged. Roles of the award's people hold for all of its cycles. */
  keepPeople: z.boolean().default(true),
});
const Cloned = CommandDone.extend({
  invited: z.int().describe('Judges who are invited again'),
  timetables: z.int().describe('Countries whose own instants are shifted too'),
  skipped: z.array(z.object({ what: z.string(), code: z.string(), detail: z.string() })),
});
type Clone = z.infer<typeof CloneCycle>;
type Skipped = z.infer<typeof Cloned>['skipped'];

/** Each instant as far from the new opening as it was from the old one, on the clocks of the zone. */
function timetableOf({ timetable, settings, zone }: Cycle, opensAt: string): z.infer<typeof Timetable> {
  const [from, to] = [new Date(timetable.nomination.opensAt), opening(opensAt, zone)];
  const close = (phase: keyof Cycle['timetable']) =>
    shifted(new Date(timetable[phase].closesAt), from, to, zone).toISOString();
  const kept = Object.fromEntries(Object.entries(settings).filter(([name]) => name in Timetable.shape));
  return Timetable.parse({
    ...kept,
    opensAt,
    closesAt: {
      ...{ nomination: close('nomination'), screening: close('screening') },
      ...{ judging: close('judging'), decision: close('decision') },
    },
  });
}

/** Gives the command, and names it where a rule refuses it. */
async function tryTo(skipped: Skipped, what: string, act: () => Promise<unknown>): Promise<number> {
  try {
    await act();
    return 1;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    skipped.push({ what, code: error.code, detail: error.message });
    return 0;
  }
}

async function inviteAgain(db: Db, old: Cycle, cycleId: string, meta: HttpMeta, skipped: Skipped): Promise<number> {
  const judges = await db.read
    .selectFrom('judges')
    .select(['judge_id', 'groups', 'country'])
    .where('cycle_id', '=', old.cycleId)
    .where('status', '=', 'accepted')
    .orderBy('judge_id')
    .execute();
  let invited = 0;
  for (const { judge_id: judgeId, groups, country: iso2 } of judges)
    invited += await tryTo(skipped, `judge ${judgeId}`, () =>
      execute(
        db,
        judge,
        judgeStream(cycleId, judgeId),
        { type: 'InviteJudge', data: { cycleId, judgeId, groups, country: iso2 } },
        follows(meta, `judge ${judgeId}`),
      ),
    );
  return invited;
}

async function shiftCountries(
  db: Db,
  old: Cycle,
  { cycleId, opensAt }: { cycleId: string; opensAt: string },
  meta: HttpMeta,
  skipped: Skipped,
) {
  const [from, to] = [new Date(old.timetable.nomination.opensAt), opening(opensAt, old.zone)];
  let set = 0;
  for (const iso2 of old.countries) {
    const { state } = await loadState(db, countryStream(old.cycleId, iso2));
    const own = Object.entries(state.closesAt).flatMap(([phase, at]) =>
      at === undefined ? [] : [[phase, shifted(new Date(at), from, to, old.zone).toISOString()]],
    );
    if (own.length === 0) continue;
    const data = { cycleId, iso2, closesAt: Object.fromEntries(own) };
    set += await tryTo(skipped, `timetable of ${iso2}`, () =>
      execute(
        db,
        country,
        countryStream(cycleId, iso2),
        { type: 'SetCountryTimetable', data },
        follows(meta, `country ${iso2}`),
      ),
    );
  }
  return set;
}

export const cloneRoutes = [
  post({
    path: '/cycles/:cycleId/clone',
    operation: 'CloneCycle',
    summary: 'Plan a new cycle after this one: rules, settings, countries and people, with the timetable shifted',
    body: CloneCycle,
    response: Cloned,
    status: 201,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async (context) => {
      const { db, meta, body } = context;
      const { old, command } = await findCloned(context);
      const { cycleId } = command.data;
      const { expectedVersion: _ofTheOld, ...plain } = meta;
      const reply = await tellCycle({ db, meta: plain }, command);
      const skipped: Skipped = [];
      const timetables = await shiftCountries(db, old, { cycleId, opensAt: body.opensAt }, plain, skipped);
      const invited = body.keepPeople ? await inviteAgain(db, old, cycleId, plain, skipped) : 0;
      const headers = { ...reply.headers, Location: `/api/v1/cycles/${cycleId}` };
      return { headers, body: { ...reply.body, invited, timetables, skipped } };
    },
  }),
];

type Cloning = Pick<
  Context<{ cycleId: string }, unknown, Clone, Target>,
  'db' | 'meta' | 'params' | 'body' | 'definitions'
>;

/** The old cycle, and the plan that follows from it. */
export async function findCloned({ db, meta, params, body, definitions }: Cloning) {
  const { state: old } = await loadState(db, cycleStream(params.cycleId));
  if (old.status === 'none') throw notFound();
  const data = planOf(old, body, idOf(meta.commandId), definitions);
  return { old, command: { type: 'PlanCycle' as const, data } };
}

function planOf(
  old: Cycle,
  { opensAt, definition: which, keepPeople: _keep, ...facts }: Clone,
  cycleId: string,
  definitions: Definitions,
) {
  const same = { definition: old.definition, hash: old.definitionHash };
  const { definition, hash } = which === 'same' ? same : (definitions.get(old.definition.key) ?? missing(old));
  const { zone, countries } = old;
  return {
    ...{ ...facts, award: definition.key, zone, countries, timetable: timetableOf(old, opensAt) },
    ...{ cycleId, definition, definitionHash: hash },
  };
}

function missing({ definition: { key } }: Cycle): never {
  throw badFields([{ field: 'definition', rule: `${key} is not installed here any more` }]);
}
