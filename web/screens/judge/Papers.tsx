// An entry's papers: everything as one PDF, whole or light, and the single files with their sizes.
import { Anchor, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/client.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { Booklets } from './Booklets.tsx';
import type { Definition, Entry } from './judging.ts';
import { sizeIn } from './sizes.ts';

export function Papers({ entry, definition }: { entry: Entry; definition: Definition }) {
  const { t, i18n } = useTranslation('judge');
  const labels = new Map(definition.form.attachments.map(({ key, label }) => [key, label]));
  return (
    <section aria-labelledby="judge-papers">
      <Title order={2} size="h4" mb={4} id="judge-papers">
        {t('papers.title')}
      </Title>
      <Stack gap="sm">
        <Booklets nominationId={entry.sheet.nominationId} />
        {entry.files.length === 0 ? (
          <Text>{t('papers.none')}</Text>
        ) : (
          <List>
            {entry.files.map(({ fileId, field, name, size, arrived }) => (
              <List.Item key={fileId}>
                {arrived ? (
                  <Anchor href={addressOf('/files/:fileId', { fileId })} download>
                    {name}
                  </Anchor>
                ) : (
                  name
                )}{' '}
                ({sizeIn(size, i18n.language)}
                {!arrived && `, ${t('papers.missing')}`})
                <Text size="sm">
                  <LocalText of={labels.get(field ?? '') ?? null} />
                </Text>
              </List.Item>
            ))}
          </List>
        )}
      </Stack>
    </section>
  );
}
