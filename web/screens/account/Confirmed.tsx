// Before ways in are changed: signing in again, where that was too long ago. The page stays as it is.
import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { SignInForm } from './SignInForm.tsx';

/** The acts that need it, or the button that asks for it. */
export function Confirmed({ children }: { children: ReactNode }) {
  const { t } = useTranslation('account');
  const { freshUntil } = useView('/me/sign-in', {});
  const me = useMe();
  const client = useQueryClient();
  const [isOpen, { open, close }] = useDisclosure(false);
  if (freshUntil !== null) return children;
  const again = async () => {
    await client.invalidateQueries();
    close();
  };
  return (
    <>
      <Text size="sm">{t('confirm.text')}</Text>
      <Button variant="default" aria-haspopup="dialog" onClick={open} style={{ alignSelf: 'flex-start' }}>
        {t('confirm.button')}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t('confirm.title')}>
        <SignInForm email={me?.email ?? ''} onSignedIn={() => void again()} />
      </Dialog>
    </>
  );
}
