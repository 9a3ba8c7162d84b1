// What differs between two states of a report, field by field.
import { Badge, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';

export type Change = Contract<'get', '/forums/:forumId/delegations/:iso2/report/compare'>['answer']['changes'][number];

export function Changes({ changes }: { changes: Change[] }) {
  return (
    <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
      {changes.map((change) => (
        <Paper component="li" key={change.id} withBorder p="sm">
          <ChangeText change={change} />
        </Paper>
      ))}
    </Stack>
  );
}

export function ChangeText({ change }: { change: Change }) {
  const { t } = useTranslation('report');
  const { label, outcome, before, now, after } = change;
  const line = (name: string, text: string) => (
    <div>
      <Text size="sm" c="dimmed">
        {t(`change.${name}`)}
      </Text>
      <Text style={{ whiteSpace: 'pre-line' }}>{text === '' ? t('notStated') : text}</Text>
    </div>
  );
  return (
    <Stack gap={4}>
      <Text fw={600}>
        {label} <Badge variant="light">{t(`outcome.${outcome}`)}</Badge>
      </Text>
      {outcome !== 'added' && line('before', before)}
      {outcome === 'conflict' && line('now', now)}
      {outcome !== 'removed' && line('after', after)}
    </Stack>
  );
}
