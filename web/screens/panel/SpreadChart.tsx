// How far the sheets of each entry lie apart, as bars from the lowest to the highest.

import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import { useText } from '../../parts/texts.ts';
import type { BoardOf } from './Board.tsx';
import { ChartFrame, tooltipStyle } from './ChartFrame.tsx';

export function SpreadChart({ board }: { board: BoardOf }) {
  const { t } = useTranslation('panel');
  const text = useText();
  const scored = board.entries.flatMap(({ organisation, lowest, highest, spread }) =>
    lowest === null || highest === null || spread === null
      ? []
      : [{ name: text(organisation), lowest, highest, spread }],
  );
  // A bar of no length would not be seen.
  const bars = scored.map(({ name, lowest, highest }) => ({
    name,
    range: [Math.max(0, Number(lowest) - 0.3), Math.min(100, Number(highest) + 0.3)],
  }));
  return (
    <ChartFrame
      caption={t('board.chartLabel')}
      height={60 + bars.length * 44}
      columns={[t('board.entry'), t('chart.lowest'), t('chart.highest'), t('board.spread')]}
      rows={scored.map(({ name, lowest, highest, spread }) => [name, lowest, highest, spread])}
    >
      <BarChart data={bars} layout="vertical" margin={{ left: 8, right: 24 }} accessibilityLayer={false}>
        <CartesianGrid horizontal={false} strokeDasharray="3 3" />
        <XAxis type="number" domain={[0, 100]} ticks={[0, 20, 40, 60, 80, 100]} stroke="currentColor" />
        <YAxis type="category" dataKey="name" width={120} stroke="currentColor" tick={{ fontSize: 12 }} />
        <Tooltip {...tooltipStyle} />
        <Bar
          dataKey="range"
          name={t('board.spread')}
          fill="var(--mantine-primary-color-filled)"
          isAnimationActive={false}
          barSize={14}
        />
      </BarChart>
    </ChartFrame>
  );
}
