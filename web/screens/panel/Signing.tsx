// The signature of a decision: with a code of the second factor, or on behalf with the signed letter, which a second person confirms.
import { Alert, Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { CodeForm } from '../../parts/CodeForm.tsx';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { emptyLetter, LetterFields, type LetterSaid } from '../../parts/LetterFields.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import type { Deliberation, PanelOf } from './Decision.tsx';
import type { Standing } from './standing.ts';

type Decision = NonNullable<Deliberation['decision']>;
type Props = { panel: PanelOf; decision: Decision; standing: Standing };

export function Signing({ panel, decision, standing }: Props) {
  const { t } = useTranslation('panel');
  const [way, setWay] = useState('in-person');
  const me = useMe();
  if (decision.waiting !== null) return <Waiting panel={panel} waiting={decision.waiting} signs={standing.signs} />;
  if (!standing.signs) return <Text>{t('sign.waits')}</Text>;
  if (decision.outside && decision.recordedBy === me?.personId) return <Text>{t('sign.another')}</Text>;
  return (
    <Stack>
      <Title order={2} size="h3">
        {t('sign.title')}
      </Title>
      <Text>{t('sign.means')}</Text>
      <SegmentedControl
        value={way}
        onChange={setWay}
        aria-label={t('sign.way')}
        data={[
          { value: 'in-person', label: t('sign.inPerson') },
          { value: 'on-behalf', label: t('sign.letter') },
        ]}
      />
      {way === 'in-person' ? <InPerson id={panel.id} /> : <ByLetter panel={panel} />}
    </Stack>
  );
}

function InPerson({ id }: { id: string }) {
  const { t } = useTranslation('panel');
  const sign = useAct('post', '/panels/:panel/sign');
  const send = (code: string) =>
    sign.mutate({ params: { panel: id }, body: { signature: { kind: 'in-person' }, code } });
  return <CodeForm sign={sign} onSign={send} submit={t('sign.submit')} />;
}

function ByLetter({ panel }: { panel: PanelOf }) {
  const { t } = useTranslation('panel');
  const [letter, setLetter] = useState<LetterSaid>(emptyLetter);
  const sign = useAct('post', '/panels/:panel/sign');
  const form = useFocusOnProblem(sign.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (letter.letter === null) return;
    const signature = { kind: 'on-behalf' as const, ...letter, letter: letter.letter };
    sign.mutate({ params: { panel: panel.id }, body: { signature } });
  };
  return (
    <form ref={form} onSubmit={submit}>
      <Stack gap="sm" maw={520}>
        <Text>{t('sign.letterMeans')}</Text>
        <LetterFields {...panel} said={letter} onChange={setLetter} rules={rulesOf(sign.error)} at="signature." />
        <ProblemAlert problem={sign.error} />
        <Group>
          <Button type="submit" loading={sign.isPending} disabled={letter.letter === null}>
            {t('sign.record')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type WaitingProps = { panel: PanelOf; waiting: NonNullable<Decision['waiting']>; signs: boolean };

function Waiting({ panel, waiting, signs }: WaitingProps) {
  const { t } = useTranslation('panel');
  const me = useMe();
  const confirm = useAct('post', '/panels/:panel/sign/confirm');
  const { reference, office, recordedBy } = waiting;
  const isOwn = recordedBy === me?.personId;
  return (
    <Alert color="yellow" title={t('confirm.title')}>
      <Stack gap="sm" align="flex-start">
        <Text>{t('confirm.letter', { reference, office: office ?? '—' })}</Text>
        {isOwn && <Text>{t('confirm.another')}</Text>}
        {signs && !isOwn && (
          <ConfirmButton
            title={t('confirm.confirm')}
            body={<Text>{t('confirm.means')}</Text>}
            confirm={t('confirm.confirm')}
            act={() => confirm.mutateAsync({ params: { panel: panel.id }, body: {} })}
          >
            {t('confirm.confirm')}
          </ConfirmButton>
        )}
      </Stack>
    </Alert>
  );
}
