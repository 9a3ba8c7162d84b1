// That a judge's sheets are in the signed record, to look at and to take along.
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/client.ts';
import { useMaybeView } from '../../api/query.ts';
import { Loading } from '../../parts/Loading.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';

/** `scorecard` is any of the judge's own in the panel: the proof is of all of them. */
export function SheetsIn({ scorecard }: { scorecard: string }) {
  const { t } = useTranslation('judge');
  const [asked, setAsked] = useState(false);
  if (asked) return <Proof scorecard={scorecard} />;
  return (
    <Group>
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('proof.ask')}
      </Button>
    </Group>
  );
}

function Proof({ scorecard }: { scorecard: string }) {
  const { t } = useTranslation('judge');
  const { data, error } = useMaybeView('/scorecards/:scorecard/proof', { params: { scorecard } });
  if (error) return <ProblemAlert problem={error} />;
  if (data === undefined) return <Loading />;
  const sheets = data.leaves.filter(({ leaf }) => leaf.kind === 'sheet').length;
  const root = data.heads.at(-1)?.root ?? '';
  return (
    <Stack gap={4}>
      <Text fw={600}>{t('proof.in', { count: sheets })}</Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('proof.root', { root })}
      </Text>
      <Group>
        <Anchor href={addressOf('/scorecards/:scorecard/proof', { scorecard })} download="my-sheets.json">
          {t('proof.take')}
        </Anchor>
        <Anchor href="/verify">{t('proof.check')}</Anchor>
      </Group>
    </Stack>
  );
}
