// A photograph for the announcement: with whose it is, and the consent of those who are on it.
import { Alert, Card, Checkbox, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { FileField } from '../../parts/FileField.tsx';
import type { FileFacts } from '../../parts/sending.ts';
import { sizeIn } from '../../parts/sizes.ts';
import type { Award } from './award.ts';

const types = ['image/jpeg', 'image/png'] as const;
const maxBytes = 20_000_000;

export function PhotoCard({ award }: { award: Award }) {
  const { t } = useTranslation('laureate');
  const client = useQueryClient();
  const [credit, setCredit] = useState('');
  const [consent, setConsent] = useState(false);
  const { laureateId } = award;
  const register = async ({ hash, type, ...facts }: FileFacts) => {
    const known = types.find((one) => one === type) ?? types[0];
    const body = { ...facts, sha256: hash, type: known, credit, consent: true as const };
    return (await ask('post', '/laureates/:laureateId/photo', { params: { laureateId }, body })).fileId;
  };
  const isReady = consent && credit.trim().length >= 2;
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4">
        {t('photo.title')}
      </Title>
      <Text mb="sm">{t('photo.lead')}</Text>
      <Stack>
        <Given award={award} />
        <TextInput
          label={t('photo.credit')}
          description={t('photo.creditHint')}
          required
          value={credit}
          onChange={(event) => setCredit(event.currentTarget.value)}
        />
        <Checkbox
          label={t('photo.consent')}
          checked={consent}
          onChange={(event) => setConsent(event.currentTarget.checked)}
        />
        <FileField
          label={t(award.photo === null ? 'photo.file' : 'photo.another')}
          {...(!isReady && { hint: t('photo.first') })}
          disabled={!isReady}
          accept={types}
          maxBytes={maxBytes}
          register={register}
          onDone={() => client.invalidateQueries()}
        />
      </Stack>
    </Card>
  );
}

function Given({ award }: { award: Award }) {
  const { t, i18n } = useTranslation('laureate');
  const remove = useAct('delete', '/laureates/:laureateId/photo/:fileId');
  const { photo, laureateId } = award;
  if (photo === null) return null;
  const { fileId, name, size, credit, arrived } = photo;
  if (!arrived) return <Alert color="yellow">{t('photo.incomplete', { name })}</Alert>;
  return (
    <Group justify="space-between">
      <Text>
        {name} · {sizeIn(size, i18n.language)} · {t('photo.by', { credit })}
      </Text>
      <ConfirmButton
        variant="subtle"
        color="red"
        title={t('photo.removeTitle')}
        body={t('photo.removeMeans')}
        confirm={t('photo.remove')}
        act={() => remove.mutateAsync({ params: { laureateId, fileId } })}
      >
        {t('photo.remove')}
      </ConfirmButton>
    </Group>
  );
}
