// Asks that somebody, the reader or another, may see an entry in spite of a conflict.
import { NumberInput, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { useAct, useList } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { useText } from '../../parts/texts.ts';
import { useNames } from './names.ts';

type Candidate = ItemOf<'/panels/:panel/access/candidates'>;
const asks = ['secretariat', 'administrator', 'chair', 'deputy-chair', 'judge'];
const keyOf = ({ nominationId, personId }: Candidate) => `${nominationId} ${personId}`;

export function AskAccess({ panel, cycleId }: { panel: string; cycleId: string }) {
  const { t } = useTranslation('panel');
  const me = useMe();
  const list = useList('/panels/:panel/access/candidates', { params: { panel } });
  if (!me?.roles.some(({ role }) => asks.includes(role))) return null;
  if (list.items.length === 0) return <Text size="sm">{t('access.nobody')}</Text>;
  return <Ask panel={panel} cycleId={cycleId} candidates={list.items} />;
}

function Ask({ panel, cycleId, candidates }: { panel: string; cycleId: string; candidates: Candidate[] }) {
  const { t } = useTranslation('panel');
  const text = useText();
  const { definition } = useNames(cycleId);
  const { emergencyHours: most = 24 } = definition.judging;
  const ask = useAct('post', '/panels/:panel/access');
  const [said, setSaid] = useState({ who: '', hours: Math.min(most, 24), reason: '' });
  const options = candidates.map((one, index) => ({
    value: keyOf(one),
    label: one.own
      ? t('access.forMe', { number: index + 1 })
      : t('access.forAnother', { name: one.person || t('nameless'), entry: text(one.organisation ?? {}) }),
  }));
  const chosen = candidates.find((one) => keyOf(one) === (said.who || options[0]?.value)) ?? candidates[0];
  const send = async () => {
    if (chosen === undefined) return;
    const { nominationId, personId, own } = chosen;
    const { hours, reason } = said;
    await ask.mutateAsync({ params: { panel }, body: { nominationId, hours, reason, ...(!own && { personId }) } });
    setSaid({ ...said, who: '', reason: '' });
  };
  const body = (
    <Stack gap="sm">
      <Text>{t('access.askMeans')}</Text>
      <Select
        label={t('access.whom')}
        data={options}
        allowDeselect={false}
        value={chosen === undefined ? null : keyOf(chosen)}
        onChange={(who) => setSaid({ ...said, who: who ?? '' })}
      />
      <NumberInput
        label={t('access.hours')}
        description={t('access.hoursMost', { count: most })}
        min={1}
        max={most}
        allowDecimal={false}
        value={said.hours}
        onChange={(hours) => setSaid({ ...said, hours: Number(hours) })}
      />
      <Textarea
        label={t('reason')}
        description={t('access.reasonHint')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={said.reason}
        onChange={(event) => setSaid({ ...said, reason: event.currentTarget.value })}
      />
    </Stack>
  );
  return (
    <div>
      <ConfirmButton title={t('access.ask')} body={body} confirm={t('access.send')} act={send}>
        {t('access.ask')}
      </ConfirmButton>
    </div>
  );
}
