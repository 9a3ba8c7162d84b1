// The releases so far: who released what and when, and the way back of the working copy to one of them.
import { Group, List, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../../api/contract.ts';
import { useAct, useMaybeView } from '../../../api/query.ts';
import { ConfirmButton } from '../../../parts/ConfirmButton.tsx';
import { ProblemAlert } from '../../../parts/ProblemAlert.tsx';
import { When } from '../../../parts/When.tsx';
import { Section } from '../../results/Section.tsx';
import type { Forum } from '../places.ts';
import { Compare } from './Compare.tsx';

type Release = Contract<'get', '/forums/:forumId/releases'>['answer']['items'][number];

export function Releases({ forum, mayAct }: { forum: Forum; mayAct: boolean }) {
  const { t } = useTranslation('schedule');
  const { forumId } = forum;
  const { data, error } = useMaybeView('/forums/:forumId/releases', { params: { forumId } });
  if (error) return <ProblemAlert problem={error} />;
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Section title={t('releases.title')}>
      <List spacing="sm">
        {data.items.map((release) => (
          <List.Item key={release.number}>
            <Line forum={forum} release={release} mayAct={mayAct} />
          </List.Item>
        ))}
      </List>
      <Title order={3} size="h4">
        {t('releases.compare')}
      </Title>
      <Compare key={data.items.length} forum={forum} releases={data.items} />
    </Section>
  );
}

function Line({ forum, release, mayAct }: { forum: Forum; release: Release; mayAct: boolean }) {
  const { t } = useTranslation('schedule');
  const restore = useAct('post', '/forums/:forumId/schedule/restore');
  const { number, name, note, at, by, placed, unplaced, moved } = release;
  const { forumId, plan } = forum;
  return (
    <>
      <Text fw={600}>{t('releases.name', { number, name })}</Text>
      <Text size="sm" component="div">
        {by ?? t('erased')} · <When at={at} zone={plan.zone} />
      </Text>
      <Text size="sm">{t('releases.counts', { placed, unplaced, moved })}</Text>
      {note !== '' && <Text size="sm">{note}</Text>}
      {mayAct && (
        <Group mt={4}>
          <ConfirmButton
            size="compact-md"
            variant="default"
            title={t('releases.restore', { number })}
            body={t('releases.restoreMeans')}
            confirm={t('releases.restoreAct')}
            act={() => restore.mutateAsync({ params: { forumId }, body: { release: number } })}
          >
            {t('releases.restore', { number })}
          </ConfirmButton>
        </Group>
      )}
    </>
  );
}
