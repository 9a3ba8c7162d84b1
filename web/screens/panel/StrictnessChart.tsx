// How much milder or stricter each judge is than the panel, with how far that may be off.
import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, ErrorBar, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { ChartFrame, tooltipStyle } from './ChartFrame.tsx';
import type { ReliabilityOf } from './Reliability.tsx';

export function StrictnessChart({ judges }: { judges: ReliabilityOf['perJudge'] }) {
  const { t } = useTranslation('panel');
  const bars = judges.flatMap(({ name, leniency }) =>
    leniency === null
      ? []
      : [{ name: name || t('nameless'), points: round(leniency.points), error: round(leniency.error) }],
  );
  if (bars.length === 0) return null;
  const reach = Math.max(10, ...bars.map(({ points, error }) => 10 * Math.ceil((Math.abs(points) + error) / 10)));
  return (
    <ChartFrame
      caption={t('chart.strictness')}
      height={60 + bars.length * 44}
      columns={[t('assignment.judge'), t('chart.milder'), t('chart.error')]}
      rows={bars.map(({ name, points, error }) => [name, signed(points), `± ${error}`])}
    >
      <BarChart data={bars} layout="vertical" margin={{ left: 8, right: 24 }} accessibilityLayer={false}>
        <CartesianGrid horizontal={false} strokeDasharray="3 3" />
        <XAxis
          type="number"
          domain={[-reach, reach]}
          ticks={[-reach, -reach / 2, 0, reach / 2, reach]}
          stroke="currentColor"
        />
        <YAxis type="category" dataKey="name" width={120} stroke="currentColor" tick={{ fontSize: 12 }} />
        <Tooltip {...tooltipStyle} />
        <ReferenceLine x={0} stroke="currentColor" />
        <Bar
          dataKey="points"
          name={t('chart.milder')}
          fill="var(--mantine-primary-color-filled)"
          isAnimationActive={false}
          barSize={14}
        >
          <ErrorBar dataKey="error" direction="x" stroke="currentColor" />
        </Bar>
      </BarChart>
    </ChartFrame>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;
const signed = (value: number) => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0');
