// Where people come in; afterwards they are where they wanted to go.
import { Paper } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/Page.tsx';
import { useSearchText } from '../../parts/params.ts';
import { SignInForm } from './SignInForm.tsx';

export function SignIn() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const back = useSearchText('back');
  const goOn = async () => {
    await client.resetQueries();
    // Only ever within the application.
    await navigate({ href: back?.startsWith('/') && !back.startsWith('//') ? back : '/', replace: true });
  };
  return (
    <Page title={t('signIn.title')} width={420}>
      <Paper withBorder p="lg">
        <SignInForm onSignedIn={() => void goOn()} />
      </Paper>
    </Page>
  );
}
