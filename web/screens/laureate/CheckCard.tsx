// The record of how the result came about, where it was published to the nominee: taken along as a file, and checked by anybody.
import { Anchor, Button, Card, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useMaybeView } from '../../api/query.ts';
import type { Award } from './award.ts';

type Bundle = Contract<'get', '/nominations/:nominationId/bundle'>['answer'];

export function CheckCard({ award: { laureateId } }: { award: Award }) {
  const { t } = useTranslation('laureate');
  const { data } = useMaybeView('/nominations/:nominationId/bundle', { params: { nominationId: laureateId } });
  if (data === undefined) return null;
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4" mb="xs">
        {t('check.title')}
      </Title>
      <Text mb="sm">{t('check.text')}</Text>
      <Group>
        <Button component="a" variant="default" href={asFile(data)} download="result.json">
          {t('check.take')}
        </Button>
        <Anchor href="/verify" target="_blank">
          {t('check.how')}
        </Anchor>
      </Group>
    </Card>
  );
}

/** Who came by a link asks with it, which an address alone could not carry. */
const asFile = (bundle: Bundle): string =>
  `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(bundle))}`;
