// The progress on a narrow screen: a card a country, a line a step.
import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../../parts/LocalText.tsx';
import { Cell } from './Cell.tsx';
import type { Line } from './Progress.tsx';
import { byCountry } from './ProgressTable.tsx';

type Props = { lines: Line[]; onNudge: ((line: Line) => void) | undefined };

export function ProgressCards({ lines, onNudge }: Props) {
  const { t } = useTranslation('cycles');
  return (
    <Stack gap="sm">
      {byCountry(lines).map((own) => (
        <Card key={own[0]?.country ?? 'all'} withBorder padding="sm">
          <Title order={2} size="h4" mb={4}>
            {own[0]?.country === null ? t('progress.region') : <LocalText of={own[0]?.names} />}
          </Title>
          <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
            {own.map((line) => (
              <Group key={line.step} component="li" align="flex-start" gap="sm" wrap="nowrap">
                <Text size="sm" fw={600} style={{ flex: '0 0 110px' }}>
                  {t(`step.${line.step}`)}
                </Text>
                <Cell line={line} onNudge={onNudge} long />
              </Group>
            ))}
          </Stack>
        </Card>
      ))}
    </Stack>
  );
}
