// Opens a signed decision again, because of one whom it names.
import { Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { useText } from '../../parts/texts.ts';
import type { Deliberation, PanelOf } from './Decision.tsx';

type Props = { panel: PanelOf; decision: NonNullable<Deliberation['decision']> };

export function Reopen({ panel, decision }: Props) {
  const { t } = useTranslation('panel');
  const text = useText();
  const [said, setSaid] = useState({ laureateId: decision.winners[0]?.laureateId ?? '', reason: '' });
  const reopen = useAct('post', '/panels/:panel/reopen');
  if (decision.winners.length === 0) return null;
  const body = (
    <Stack>
      <Text>{t('reopen.means')}</Text>
      <Select
        label={t('reopen.who')}
        allowDeselect={false}
        data={decision.winners.map(({ laureateId, organisation }) => ({
          value: laureateId,
          label: text(organisation),
        }))}
        value={said.laureateId}
        onChange={(laureateId) => setSaid({ ...said, laureateId: laureateId ?? said.laureateId })}
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
        variant="outline"
        color="red"
        title={t('reopen.title')}
        body={body}
        confirm={t('reopen.confirm')}
        act={() => reopen.mutateAsync({ params: { panel: panel.id }, body: said })}
      >
        {t('reopen.title')}
      </ConfirmButton>
    </div>
  );
}
