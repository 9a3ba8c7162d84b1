// Where I am signed in: with what, since when; ended one by one or all but this one.
import { Badge, Group, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useAct, useView } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { dayIn, ownZone } from '../../parts/times.ts';
import { When } from '../../parts/When.tsx';
import { Section } from './Section.tsx';

type Session = Contract<'get', '/me/sessions'>['answer']['sessions'][number];

export function Sessions() {
  const { t } = useTranslation('account');
  const { sessions } = useView('/me/sessions', {});
  const endOthers = useAct('post', '/me/sessions/end-others');
  const others = sessions.filter(({ current }) => !current).length;
  return (
    <Section title={t('sessions.title')} lead={t('sessions.lead')}>
      {sessions.length === 0 && <Text>{t('sessions.none')}</Text>}
      <List listStyleType="none" spacing="md" aria-label={t('sessions.title')}>
        {sessions.map((session) => (
          <List.Item key={session.sessionId} styles={{ itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } }}>
            <SessionLine session={session} />
          </List.Item>
        ))}
      </List>
      {others > 0 && (
        <ConfirmButton
          variant="light"
          title={t('sessions.endOthers')}
          body={t('sessions.endOthersMeans', { count: others })}
          confirm={t('sessions.endOthers')}
          act={() => endOthers.mutateAsync({})}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('sessions.endOthers')}
        </ConfirmButton>
      )}
    </Section>
  );
}

function SessionLine({ session }: { session: Session }) {
  const { t, i18n } = useTranslation('account');
  const zone = useMe()?.zone ?? ownZone();
  const end = useAct('post', '/me/sessions/:sessionId/end');
  const { sessionId, browser, system, address, way, current, openedAt, usedAt } = session;
  const device =
    browser === null && system === null
      ? t('sessions.program')
      : t('sessions.device', { browser: browser ?? '?', system: system ?? '?' });
  return (
    <Group justify="space-between" gap="xs">
      <div>
        <Group gap="xs">
          <Text fw={600}>{device}</Text>
          {current && <Badge>{t('sessions.current')}</Badge>}
        </Group>
        <Text size="sm" component="div">
          {way === null ? t('sessions.opened') : t(`sessions.by.${way}`)} <When at={openedAt} />
        </Text>
        <Text size="sm">
          {t('sessions.used', { day: dayIn(usedAt, zone, i18n.language) })}
          {isKnown(address) && ` · ${t('sessions.from', { address })}`}
        </Text>
      </div>
      {!current && (
        <ConfirmButton
          variant="default"
          title={t('sessions.end')}
          body={t('sessions.endMeans', { device })}
          confirm={t('sessions.end')}
          act={() => end.mutateAsync({ params: { sessionId } })}
        >
          {t('sessions.end')}
        </ConfirmButton>
      )}
    </Group>
  );
}

/** Nothing but noughts stands for a machine whose address did not come through. */
const isKnown = (address: string | null): boolean => address !== null && !/^[0:.]+$/.test(address);
