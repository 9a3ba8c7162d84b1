// What the sheets of each judge look like beside the others, one card a judge: sentences, and what to talk about.
import { Badge, Card, Group, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReliabilityOf } from './Reliability.tsx';

type Judge = ReliabilityOf['perJudge'][number];
type Line = { text: string; flagged: boolean };

export function JudgeMeasures({ judges }: { judges: Judge[] }) {
  const { t } = useTranslation('panel');
  const lines = useLines();
  return (
    <>
      {judges.map((judge) => {
        const said = lines(judge);
        return (
          <Card key={judge.judgeId} withBorder component="section" padding="sm">
            <Group justify="space-between" gap="xs">
              <Text component="h3" fw={600} m={0}>
                {judge.name || t('nameless')}
              </Text>
              <Text size="sm">{t('reliability.sheets', { count: judge.sheets })}</Text>
            </Group>
            {said.length === 0 && <Text size="sm">{t('reliability.tooFewSheets')}</Text>}
            <List size="sm" spacing={4} mt={4}>
              {said.map(({ text, flagged }) => (
                <List.Item key={text}>
                  {text} {flagged && <Badge color="orange">{t('reliability.talk')}</Badge>}
                </List.Item>
              ))}
            </List>
          </Card>
        );
      })}
    </>
  );
}

/** Each measure that there is as a sentence; flagged where it is worth a talk. */
function useLines(): (judge: Judge) => Line[] {
  const { t } = useTranslation('panel');
  const line = (key: string, flagged: boolean, values: object): Line => ({
    text: `${t(`judgeLine.${key}`, { ...values })}${flagged ? ` ${t(`judgeLine.${key}Flagged`)}` : ''}`,
    flagged,
  });
  return ({ leniency, agreement, noise, spread, halo, tied }) => [
    ...(leniency === null ? [] : [line(directionOf(leniency.points), leniency.flagged, pointsOf(leniency))]),
    ...(agreement === null
      ? []
      : [
          line('agreement', agreement.flagged, { value: agreement.correlation.toFixed(2), entries: agreement.entries }),
        ]),
    ...(noise === null ? [] : [noiseLine(noise, line)]),
    ...(spread === null ? [] : [line('spread', spread.flagged, { value: spread.ratio.toFixed(1) })]),
    ...(halo === null ? [] : [line('halo', halo.flagged, { value: halo.correlation.toFixed(2) })]),
    ...(tied === null
      ? []
      : [line(tied.points < 0 ? 'tiedLess' : 'tiedMore', false, { ...pointsOf(tied), count: tied.entries })]),
  ];
}

const directionOf = (points: number) => (points < 0 ? 'stricter' : 'milder');
const pointsOf = ({ points, error = 0 }: { points: number; error?: number }) => ({
  points: Math.abs(points).toFixed(1),
  error: error.toFixed(1),
});

function noiseLine(
  { ratio, flagged }: NonNullable<Judge['noise']>,
  line: (key: string, flagged: boolean, values: object) => Line,
) {
  const key = flagged === 'too-smooth' ? 'smooth' : 'noise';
  return line(key, flagged !== null, { value: ratio.toFixed(1) });
}
