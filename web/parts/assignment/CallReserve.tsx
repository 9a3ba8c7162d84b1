// Calls a reserve to an entry, in the place of a judge who stepped back, has left or has handed nothing in: a person does, nothing by itself.
import { Alert, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../ConfirmButton.tsx';
import { type AssignedEntry, type Assignment, emptySeats, useNaming } from './naming.ts';

type Props = { panel: string; assignment: Assignment; entry: AssignedEntry };

export function CallReserve(props: Props) {
  const { t } = useTranslation('panel');
  const naming = useNaming(props.assignment);
  const { released, standIns } = props.entry;
  const [first, empty] = [standIns[0], emptySeats(props.entry)];
  if (empty.length > 0)
    return empty.map(({ judgeId, because }) => (
      <Alert color="orange" key={judgeId} title={t(`assignment.missing.${because}`, { judge: naming.judge(judgeId) })}>
        {first === undefined ? (
          <Text size="sm">{t('assignment.noStandIn')}</Text>
        ) : (
          <Group justify="space-between">
            <Text size="sm">{t('assignment.seatEmpty')}</Text>
            <Calling {...props} insteadOf={judgeId} label={t('assignment.call', { judge: naming.judge(first) })} />
          </Group>
        )}
      </Alert>
    ));
  if (released.length === 0 || first === undefined) return null;
  return (
    <div>
      <Calling {...props} insteadOf={released[0] ?? ''} label={t('assignment.callReserve')} />
    </div>
  );
}

function Calling({ panel, assignment, entry, insteadOf: first, label }: Props & { insteadOf: string; label: string }) {
  const { t } = useTranslation('panel');
  const naming = useNaming(assignment);
  const call = useAct('post', '/panels/:panel/call-reserve');
  const { nominationId, standIns, released } = entry;
  const [chosen, setChosen] = useState<{ judgeId?: string; insteadOf?: string }>({});
  const [judgeId = '', insteadOf = ''] = [chosen.judgeId ?? standIns[0], chosen.insteadOf ?? first];
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
        data={options([...new Set([first, ...released])])}
        value={insteadOf}
        allowDeselect={false}
        onChange={(one) => one !== null && setChosen({ ...chosen, insteadOf: one })}
      />
    </Stack>
  );
  return (
    <ConfirmButton
      size="sm"
      variant="light"
      title={`${t('assignment.callReserve')}: ${naming.entry(nominationId)}`}
      body={body}
      confirm={t('assignment.call', { judge: naming.judge(judgeId) })}
      act={() => call.mutateAsync({ params: { panel }, body: { nominationId, judgeId, insteadOf } })}
    >
      {label}
    </ConfirmButton>
  );
}
