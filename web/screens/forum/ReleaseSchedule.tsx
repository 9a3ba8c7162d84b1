// Releases the working schedule: the public sees it, and presenters whose talk is new or moved are told.

import { Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Section } from '../results/Section.tsx';
import type { Forum } from './places.ts';
import { Revealing } from './Revealing.tsx';

export function ReleaseSchedule({ forum }: { forum: Forum }) {
  const { t } = useTranslation('forum');
  const release = useAct('post', '/forums/:forumId/schedule/release');
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [written] = useDebouncedValue(`${name}\n${note}`, 500);
  const { forumId, placements, unplaced } = forum;
  return (
    <Section title={t('release.title')} lead={t('release.lead')}>
      <div>
        <ConfirmButton
          title={t('release.act')}
          confirm={t('release.act')}
          disabled={placements.length === 0}
          act={() => release.mutateAsync({ params: { forumId }, body: { name, note } })}
          body={
            <Stack gap="sm">
              <Text>{t('release.means', { placed: placements.length, unplaced: unplaced.length })}</Text>
              <TextInput
                label={t('release.name')}
                description={t('release.nameHint')}
                required
                maxLength={100}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <Textarea
                label={t('release.note')}
                autosize
                maxLength={1000}
                value={note}
                onChange={(event) => setNote(event.currentTarget.value)}
              />
              <Suspense fallback={<Loading />}>
                <Revealing forumId={forumId} written={written} />
              </Suspense>
            </Stack>
          }
        >
          {t('release.act')}
        </ConfirmButton>
      </div>
      {placements.length === 0 && <Text size="sm">{t('release.nothing')}</Text>}
    </Section>
  );
}
