// Objections that wait to be settled, with their reasons.
import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAct, useList } from '../../api/query.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { useAwardNames } from './award-names.ts';
import { useMayAct } from './may-act.ts';
import { ReasonButton } from './ReasonButton.tsx';
import { Section } from './Section.tsx';

const outcomes = ['dismissed', 'upheld', 'withdrawn'] as const;

export function Objections({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation('results');
  const names = useAwardNames(cycleId);
  const acts = useMayAct() ? outcomes : [];
  const settle = useAct('post', '/cycles/:cycleId/endorsement/settle-objection');
  const query = { reply: 'objected' };
  const { items } = useList('/cycles/:cycleId/endorsement/replies', { params: { cycleId }, query });
  const open = items.filter(({ objection }) => objection === 'open');
  if (open.length === 0) return null;
  return (
    <Section title={t('objections.title', { count: open.length })} lead={t('objections.lead')}>
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {open.map(({ country, laureateId, organisation, reason }) => (
          <Card key={`${country} ${laureateId}`} component="li" withBorder padding="sm">
            <Title order={3} size="h5">
              {t('objections.of', { country: names.country(country) })}: <LocalText of={organisation} />
            </Title>
            <Text my="xs">{reason}</Text>
            <Group gap="xs">
              {acts.map((outcome) => (
                <ReasonButton
                  key={outcome}
                  label={t(`objections.${outcome}`)}
                  title={t(`objections.${outcome}`)}
                  means={t(`objections.${outcome}Means`)}
                  variant={outcome === 'dismissed' ? 'light' : 'default'}
                  act={(why) =>
                    settle.mutateAsync({ params: { cycleId }, body: { country, laureateId, outcome, reason: why } })
                  }
                />
              ))}
            </Group>
          </Card>
        ))}
      </Stack>
    </Section>
  );
}
