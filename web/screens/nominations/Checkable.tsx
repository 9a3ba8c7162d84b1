// What was published to a nominee of the result, to be checked by anybody; nothing where nothing was.
import { Anchor, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/client.ts';
import { useMaybeView } from '../../api/query.ts';

export function Checkable({ nominationId }: { nominationId: string }) {
  const { t } = useTranslation('nominations');
  const { data } = useMaybeView('/nominations/:nominationId/bundle', { params: { nominationId } });
  if (data === undefined) return null;
  return (
    <section>
      <Title order={2} size="h4">
        {t('checkable.title')}
      </Title>
      <Text>{t('checkable.text')}</Text>
      <Group>
        <Anchor href={addressOf('/nominations/:nominationId/bundle', { nominationId })} download="result.json">
          {t('checkable.take')}
        </Anchor>
        <Anchor href="/verify">{t('checkable.how')}</Anchor>
      </Group>
    </section>
  );
}
