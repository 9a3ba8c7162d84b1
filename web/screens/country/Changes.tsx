// What changed between two versions, side by side, with the messages that each change answers.
import { Alert, Badge, Group, List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { AnswerText } from './AnswerText.tsx';

type Compared = Contract<'get', '/nominations/:nominationId/changes'>['answer'];

export function Changes({ changes }: { changes: Compared }) {
  const { t } = useTranslation('country');
  const { from, to, fields, files, messages, complete } = changes;
  const untouched = messages.filter(({ changed }) => changed === false);
  return (
    <section aria-labelledby="changes">
      <Title order={2} size="h4" id="changes" mb="xs">
        {t('changes.title', { from: from.version, to: to.version })}
      </Title>
      <Stack gap="sm">
        {!complete && <Text>{t('changes.incomplete')}</Text>}
        {untouched.length > 0 && (
          <Alert color="orange" variant="light" title={t('changes.untouched')}>
            <List size="sm">
              {untouched.map(({ field, label, message }) => (
                <List.Item key={`${field} ${message}`}>
                  <strong>
                    <LocalText of={label} />
                  </strong>
                  : {message}
                </List.Item>
              ))}
            </List>
          </Alert>
        )}
        {fields.length + files.length === 0 && <Text>{t('changes.none')}</Text>}
        {fields.map((field) => (
          <Paper key={field.field} withBorder p="sm">
            <Text fw={600} size="sm">
              <LocalText of={field.label} />
            </Text>
            <Answers messages={field.messages} />
            <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs" spacing="sm">
              <Side title={t('changes.before', { version: from.version })} answer={field.before} />
              <Side title={t('changes.after', { version: to.version })} answer={field.after} />
            </SimpleGrid>
          </Paper>
        ))}
        {files.map((file) => (
          <Paper key={`${file.change} ${file.hash} ${file.field}`} withBorder p="sm">
            <Group gap="xs">
              <Badge color={file.change === 'added' ? 'green' : 'red'}>{t(`changes.${file.change}`)}</Badge>
              <Text size="sm" fw={600}>
                <LocalText of={file.label} />
              </Text>
              <Text size="sm">{file.name}</Text>
            </Group>
            <Answers messages={file.messages} />
          </Paper>
        ))}
      </Stack>
    </section>
  );
}

function Side({ title, answer }: { title: string; answer: unknown }) {
  return (
    <div>
      <Text size="xs" fw={600}>
        {title}
      </Text>
      <AnswerText field={undefined} answer={answer} />
    </div>
  );
}

function Answers({ messages }: { messages: string[] }) {
  const { t } = useTranslation('country');
  if (messages.length === 0) return null;
  return (
    <Text size="sm" mt={4}>
      {t('changes.answers', { messages: messages.join(' · ') })}
    </Text>
  );
}
