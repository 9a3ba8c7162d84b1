// My account: how I am named, in which language and zone I read, how I sign in, where I am signed in, what is mine.
import { Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/client.ts';
import { useMe } from '../../app/session.ts';
import { Page } from '../../parts/Page.tsx';
import { NameForm } from './NameForm.tsx';
import { Passkeys } from './Passkeys.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { Preferences } from './Preferences.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { Section } from './Section.tsx';
import { Sessions } from './Sessions.tsx';

export function Account() {
  const { t } = useTranslation('account');
  const me = useMe();
  return (
    <Page title={t('title')} over={me?.email} width={720}>
      <NameForm />
      <Preferences />
      <PasswordForm />
      <Passkeys />
      <SecondFactor />
      <Sessions />
      <Section title={t('export.title')} lead={t('export.lead')}>
        <Group gap="xs">
          <DownloadButton format="xlsx" label={t('export.xlsx')} />
          <DownloadButton format="json" label={t('export.json')} />
        </Group>
        <Text size="sm">{t('export.erase')}</Text>
      </Section>
    </Page>
  );
}

const DownloadButton = ({ format, label }: { format: string; label: string }) => (
  <Button
    component="a"
    href={addressOf('/me/export', {}, { format })}
    download
    variant="light"
    leftSection={<IconDownload size={18} aria-hidden />}
  >
    {label}
  </Button>
);
