// Says that the line is down, and that it is back.
import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';

export function OfflineBar() {
  const { t } = useTranslation();
  const { online } = useNetwork();
  return (
    <div role="status">
      {!online && (
        <Alert color="yellow" variant="light" mb="md">
          {t('offline')}
        </Alert>
      )}
    </div>
  );
}
