// How the sheets of a panel came in, day by day, towards all that are expected.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import type { Contract } from '../../../api/contract.ts';
import { dayIn } from '../../parts/times.ts';
import { ChartFrame, tooltipStyle } from './ChartFrame.tsx';

type Coverage = Contract<'get', '/panels/:panel/coverage'>['answer'];

export function CoverageChart({ coverage: { days, expected } }: { coverage: Coverage }) {
  const { t, i18n } = useTranslation('panel');
  if (days.length === 0) return <Text size="sm">{t('chart.noSheets', { expected })}</Text>;
  const points = days.map(({ day, submitted }) => ({
    day: dayIn(`${day}T00:00:00Z`, 'UTC', i18n.language),
    submitted,
  }));
  return (
    <ChartFrame
      caption={t('chart.coverage', { expected })}
      height={220}
      columns={[t('chart.day'), t('board.sheets')]}
      rows={points.map(({ day, submitted }) => [day, t('board.of', { submitted, of: expected })])}
    >
      <BarChart data={points} margin={{ left: 0, right: 24, top: 8 }} accessibilityLayer={false}>
        <CartesianGrid strokeDasharray="3 3" />
        <XAxis dataKey="day" stroke="currentColor" tick={{ fontSize: 12 }} />
        <YAxis domain={[0, expected]} allowDecimals={false} width={40} stroke="currentColor" />
        <Tooltip {...tooltipStyle} />
        <ReferenceLine y={expected} stroke="currentColor" strokeDasharray="4 4" />
        <Bar
          dataKey="submitted"
          name={t('board.sheets')}
          fill="var(--mantine-primary-color-filled)"
          isAnimationActive={false}
          maxBarSize={40}
        />
      </BarChart>
    </ChartFrame>
  );
}
