// The receipts of what was sent in: number, version, instant in both zones, files with their fingerprints, and to print.
import { Anchor, Card, Code, Group, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/client.ts';
import { useList } from '../../api/query.ts';
import { ExportButton } from '../../parts/Listing.tsx';
import { inARow } from '../../parts/lists.ts';
import { When } from '../../parts/When.tsx';
import { useEditors } from './Editors.tsx';

export function Receipts({ nominationId, asks = true }: { nominationId: string; asks?: boolean }) {
  const { t, i18n } = useTranslation('nominations');
  const receipts = useList('/nominations/:nominationId/receipts', { params: { nominationId } });
  const editors = useEditors(nominationId, asks)?.editors ?? [];
  const names = editors.filter(({ active }) => active).flatMap(({ name }) => name ?? []);
  const newestFirst = [...receipts.items].reverse();
  if (newestFirst.length === 0) return null;
  return (
    <Stack component="section" gap="xs" aria-labelledby="section-receipts">
      <Title order={2} size="h4" id="section-receipts">
        {t('receipt.title', { count: newestFirst.length })}
      </Title>
      {newestFirst.map(({ number, version, receivedAt, received, files, fingerprint }) => (
        <Card key={version} withBorder padding="sm">
          <Group justify="space-between" gap="xs">
            <Text fw={600}>{t('receipt.number', { number, version })}</Text>
            <Anchor
              href={addressOf(
                '/nominations/:nominationId/receipts/:version/pdf',
                { nominationId, version },
                { language: i18n.language },
              )}
              mih={24}
            >
              {t('receipt.pdf')}
            </Anchor>
          </Group>
          <Text size="sm" component="div">
            {t('receipt.at')} <When at={receivedAt} zone={received.governing.zone} />
          </Text>
          <details>
            <summary style={{ minHeight: 24 }}>{t('receipt.details', { count: files.length })}</summary>
            <Text size="sm">
              {t('receipt.form')} <Code style={{ wordBreak: 'break-all' }}>{fingerprint}</Code>
            </Text>
            <List size="sm">
              {files.map(({ name, sha256 }) => (
                <List.Item key={sha256}>
                  {name ?? t('receipt.nameless')} <Code style={{ wordBreak: 'break-all' }}>{sha256}</Code>
                </List.Item>
              ))}
            </List>
          </details>
        </Card>
      ))}
      <ExportButton path="/nominations/:nominationId/receipts" params={{ nominationId }} />
      {names.length > 0 && <Text size="sm">{t('receipt.mailed', { names: inARow(names, i18n.language) })}</Text>}
    </Stack>
  );
}
