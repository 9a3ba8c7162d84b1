// One mail as its reader sees it, and the way to send it once more.
import { Alert, Anchor, Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useMaybeView } from '../../../api/query.ts';
import { holds, useMe } from '../../../app/session.ts';
import { ConfirmButton } from '../../../parts/ConfirmButton.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { Loading } from '../../../parts/Loading.tsx';
import { ProblemAlert } from '../../../parts/ProblemAlert.tsx';
import { When } from '../../../parts/When.tsx';
import { stateColours } from './states.ts';

type Props = { cycleId: string; mailId: string; onClose: () => void; onOpen: (mailId: string) => void };

export function MailDialog({ cycleId, mailId, onClose, onOpen }: Props) {
  const { t } = useTranslation('cycles');
  const {
    data: mail,
    error,
    isLoading,
  } = useMaybeView('/cycles/:cycleId/mails/:mailId', { params: { cycleId, mailId } });
  const [resent, setResent] = useState(false);
  const mayResend = holds(useMe(), 'secretariat');
  const resend = useAct('post', '/cycles/:cycleId/mails/:mailId/resend', {
    onDone: (again) => {
      setResent(true);
      onOpen(again.mailId);
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('mail.title')} size="lg">
      {isLoading && <Loading />}
      <ProblemAlert problem={error} />
      {mail && (
        <Stack gap="sm">
          {resent && (
            <Alert color="green" variant="light" role="status">
              {t('mail.resent')}
            </Alert>
          )}
          <Text fw={600} lang={mail.language}>
            {mail.subject}
          </Text>
          <Group gap="xs">
            <Badge color={stateColours[mail.state]}>{t(`mailState.${mail.state}`)}</Badge>
            <Text size="sm">{mail.name ?? t('mails.erased')}</Text>
          </Group>
          <Text size="sm" component="div">
            {t(mail.sentAt === null ? 'mail.written' : 'mail.sent')} <When at={mail.sentAt ?? mail.createdAt} />
          </Text>
          {mail.problem !== null && (
            <Alert color="red" variant="light">
              {t('mail.problem', { problem: mail.problem, attempts: mail.attempts })}
            </Alert>
          )}
          <Paper withBorder p="md">
            <MailText text={mail.text} language={mail.language} />
          </Paper>
          {mayResend && (
            <Group justify="flex-end">
              <ConfirmButton
                variant="light"
                title={t('mail.resend')}
                body={t('mail.resendMeans', { name: mail.name ?? '' })}
                confirm={t('mail.resend')}
                act={() => resend.mutateAsync({ params: { cycleId, mailId } })}
              >
                {t('mail.resend')}
              </ConfirmButton>
            </Group>
          )}
        </Stack>
      )}
    </Dialog>
  );
}

const address = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)])/;

/** As it is read: ends of lines stay, and addresses are links. */
function MailText({ text, language }: { text: string; language: string }) {
  const parts = text.split(address);
  return (
    <Text lang={language} component="div" style={{ whiteSpace: 'pre-wrap' }}>
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text that never changes
          <Anchor key={index} href={part}>
            {part}
          </Anchor>
        ) : (
          part
        ),
      )}
    </Text>
  );
}
