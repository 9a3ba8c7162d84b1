// Whether the organisation is one that is known already: a question that may be answered, and answered anew.
import { Alert, Button, Card, Group, List, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useMaybeView } from '../../api/query.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import type { Texts } from '../../parts/texts.ts';

/** While it is written: that it will be asked, and about which; the answer is taken once the form is sent in. */
export function Alike({ nominationId, version }: { nominationId: string; version: number }) {
  const { t } = useTranslation('nominations');
  const { data, refetch } = useMaybeView('/nominations/:nominationId/organisation', { params: { nominationId } });
  // What is saved may have another name.
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current !== version) void refetch();
    seen.current = version;
  }, [version, refetch]);
  const matches = data?.matches ?? [];
  if (matches.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" role="status" title={t('matches.title')}>
      <Text size="sm">{t('matches.later')}</Text>
      <List size="sm" mt="xs">
        {matches.map((match) => (
          <List.Item key={match.organisationId}>
            <Named {...match} />
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

type Match = { names: Texts; country: string; because: string };

function Named({ names, country, because }: Match) {
  const { t } = useTranslation('nominations');
  return (
    <>
      <LocalText of={names} /> · {country} · {t(`matches.${because}`)}
    </>
  );
}

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
        {matches.map((match) => (
          <Card key={match.organisationId} withBorder padding="xs">
            <Group justify="space-between" gap="xs">
              <Text size="sm">
                <Named {...match} />
              </Text>
              <Button
                size="xs"
                variant="light"
                loading={identify.isPending}
                onClick={() => say({ sameAs: match.organisationId })}
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
