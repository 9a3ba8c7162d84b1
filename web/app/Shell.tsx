// Around every screen: who is signed in, the menu of their roles, language and colours, the screen, and what went wrong.
import { AppShell, Burger, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useLocation, useMatches, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useChanges } from '../api/changes.ts';
import { Loading } from '../parts/Loading.tsx';
import { nav } from '../screens/screens.ts';
import { Choices } from './Choices.tsx';
import { ExpiredDialog } from './ExpiredDialog.tsx';
import { Menu } from './Menu.tsx';
import { OfflineBar } from './OfflineBar.tsx';
import { Nav } from './places.ts';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import { type Me, useMe } from './session.ts';

export function Shell() {
  const { t } = useTranslation();
  const me = useMe();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  // One who is there by a link has no account that changes are sent to.
  useChanges(Boolean(me?.personId));
  const personId = me?.personId;
  useEffect(() => {
    if (personId) void import('../offline/store.ts').then(({ forgetOthers }) => forgetOthers(personId)).catch(() => {});
  }, [personId]);
  return (
    <Nav value={nav}>
      <AppShell
        header={{ height: 56 }}
        navbar={{ width: 260, breakpoint: 'md', collapsed: { mobile: !isOpen, desktop: !me } }}
        padding={{ base: 'sm', sm: 'lg' }}
      >
        <a className="skip-link" href="#content">
          {t('skip')}
        </a>
        <AppShell.Header>
          <Group h="100%" px="md" justify="space-between" wrap="nowrap">
            <Group gap="sm" wrap="nowrap">
              {me && (
                <Burger
                  opened={isOpen}
                  onClick={toggle}
                  hiddenFrom="md"
                  size="sm"
                  aria-label={t(isOpen ? 'menu.close' : 'menu.open')}
                />
              )}
              <Link to="/" style={{ textDecoration: 'none', color: 'inherit' }}>
                <Group gap={8} wrap="nowrap">
                  <img src="/app/icon.svg" alt="" width={28} height={28} />
                  <Text fw={600} lang="en" translate="no">
                    Laureate
                  </Text>
                </Group>
              </Link>
            </Group>
            <Choices me={me ?? null} />
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="sm" aria-label={t('menu.label')}>
          {me && <Menu onChoose={close} />}
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1}>
          <OfflineBar />
          <Guarded me={me} />
        </AppShell.Main>
        {me && <ExpiredDialog me={me} />}
      </AppShell>
    </Nav>
  );
}

/** A screen for people asks for a login first, and comes back to it afterwards. */
function Guarded({ me }: { me: Me | null | undefined }) {
  const { pathname, href } = useLocation();
  const navigate = useNavigate();
  const isForPeople = useMatches().at(-1)?.staticData.audience === 'person';
  // The way there has begun before the screen that is left is gone.
  const mustSignIn = isForPeople && me === null && pathname !== '/sign-in';
  useEffect(() => {
    if (mustSignIn) void navigate({ href: `/sign-in?back=${encodeURIComponent(href)}`, replace: true });
  }, [mustSignIn, href, navigate]);
  if (isForPeople && !me) return <Loading />;
  return (
    <ScreenBoundary of={pathname}>
      <Outlet />
    </ScreenBoundary>
  );
}
