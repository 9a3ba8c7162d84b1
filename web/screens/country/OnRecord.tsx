// What the record says of the organisation: earlier awards, the waiting period, others that it may be.
import { Alert, Anchor, List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMaybeView } from '../../api/query.ts';
import { LocalText } from '../../parts/LocalText.tsx';

export function OnRecord({ nominationId }: { nominationId: string }) {
  const { t } = useTranslation('country');
  const { data: nominee } = useMaybeView('/nominations/:nominationId/organisation', { params: { nominationId } });
  if (nominee === undefined) return null;
  const { earlier, waiting, matches, also, proposal } = nominee;
  const isClear = waiting.status === 'free' && earlier.length === 0 && matches.length === 0 && also.length === 0;
  if (isClear) return <Text size="sm">{t('record.clear')}</Text>;
  return (
    <Alert color={waiting.status === 'free' ? 'lake' : 'orange'} variant="light" title={t(`record.${waiting.status}`)}>
      {waiting.freeFrom !== null && <Text size="sm">{t('record.freeFrom', { edition: waiting.freeFrom })}</Text>}
      {proposal && <Text size="sm">{proposal.reason}</Text>}
      {earlier.length > 0 && (
        <List size="sm" mt="xs">
          {earlier.map((award) => (
            <List.Item key={`${award.award} ${award.edition} ${award.category}`}>
              {t('record.award', { edition: award.edition ?? '–', year: award.year ?? '–' })}{' '}
              {award.revoked && t('record.revoked')} <LocalText of={award.names} />
            </List.Item>
          ))}
        </List>
      )}
      {matches.length > 0 && (
        <>
          <Text size="sm" mt="xs">
            {t('record.matches')}
          </Text>
          <List size="sm">
            {matches.map((match) => (
              <List.Item key={match.organisationId}>
                <Anchor component={Link} to={`/organisations/${match.organisationId}`}>
                  <LocalText of={match.names} />
                </Anchor>{' '}
                ({match.country})
              </List.Item>
            ))}
          </List>
        </>
      )}
      {also.length > 0 && (
        <Text size="sm" mt="xs">
          {t('record.also', { count: also.length })}
        </Text>
      )}
    </Alert>
  );
}
