// When the session has ended under somebody's hands: sign in above the page, which keeps what was typed.
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../parts/Dialog.tsx';
import { Loading } from '../parts/Loading.tsx';
import { useExpired } from './session.ts';

const SignInForm = lazy(async () => ({ default: (await import('../screens/account/SignInForm.tsx')).SignInForm }));

export function ExpiredDialog({ email }: { email: string }) {
  const { t } = useTranslation();
  const [expired, close] = useExpired();
  const client = useQueryClient();
  const again = () => {
    close();
    void client.invalidateQueries();
  };
  return (
    <Dialog opened={expired} onClose={close} title={t('expired.title')}>
      <p>{t('expired.text')}</p>
      <Suspense fallback={<Loading />}>
        <SignInForm email={email} onSignedIn={again} />
      </Suspense>
    </Dialog>
  );
}
