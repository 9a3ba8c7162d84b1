// Lets fewer sheets be enough for one entry, for whom the award names, before the tally opens.
import { NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { minimumIn } from '../../parts/rubrics.ts';
import { useNames } from './names.ts';

type Props = {
  panel: { id: string; cycleId: string; group: string; country: string | null; status: string; round: string };
  nominationId: string;
};

export function LowerMinimum({ panel, nominationId }: Props) {
  const { t } = useTranslation('panel');
  const { definition } = useNames(panel.cycleId);
  const { minimumLoweredBy = 'secretariat', aggregation } = definition.judging;
  const minimumSheets = minimumIn(definition, panel.round);
  const least = aggregation === 'trimmed' ? 5 : 2;
  const [said, setSaid] = useState({ minimum: minimumSheets - 1, reason: '' });
  const lower = useAct('post', '/panels/:panel/entries/:nominationId/lower-minimum');
  const may = useMay(minimumLoweredBy, panel);
  if (!may || minimumSheets <= least || !['formed', 'scoring', 'closed'].includes(panel.status)) return null;
  const body = (
    <Stack>
      <Text>{t('lower.means', { minimum: minimumSheets })}</Text>
      <NumberInput
        label={t('lower.minimum')}
        min={least}
        max={minimumSheets - 1}
        allowDecimal={false}
        value={said.minimum}
        onChange={(minimum) => setSaid({ ...said, minimum: Number(minimum) })}
      />
      <Textarea
        label={t('reason')}
        required
        autosize
        minRows={2}
        value={said.reason}
        onChange={(event) => setSaid({ ...said, reason: event.currentTarget.value })}
      />
    </Stack>
  );
  return (
    <div>
      <ConfirmButton
        variant="default"
        title={t('lower.title')}
        body={body}
        confirm={t('lower.confirm')}
        act={() => lower.mutateAsync({ params: { panel: panel.id, nominationId }, body: said })}
      >
        {t('lower.title')}
      </ConfirmButton>
    </div>
  );
}

/** The API decides; this leaves out what it would refuse. */
function useMay(authority: string, { cycleId, group, country }: Props['panel']): boolean {
  const roles = useMe()?.roles ?? [];
  return roles.some((held) => {
    if (authority === 'chair')
      return ['chair', 'deputy-chair'].includes(held.role) && held.cycleId === cycleId && held.group === group;
    return held.role === authority && (authority === 'secretariat' || held.country === country);
  });
}
