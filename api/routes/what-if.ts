// What a change of the timetable would do, before anything happens: each under its command's own path and access.

import type { CountryCommand } from '../../domain/country/messages.ts';
import { GrantDispensation, SetCountryTimetable } from '../../domain/country/messages.ts';
import {
  CancelCycle,
  type CycleCommand,
  MoveDeadline,
  PlanCycle,
  ResumeCycle,
  SuspendCycle,
} from '../../domain/cycle/messages.ts';
import { type Context, post } from '../route.ts';
import { countryTarget, cycleTarget, type Target } from '../targets.ts';
import { InZone, readerZone } from '../views/deadline.ts';
import { WhatIf } from '../views/what-if.ts';
import { rehearseCountry, rehearseCycle } from '../what-if.ts';
import { CloneCycle, findCloned } from './clone.ts';
import { planCommand } from './cycles.ts';

type Asked = Pick<
  Context<unknown, { zone?: string | undefined }, unknown, Target>,
  'db' | 'publicUrl' | 'meta' | 'viewer' | 'query'
>;
const askingOf = async ({ db, publicUrl, meta, viewer, query }: Asked) => ({
  ...{ db, publicUrl, meta },
  reader: await readerZone(db, viewer, query.zone),
});
const ofCycle = async (context: Asked, command: CycleCommand) => ({
  body: await rehearseCycle(await askingOf(context), command),
});
const ofCountry = async (context: Asked, command: CountryCommand) => ({
  body: await rehearseCountry(await askingOf(context), command),
});

export const whatIfRoutes = [
  post({
    path: '/cycles/preview',
    operation: 'PlanCycle',
    summary: 'What planning this cycle would do: its instants in every zone and who would be told. Nothing is written',
    body: PlanCycle,
    query: InZone,
    response: WhatIf,
    target: (_services, _params, body) => ({ award: body.award }),
    run: (context) => ofCycle(context, planCommand(context)),
  }),
  post({
    path: '/cycles/:cycleId/clone/preview',
    operation: 'CloneCycle',
    summary:
      'What a new cycle after this one would be: its instants in every zone and who would be told. Nothing is written',
    body: CloneCycle,
    query: InZone,
    response: WhatIf,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async (context) => ofCycle(context, (await findCloned(context)).command),
  }),
  post({
    path: '/cycles/:cycleId/phases/:phase/move-deadline/preview',
    operation: 'MoveDeadline',
    summary: 'What moving the deadline would do: instants, mails, what is accepted again. Nothing is written',
    body: MoveDeadline,
    query: InZone,
    response: WhatIf,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: (context) => ofCycle(context, { type: 'MoveDeadline', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/cycles/:cycleId/suspend/preview',
    operation: 'SuspendCycle',
    summary: 'What suspending the cycle would stop, and who would be told. Nothing is written',
    body: SuspendCycle,
    query: InZone,
    response: WhatIf,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: (context) => ofCycle(context, { type: 'SuspendCycle', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/cycles/:cycleId/resume/preview',
    operation: 'ResumeCycle',
    summary: 'What resuming the cycle would do: instants, mails, what is accepted again. Nothing is written',
    body: ResumeCycle,
    query: InZone,
    response: WhatIf,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: (context) => ofCycle(context, { type: 'ResumeCycle', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/cycles/:cycleId/cancel/preview',
    operation: 'CancelCycle',
    summary: 'What cancelling the cycle would stop, and who would be told. Nothing is written',
    body: CancelCycle,
    query: InZone,
    response: WhatIf,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: (context) => ofCycle(context, { type: 'CancelCycle', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/cycles/:cycleId/countries/:iso2/timetable/preview',
    operation: 'SetCountryTimetable',
    summary: "What the country's own instants would do, and who would be told. Nothing is written",
    body: SetCountryTimetable,
    query: InZone,
    response: WhatIf,
    target: ({ db }, { cycleId, iso2 }) => countryTarget(db, cycleId, iso2),
    run: (context) => ofCountry(context, { type: 'SetCountryTimetable', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/cycles/:cycleId/countries/:iso2/dispensations/preview',
    operation: 'GrantDispensation',
    summary: 'What the dispensation would open again, and who would be told. Nothing is written',
    body: GrantDispensation,
    query: InZone,
    response: WhatIf,
    target: ({ db }, { cycleId, iso2 }) => countryTarget(db, cycleId, iso2),
    run: (context) => ofCountry(context, { type: 'GrantDispensation', data: { ...context.params, ...context.body } }),
  }),
];
