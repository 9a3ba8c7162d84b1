// A picture for the report: what a camera wrote into it stays here, and one that says its place is refused.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { FileField } from '../../parts/FileField.tsx';
import type { FileFacts } from '../../parts/sending.ts';

const types = ['image/jpeg', 'image/png'] as const;
const maxBytes = 20_000_000;

type Props = { params: { forumId: string; iso2: string }; onAdd: (fileId: string) => void; onStop: () => void };

export function AddPicture({ params, onAdd, onStop }: Props) {
  const { t } = useTranslation('report');
  const register = async ({ hash, type, ...facts }: FileFacts) => {
    const body = { ...facts, sha256: hash, type: types.find((one) => one === type) ?? types[0] };
    return (await ask('post', '/forums/:forumId/delegations/:iso2/report/pictures', { params, body })).fileId;
  };
  return (
    <Stack gap="xs">
      <Text size="sm">{t('picture.lead')}</Text>
      <FileField
        label={t('picture.file')}
        accept={types}
        maxBytes={maxBytes}
        register={register}
        onDone={({ fileId }) => onAdd(fileId)}
      />
      <Group>
        <Button variant="subtle" onClick={onStop}>
          {t('cancel', { ns: 'app' })}
        </Button>
      </Group>
    </Stack>
  );
}
