// Supporting letters: who was asked for which paper, what has come, and asking by mail.
import { Anchor, Button, Group, List, Select, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/client.ts';
import { useAct, useMaybeView } from '../../api/query.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { useText } from '../../parts/texts.ts';
import { When } from '../../parts/When.tsx';
import { attachmentsFor, type Definition, languagesOf, useLabels } from './definition.ts';
import { PersonForm } from './Editors.tsx';

type Props = { nominationId: string; definition: Definition; category: string };

export function Letters({ nominationId, definition, category, mayAsk }: Props & { mayAsk: boolean }) {
  const { t } = useTranslation('nominations');
  const labelOf = useLabels(definition);
  const letters = useMaybeView('/nominations/:nominationId/letters', { params: { nominationId } }).data;
  if (letters === undefined || attachmentsFor(definition, category).length === 0) return null;
  return (
    <Stack component="section" gap="xs" aria-labelledby="section-letters">
      <Title order={2} size="h4" id="section-letters">
        {t('letters.title')}
      </Title>
      {letters.items.length === 0 && <Text size="sm">{t('letters.none')}</Text>}
      <List size="sm" spacing={4}>
        {letters.items.map(({ requestId, field, name, askedAt, arrivedAt, fileId, confidential }) => (
          <List.Item key={requestId}>
            {labelOf(field)} · {name ?? t('editors.erased')} ·{' '}
            {fileId !== null ? (
              <Anchor href={addressOf('/files/:fileId', { fileId })} download mih={24}>
                {t('letters.read')}
              </Anchor>
            ) : (
              t(arrivedAt === null ? 'letters.asked' : confidential ? 'letters.confidential' : 'letters.came')
            )}{' '}
            <When at={arrivedAt ?? askedAt} />
          </List.Item>
        ))}
      </List>
      {mayAsk && <Ask {...{ nominationId, definition, category }} />}
    </Stack>
  );
}

function Ask({ nominationId, definition, category }: Props) {
  const { t } = useTranslation('nominations');
  const say = useText();
  const attachments = attachmentsFor(definition, category);
  const [field, setField] = useState(attachments[0]?.key ?? '');
  const [isOpen, { open, close }] = useDisclosure(false);
  const ask = useAct('post', '/nominations/:nominationId/letters/request', { onDone: close });
  const languages = [...new Set(['en', ...definition.countries.flatMap(({ iso2 }) => languagesOf(definition, iso2))])];
  return (
    <Group>
      <Button variant="light" size="xs" aria-haspopup="dialog" onClick={open}>
        {t('letters.ask')}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t('letters.ask')}>
        <Select
          label={t('letters.paper')}
          data={attachments.map(({ key, label }) => ({ value: key, label: say(label) }))}
          allowDeselect={false}
          mb="sm"
          value={field}
          onChange={(chosen) => setField(chosen ?? field)}
        />
        <PersonForm
          languages={languages}
          lead={t('letters.means')}
          submit={t('letters.send')}
          problem={ask.error}
          isBusy={ask.isPending}
          onSubmit={(person) => ask.mutate({ params: { nominationId }, body: { ...person, field } })}
        />
      </Dialog>
    </Group>
  );
}
