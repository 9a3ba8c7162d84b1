// The nominee agrees to be put forward, or refuses; what is agreed to stands above the buttons.
import { Alert, Blockquote, Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useAct, useView } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { Facts } from './Facts.tsx';
import { useLink } from './link.ts';

type Asked = Contract<'get', '/nominations/:nominationId/consent'>['answer'];

export function Consent() {
  const { t } = useTranslation('link');
  const { subject: nominationId, name } = useLink('consent');
  const asked = useView('/nominations/:nominationId/consent', { params: { nominationId } });
  const { organisation, title, cycle, text, answer } = asked;
  return (
    <Page title={t('consent.title')} over={<LocalText of={cycle} />} lead={t('hello', { name })} width={680}>
      <Facts organisation={organisation} title={title} />
      <Standing answer={answer} />
      <Blockquote color="lake" p="md" cite={t('consent.cite')}>
        <LocalText of={text} />
      </Blockquote>
      <Answer nominationId={nominationId} answer={answer} />
    </Page>
  );
}

function Standing({ answer }: Pick<Asked, 'answer'>) {
  const { t } = useTranslation('link');
  if (answer === 'given') return <Alert color="green">{t('consent.given')}</Alert>;
  return answer === 'refused' ? <Alert color="orange">{t('consent.refused')}</Alert> : null;
}

function Answer({ nominationId, answer }: { nominationId: string } & Pick<Asked, 'answer'>) {
  const { t } = useTranslation('link');
  const [note, setNote] = useState('');
  const give = useAct('post', '/nominations/:nominationId/consent');
  const say = (given: boolean) => ({ params: { nominationId }, body: { given, note } });
  return (
    <>
      {(answer === 'given' || answer === 'refused') && <Text>{t('consent.again')}</Text>}
      <Textarea
        label={t('consent.note')}
        description={t('consent.noteHint')}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <ProblemAlert problem={give.error} />
      <Group grow preventGrowOverflow={false}>
        {answer !== 'given' && (
          <Button size="md" loading={give.isPending} onClick={() => give.mutate(say(true))}>
            {t('consent.give')}
          </Button>
        )}
        {answer !== 'refused' && (
          <ConfirmButton
            size="md"
            variant="outline"
            color="orange"
            title={t('consent.refuseTitle')}
            body={t('consent.refuseMeans')}
            confirm={t('consent.refuse')}
            act={() => give.mutateAsync(say(false))}
          >
            {t('consent.refuse')}
          </ConfirmButton>
        )}
      </Group>
    </>
  );
}
