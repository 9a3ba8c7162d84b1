// My passkeys: added with this device, named, removed.
import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/client.ts';
import { useView } from '../../api/query.ts';
import { addPasskey, hasPasskeys, removePasskey } from '../../app/passkey.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { When } from '../../parts/When.tsx';
import { Confirmed } from './Confirmed.tsx';
import { done } from './done.ts';
import { Section } from './Section.tsx';

export function Passkeys() {
  const { t } = useTranslation('account');
  const ways = useView('/public/sign-in', {});
  const { passkeys } = useView('/me/sign-in', {});
  const client = useQueryClient();
  if (!ways.passkey && passkeys.length === 0) return null;
  const remove = async (id: string) => {
    await removePasskey(id);
    await client.invalidateQueries();
  };
  return (
    <Section title={t('passkeys.title')} lead={t('passkeys.lead')}>
      {passkeys.length > 0 && (
        <List listStyleType="none" spacing="sm" aria-label={t('passkeys.title')}>
          {passkeys.map(({ passkeyId, name, addedAt }) => (
            <List.Item key={passkeyId} styles={{ itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } }}>
              <Group justify="space-between" gap="xs">
                <div>
                  <Text fw={600}>{name ?? t('passkeys.nameless')}</Text>
                  <Text size="sm" component="div">
                    {addedAt !== null && <When at={addedAt} />}
                  </Text>
                </div>
                <ConfirmButton
                  variant="default"
                  color="red"
                  title={t('passkeys.removeTitle')}
                  body={t('passkeys.removeMeans', { name: name ?? t('passkeys.nameless') })}
                  confirm={t('passkeys.remove')}
                  act={() => remove(passkeyId)}
                >
                  {t('passkeys.remove')}
                </ConfirmButton>
              </Group>
            </List.Item>
          ))}
        </List>
      )}
      {passkeys.length === 0 && <Text>{t('passkeys.none')}</Text>}
      {hasPasskeys() ? (
        <Confirmed>
          <Adding />
        </Confirmed>
      ) : (
        <Text size="sm">{t('passkeys.notHere')}</Text>
      )}
    </Section>
  );
}

function Adding() {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [state, setState] = useState<{ busy: boolean; problem: Problem | null }>({ busy: false, problem: null });
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setState({ busy: true, problem: null });
    try {
      await addPasskey(name.trim() || t('passkeys.nameless'));
      setState({ busy: false, problem: null });
      setName('');
      done(t('passkeys.added'));
      await client.invalidateQueries();
    } catch (problem) {
      setState({ busy: false, problem: problem as Problem });
    }
  };
  return (
    <form onSubmit={(event) => void add(event)}>
      <Stack gap="sm" maw={420}>
        <TextInput
          label={t('passkeys.name')}
          description={t('passkeys.nameHint')}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ProblemAlert problem={state.problem} />
        <Button
          type="submit"
          variant="light"
          loading={state.busy}
          leftSection={<IconFingerprint size={18} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('passkeys.add')}
        </Button>
      </Stack>
    </form>
  );
}
