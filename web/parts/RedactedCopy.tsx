// The copy of a document without names, where judges must not see them: there, missing, or to be uploaded.
import { Anchor, Badge, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../api/contract.ts';
import { addressOf, ask } from '../api/client.ts';
import { holds, useMe } from '../app/session.ts';
import { FileField } from './FileField.tsx';
import type { FileFacts } from './sending.ts';

type Documents = Contract<'get', '/nominations/:nominationId/documents'>['answer'];
type Props = { nominationId: string; document: Documents['items'][number]; documents: Documents };
const maxBytes = 20_000_000;

export function RedactedCopy({ nominationId, document, documents }: Props) {
  const { t } = useTranslation('parts');
  const mayAdd = holds(useMe(), 'focal-point', 'secretariat');
  if (documents.redacted === null) return null;
  const copy = documents.redacted.find(({ original }) => original === document.fileId)?.copy;
  return (
    <Stack gap={4} align="flex-start">
      {copy?.state === 'arrived' ? (
        <Anchor size="sm" href={addressOf('/files/:fileId', { fileId: copy.fileId })} download mih={24}>
          {t('redacted.there', { name: copy.name })}
        </Anchor>
      ) : (
        <Badge color="orange" h="auto" style={{ whiteSpace: 'normal' }}>
          {t('redacted.missing')}
        </Badge>
      )}
      {mayAdd && <Upload nominationId={nominationId} document={document} />}
    </Stack>
  );
}

function Upload({ nominationId, document }: Omit<Props, 'documents'>) {
  const { t } = useTranslation('parts');
  const client = useQueryClient();
  const register = async ({ hash, size, type }: FileFacts) => {
    const params = { nominationId, fileId: document.fileId };
    const body = { sha256: hash, size, type };
    return (await ask('post', '/nominations/:nominationId/documents/:fileId/redacted', { params, body })).fileId;
  };
  return (
    <details>
      <summary>{t('redacted.add')}</summary>
      <FileField
        label={t('redacted.label', { name: document.name })}
        hint={t('redacted.hint')}
        accept={[...new Set([document.type, 'application/pdf'])]}
        maxBytes={maxBytes}
        keepsDone={false}
        register={register}
        onDone={() => client.invalidateQueries()}
      />
    </details>
  );
}
