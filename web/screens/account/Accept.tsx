// The link of an invitation: one button signs in, without a password.
import { Alert, Button, Paper, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, type Problem } from '../../api/client.ts';
import { useAct } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { chooseLanguage, hasChosenLanguage, languages } from '../../i18n/languages.ts';
import { Loading } from '../../parts/Loading.tsx';
import { Page } from '../../parts/Page.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useSearchText } from '../../parts/params.ts';
import { When } from '../../parts/When.tsx';
import { takeFromHash } from './hash.ts';

type Invitation = { name: string; language: string; expiresAt: string };

export function Accept() {
  const { t } = useTranslation('account');
  const searched = useSearchText('token');
  const [token] = useState(() => takeFromHash('token') ?? searched ?? '');
  const { data, error } = useInvitation(token);
  useEffect(() => {
    if (data !== undefined && data.language in languages && !hasChosenLanguage()) void chooseLanguage(data.language);
  }, [data]);
  return (
    <Page title={data === undefined ? t('accept.title') : t('accept.welcome', { name: data.name })} width={520}>
      {error && <Over problem={error} />}
      {data === undefined && !error && <Loading />}
      {data !== undefined && <Invited token={token} expiresAt={data.expiresAt} />}
    </Page>
  );
}

/** Looked up once: after it is used there is none. */
function useInvitation(token: string): { data?: Invitation; error?: Problem } {
  const [found, setFound] = useState<{ data?: Invitation; error?: Problem }>({});
  useEffect(() => {
    void ask('post', '/accounts/invitation', { body: { token } }).then(
      (data) => setFound({ data }),
      (error: Problem) => setFound({ error }),
    );
  }, [token]);
  return found;
}

function Invited({ token, expiresAt }: { token: string; expiresAt: string }) {
  const { t } = useTranslation('account');
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const accept = useAct('post', '/accounts/accept');
  const go = async () => {
    const { signedIn } = await accept.mutateAsync({ body: { token } });
    await client.resetQueries();
    await navigate({ to: signedIn ? '/' : '/sign-in', replace: true });
  };
  return (
    <Paper withBorder p={{ base: 'md', sm: 'lg' }}>
      <Stack>
        <Text>{t('accept.text')}</Text>
        {me && (
          <Alert color="orange" variant="light">
            {t('accept.instead', { name: me.name })}
          </Alert>
        )}
        <ProblemAlert problem={accept.error} />
        <Button size="md" onClick={() => void go().catch(() => {})} loading={accept.isPending}>
          {t('accept.submit')}
        </Button>
        <Text size="sm" component="div">
          {t('accept.until')} <When at={expiresAt} />
        </Text>
      </Stack>
    </Paper>
  );
}

/** The remedy is at hand: a further link, by mail. */
function Over({ problem }: { problem: Problem }) {
  const { t } = useTranslation('account');
  return (
    <Stack>
      <ProblemAlert problem={problem} />
      <Text>{t('accept.over')}</Text>
      <Button component={Link} to="/sign-in" style={{ alignSelf: 'flex-start' }}>
        {t('accept.toSignIn')}
      </Button>
    </Stack>
  );
}
