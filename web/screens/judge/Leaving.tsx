// Stepping back from an entry: for a reason, or because a conflict shows itself while reading.
import { Button, Group, Textarea, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { ConflictForm } from './Conflicts.tsx';
import type { Entry } from './judging.ts';

export function Leaving({ entry }: { entry: Entry }) {
  const { t } = useTranslation('judge');
  const [reason, setReason] = useState('');
  const [isOpen, { open, close }] = useDisclosure(false);
  const navigate = useNavigate();
  const recuse = useAct('post', '/scorecards/:scorecard/recuse');
  const away = () => void navigate({ to: '/judging' });
  const { id, cycleId, nominationId } = entry.sheet;
  return (
    <section aria-labelledby="judge-leaving">
      <Title order={2} size="h4" mb={4} mt="lg" id="judge-leaving">
        {t('leaving.title')}
      </Title>
      <Group>
        <ConfirmButton
          variant="default"
          title={t('leaving.recuse')}
          confirm={t('leaving.recuse')}
          act={() => recuse.mutateAsync({ params: { scorecard: id }, body: { reason } }).then(away)}
          body={
            <Textarea
              label={t('reason')}
              description={t('leaving.text')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              required
              autosize
              data-autofocus
            />
          }
        >
          {t('leaving.recuse')}
        </ConfirmButton>
        <Button variant="default" aria-haspopup="dialog" onClick={open}>
          {t('conflicts.declare')}
        </Button>
      </Group>
      <Dialog opened={isOpen} onClose={close} title={t('conflicts.declare')}>
        <ConflictForm cycleId={cycleId} nominationId={nominationId} onCancel={close} onDone={away} />
      </Dialog>
    </section>
  );
}
