// Changes who sits on a panel, who is a reserve, and who leads it, with the reason.
import { MultiSelect, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useAct, useList } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';

type Panel = Contract<'get', '/panels/:panel'>['answer'];
type Seats = Pick<Panel, 'judges' | 'reserves' | 'chair' | 'deputyChair'>;

export function ChangePanel({ panel }: { panel: Panel }) {
  const { t } = useTranslation('panel');
  const { cycleId, group, id } = panel;
  // Only what was chosen here: the rest is as the panel stands, also where it changes meanwhile.
  const [chosen, setChosen] = useState<Partial<Seats>>({});
  const seats: Seats = { ...panel, ...chosen };
  const choose = (one: Partial<Seats>) => setChosen({ ...chosen, ...one });
  const [reason, setReason] = useState('');
  const judges = useList('/cycles/:cycleId/judges', { params: { cycleId }, query: { group } });
  const change = useAct('post', '/panels/:panel/change');
  const people = judges.items
    .filter(({ status, judgeId }) => status === 'accepted' || [...panel.judges, ...panel.reserves].includes(judgeId))
    .map(({ judgeId, name }) => ({ value: judgeId, label: name || '—' }));
  const seated = people.filter(({ value }) => seats.judges.includes(value));
  const others = people.filter(({ value }) => !seats.judges.includes(value));
  const reserves = seats.reserves.filter((judge) => !seats.judges.includes(judge));
  const act = async () => {
    await change.mutateAsync({
      params: { panel: id },
      body: {
        addJudges: seats.judges.filter((judge) => !panel.judges.includes(judge)),
        removeJudges: panel.judges.filter((judge) => !seats.judges.includes(judge)),
        ...(String(reserves) !== String(panel.reserves) && { reserves }),
        ...(seats.chair !== null && { chair: seats.chair }),
        deputyChair: seats.deputyChair,
        reason,
      },
    });
    setChosen({});
    setReason('');
  };
  const body = (
    <Stack>
      <Text>{t('change.means')}</Text>
      <MultiSelect
        label={t('form.judges')}
        data={people}
        value={seats.judges}
        onChange={(judges) => choose({ judges })}
      />
      <MultiSelect
        label={t('change.reserves')}
        description={t('change.reservesMean')}
        data={others}
        value={reserves}
        onChange={(reserves) => choose({ reserves })}
      />
      <Select label={t('form.chair')} data={seated} value={seats.chair} onChange={(chair) => choose({ chair })} />
      <Select
        label={t('form.deputy')}
        clearable
        data={seated.filter(({ value }) => value !== seats.chair)}
        value={seats.deputyChair}
        onChange={(deputyChair) => choose({ deputyChair })}
      />
      <Textarea
        label={t('reason')}
        required
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Stack>
  );
  return (
    <ConfirmButton variant="default" title={t('change.title')} body={body} confirm={t('change.confirm')} act={act}>
      {t('change.title')}
    </ConfirmButton>
  );
}
