// What a release shows to whom: by name, by country and category alone, and to presenters by mail.
import { Alert, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../../api/contract.ts';
import { useView } from '../../../api/query.ts';
import { LocalText } from '../../../parts/LocalText.tsx';

type Talk = Contract<'get', '/forums/:forumId/schedule/revealing'>['answer']['hidden'][number];

/** `written`: the name and the note of the release, which must not name anybody under embargo. */
export function Revealing({ forumId, written }: { forumId: string; written: string }) {
  const { t } = useTranslation('forum-papers');
  const { named, hidden, told, leaks } = useView('/forums/:forumId/schedule/revealing', {
    params: { forumId },
    query: { written },
  });
  return (
    <Stack gap="xs">
      <Talks text={t('revealing.named', { count: named.length })} talks={named} />
      <Talks text={t('revealing.hidden', { count: hidden.length })} talks={hidden} />
      <Talks text={t('revealing.told', { count: told.length })} talks={told} />
      {leaks.length > 0 && (
        <Alert color="red" title={t('revealing.leak')}>
          <Text size="sm">{t('revealing.leakWords', { words: leaks.map(({ word }) => word).join(', ') })}</Text>
        </Alert>
      )}
    </Stack>
  );
}

function Talks({ text, talks }: { text: string; talks: Talk[] }) {
  if (talks.length === 0) return <Text size="sm">{text}</Text>;
  return (
    <details>
      <summary>{text}</summary>
      <List size="sm">
        {talks.map(({ publicId, organisation, country, speaker }) => (
          <List.Item key={publicId}>
            {organisation !== null && <LocalText of={organisation} />} ({country})
            {speaker !== null && <>, {speaker.name}</>}
          </List.Item>
        ))}
      </List>
    </details>
  );
}
