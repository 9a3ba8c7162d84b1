// The pictures of a session with caption and credit; one that says where it was taken is refused.
import { Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { addressOf, ask } from '../../api/client.ts';
import { FileField } from '../../parts/FileField.tsx';
import type { FileFacts } from '../../parts/sending.ts';

type Pictures = Contract<'get', '/forums/:forumId/proceedings/:session'>['answer']['content']['pictures'];
type Props = {
  params: { forumId: string; session: string };
  language: string;
  pictures: Pictures;
  onChange: (pictures: Pictures) => void;
  /** May come long after, when a picture has arrived. */
  onAdd: (picture: Pictures[number]) => void;
};
const types = ['image/jpeg', 'image/png'] as const;

export function SessionPictures({ params, language, pictures, onChange, onAdd }: Props) {
  const { t } = useTranslation('day');
  const register = async ({ hash, type, ...facts }: FileFacts) => {
    const body = { ...facts, sha256: hash, type: types.find((one) => one === type) ?? types[0] };
    return (await ask('post', '/forums/:forumId/proceedings/:session/pictures', { params, body })).fileId;
  };
  const change = (at: number, changes: Partial<Pictures[number]>) =>
    onChange(pictures.map((picture, index) => (index === at ? { ...picture, ...changes } : picture)));
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t('pictures.title')}
      </Text>
      {pictures.map(({ fileId, caption, credit }, at) => (
        <Paper key={fileId} withBorder p="sm">
          <Stack gap="xs">
            <img
              src={addressOf('/forums/:forumId/proceedings-pictures/:fileId', { forumId: params.forumId, fileId }, {})}
              alt={caption[language] ?? ''}
              style={{ maxWidth: '100%', maxHeight: 240 }}
            />
            <TextInput
              label={t('pictures.caption')}
              lang={language}
              maxLength={500}
              value={caption[language] ?? ''}
              onChange={(event) => change(at, { caption: { ...caption, [language]: event.currentTarget.value } })}
            />
            <TextInput
              label={t('pictures.credit')}
              maxLength={200}
              value={credit}
              onChange={(event) => change(at, { credit: event.currentTarget.value })}
            />
            <Group justify="flex-end">
              <Button
                variant="subtle"
                color="red"
                onClick={() => onChange(pictures.filter((one) => one.fileId !== fileId))}
              >
                {t('pictures.remove')}
              </Button>
            </Group>
          </Stack>
        </Paper>
      ))}
      <FileField
        label={t('pictures.add')}
        hint={t('pictures.lead')}
        accept={types}
        maxBytes={20_000_000}
        keepsDone={false}
        register={register}
        onDone={({ fileId }) => onAdd({ fileId, caption: {}, credit: '' })}
      />
    </Stack>
  );
}
