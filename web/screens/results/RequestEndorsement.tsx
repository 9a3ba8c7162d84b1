// Puts signed decisions before the endorsers, group by group.
import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useList, useView } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { useAwardNames } from './award-names.ts';
import { Section } from './Section.tsx';

export function RequestEndorsement({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation('results');
  const names = useAwardNames(cycleId);
  const { winners } = useView('/cycles/:cycleId/endorsement', { params: { cycleId } });
  const panels = useList('/cycles/:cycleId/panels', { params: { cycleId }, query: { limit: 200 } });
  const request = useAct('post', '/cycles/:cycleId/endorsement/request');
  const [left, setLeft] = useState<string[]>([]);
  const [verified, setVerified] = useState(false);
  const before = new Set(winners.map(({ laureateId }) => laureateId));
  const signed = panels.items.filter(
    ({ status, decision }) => status === 'signed' && decision?.some(({ laureateId }) => !before.has(laureateId)),
  );
  const groups = signed.map(({ group }) => group).filter((group) => !left.includes(group));
  const waiting = panels.items.filter(({ status }) => status !== 'signed');
  return (
    <Section title={t('request.title')} lead={t('request.lead')}>
      {signed.length === 0 && <Text>{t('request.none')}</Text>}
      {signed.length > 0 && (
        <Checkbox.Group
          label={t('request.groups')}
          value={groups}
          onChange={(chosen) => setLeft(signed.map(({ group }) => group).filter((group) => !chosen.includes(group)))}
        >
          <Stack gap="xs" mt="xs">
            {signed.map(({ group }) => (
              <Checkbox key={group} value={group} label={names.group(group)} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {waiting.length > 0 && (
        <Text size="sm">
          {t('request.waiting', { groups: waiting.map(({ group }) => names.group(group)).join(', ') })}
        </Text>
      )}
      {signed.length > 0 && (
        <div>
          <ConfirmButton
            title={t('request.act')}
            confirm={t('request.act')}
            disabled={groups.length === 0}
            act={() =>
              request.mutateAsync({ params: { cycleId }, body: { groups, dossiersVerified: verified as true } })
            }
            body={
              <Stack gap="sm">
                <Text>{t('request.means', { count: groups.length })}</Text>
                <Checkbox
                  label={t('request.verified')}
                  checked={verified}
                  onChange={(event) => setVerified(event.currentTarget.checked)}
                />
              </Stack>
            }
          >
            {t('request.act')}
          </ConfirmButton>
        </div>
      )}
    </Section>
  );
}
