// "Show as of": at which instant something is shown as it stood, and the way back to now.
import { Alert, Button, Group, TextInput } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { When } from './When.tsx';

/** @returns the instant, undefined for now; the button that asks for one; and what says that it is not now. */
export function useAsOf(zone?: string): { asOf: string | undefined; chooser: ReactNode; banner: ReactNode } {
  const [asOf, setAsOf] = useState<string | undefined>();
  const [isAsking, setAsking] = useState(false);
  const { t } = useTranslation('history');
  const chooser = (
    <Button
      variant="default"
      aria-expanded={isAsking}
      leftSection={<IconClock size={18} aria-hidden />}
      onClick={() => setAsking(!isAsking)}
    >
      {t('asOf.open')}
    </Button>
  );
  const choose = (at: string | undefined) => {
    setAsOf(at);
    setAsking(false);
  };
  const banner = (
    <>
      {isAsking && <Asking onChosen={choose} />}
      {asOf !== undefined && (
        <Alert color="yellow" title={<When at={asOf} zone={zone ?? null} />} role="status">
          {t('asOf.shown')}{' '}
          <Button size="compact-sm" variant="outline" color="yellow" onClick={() => choose(undefined)}>
            {t('asOf.now')}
          </Button>
        </Alert>
      )}
    </>
  );
  return { asOf, chooser, banner };
}

function Asking({ onChosen }: { onChosen: (at: string) => void }) {
  const { t } = useTranslation('history');
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed !== '') onChosen(new Date(typed).toISOString());
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="xs">
        <TextInput
          type="datetime-local"
          label={t('asOf.label')}
          description={t('asOf.hint')}
          required
          step={1}
          data-autofocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="light">
          {t('asOf.show')}
        </Button>
      </Group>
    </form>
  );
}
