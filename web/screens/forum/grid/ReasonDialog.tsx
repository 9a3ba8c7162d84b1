// What speaks against a move that a person may make all the same, and the reason that is kept with it.
import { Button, Group, List, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../parts/Dialog.tsx';
import { ProblemAlert } from '../../../parts/ProblemAlert.tsx';
import type { Arranging, Waiting } from './useArranging.ts';

export function ReasonDialog({ arranging }: { arranging: Arranging }) {
  const { t } = useTranslation('schedule');
  const { waiting, endWaiting } = arranging;
  return (
    <Dialog opened={waiting !== null} onClose={endWaiting} title={t('against.title')}>
      {waiting !== null && <Asking arranging={arranging} waiting={waiting} />}
    </Dialog>
  );
}

function Asking({ arranging, waiting }: { arranging: Arranging; waiting: Waiting }) {
  const { t } = useTranslation('schedule');
  const { words, endWaiting, send, isBusy } = arranging;
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Error | null>(null);
  const go = () => send(waiting, reason.trim()).then(endWaiting, setProblem);
  return (
    <Stack>
      <Text>{t('against.lead', { talk: words.talk(waiting.talk), place: words.place(waiting.to) })}</Text>
      <List>
        {[...new Set(waiting.clashes.map(words.clash))].map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
      <Textarea
        label={t('against.reason')}
        description={t('against.reasonHint')}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemAlert problem={problem} />
      <Group justify="flex-end">
        <Button variant="default" onClick={endWaiting}>
          {t('against.leave')}
        </Button>
        <Button disabled={reason.trim().length < 3} loading={isBusy} onClick={() => void go()}>
          {t('against.act')}
        </Button>
      </Group>
    </Stack>
  );
}
