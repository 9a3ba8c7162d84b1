// What this device keeps of the judge desk: entries taken along, sheets that wait, were sent or were refused.
import { Anchor, Button, Group, Paper, Radio, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { type Papers, type Progress, useTakenAlong, useTaking } from '../../offline/along.ts';
import { dismiss, sendAll, useQueue, useSending } from '../../offline/queue.ts';
import type { Waiting } from '../../offline/store.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { ProblemWords } from '../../parts/ProblemWords.tsx';
import { When } from '../../parts/When.tsx';
import { entryPath } from './judging.ts';

export function OfflineScreen() {
  const { t } = useTranslation('judge');
  useSending();
  return (
    <Page title={t('offline.title')} lead={t('offline.lead')} width={760}>
      <Along />
      <Queue />
    </Page>
  );
}

function Along() {
  const { t } = useTranslation('judge');
  const me = useMe();
  const taken = useTakenAlong();
  const { items } = useView('/judging', {});
  const { take, leave } = useTaking(me?.personId ?? '');
  const [papers, setPapers] = useState<Papers>('none');
  const [progress, setProgress] = useState<Progress | null>(null);
  const [problem, setProblem] = useState<Error | null>(null);
  const cycleIds = items.filter(({ status }) => status === 'accepted').map(({ cycleId }) => cycleId);
  const go = async () => {
    setProblem(null);
    setProgress({ done: 0, of: 1 });
    await take(cycleIds, papers, setProgress).catch(setProblem);
    setProgress(null);
  };
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('offline.along')}
        </Title>
        {taken?.takenAt ? (
          <Text component="div" role="status">
            {t('offline.taken', { count: taken.entries })} <When at={taken.takenAt} />
          </Text>
        ) : (
          <Text>{t('offline.text')}</Text>
        )}
        <Radio.Group label={t('offline.papers')} value={papers} onChange={(value) => setPapers(value as Papers)}>
          <Stack gap={6} mt={6}>
            {(['none', 'light', 'full'] as const).map((value) => (
              <Radio key={value} value={value} label={t(`offline.paper.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <ProblemAlert problem={problem} />
        {progress !== null && <Text role="status">{t('offline.progress', progress)}</Text>}
        <Group>
          <Button onClick={() => void go()} loading={progress !== null} disabled={cycleIds.length === 0}>
            {t(taken === undefined ? 'offline.take' : 'offline.takeAgain')}
          </Button>
          {taken !== undefined && (
            <ConfirmButton
              variant="default"
              title={t('offline.leave')}
              body={t('offline.leaveText')}
              confirm={t('offline.leave')}
              act={leave}
            >
              {t('offline.leave')}
            </ConfirmButton>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}

function Queue() {
  const { t } = useTranslation('judge');
  const queue = useQueue();
  const waits = queue.some(({ state }) => state === 'waiting');
  return (
    <section aria-labelledby="judge-queue">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="judge-queue">
          {t('queue.title')}
        </Title>
        {waits && (
          <Button variant="light" onClick={() => void sendAll()}>
            {t('queue.sendNow')}
          </Button>
        )}
      </Group>
      {queue.length === 0 ? (
        <Text>{t('queue.empty')}</Text>
      ) : (
        <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }} aria-live="polite">
          {queue.map((sheet) => (
            <QueueLine key={sheet.id} sheet={sheet} />
          ))}
        </Stack>
      )}
    </section>
  );
}

function QueueLine({ sheet }: { sheet: Waiting }) {
  const { t } = useTranslation('judge');
  const { id, scorecard, title, state, writtenAt, answeredAt, problem } = sheet;
  return (
    <Paper withBorder p="sm" component="li">
      <Anchor component={Link} to={entryPath(scorecard)} fw={600} display="inline-block" mih={24}>
        <LocalText of={title} />
      </Anchor>
      <Text component="div">
        {t(`queue.${state}`)} <When at={answeredAt ?? writtenAt} />
      </Text>
      {problem && (
        <Text>
          <ProblemWords of={{ code: problem.code, message: problem.detail }} />{' '}
          {problem.keptAt !== undefined && t('late.text')}
        </Text>
      )}
      {state !== 'waiting' && (
        <Button variant="subtle" size="compact-sm" mih={28} onClick={() => void dismiss(id)}>
          {t('queue.dismiss')}
        </Button>
      )}
    </Paper>
  );
}
