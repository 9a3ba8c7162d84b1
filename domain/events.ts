// Every event there is, over all aggregates.
import type { CeremonyEvent } from './ceremony/messages.ts';
import type { CountryEvent } from './country/messages.ts';
import type { CycleEvent } from './cycle/messages.ts';
import type { DayEvent } from './day/messages.ts';
import type { DelegationEvent } from './delegation/messages.ts';
import type { EditionEvent } from './edition/messages.ts';
import type { ForumEvent } from './forum/messages.ts';
import type { JudgeEvent } from './judge/messages.ts';
import type { MemberEvent } from './member/messages.ts';
import type { NominationEvent } from './nomination/messages.ts';
import type { OrganisationEvent } from './organisation/messages.ts';
import type { PanelEvent } from './panel/messages.ts';
import type { ProceedingsEvent } from './proceedings/messages.ts';
import type { ReportEvent } from './report/messages.ts';
import type { ScorecardEvent } from './scorecard/messages.ts';
import type { TalkEvent } from './talk/messages.ts';

export type AwardsEvent =
  | CycleEvent
  | CountryEvent
  | NominationEvent
  | JudgeEvent
  | PanelEvent
  | ScorecardEvent
  | ForumEvent
  | TalkEvent
  | DelegationEvent
  | ReportEvent
  | DayEvent
  | ProceedingsEvent
  | CeremonyEvent
  | OrganisationEvent
  | EditionEvent
  | MemberEvent;
export type EventType = AwardsEvent['type'];
/** The event of one type. */
export type EventOf<Type extends EventType> = Extract<AwardsEvent, { type: Type }>;
