// A link that opens nothing: why, and what to do about it.
import { Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';

export function LinkOver({ problem }: { problem: Error }) {
  const { t } = useTranslation('link');
  return (
    <Stack>
      <ProblemAlert problem={problem} />
      <Text>{t('landing.over')}</Text>
      <Button component={Link} to="/sign-in" variant="light" style={{ alignSelf: 'flex-start' }}>
        {t('landing.signIn')}
      </Button>
    </Stack>
  );
}
