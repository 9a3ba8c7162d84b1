// Sending a nomination back: the messages that were written beside fields, seen together before they go.
import { List, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import type { AwardDefinition } from '../../../domain/award-definition.ts';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { useText } from '../../parts/texts.ts';
import type { Asked } from './Screening.tsx';

type Props = {
  nomination: Contract<'get', '/nominations/:nominationId'>['answer'];
  definition: AwardDefinition;
  asked: Asked;
  setAsked: (asked: Asked) => void;
};

export function ReturnPanel({ nomination, definition, asked, setAsked }: Props) {
  const { t } = useTranslation('country');
  const said = useText();
  const { nominationId } = nomination;
  const send = useAct('post', '/nominations/:nominationId/return', { onDone: () => setAsked({}) });
  const { form, checklist, timetable } = definition;
  const named = [...form.sections.flatMap(({ fields }) => fields), ...form.attachments, ...checklist];
  const nameOf = (field: string) => said(named.find(({ key }) => key === field)?.label) || field;
  const messages = Object.entries(asked).map(([field, message]) => ({ field, message: message.trim() }));
  const isReady = messages.length > 0 && messages.every(({ message }) => message.length >= 3);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="return">
      <Title order={2} size="h4" id="return" mb="xs">
        {t('return.title')}
      </Title>
      <Text size="sm">{t('return.lead', { count: timetable.correctionWorkingDays })}</Text>
      {messages.length > 0 && (
        <List size="sm" my="sm">
          {messages.map(({ field, message }) => (
            <List.Item key={field}>
              <strong>{nameOf(field)}</strong>: {message === '' ? t('return.unwritten') : message}
            </List.Item>
          ))}
        </List>
      )}
      {messages.length > 0 && (
        <ConfirmButton
          disabled={!isReady}
          title={t('return.confirmTitle')}
          confirm={t('return.send', { count: messages.length })}
          body={
            <Stack gap="xs">
              <Text>{t('return.means', { count: timetable.correctionWorkingDays })}</Text>
              <List size="sm">
                {messages.map(({ field, message }) => (
                  <List.Item key={field}>
                    <strong>{nameOf(field)}</strong>: {message}
                  </List.Item>
                ))}
              </List>
            </Stack>
          }
          act={() => send.mutateAsync({ params: { nominationId }, body: { messages } })}
        >
          {t('return.send', { count: messages.length })}
        </ConfirmButton>
      )}
    </Paper>
  );
}
