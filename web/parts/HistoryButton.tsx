// The ways to the history of what is on the screen; the history itself is fetched when somebody asks for it.
import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHistory } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryAsked } from './HistoryOf.tsx';
import { Loading } from './Loading.tsx';

const HistoryOf = lazy(async () => ({ default: (await import('./HistoryOf.tsx')).HistoryOf }));

/** To the screen of a history, where that is one of its own. */
export function HistoryLink({ to }: { to: string }) {
  const { t } = useTranslation();
  return (
    <Button component={Link} to={to} variant="default" leftSection={<IconHistory size={18} aria-hidden />}>
      {t('history.button')}
    </Button>
  );
}

/** A button that opens the history beside what is on the screen. */
export function HistoryButton({ of, ...asked }: HistoryAsked & { of: string }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconHistory size={18} aria-hidden />}
        aria-haspopup="dialog"
        onClick={open}
      >
        {t('history.button')}
      </Button>
      <Drawer.Root opened={isOpen} onClose={close} position="right" size="lg">
        <Drawer.Overlay />
        <Drawer.Content>
          <Drawer.Header role="presentation">
            <Drawer.Title>{t('history.title', { of })}</Drawer.Title>
            <Drawer.CloseButton aria-label={t('close')} />
          </Drawer.Header>
          <Drawer.Body>
            {isOpen && (
              <Suspense fallback={<Loading />}>
                <HistoryOf {...asked} />
              </Suspense>
            )}
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </>
  );
}
