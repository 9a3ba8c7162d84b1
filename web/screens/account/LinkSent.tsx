// A link was asked for: what happens now. It says nothing of whether the address is known.
import { Alert, Button, Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export function LinkSent({ email, onBack }: { email: string; onBack: () => void }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <Stack>
      <Alert ref={place} tabIndex={-1} role="status" color="lake" variant="light" title={t('signIn.sentTitle')}>
        {t('signIn.sent', { email })}
      </Alert>
      <Button variant="subtle" onClick={onBack}>
        {t('signIn.otherWay')}
      </Button>
    </Stack>
  );
}
