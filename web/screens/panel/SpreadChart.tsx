// How far the sheets of each entry lie apart, as bars from the lowest to the highest. The table above says the same in numbers.

import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useText } from '../../parts/texts.ts';
import type { BoardOf } from './Board.tsx';

export function SpreadChart({ board }: { board: BoardOf }) {
  const { t } = useTranslation('panel');
  const text = useText();
  const bars = board.entries.flatMap(({ organisation, lowest, highest }) =>
    lowest === null || highest === null
      ? []
      : [
          {
            name: text(organisation),
            range: [Math.max(0, Number(lowest) - 0.3), Math.min(100, Number(highest) + 0.3)],
          },
        ],
  );
  return (
    <figure style={{ margin: 0 }} aria-label={t('board.chartLabel')}>
      <div aria-hidden style={{ width: '100%', height: 60 + bars.length * 44 }}>
        <ResponsiveContainer>
          <BarChart data={bars} layout="vertical" margin={{ left: 8, right: 24 }} accessibilityLayer={false}>
            <CartesianGrid horizontal={false} strokeDasharray="3 3" />
            <XAxis type="number" domain={[0, 100]} ticks={[0, 20, 40, 60, 80, 100]} stroke="currentColor" />
            <YAxis type="category" dataKey="name" width={130} stroke="currentColor" tick={{ fontSize: 12 }} />
            <Tooltip />
            <Bar dataKey="range" fill="var(--mantine-primary-color-filled)" isAnimationActive={false} barSize={14} />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <figcaption>{t('board.chartLabel')}</figcaption>
    </figure>
  );
}
