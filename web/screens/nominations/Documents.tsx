// The files that a nomination was sent in with, and those that have not come.
import { Anchor, Badge, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/client.ts';
import { useMaybeView } from '../../api/query.ts';
import { RedactedCopy } from '../../parts/RedactedCopy.tsx';
import { sizeIn } from '../../parts/sizes.ts';
import { type Definition, useLabels } from './definition.ts';

export function Documents({ nominationId, labelled }: { nominationId: string; labelled: Definition }) {
  const { t, i18n } = useTranslation('nominations');
  const labelOf = useLabels(labelled);
  const documents = useMaybeView('/nominations/:nominationId/documents', { params: { nominationId } }).data;
  if (documents === undefined || documents.items.length === 0) return null;
  return (
    <Stack component="section" gap="xs" aria-labelledby="section-documents">
      <Title order={2} size="h4" id="section-documents">
        {t('papers.title')}
      </Title>
      <List size="sm" spacing={4}>
        {documents.items.map((document) => {
          const { fileId, field, name, size, state } = document;
          return (
            <List.Item key={fileId}>
              {field !== null && `${labelOf(field)}: `}
              {state === 'arrived' ? (
                <Anchor href={addressOf('/files/:fileId', { fileId })} download mih={24}>
                  {name}
                </Anchor>
              ) : (
                <Text span>{name}</Text>
              )}{' '}
              · {sizeIn(size, i18n.language)}{' '}
              {state === 'registered' && <Badge color="orange">{t('papers.state.registered')}</Badge>}
              <RedactedCopy {...{ nominationId, document, documents }} />
            </List.Item>
          );
        })}
      </List>
    </Stack>
  );
}
