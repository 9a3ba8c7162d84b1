// At the desk: reference entries that come before the real ones, or how one has scored them.
import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { JudgedGroup, Judging } from './judging.ts';

export function ReferenceEntries({ judging, group }: { judging: Judging; group: JudgedGroup }) {
  const { t } = useTranslation('judge');
  const { calibration } = group;
  if (calibration === null) return null;
  const to = `/judging/calibration/${judging.cycleId}~${group.group}`;
  if (calibration.left === 0)
    return (
      <Anchor component={Link} to={to}>
        {t('calibration.look')}
      </Anchor>
    );
  return (
    <Alert color="lake" variant="light" title={t('calibration.first', { count: calibration.left })}>
      <Text mb="sm">{t('calibration.why')}</Text>
      <Group>
        <Button component={Link} to={to} size="md">
          {t('calibration.begin')}
        </Button>
      </Group>
    </Alert>
  );
}
