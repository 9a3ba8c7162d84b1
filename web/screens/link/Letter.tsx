// A referee's supporting letter: as a file, or written here.
import { Alert, Button, Select, Stack, Tabs, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { ask } from '../../api/client.ts';
import { useAct, useView } from '../../api/query.ts';
import { languages } from '../../i18n/languages.ts';
import { FileField } from '../../parts/FileField.tsx';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import type { FileFacts } from '../../parts/sending.ts';
import { useText } from '../../parts/texts.ts';
import { When } from '../../parts/When.tsx';
import { Facts } from './Facts.tsx';
import { useLink } from './link.ts';

type Asked = Contract<'get', '/nominations/:nominationId/letters/asked'>['answer'];

export function Letter() {
  const { t } = useTranslation('link');
  const { subject: nominationId, name } = useLink('supporting-letter');
  const asked = useView('/nominations/:nominationId/letters/asked', { params: { nominationId } });
  const { organisation, title, cycle, label, confidential, open, arrivedAt } = asked;
  return (
    <Page title={t('letter.title')} over={<LocalText of={cycle} />} lead={t('hello', { name })} width={680}>
      <Facts organisation={organisation} title={title} />
      <Text>
        {t('letter.asked')} <LocalText of={label} />. {t(confidential ? 'letter.confidential' : 'letter.seen')}
      </Text>
      {arrivedAt !== null && (
        <Alert color="green" title={t('letter.arrived')} role="status">
          <When at={arrivedAt} />
        </Alert>
      )}
      {arrivedAt === null && !open && <Alert color="gray">{t('letter.closed')}</Alert>}
      {arrivedAt === null && open && <Ways nominationId={nominationId} asked={asked} />}
    </Page>
  );
}

function Ways({ nominationId, asked }: { nominationId: string; asked: Asked }) {
  const { t } = useTranslation('link');
  return (
    <Tabs defaultValue="file" keepMounted>
      <Tabs.List grow mb="md">
        <Tabs.Tab value="file">{t('letter.asFile')}</Tabs.Tab>
        <Tabs.Tab value="text">{t('letter.asText')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="file">
        <AsFile nominationId={nominationId} asked={asked} />
      </Tabs.Panel>
      <Tabs.Panel value="text">
        <AsText nominationId={nominationId} />
      </Tabs.Panel>
    </Tabs>
  );
}

function AsFile({ nominationId, asked }: { nominationId: string; asked: Asked }) {
  const text = useText();
  const client = useQueryClient();
  const register = async ({ hash, ...facts }: FileFacts) => {
    const body = { ...facts, sha256: hash };
    return (await ask('post', '/nominations/:nominationId/letters', { params: { nominationId }, body })).fileId;
  };
  return (
    <FileField
      label={text(asked.label)}
      accept={asked.types}
      maxBytes={asked.maxBytes}
      register={register}
      onDone={() => client.invalidateQueries()}
    />
  );
}

/** What is being written stays in this browser until it is sent. */
function AsText({ nominationId }: { nominationId: string }) {
  const { t, i18n } = useTranslation('link');
  const kept = `laureate.letter.${nominationId}`;
  const [text, setText] = useState(() => sessionStorage.getItem(kept) ?? '');
  const [language, setLanguage] = useState(i18n.language);
  const send = useAct('post', '/nominations/:nominationId/letters/text', {
    onDone: () => sessionStorage.removeItem(kept),
  });
  const form = useFocusOnProblem(send.error);
  const rules = rulesOf(send.error);
  const write = (words: string) => {
    setText(words);
    sessionStorage.setItem(kept, words);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({ params: { nominationId }, body: { text, language } });
  };
  return (
    <form ref={form} onSubmit={submit} aria-label={t('letter.asText')} noValidate>
      <Stack>
        <Select
          label={t('letter.language')}
          data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
          value={language}
          onChange={(chosen) => setLanguage(chosen ?? language)}
          allowDeselect={false}
        />
        <Textarea
          label={t('letter.text')}
          description={t('letter.textHint')}
          required
          autosize
          minRows={8}
          value={text}
          error={rules.text}
          onChange={(event) => write(event.currentTarget.value)}
        />
        <ProblemAlert problem={send.error} />
        <Button type="submit" size="md" loading={send.isPending}>
          {t('letter.send')}
        </Button>
      </Stack>
    </form>
  );
}
