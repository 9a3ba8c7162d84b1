// Each category of the country: until when it takes forms, and for the desk what is left of the quota.
import { Badge, Card, Group, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { When } from '../../parts/When.tsx';

export type Nominating = Contract<'get', '/cycles/:cycleId/nominating'>['answer'];

export function CategoryCards({ nominating }: { nominating: Nominating }) {
  const { t } = useTranslation('nominations');
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      {nominating.categories.map(({ category, names, until, zone, open, quota }) => (
        <Card key={category} withBorder padding="sm">
          <Group justify="space-between" gap="xs" align="flex-start">
            <Text fw={600}>
              <LocalText of={names} />
            </Text>
            <Badge color={open ? 'green' : 'gray'}>{t(open ? 'list.open' : 'list.closed')}</Badge>
          </Group>
          {until !== null && (
            <Text size="sm" component="div">
              {t(open ? 'list.until' : 'list.since')} <When at={until} zone={zone} relative={open} />
            </Text>
          )}
          {quota !== null && (
            <Text size="sm">
              {t('list.quota', { count: Math.max(0, quota.cap - quota.used), used: quota.used, cap: quota.cap })}
            </Text>
          )}
        </Card>
      ))}
    </SimpleGrid>
  );
}
