// The link of one who is asked to work on a nomination: taken up with one button, signed in by it where there is no account.
import { Button, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { forgetLink, linkToken } from '../../api/link.ts';
import { useAct, useView } from '../../api/query.ts';
import { signOut } from '../../app/session.ts';
import { Page } from '../../parts/Page.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { When } from '../../parts/When.tsx';
import { SignInForm } from '../account/SignInForm.tsx';

export function EditByLink() {
  const { t } = useTranslation('link');
  const link = useView('/links/me', {});
  const accept = useAct('post', '/drafts/nomination/:nominationId/editors/accept', {
    // A new page: who is signed in may be somebody else than before.
    onDone: ({ id }) => {
      forgetLink();
      location.assign(`/app/nominations/${id}/form`);
    },
  });
  const take = () => accept.mutate({ params: { nominationId: link.subject }, body: { token: linkToken() ?? '' } });
  const { error } = accept;
  if (error?.code === 'not-signed-in')
    return (
      <Page title={t('edit.signIn')} lead={t('edit.signInText')} width={420}>
        <Paper withBorder p={{ base: 'md', sm: 'lg' }}>
          <SignInForm back="/link/edit" onSignedIn={take} />
        </Paper>
      </Page>
    );
  return (
    <Page title={t('edit.title', { name: link.name })} width={560}>
      <Paper withBorder p={{ base: 'md', sm: 'lg' }}>
        <Stack>
          <Text>{t('edit.text')}</Text>
          <ProblemAlert problem={error} />
          {error?.code === 'link-for-another' ? (
            <Button variant="default" onClick={() => void signOut()}>
              {t('app:account.signOut')}
            </Button>
          ) : (
            <Button size="md" onClick={take} loading={accept.isPending}>
              {t('edit.submit')}
            </Button>
          )}
          <Text size="sm" component="div">
            {t('edit.until')} <When at={link.expiresAt} />
          </Text>
        </Stack>
      </Paper>
    </Page>
  );
}
