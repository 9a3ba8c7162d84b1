// Who went on to the round that begins now, and the form to settle it anew while nothing of that round is released.
import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useText } from '../../parts/texts.ts';
import type { PanelOf } from './Decision.tsx';
import { ShortlistForm } from './ShortlistForm.tsx';

type Props = { panel: PanelOf; shortlist: Contract<'get', '/panels/:panel/shortlist'>['answer'] };

export function SettleAnew({ panel, shortlist: { anew, settled } }: Props) {
  const { t } = useTranslation('panel');
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  const holds = settled.at(-1);
  if (holds === undefined) return null;
  const next = text(holds.next.names);
  if (anew === null) return <Text mt="md">{t('shortlist.anewClosed', { next })}</Text>;
  return (
    <Paper withBorder p="md" mt="md">
      <Stack>
        <Title order={2} size="h4">
          {t('shortlist.anewTitle', { number: holds.entries.length, next })}
        </Title>
        <Text>{t('shortlist.anewHint', { next })}</Text>
        <div>
          <Button variant="default" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t(isOpen ? 'shortlist.keep' : 'shortlist.anew')}
          </Button>
        </div>
        {isOpen && <ShortlistForm key={holds.at} panel={panel} shortlist={anew} anew={{ holds, ...anew }} />}
      </Stack>
    </Paper>
  );
}
