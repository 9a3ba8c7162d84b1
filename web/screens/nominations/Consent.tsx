// The nominee's consent: whether it is asked for, what was answered, and asking by mail.
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useAct, useMaybeView } from '../../api/query.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { PersonForm } from './Editors.tsx';

type Props = { nominationId: string; languages: string[]; mayAsk: boolean };

export function Consent({ nominationId, languages, mayAsk }: Props) {
  const { t } = useTranslation('nominations');
  const consent = useMaybeView('/nominations/:nominationId/consent', { params: { nominationId } }).data;
  const [isOpen, { open, close }] = useDisclosure(false);
  const ask = useAct('post', '/nominations/:nominationId/consent/request', { onDone: close });
  if (consent === undefined || Object.keys(consent.text).length === 0) return null;
  const { answer, required, text } = consent;
  return (
    <Stack component="section" gap="xs" aria-labelledby="section-consent">
      <Group gap="xs">
        <Title order={2} size="h4" id="section-consent">
          {t('consent.title')}
        </Title>
        <Badge color={answer === 'given' ? 'green' : answer === 'refused' ? 'red' : 'gray'}>
          {t(`consent.${answer}`)}
        </Badge>
      </Group>
      <Text size="sm">
        “<LocalText of={text} />” {t(required ? 'consent.required' : 'consent.optional')}
      </Text>
      {mayAsk && answer !== 'given' && (
        <Group>
          <Button variant="light" size="xs" aria-haspopup="dialog" onClick={open}>
            {t(answer === 'not-asked' ? 'consent.ask' : 'consent.askAgain')}
          </Button>
          <Dialog opened={isOpen} onClose={close} title={t('consent.ask')}>
            <PersonForm
              languages={languages}
              lead={t('consent.means')}
              submit={t('consent.send')}
              problem={ask.error}
              isBusy={ask.isPending}
              onSubmit={(body) => ask.mutate({ params: { nominationId }, body })}
            />
          </Dialog>
        </Group>
      )}
    </Stack>
  );
}
