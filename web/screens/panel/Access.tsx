// Seeing an entry in spite of a conflict, in an emergency: who asked, who answered, until when; and to ask for it.
import { Anchor, Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { useAct, useList, useView } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { When } from '../../parts/When.tsx';
import { AskAccess } from './AskAccess.tsx';
import { ReasonAct } from './ReasonAct.tsx';
import { useStanding } from './standing.ts';

type Access = ItemOf<'/panels/:panel/access'>;

export function AccessScreen() {
  const { t } = useTranslation('panel');
  const panel = useParam('panel');
  const [cycleId = '', group = ''] = panel.split('~');
  const cycle = useView('/cycles/:cycleId', { params: { cycleId } });
  const list = useList('/panels/:panel/access', { params: { panel } });
  const { isMember, runs, seesBoard } = useStanding({ cycleId, group, country: null });
  return (
    <Page title={t('access.title')} over={<LocalText of={cycle.title} />} lead={t('access.lead')} width={860}>
      {(isMember || runs || seesBoard) && (
        <Group>
          <Button component={Link} to={`/panels/${panel}`} variant="default">
            {t('access.toPanel')}
          </Button>
        </Group>
      )}
      <AskAccess panel={panel} cycleId={cycleId} />
      <Title order={2} size="h3">
        {t('access.asked')}
      </Title>
      <Listing
        list={list}
        empty={<Empty text={t('access.empty')} />}
        exports={<ExportButton path="/panels/:panel/access" params={{ panel }} />}
      >
        {(items) => (
          <Stack component="ul" p={0} m={0} gap="sm" style={{ listStyle: 'none' }}>
            {items.map((one) => (
              <Line key={one.requestId} panel={panel} one={one} zone={cycle.zone} />
            ))}
          </Stack>
        )}
      </Listing>
    </Page>
  );
}

const colours = { waiting: 'yellow', granted: 'lake', refused: 'gray', ended: 'gray', expired: 'gray' } as const;
type LineProps = { panel: string; one: Access; zone: string };

function Line({ panel, one, zone }: LineProps) {
  const { t } = useTranslation('panel');
  const nameOr = (name: string | null) => name || t('nameless');
  const { state, nominationId, organisation, until, ended } = one;
  return (
    <Card withBorder component="li" padding="md">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Text fw={600}>
          {nameOr(one.person)}
          {' · '}
          {organisation && nominationId ? <LocalText of={organisation} /> : t('access.hiddenEntry')}
        </Text>
        <Badge color={colours[state]} variant="light">
          {t(`access.state.${state}`)}
        </Badge>
      </Group>
      <Stack gap={4} mt={4}>
        <Text size="sm">{t('access.because', { reason: one.reason })}</Text>
        <Text size="sm" component="div">
          {t('access.askedBy', { name: nameOr(one.requestedByName) })} · <When at={one.requestedAt} zone={zone} />
        </Text>
        {one.decidedAt && (
          <Text size="sm" component="div">
            {t(state === 'refused' ? 'access.refusedBy' : 'access.grantedBy', { name: nameOr(one.decidedByName) })} ·{' '}
            <When at={one.decidedAt} zone={zone} />
          </Text>
        )}
        {one.refusedBecause && <Text size="sm">{t('access.because', { reason: one.refusedBecause })}</Text>}
        {until && (
          <Text size="sm" component="div">
            {t('access.until')} <When at={until} zone={zone} />
          </Text>
        )}
        {ended && (
          <Text size="sm" component="div">
            {t('access.endedBy', { name: nameOr(ended.by), reason: ended.reason })} · <When at={ended.at} zone={zone} />
          </Text>
        )}
      </Stack>
      <Acts panel={panel} one={one} />
    </Card>
  );
}

function Acts({ panel, one }: Omit<LineProps, 'zone'>) {
  const { t } = useTranslation('panel');
  const me = useMe();
  const grant = useAct('post', '/panels/:panel/access/:requestId/grant');
  const refuse = useAct('post', '/panels/:panel/access/:requestId/refuse');
  const end = useAct('post', '/panels/:panel/access/:requestId/end');
  const params = { panel, requestId: one.requestId };
  const isOwn = me?.personId === one.personId;
  const isOpen = one.state === 'waiting' || one.state === 'granted';
  return (
    <Group gap="xs" mt={isOpen ? 'sm' : 0}>
      {one.state === 'granted' && isOwn && one.nominationId && (
        <Anchor component={Link} to={`/panels/${panel}/entries/${one.nominationId}`}>
          {t('access.open')}
        </Anchor>
      )}
      {one.mayAnswer && (
        <>
          <ConfirmButton
            title={t('access.grant')}
            body={t('access.grantMeans', { name: one.person || t('nameless'), count: one.hours })}
            confirm={t('access.grant')}
            act={() => grant.mutateAsync({ params, body: {} })}
          >
            {t('access.grant')}
          </ConfirmButton>
          <ReasonAct
            label={t('access.refuse')}
            means={t('access.refuseMeans')}
            act={(reason) => refuse.mutateAsync({ params, body: { reason } })}
          />
        </>
      )}
      {isOpen && !one.mayAnswer && (
        <ReasonAct
          label={t(one.state === 'waiting' ? 'access.takeBack' : 'access.end')}
          means={t('access.endMeans')}
          act={(reason) => end.mutateAsync({ params, body: { reason } })}
        />
      )}
    </Group>
  );
}
