// When the session has ended under somebody's hands: sign in above the page, which keeps what was typed.
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api/client.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Loading } from '../parts/Loading.tsx';
import { type Me, useExpired } from './session.ts';

const SignInForm = lazy(async () => ({ default: (await import('../screens/account/SignInForm.tsx')).SignInForm }));

export function ExpiredDialog({ me: { email, personId } }: { me: Me }) {
  const { t } = useTranslation();
  const [expired, close] = useExpired();
  const client = useQueryClient();
  const again = async () => {
    const now = await ask('get', '/me', {}).catch(() => null);
    // What was typed is not somebody else's.
    if (now !== null && now.personId !== personId) return location.assign('/app/');
    close();
    await client.invalidateQueries();
  };
  return (
    <Dialog opened={expired} onClose={close} title={t('expired.title')}>
      <p>{t('expired.text')}</p>
      <Suspense fallback={<Loading />}>
        <SignInForm email={email} onSignedIn={() => void again()} />
      </Suspense>
    </Dialog>
  );
}
