// A panel that falls apart into groups which share no judge: who is in which, what it means, and what to do.
import { Alert, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = { islands: { judgeId: string; name: string }[][] };

export function Islands({ islands }: Props) {
  const { t } = useTranslation('panel');
  if (islands.length < 2) return null;
  return (
    <Alert color="orange" title={t('islands.title', { count: islands.length })}>
      <Text size="sm">{t('islands.means')}</Text>
      <List size="sm" mt="xs">
        {islands.map((judges) => (
          <List.Item key={judges[0]?.judgeId}>{judges.map(({ name }) => name || t('nameless')).join(', ')}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
