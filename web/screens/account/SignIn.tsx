// Where people come in: by a form, by the link of a mail, or back from an issuer; afterwards they are where they wanted to go.
import { Alert, Button, Paper, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, Problem } from '../../api/client.ts';
import { placeAfter } from '../../app/place-after.ts';
import { signOut } from '../../app/session.ts';
import { byLink } from '../../app/sign-in.ts';
import { Page } from '../../parts/Page.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useSearchText } from '../../parts/params.ts';
import { takeFromHash } from './hash.ts';
import { SignInForm } from './SignInForm.tsx';

/** What an issuer's way back says, as problems of our own. */
const issuerProblems: { [error: string]: string } = {
  signup_disabled: 'issuer-unknown-person',
  account_not_linked: 'issuer-unverified',
  access_denied: 'issuer-denied',
};

export function SignIn() {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const navigate = useNavigate();
  const back = placeAfter(useSearchText('back'));
  const error = useSearchText('error');
  const [token, setToken] = useState(() => takeFromHash('link'));
  const [isRoleless, setRoleless] = useState(false);
  const goOn = async () => {
    const isKnown = await ask('get', '/me', {}).then(
      () => true,
      (problem: Problem) => problem.status !== 403,
    );
    if (!isKnown) return setRoleless(true);
    await client.resetQueries();
    await navigate({ href: back, replace: true });
  };
  if (isRoleless) return <Roleless />;
  const isCode = error === 'SECOND_FACTOR_NEEDED';
  const problem = error === undefined || isCode ? null : issuerProblem(error);
  return (
    <Page title={t('app:signIn.title')} width={420}>
      <ProblemAlert problem={problem} />
      <Paper withBorder p={{ base: 'md', sm: 'lg' }}>
        {token === null ? (
          <SignInForm back={back} begins={isCode ? 'code' : 'first'} onSignedIn={() => void goOn()} />
        ) : (
          <ByLink token={token} onSignedIn={() => void goOn()} onOther={() => setToken(null)} />
        )}
      </Paper>
    </Page>
  );
}

const issuerProblem = (error: string) => new Problem(403, issuerProblems[error] ?? 'issuer-failed', error);

/** A button, for programs that look through mails open links too: the link works once. */
function ByLink({ token, onSignedIn, onOther }: { token: string; onSignedIn: () => void; onOther: () => void }) {
  const { t } = useTranslation('account');
  const [state, setState] = useState<{ busy: boolean; problem: Problem | null }>({ busy: false, problem: null });
  const go = async () => {
    setState({ busy: true, problem: null });
    await byLink(token).then(onSignedIn, (problem: Problem) => setState({ busy: false, problem }));
  };
  if (state.problem?.code === 'second-factor-needed')
    return <SignInForm begins="code" back="/" onSignedIn={onSignedIn} />;
  return (
    <Stack>
      <ProblemAlert problem={state.problem} />
      {state.problem === null && <Text>{t('link.ready')}</Text>}
      {state.problem?.code !== 'sign-in-link-over' && (
        <Button onClick={() => void go()} loading={state.busy}>
          {t('app:signIn.submit')}
        </Button>
      )}
      <Button variant="subtle" onClick={onOther}>
        {t('app:signIn.otherWay')}
      </Button>
    </Stack>
  );
}

function Roleless() {
  const { t } = useTranslation('account');
  return (
    <Page title={t('roleless.title')} width={560}>
      <Alert color="orange" variant="light">
        {t('roleless.text')}
      </Alert>
      <Button variant="default" onClick={() => void signOut()} style={{ alignSelf: 'flex-start' }}>
        {t('app:account.signOut')}
      </Button>
    </Page>
  );
}
