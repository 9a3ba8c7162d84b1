// One audience: what it would get if it were published now, checked as anybody could, and the act of publishing it.
import { Button, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useAct, useMaybeView } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import type { VerificationOf } from './Verification.tsx';

type Audience = 'public' | 'nominee' | 'country';
type Props = { id: string; audience: Audience; found: VerificationOf; publishes: boolean };
type PreviewOf = Contract<'get', '/panels/:panel/bundles/:audience'>['answer'];

export function BundlePreview({ id, audience, found, publishes }: Props) {
  const { t } = useTranslation('panel');
  const [seen, setSeen] = useState(false);
  return (
    <Card withBorder component="section">
      <Title order={3} size="h4">
        {t(`verification.for.${audience}`)}
      </Title>
      <Text size="sm">{t(`verification.gets.${audience}`)}</Text>
      {seen ? (
        <Looked id={id} audience={audience} found={found} publishes={publishes} />
      ) : (
        <Group mt="sm">
          <Button variant="default" onClick={() => setSeen(true)}>
            {t('verification.look', { audience: t(`verification.for.${audience}`) })}
          </Button>
        </Group>
      )}
    </Card>
  );
}

function Looked({ id, audience, found, publishes }: Props) {
  const { t, i18n } = useTranslation('panel');
  const { data, error } = useMaybeView('/panels/:panel/bundles/:audience', {
    params: { panel: id, audience },
    query: { language: i18n.language },
  });
  const publish = useAct('post', '/panels/:panel/bundles/publish');
  if (error) return <ProblemAlert problem={error} />;
  if (data === undefined) return <Loading />;
  const isPublished = found.published.some((one) => one.audience === audience && one.hash === data.hash);
  const waits = audience !== 'country' && !found.announced;
  const [first] = data.bundles;
  return (
    <Stack gap="sm" mt="sm">
      <Text>{t('verification.holds', { count: data.bundles.length, leaves: first?.bundle.leaves.length ?? 0 })}</Text>
      {first !== undefined && (
        <List size="sm" spacing={4} listStyleType="none">
          {data.report.steps.map(({ step, outcome, says }) => (
            <List.Item key={step}>
              <span aria-hidden>{marks[outcome]}</span> <strong>{t(`verification.outcomes.${outcome}`)}</strong>{' '}
              <span style={{ overflowWrap: 'anywhere' }}>{says}</span>
            </List.Item>
          ))}
        </List>
      )}
      <Group>
        <Button component="a" variant="default" href={asFile(data)} download={`preview-${audience}.json`}>
          {t('verification.take')}
        </Button>
        {publishes && !isPublished && !waits && (
          <ConfirmButton
            title={t(`verification.publishFor.${audience}`)}
            body={t(`verification.publishMeans.${audience}`)}
            confirm={t('verification.publish')}
            act={() => publish.mutateAsync({ params: { panel: id }, body: { audience, hash: data.hash } })}
          >
            {t(`verification.publishFor.${audience}`)}
          </ConfirmButton>
        )}
      </Group>
      {isPublished && <Text fw={600}>{t('verification.isPublished')}</Text>}
      {publishes && waits && <Text>{t('verification.waits')}</Text>}
    </Stack>
  );
}

const marks = { passed: '✓', failed: '✗', unchecked: '–' } as const;

/** The one bundle as it would be published; of nominees all, in a list. */
function asFile({ bundles }: PreviewOf): string {
  const content = bundles.length === 1 ? bundles[0]?.bundle : bundles.map(({ bundle }) => bundle);
  return `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(content, null, 2))}`;
}
