// Releases the working schedule, after one has seen what it changes, who is told, and what speaks against it.
import { Alert, Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useMaybeView } from '../../../api/query.ts';
import { Dialog } from '../../../parts/Dialog.tsx';
import { ProblemAlert } from '../../../parts/ProblemAlert.tsx';
import { Section } from '../../results/Section.tsx';
import type { Forum } from '../places.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { ReleaseForm } from './ReleaseForm.tsx';

export function ReleaseSchedule({ forum }: { forum: Forum }) {
  const { t } = useTranslation('schedule');
  const { forumId, placements, requested } = forum;
  const { data, error } = useMaybeView('/forums/:forumId/schedule/preview', { params: { forumId } });
  const [isOpen, { open, close }] = useDisclosure(false);
  const isEmpty = placements.length === 0;
  return (
    <Section title={t('release.title')} lead={t('release.lead')}>
      <ProblemAlert problem={error} />
      {isEmpty && <Text size="sm">{t('release.nothing')}</Text>}
      {!isEmpty && data !== undefined && <DifferenceList forum={forum} compared={data} />}
      {data?.byAnother === true && (
        <Alert color="orange" title={t('release.byAnother')}>
          {t('release.byAnotherMeans')}
        </Alert>
      )}
      <div hidden={data?.byAnother}>
        <Button aria-haspopup="dialog" disabled={isEmpty || requested !== null || data === undefined} onClick={open}>
          {t('release.act')}
        </Button>
      </div>
      <Dialog opened={isOpen} onClose={close} title={t('release.title')} size="lg">
        {data !== undefined && <ReleaseForm forum={forum} preview={data} onDone={close} />}
      </Dialog>
    </Section>
  );
}
