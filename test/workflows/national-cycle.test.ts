// A whole national cycle on the real database and the real Temporal server, told chapter by chapter.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectRebuiltAlike } from '../support/rebuilding.ts';
import { processEvents } from './support/looks.ts';
import { beginTale, chapters, processesOf, type Tale } from './support/national-story.ts';
import { openStage, type Stage, until } from './support/stage.ts';

let stage: Stage;
let tale: Tale;
beforeAll(async () => {
  stage = await openStage();
  await stage.work();
  tale = await beginTale(stage);
});
afterAll(() => stage.close());

describe('a national cycle', () => {
  for (const [rule, tell] of chapters) it(rule, () => tell(tale));

  it('leaves no process running, and no process has done anything twice', async () => {
    for (const ref of processesOf(tale))
      await until(`the end of ${ref.type}`, async () => (await stage.status(ref)) === 'COMPLETED');
    expect(await processEvents(tale.sample)).toEqual({
      AssignmentProposed: 2,
      CountryPhaseClosed: 4,
      CycleArchived: 1,
      EndorsementConcluded: 1,
      NominationRejected: 1,
      PhaseClosed: 6,
      PhaseOpened: 6,
      ScheduleProposed: 1,
      ScorecardAssigned: 8,
      ScoringClosed: 1,
      StagePublished: 4,
      TallySealed: 1,
    });
  });

  it('leaves read models that are what its log says, row for row', () => expectRebuiltAlike(tale.sample.db));
});
