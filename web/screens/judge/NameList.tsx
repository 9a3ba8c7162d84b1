// Where names are hidden: the judge says on an alphabetical list to whom a tie stands; whose an entry is stays unknown.
import { Badge, Button, Checkbox, Group, Paper, Select, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useAct, useView } from '../../api/query.ts';
import { useFocusOnProblem } from '../../parts/fields.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { type Kind, kinds } from './Conflicts.tsx';
import type { Judging } from './judging.ts';

type Name = Contract<'get', '/cycles/:cycleId/judges/:judgeId/names'>['answer']['names'][number];
type Tie = { kind: Kind; reason: string };
type Ties = { [key: string]: Tie };

export function NameList({ judging: { cycleId } }: { judging: Judging }) {
  const { t } = useTranslation('judge');
  const params = { cycleId, judgeId: 'me' };
  const { names, list } = useView('/cycles/:cycleId/judges/:judgeId/names', { params });
  const [ties, setTies] = useState<Ties>({});
  const [search, setSearch] = useState('');
  const answer = useAct('post', '/cycles/:cycleId/judges/:judgeId/names');
  const form = useFocusOnProblem(answer.error);
  const found = names.filter((name) => name.key in ties || isMeant(name, search));
  const chosen = names.filter(({ key }) => key in ties);
  const send = () => {
    const named = chosen.map(({ key }) => ({ key, ...(ties[key] ?? fresh) }));
    answer.mutate({ params, body: { list, named } });
  };
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="sm">
        <Title order={3} size="h4">
          {t('names.title')}
        </Title>
        <Text>{t('names.text')}</Text>
        <TextInput
          type="search"
          label={t('names.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          maw={420}
        />
        <Text size="sm" role="status">
          {t('names.shown', { count: found.length, of: names.length })}
        </Text>
        <Stack component="ul" gap={4} p={0} m={0} style={{ listStyle: 'none' }}>
          {found.map((name) => (
            <NameLine
              key={name.key}
              name={name}
              tie={ties[name.key]}
              onChange={(tie) => setTies((all) => withTie(all, name.key, tie))}
            />
          ))}
        </Stack>
        <ProblemAlert problem={answer.error} />
        <div>
          <Button type="submit" size="md" loading={answer.isPending}>
            {chosen.length === 0 ? t('names.none') : t('names.send', { count: chosen.length })}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

const fresh: Tie = { kind: 'own-body', reason: '' };

function withTie(all: Ties, key: string, tie: Tie | undefined): Ties {
  const { [key]: _, ...others } = all;
  return tie === undefined ? others : { ...others, [key]: tie };
}

const isMeant = ({ names }: Name, search: string) =>
  Object.values(names).some((text) => text.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase()));

type LineProps = { name: Name; tie: Tie | undefined; onChange: (tie: Tie | undefined) => void };

function NameLine({ name, tie, onChange }: LineProps) {
  const { t } = useTranslation('judge');
  return (
    <Paper component="li" withBorder={tie !== undefined} p={tie === undefined ? 4 : 'sm'}>
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <Checkbox
          size="md"
          label={<LocalText of={name.names} />}
          checked={tie !== undefined}
          onChange={(event) => onChange(event.currentTarget.checked ? fresh : undefined)}
        />
        <Group gap={4}>
          {name.kinds.map((kind) => (
            <Badge key={kind} variant="outline" color="gray" c="inherit" tt="none">
              {t(`names.kinds.${kind}`)}
            </Badge>
          ))}
        </Group>
      </Group>
      {tie !== undefined && (
        <Stack gap="xs" mt="xs" pl="xl">
          <Select
            label={t('conflicts.kind')}
            data={kinds.map((value) => ({ value, label: t(`conflicts.kinds.${value}`) }))}
            value={tie.kind}
            onChange={(value) => onChange({ ...tie, kind: (value ?? 'other') as Kind })}
            allowDeselect={false}
          />
          <Textarea
            label={t('reason')}
            value={tie.reason}
            onChange={(event) => onChange({ ...tie, reason: event.currentTarget.value })}
            required
            autosize
          />
        </Stack>
      )}
    </Paper>
  );
}
