// After leaving without a line: what was kept here is gone, and the server is told as soon as it answers.
import { Alert, Container, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { settleLeaving } from './session.ts';

export function LeftOffline() {
  const { t } = useTranslation();
  useEffect(() => {
    const settle = () => void settleLeaving();
    settle();
    const again = setInterval(settle, 10_000);
    addEventListener('online', settle);
    return () => {
      clearInterval(again);
      removeEventListener('online', settle);
    };
  }, []);
  return (
    <Container component="main" size="xs" py="xl">
      <Title order={1} size="h2" mb="md">
        {t('left.title')}
      </Title>
      <Alert role="status" color="yellow" variant="light">
        {t('left.text')}
      </Alert>
    </Container>
  );
}
