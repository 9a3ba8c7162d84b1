// The message that asks to correct one field, paper or item, written where it is about.
import { Button, Group, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = { name: string; label: string; message: string; ask: (field: string, message: string | null) => void };

export function AskField({ name, label, message, ask }: Props) {
  const { t } = useTranslation('country');
  return (
    <Group mt="xs" align="flex-end" gap="xs">
      <Textarea
        label={t('return.message', { field: label })}
        autosize
        minRows={2}
        flex="1 1 240px"
        maxLength={1000}
        // The button that was pressed is gone: go on where it led.
        autoFocus
        value={message}
        onChange={(event) => ask(name, event.currentTarget.value)}
      />
      <Button variant="default" onClick={() => ask(name, null)}>
        {t('return.drop')}
      </Button>
    </Group>
  );
}
