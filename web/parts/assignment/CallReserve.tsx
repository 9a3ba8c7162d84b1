// Calls a reserve to an entry, in the place of a judge who stepped back, has left or has handed nothing in.
import { Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../ConfirmButton.tsx';
import { type AssignedEntry, type Assignment, useNaming } from './naming.ts';

type Props = { panel: string; assignment: Assignment; entry: AssignedEntry };

export function CallReserve({ panel, assignment, entry }: Props) {
  const { t } = useTranslation('panel');
  const naming = useNaming(assignment);
  const call = useAct('post', '/panels/:panel/call-reserve');
  const { nominationId, standIns, released } = entry;
  const [chosen, setChosen] = useState<{ judgeId?: string; insteadOf?: string }>({});
  const [judgeId = '', insteadOf = ''] = [chosen.judgeId ?? standIns[0], chosen.insteadOf ?? released[0]];
  if (released.length === 0 || standIns.length === 0) return null;
  const options = (ids: string[]) => ids.map((value) => ({ value, label: naming.judge(value) }));
  const body = (
    <Stack gap="sm">
      <Text>{t('assignment.callMeans')}</Text>
      <Select
        label={t('assignment.callWhom')}
        data={options(standIns)}
        value={judgeId}
        allowDeselect={false}
        onChange={(one) => one !== null && setChosen({ ...chosen, judgeId: one })}
      />
      <Select
        label={t('assignment.callInstead')}
        data={options(released)}
        value={insteadOf}
        allowDeselect={false}
        onChange={(one) => one !== null && setChosen({ ...chosen, insteadOf: one })}
      />
    </Stack>
  );
  return (
    <div>
      <ConfirmButton
        size="sm"
        variant="light"
        title={`${t('assignment.callReserve')}: ${naming.entry(nominationId)}`}
        body={body}
        confirm={t('assignment.callReserve')}
        act={() => call.mutateAsync({ params: { panel }, body: { nominationId, judgeId, insteadOf } })}
      >
        {t('assignment.callReserve')}
      </ConfirmButton>
    </div>
  );
}
