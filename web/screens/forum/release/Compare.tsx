// Any two releases beside each other, or a release and the working schedule.
import { Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMaybeView } from '../../../api/query.ts';
import { ProblemAlert } from '../../../parts/ProblemAlert.tsx';
import type { Forum } from '../places.ts';
import { DifferenceList } from './DifferenceList.tsx';

type Props = { forum: Forum; releases: { number: number; name: string }[] };

export function Compare({ forum, releases }: Props) {
  const { t } = useTranslation('schedule');
  const [newest] = releases;
  const [from, setFrom] = useState(String(releases[1]?.number ?? newest?.number ?? ''));
  const [to, setTo] = useState(releases.length > 1 ? String(newest?.number ?? '') : 'working');
  const query = { from, ...(to !== 'working' && { to }) };
  const { data, error } = useMaybeView('/forums/:forumId/schedule/difference', {
    params: { forumId: forum.forumId },
    query,
  });
  const named = releases.map(({ number, name }) => ({ value: String(number), label: `${number}. ${name}` }));
  const working = { value: 'working', label: t('difference.working') };
  return (
    <Stack gap="sm">
      <Group>
        <Select
          label={t('difference.from')}
          data={named}
          value={from}
          onChange={(value) => setFrom(value ?? from)}
          allowDeselect={false}
        />
        <Select
          label={t('difference.to')}
          data={[working, ...named]}
          value={to}
          onChange={(value) => setTo(value ?? to)}
          allowDeselect={false}
        />
      </Group>
      <ProblemAlert problem={error} />
      {data !== undefined && <DifferenceList forum={forum} compared={data} />}
    </Stack>
  );
}
