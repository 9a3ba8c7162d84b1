// Every table but that of events, as Kysely sees them.

import type { ConflictTables } from './tables/conflicts.ts';
import type { CycleTables } from './tables/cycles.ts';
import type { DelegationTables } from './tables/delegations.ts';
import type { ForumTables } from './tables/forums.ts';
import type { JudgingTables } from './tables/judging.ts';
import type { LaureateTables } from './tables/laureates.ts';
import type { NominationTables } from './tables/nominations.ts';
import type { OrganisationTables } from './tables/organisations.ts';
import type { PaperTables } from './tables/papers.ts';
import type { PeopleTables } from './tables/people.ts';
import type { ProcessTables } from './tables/processes.ts';
import type { ReportTables } from './tables/reports.ts';
import type { StoreTables } from './tables/store.ts';
import type { VerificationTables } from './tables/verification.ts';

export type Tables = StoreTables &
  PeopleTables &
  PaperTables &
  CycleTables &
  NominationTables &
  ConflictTables &
  JudgingTables &
  LaureateTables &
  OrganisationTables &
  ForumTables &
  DelegationTables &
  ReportTables &
  ProcessTables &
  VerificationTables;
