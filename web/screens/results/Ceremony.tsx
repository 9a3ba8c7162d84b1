// The ceremony: when and where, in which order laureates are called, who receives, and what was conferred.
import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useAct, useView } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { HistoryButton } from '../../parts/HistoryButton.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useParam } from '../../parts/params.ts';
import { When } from '../../parts/When.tsx';
import { useAwardNames } from './award-names.ts';
import { Frame } from './Frame.tsx';
import { useMayAct } from './may-act.ts';
import { PlanCeremony } from './PlanCeremony.tsx';
import { Receiver } from './Receiver.tsx';
import { Section } from './Section.tsx';

type View = Contract<'get', '/cycles/:cycleId/ceremony'>['answer'];
export type Called = View['order'][number];

export function Ceremony() {
  const { t } = useTranslation('results');
  const cycleId = useParam('cycleId');
  const mayAct = useMayAct();
  const { zone } = useView('/cycles/:cycleId', { params: { cycleId } });
  const { plan, order } = useView('/cycles/:cycleId/ceremony', { params: { cycleId } });
  return (
    <Frame
      cycleId={cycleId}
      title={t('ceremony.title')}
      lead={t('ceremony.lead')}
      actions={
        <HistoryButton
          path="/cycles/:cycleId/ceremony/history"
          params={{ cycleId }}
          of={t('ceremony.title')}
          zone={zone}
        />
      }
    >
      {plan !== null && (
        <Section title={t('ceremony.plan')}>
          <When at={plan.startsAt} zone={plan.zone} relative />
          <Text>
            {t(`mode.${plan.mode}`)}
            {plan.venue !== null && (
              <>
                {' · '}
                <LocalText of={plan.venue} />
              </>
            )}
          </Text>
        </Section>
      )}
      {mayAct && (
        <PlanCeremony
          key={plan?.startsAt ?? 'new'}
          cycleId={cycleId}
          plan={plan}
          zone={plan?.zone ?? zone}
          order={order.map(({ laureateId }) => laureateId)}
        />
      )}
      <Section title={t('ceremony.order')} lead={t('ceremony.orderLead')}>
        {order.length === 0 && <Empty text={t('ceremony.empty')} />}
        <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
          {order.map((called, index) => (
            <Line key={called.laureateId} cycleId={cycleId} view={{ plan, order }} called={called} index={index} />
          ))}
        </Stack>
      </Section>
    </Frame>
  );
}

type LineProps = { cycleId: string; view: Pick<View, 'plan' | 'order'>; called: Called; index: number };

function Line({ cycleId, view: { plan, order }, called, index }: LineProps) {
  const { t } = useTranslation('results');
  const names = useAwardNames(cycleId);
  const mayAct = useMayAct();
  const replan = useAct('post', '/cycles/:cycleId/ceremony/plan');
  const confer = useAct('post', '/cycles/:cycleId/ceremony/:laureateId/confer');
  const { laureateId, organisation, country, category, receiver, conferredAt } = called;
  const move = (by: 1 | -1) => {
    if (plan === null) return;
    const ids = order.map((one) => one.laureateId);
    const moved = ids.toSpliced(index, 1).toSpliced(index + by, 0, laureateId);
    const { startsAt, zone, venue, mode } = plan;
    replan.mutate({ params: { cycleId }, body: { startsAt, zone, venue, mode, order: moved } });
  };
  const arrow = (by: 1 | -1, label: string) => (
    <Button
      variant="default"
      size="compact-md"
      aria-label={label}
      disabled={plan === null || replan.isPending || (by < 0 ? index === 0 : index === order.length - 1)}
      onClick={() => move(by)}
    >
      {by < 0 ? '↑' : '↓'}
    </Button>
  );
  const person = receiver?.name ?? receiver?.office;
  return (
    <Card component="li" withBorder padding="sm">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={3} size="h5">
            {index + 1}. <LocalText of={organisation} />
          </Title>
          <Text size="sm">
            {names.country(country)} · {names.category(category)}
          </Text>
          <Text size="sm">
            {receiver === null ? t('ceremony.noReceiver') : t(`how.${receiver.how}`)}
            {person && ` · ${person}`}
          </Text>
        </div>
        <Group gap="xs">
          {conferredAt !== null && <Badge color="green">{t('ceremony.conferred')}</Badge>}
          {mayAct && plan !== null && arrow(-1, t('ceremony.earlier', { place: index + 1 }))}
          {mayAct && plan !== null && arrow(1, t('ceremony.later', { place: index + 1 }))}
        </Group>
      </Group>
      <ProblemAlert problem={replan.error} />
      {mayAct && (
        <Group gap="xs" mt="xs">
          <Receiver cycleId={cycleId} called={called} />
          {conferredAt === null && plan !== null && (
            <ConfirmButton
              size="sm"
              variant="light"
              title={t('ceremony.confer')}
              body={t('ceremony.conferMeans')}
              confirm={t('ceremony.confer')}
              act={() => confer.mutateAsync({ params: { cycleId, laureateId }, body: {} })}
            >
              {t('ceremony.confer')}
            </ConfirmButton>
          )}
        </Group>
      )}
    </Card>
  );
}
