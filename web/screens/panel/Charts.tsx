// The charts of the board, fetched when somebody wants them: spread, how sheets came in, and to those who may know it, strictness.
import { Stack } from '@mantine/core';
import { useMaybeView } from '../../api/query.ts';
import type { BoardOf } from './Board.tsx';
import { CoverageChart } from './CoverageChart.tsx';
import { SpreadChart } from './SpreadChart.tsx';
import { StrictnessChart } from './StrictnessChart.tsx';
import { useStanding } from './standing.ts';

export function Charts({ board }: { board: BoardOf }) {
  const { seesReliability } = useStanding(board);
  const params = { panel: board.id };
  const isSealed = board.method !== null;
  const coverage = useMaybeView('/panels/:panel/coverage', { params });
  const reliability = useMaybeView('/panels/:panel/reliability', { params }, { enabled: seesReliability && isSealed });
  return (
    <Stack gap="xl">
      {isSealed && <SpreadChart board={board} />}
      {reliability.data !== undefined && <StrictnessChart judges={reliability.data.perJudge} />}
      {coverage.data !== undefined && <CoverageChart coverage={coverage.data} />}
    </Stack>
  );
}
