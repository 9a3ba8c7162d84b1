// The slides of the talk: sent in pieces, listed, taken back.
import { Alert, Anchor, Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/client.ts';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { FileField } from '../../parts/FileField.tsx';
import type { FileFacts } from '../../parts/sending.ts';
import { sizeIn } from '../../parts/sizes.ts';
import { When } from '../../parts/When.tsx';
import { named, type Talk } from './talk.ts';

const types = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.presentation',
  'application/vnd.apple.keynote',
] as const;
const maxBytes = 100_000_000;

export function SlidesCard({ talk, byLink }: { talk: Talk; byLink: boolean }) {
  const { t } = useTranslation('presenter');
  const client = useQueryClient();
  const register = async ({ hash, type, ...facts }: FileFacts) => {
    const body = { ...facts, sha256: hash, type: types.find((one) => one === type) ?? types[0] };
    return (await ask('post', '/talks/:talk/slides', { ...named(talk), body })).fileId;
  };
  return (
    <Card withBorder component="section">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {t('slides.title')}
        </Title>
        <Badge variant="light" color={talk.slidesState === 'there' ? 'green' : 'orange'}>
          {t(`slides.state.${talk.slidesState}`)}
        </Badge>
      </Group>
      {talk.slidesState !== 'there' && (
        <Text size="sm" mb="xs" component="div">
          {t('slides.due')} <When at={talk.forum.slidesDue} zone={talk.zone} />
        </Text>
      )}
      <FileField
        label={t('slides.label')}
        hint={t('slides.hint')}
        group={`slides ${talk.id}`}
        accept={types}
        maxBytes={maxBytes}
        register={register}
        keepsDone={false}
        onDone={() => client.invalidateQueries()}
      >
        <Sent talk={talk} byLink={byLink} />
      </FileField>
      {talk.slidesState === 'copy-asked' && (
        <Alert color="yellow" mt="sm" role="status" title={t('slides.state.copy-asked')}>
          {t('slides.noCopy')}
        </Alert>
      )}
    </Card>
  );
}

function Sent({ talk, byLink }: { talk: Talk; byLink: boolean }) {
  const { t, i18n } = useTranslation('presenter');
  const remove = useAct('delete', '/talks/:talk/slides/:fileId');
  const arrived = talk.slides.filter((file) => file.arrived);
  if (arrived.length === 0) return null;
  return (
    <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
      {arrived.map(({ fileId, name, size }) => (
        <Group component="li" key={fileId} justify="space-between">
          <Text>
            {byLink ? (
              name
            ) : (
              <Anchor href={addressOf('/files/:fileId', { fileId })} download>
                {name}
              </Anchor>
            )}{' '}
            · {sizeIn(size, i18n.language)}
          </Text>
          <ConfirmButton
            variant="subtle"
            color="red"
            aria-label={t('slides.removeName', { name })}
            title={t('slides.removeTitle', { name })}
            body={t('slides.removeMeans')}
            confirm={t('slides.remove')}
            act={() => remove.mutateAsync({ params: { talk: talk.id, fileId } })}
          >
            {t('slides.remove')}
          </ConfirmButton>
        </Group>
      ))}
    </Stack>
  );
}
