// The one way in which processes change anything: a command of the domain, under an id that a retry makes again.

import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import type { Db } from '../db/database.ts';
import { type Done, execute } from '../db/execute.ts';
import { uuidv5 } from '../db/ids.ts';
import { country } from '../domain/country/decider.ts';
import type { CountryCommand } from '../domain/country/messages.ts';
import { countryStream } from '../domain/country/state.ts';
import { cycle } from '../domain/cycle/decider.ts';
import type { CycleCommand } from '../domain/cycle/messages.ts';
import { cycleStream } from '../domain/cycle/state.ts';
import { Refusal, unreachable } from '../domain/decider.ts';
import { forum } from '../domain/forum/decider.ts';
import type { ForumCommand } from '../domain/forum/messages.ts';
import { forumStream } from '../domain/forum/state.ts';
import { nomination } from '../domain/nomination/decider.ts';
import type { NominationCommand } from '../domain/nomination/messages.ts';
import { nominationStream } from '../domain/nomination/state.ts';
import { panel } from '../domain/panel/decider.ts';
import type { PanelCommand } from '../domain/panel/messages.ts';
import { panelStream } from '../domain/panel/state.ts';
import { scorecard } from '../domain/scorecard/decider.ts';
import type { ScorecardCommand } from '../domain/scorecard/messages.ts';
import { scorecardStream } from '../domain/scorecard/state.ts';
import { talk } from '../domain/talk/decider.ts';
import type { TalkCommand } from '../domain/talk/messages.ts';
import { talkStream } from '../domain/talk/state.ts';

type Of<Command extends { type: string }, Type extends Command['type']> = Extract<Command, { type: Type }>;
/** What workflows ask for by themselves; activities that prepare a command's content issue the rest. */
export type ProcessCommand =
  | Of<CycleCommand, 'OpenPhase' | 'ClosePhase' | 'ConcludeEndorsement' | 'PublishStage' | 'ArchiveCycle'>
  | Of<CountryCommand, 'CloseCountryPhase'>
  | Of<NominationCommand, 'RejectNomination'>
  | Of<PanelCommand, 'CloseScoring' | 'LapseAward' | 'ReplaceLaureate'>
  | Of<TalkCommand, 'LapseInvitation'>;
export type PreparedCommand =
  | ProcessCommand
  | Of<PanelCommand, 'ProposeAssignment' | 'SealTally' | 'RemoveEntry' | 'AmendEntry'>
  | Of<ScorecardCommand, 'AssignScorecard' | 'RenewScorecard'>
  | Of<ForumCommand, 'ProposeSchedule'>;
/** `about` tells one asking from another: the instant asked for, or what the command is on. */
export type Asked<Command> = { step: string; about: number | string; command: Command };

/** @throws DomainRejected with `{ code, dueAt? }` when the rules say no. */
export async function issue(db: Db, { step, about, command }: Asked<PreparedCommand>): Promise<Done> {
  const { workflowId } = activityInfo().workflowExecution ?? { workflowId: 'none' };
  const meta = {
    commandId: uuidv5(`${workflowId}:${step}:${about}`),
    actor: `process:${workflowId}`,
    role: 'process',
  } as const;
  try {
    return await run(db, command, meta);
  } catch (error) {
    throw error instanceof Refusal ? rejected(error) : error;
  }
}

type ProcessMeta = { commandId: string; actor: string; role: 'process' };

function run(db: Db, command: PreparedCommand, meta: ProcessMeta): Promise<Done> {
  switch (command.type) {
    case 'OpenPhase':
    case 'ClosePhase':
    case 'ConcludeEndorsement':
    case 'PublishStage':
    case 'ArchiveCycle':
      return execute(db, cycle, cycleStream(command.data.cycleId), command, meta);
    case 'CloseCountryPhase': {
      const { cycleId, iso2 } = command.data;
      return execute(db, country, countryStream(cycleId, iso2), command, meta);
    }
    case 'RejectNomination':
      return execute(db, nomination, nominationStream(command.data.nominationId), command, meta);
    case 'CloseScoring':
    case 'LapseAward':
    case 'ReplaceLaureate':
    case 'ProposeAssignment':
    case 'SealTally':
    case 'RemoveEntry':
    case 'AmendEntry': {
      const { cycleId, group } = command.data;
      return execute(db, panel, panelStream(cycleId, group), command, meta);
    }
    case 'AssignScorecard':
    case 'RenewScorecard': {
      const { nominationId, judgeId, round, cycleId } = command.data;
      return execute(db, scorecard, scorecardStream(nominationId, judgeId, round, cycleId), command, meta);
    }
    case 'ProposeSchedule':
      return execute(db, forum, forumStream(command.data.forumId), command, meta);
    case 'LapseInvitation': {
      const { forumId, laureateId } = command.data;
      return execute(db, talk, talkStream(forumId, laureateId), command, meta);
    }
    default:
      return unreachable(command);
  }
}

/** Asked again it would be refused again, so Temporal does not; that it is not due yet is no news. */
function rejected({ code, allowed }: Refusal): ApplicationFailure {
  const { dueAt } = allowed;
  return ApplicationFailure.create({
    type: 'DomainRejected',
    message: code,
    nonRetryable: true,
    details: [typeof dueAt === 'number' ? { code, dueAt } : { code }],
    ...(code === 'not-due' && { category: ApplicationFailureCategory.BENIGN }),
  });
}

/** The code of what the rules refused; undefined for every other error. */
export function refusalCode(error: unknown): string | undefined {
  return error instanceof ApplicationFailure && error.type === 'DomainRejected' ? error.message : undefined;
}
