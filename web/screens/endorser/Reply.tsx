// The answer of one country to one laureate: two buttons, and the answer once it is given.
import { Badge, Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { type Texts, useText } from '../../parts/texts.ts';
import type { Standing, Voice } from './note.ts';

type Props = {
  cycleId: string;
  voice: Voice;
  laureateId: string;
  organisation: Texts;
  standing: Standing;
  isOpen: boolean;
};

const colours = { endorsed: 'green', objected: 'orange' } as const;

export function Reply(props: Props) {
  const { t } = useTranslation('endorser');
  const { voice, laureateId, standing, isOpen } = props;
  if (standing === 'none' || (standing === 'owed' && !isOpen)) return null;
  if (standing === 'owed') return <Choice {...props} />;
  const status = voice.objections.findLast((one) => one.laureateId === laureateId)?.status;
  if (standing === 'free')
    return (
      <>
        <Text size="sm" mt="sm">
          {t(isOpen ? 'objection.free' : 'objection.withdrawn')}
        </Text>
        {isOpen && <Choice {...props} />}
      </>
    );
  return (
    <Group mt="sm" gap="xs">
      <Badge color={colours[standing]}>{t(`standing.${standing}`)}</Badge>
      {standing === 'objected' && <Text size="sm">{t(`objection.${status ?? 'open'}`)}</Text>}
      {standing === 'objected' && status === 'open' && isOpen && <TakeBack {...props} />}
      {standing === 'objected' && status === 'dismissed' && isOpen && <EndorseOne {...props} />}
    </Group>
  );
}

function Choice({ cycleId, voice, laureateId, organisation }: Props) {
  const { t } = useTranslation('endorser');
  const text = useText();
  const name = text(organisation);
  const object = useAct('post', '/cycles/:cycleId/endorsement/object');
  const [reason, setReason] = useState('');
  const { country } = voice;
  return (
    <Group mt="sm" gap="xs" grow preventGrowOverflow={false}>
      <EndorseOne {...{ cycleId, voice, laureateId, organisation }} />
      <ConfirmButton
        size="md"
        variant="outline"
        color="orange"
        aria-label={t('object.label', { name })}
        title={t('object.title', { name })}
        body={
          <>
            <Text mb="sm">{t('object.means')}</Text>
            <Reason label={t('object.reason')} value={reason} onChange={setReason} />
          </>
        }
        confirm={t('object.confirm')}
        act={() => object.mutateAsync({ params: { cycleId }, body: { country, laureateId, reason } })}
      >
        {t('object.button')}
      </ConfirmButton>
    </Group>
  );
}

type One = Pick<Props, 'cycleId' | 'voice' | 'laureateId' | 'organisation'>;

function EndorseOne({ cycleId, voice: { country }, laureateId, organisation }: One) {
  const { t } = useTranslation('endorser');
  const text = useText();
  const endorse = useAct('post', '/cycles/:cycleId/endorsement/endorse');
  return (
    <div>
      <Button
        size="md"
        variant="light"
        fullWidth
        loading={endorse.isPending}
        aria-label={t('endorse.label', { name: text(organisation) })}
        onClick={() => endorse.mutate({ params: { cycleId }, body: { country, laureates: [laureateId] } })}
      >
        {t('endorse.button')}
      </Button>
      <ProblemAlert problem={endorse.error} />
    </div>
  );
}

function TakeBack({ cycleId, voice, laureateId, organisation }: Props) {
  const { t } = useTranslation('endorser');
  const text = useText();
  const withdraw = useAct('post', '/cycles/:cycleId/endorsement/withdraw-objection');
  const [reason, setReason] = useState('');
  const name = text(organisation);
  return (
    <ConfirmButton
      size="compact-md"
      variant="subtle"
      aria-label={t('takeBack.label', { name })}
      title={t('takeBack.title', { name })}
      body={
        <>
          <Text mb="sm">{t('takeBack.means')}</Text>
          <Reason label={t('takeBack.reason')} value={reason} onChange={setReason} />
        </>
      }
      confirm={t('takeBack.confirm')}
      act={() => withdraw.mutateAsync({ params: { cycleId }, body: { country: voice.country, laureateId, reason } })}
    >
      {t('takeBack.button')}
    </ConfirmButton>
  );
}

const Reason = ({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) => (
  <Textarea
    label={label}
    required
    autosize
    minRows={3}
    data-autofocus
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);
