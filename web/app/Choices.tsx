// At the right of the header: language, light or dark, and the account.
import { ActionIcon, Button, Group, Menu, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { IconLanguage, IconMoon, IconSun, IconSunMoon, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages, shownLanguage } from '../i18n/languages.ts';
import { type Me, signOut } from './session.ts';

const schemes = { auto: IconSunMoon, light: IconSun, dark: IconMoon } as const;

export function Choices({ me }: { me: Me | null }) {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Scheme = schemes[colorScheme];
  return (
    <Group gap={4} wrap="nowrap">
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="subtle" color="gray" c="inherit" px={8} leftSection={<IconLanguage size={20} aria-hidden />}>
            <VisuallyHidden>{t('language')} </VisuallyHidden>
            {(i18n.language ?? 'en').toUpperCase()}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {Object.entries(languages).map(([tag, name]) => (
            <Menu.Item
              key={tag}
              lang={tag}
              onClick={() => void chooseLanguage(tag)}
              aria-current={i18n.language === tag}
            >
              {name}
            </Menu.Item>
          ))}
          {me !== null && (
            <>
              <Menu.Divider />
              <Menu.Item component={Link} to="/account">
                {t('languageOfMails', { language: languages[shownLanguage(me.language)] })}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" c="inherit" size={36} aria-label={t('scheme.label')}>
            <Scheme size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {(['auto', 'light', 'dark'] as const).map((scheme) => (
            <Menu.Item key={scheme} onClick={() => setColorScheme(scheme)} aria-current={colorScheme === scheme}>
              {t(`scheme.${scheme}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {me ? <Account me={me} /> : null}
    </Group>
  );
}

function Account({ me }: { me: Me }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="inherit"
          size={36}
          aria-label={t('account.menu', { name: me.name })}
        >
          <IconUser size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.name}</Menu.Label>
        <Menu.Item component={Link} to="/account">
          {t('account.own')}
        </Menu.Item>
        <Menu.Item onClick={() => void signOut()}>{t('account.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
