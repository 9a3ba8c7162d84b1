// One judge: standing, groups, what was said of conflicts, and what the desk may do about it.
import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { useAct } from '../../api/query.ts';
import { HistoryButton } from '../../parts/HistoryButton.tsx';
import { When } from '../../parts/When.tsx';
import type { useAwardNames } from './award-names.ts';
import { useMayAct } from './may-act.ts';
import { ReasonButton } from './ReasonButton.tsx';

type Judge = ItemOf<'/cycles/:cycleId/judges'>;
type Props = {
  judge: Judge;
  names: ReturnType<typeof useAwardNames>;
  entryName: (nominationId: string) => string | undefined;
};

export function JudgeCard({ judge, names, entryName }: Props) {
  const { t, i18n } = useTranslation('results');
  const { cycleId, judgeId, name, groups, country, status, languages, capacity, bodies, conflicts } = judge;
  const mayAct = useMayAct();
  const release = useAct('post', '/cycles/:cycleId/judges/:judgeId/release');
  const spoken = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const params = { cycleId, judgeId };
  return (
    <Card component="li" withBorder padding="md">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={3} size="h4">
            {name === '' ? t('erased') : name}
          </Title>
          <Text size="sm">
            {[country === null || names.isNational ? '' : names.country(country), ...groups.map(names.group)]
              .filter((part) => part !== '')
              .join(' · ')}
          </Text>
          <Text size="sm">
            {capacity === null
              ? t('judges.noProfile')
              : t('judges.profile', {
                  count: capacity,
                  languages: languages.map((language) => spoken.of(language)).join(', '),
                })}
          </Text>
          {bodies.length > 0 && <Text size="sm">{t('judges.bodies', { bodies: bodies.join(' · ') })}</Text>}
        </div>
        <Group gap="xs">
          <HistoryButton path="/cycles/:cycleId/judges/:judgeId/history" params={params} of={name} />
          <Badge color={status === 'accepted' ? 'green' : status === 'invited' ? 'orange' : 'gray'}>
            {t(`judgeStatus.${status}`)}
          </Badge>
          {mayAct && (status === 'accepted' || status === 'invited') && (
            <ReasonButton
              label={t('judges.release')}
              title={t('judges.releaseTitle', { name })}
              means={t('judges.releaseMeans')}
              color="red"
              variant="subtle"
              act={(reason) => release.mutateAsync({ params, body: { reason } })}
            />
          )}
        </Group>
      </Group>
      {conflicts.length > 0 && (
        <Stack component="ul" gap="xs" mt="sm" mb={0} p={0} style={{ listStyle: 'none' }}>
          {conflicts.map((conflict) => (
            <Conflict
              key={conflict.nominationId}
              judge={judge}
              conflict={conflict}
              of={entryName(conflict.nominationId)}
            />
          ))}
        </Stack>
      )}
    </Card>
  );
}

type Said = { judge: Judge; conflict: Judge['conflicts'][number]; of: string | undefined };

function Conflict({ judge: { cycleId, judgeId, name }, conflict, of }: Said) {
  const { t } = useTranslation('results');
  const mayAct = useMayAct();
  const settle = useAct('post', '/cycles/:cycleId/judges/:judgeId/conflicts/settle');
  const { nominationId, kind, reason, status, found, settled, opened } = conflict;
  const sections = opened.filter(({ part }) => part.startsWith('section:')).length;
  const [first] = opened;
  const say = (outcome: 'upheld' | 'dismissed') => (why: string) =>
    settle.mutateAsync({ params: { cycleId, judgeId }, body: { nominationId, outcome, reason: why } });
  return (
    <li>
      <Text fw={600}>
        {t('judges.conflictWith', { entry: of ?? t('judges.anEntry') })} · {t(`conflictStatus.${status}`)}
      </Text>
      <Text size="sm">
        {t(`conflictKind.${kind}`)}: {found === null ? reason : t(`found.${found}`)}
      </Text>
      {first !== undefined && (
        <Text size="sm">
          {t('judges.opened', { sections, papers: opened.length - sections })} <When at={first.at} zone="UTC" />
        </Text>
      )}
      {settled !== null && (
        <Text size="sm">
          {t(`judges.settled.${status === 'upheld' ? 'upheld' : 'dismissed'}`, {
            by: settled.by === '' ? t('erased') : settled.by,
            reason: settled.reason,
          })}{' '}
          <When at={settled.at} zone="UTC" />
        </Text>
      )}
      {mayAct && status === 'declared' && (
        <Group gap="xs" mt={4}>
          <ReasonButton
            label={t('judges.uphold')}
            title={t('judges.conflictTitle', { name })}
            means={t('judges.upholdMeans')}
            act={say('upheld')}
          />
          <ReasonButton
            label={t('judges.dismiss')}
            title={t('judges.conflictTitle', { name })}
            means={t('judges.dismissMeans')}
            act={say('dismissed')}
            variant="default"
          />
        </Group>
      )}
    </li>
  );
}
