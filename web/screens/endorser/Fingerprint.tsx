// The fingerprint by which two people know that they have the same note before them.
import { Code, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function Fingerprint({ of }: { of: string | null }) {
  const { t } = useTranslation('endorser');
  if (of === null) return null;
  return (
    <Text size="sm" component="div">
      {t('fingerprint')} <Code style={{ wordBreak: 'break-all' }}>{of}</Code>
    </Text>
  );
}
