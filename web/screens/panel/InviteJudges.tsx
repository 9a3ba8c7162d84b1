// Who is asked to judge, what they answered, and the form that asks another.
import { Badge, Button, Checkbox, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useList } from '../../api/query.ts';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useText } from '../../parts/texts.ts';
import { useNames } from './names.ts';

type Props = { cycleId: string; country: string | null };

export function InviteJudges({ cycleId, country }: Props) {
  const { t } = useTranslation('panel');
  const text = useText();
  const names = useNames(cycleId);
  const judges = useList('/cycles/:cycleId/judges', { params: { cycleId } });
  const categoryOf = (group: string) => text(names.category(group.replace(/^[A-Z]{2}-/, '')));
  return (
    <Stack>
      {judges.items.length === 0 && !judges.isLoading && <Text>{t('invite.none')}</Text>}
      {judges.items.length > 0 && (
        <Table.ScrollContainer minWidth={320} type="native">
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('invite.name')}</Table.Th>
                <Table.Th>{t('invite.groups')}</Table.Th>
                <Table.Th>{t('invite.answer')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {judges.items.map((judge) => (
                <Table.Tr key={judge.judgeId}>
                  <Table.Td>{judge.name || '—'}</Table.Td>
                  <Table.Td>{judge.groups.map(categoryOf).join(', ')}</Table.Td>
                  <Table.Td>
                    <Badge miw="max-content" color={judge.status === 'accepted' ? 'green' : 'gray'}>
                      {t(`judge.${judge.status}`)}
                    </Badge>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <InviteForm cycleId={cycleId} country={country} />
    </Stack>
  );
}

function InviteForm({ cycleId, country }: Props) {
  const { t } = useTranslation(['panel', 'app']);
  const text = useText();
  const { definition } = useNames(cycleId);
  const [said, setSaid] = useState({ name: '', email: '', groups: [] as string[] });
  const invite = useAct('post', '/cycles/:cycleId/judges', {
    onDone: () => {
      const closeButtonProps = { 'aria-label': t('close', { ns: 'app' }) };
      notifications.show({ message: t('invite.done', { name: said.name }), closeButtonProps });
      setSaid({ name: '', email: '', groups: said.groups });
    },
  });
  const form = useFocusOnProblem(invite.error);
  const rules = rulesOf(invite.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate({ params: { cycleId }, body: { ...said, country } });
  };
  return (
    <form ref={form} onSubmit={submit}>
      <Stack maw={520}>
        <TextInput
          label={t('invite.name')}
          required
          value={said.name}
          error={rules.name}
          onChange={(event) => setSaid({ ...said, name: event.currentTarget.value })}
        />
        <TextInput
          label={t('invite.email')}
          type="email"
          required
          value={said.email}
          error={rules.email}
          onChange={(event) => setSaid({ ...said, email: event.currentTarget.value })}
        />
        <Checkbox.Group
          label={t('invite.groups')}
          error={rules.groups}
          value={said.groups}
          onChange={(groups) => setSaid({ ...said, groups })}
        >
          <Group mt={4}>
            {definition.categories.map(({ key, names }) => (
              <Checkbox key={key} value={country === null ? key : `${country}-${key}`} label={text(names)} />
            ))}
          </Group>
        </Checkbox.Group>
        <ProblemAlert problem={invite.error} />
        <Group>
          <Button type="submit" variant="light" loading={invite.isPending} disabled={said.groups.length === 0}>
            {t('invite.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
