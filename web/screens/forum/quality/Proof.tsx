// In plain words: whether a better schedule can be, and what changes by hand have cost since.
import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../../api/contract.ts';

type Proposal = Contract<'get', '/forums/:forumId/schedule/quality'>['answer']['proposal'];

export function Proof({ proposal, current }: { proposal: Proposal; current: number }) {
  const { t, i18n } = useTranslation('forum-quality');
  const number = new Intl.NumberFormat(i18n.language);
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 });
  if (proposal === null) return <Text>{t('proof.none')}</Text>;
  const { status, objective, bound, gap, solver } = proposal;
  const changed = current - objective;
  return (
    <Alert color={status === 'optimal' ? 'green' : 'blue'} role="status" title={t(`proof.${status}`)}>
      <Text size="sm">
        {t('proof.points', { points: number.format(objective) })}{' '}
        {status === 'limit' &&
          (bound === null || gap === null
            ? t('proof.unknown')
            : t('proof.gap', { bound: number.format(bound), gap: percent.format(gap) }))}
      </Text>
      {changed !== 0 && (
        <Text size="sm">
          {t(changed > 0 ? 'proof.dearer' : 'proof.cheaper', { points: number.format(Math.abs(changed)) })}
        </Text>
      )}
      <Text size="sm">{t('proof.solver', { solver })}</Text>
    </Alert>
  );
}
