// Whether the organisation is one that is known already: a question that may be answered, and answered anew.
import { Alert, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAct, useMaybeView } from '../../api/query.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';

export function Matches({ nominationId }: { nominationId: string }) {
  const { t } = useTranslation('nominations');
  const nominee = useMaybeView('/nominations/:nominationId/organisation', { params: { nominationId } }).data;
  const identify = useAct('post', '/nominations/:nominationId/organisation');
  const matches = nominee?.matches ?? [];
  if (matches.length === 0) return <ProblemAlert problem={identify.error} />;
  const say = (body: { sameAs: string } | { notTheSame: string[] }) =>
    identify.mutate({ params: { nominationId }, body });
  return (
    <Alert color="yellow" variant="light" title={t('matches.title')}>
      <Text size="sm">{t('matches.text')}</Text>
      <Stack gap="xs" my="xs">
        {matches.map(({ organisationId, names, country, because }) => (
          <Card key={organisationId} withBorder padding="xs">
            <Group justify="space-between" gap="xs">
              <Text size="sm">
                <LocalText of={names} /> · {country} · {t(`matches.${because}`)}
              </Text>
              <Button
                size="xs"
                variant="light"
                loading={identify.isPending}
                onClick={() => say({ sameAs: organisationId })}
              >
                {t('matches.same')}
              </Button>
            </Group>
          </Card>
        ))}
      </Stack>
      <Button
        size="xs"
        variant="default"
        loading={identify.isPending}
        onClick={() => say({ notTheSame: matches.map(({ organisationId }) => organisationId) })}
      >
        {t('matches.none')}
      </Button>
      <ProblemAlert problem={identify.error} />
    </Alert>
  );
}
