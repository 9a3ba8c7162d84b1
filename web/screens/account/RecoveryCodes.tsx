// Recovery codes, shown this once: copied, saved or printed before the page goes on.
import { Alert, Button, CopyButton, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { t } = useTranslation('account');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${codes.join('\n')}\n`)}`;
  return (
    <Alert ref={place} tabIndex={-1} color="lake" variant="light" title={t('codes.title')}>
      <Stack gap="sm">
        <Text>{t('codes.text')}</Text>
        <SimpleGrid component="ul" cols={{ base: 1, xs: 2 }} spacing={4} p={0} m={0} style={{ listStyle: 'none' }}>
          {codes.map((code) => (
            <li key={code}>
              <code style={{ fontSize: '1.05rem' }}>{code}</code>
            </li>
          ))}
        </SimpleGrid>
        <Group gap="xs" className="no-print">
          <CopyButton value={codes.join('\n')}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {t(copied ? 'codes.copied' : 'codes.copy')}
              </Button>
            )}
          </CopyButton>
          <Button component="a" href={file} download="laureate-recovery-codes.txt" variant="default">
            {t('codes.save')}
          </Button>
          <Button onClick={onKept}>{t('codes.kept')}</Button>
        </Group>
      </Stack>
    </Alert>
  );
}
