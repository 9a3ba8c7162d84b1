// How the names, the title and the citation are written, in each script, and the laureate's word on it.
import { Alert, Button, Card, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import type { Texts } from '../../parts/texts.ts';
import { type Award, named } from './award.ts';

export function ProofCard({ award, readOnly }: { award: Award; readOnly: boolean }) {
  const { t } = useTranslation('laureate');
  const { organisation, title, citation, proof } = award;
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4">
        {t('proof.title')}
      </Title>
      <Text mb="sm">{t('proof.lead')}</Text>
      <Stack gap="md">
        <InEachScript label={t('proof.organisation')} texts={organisation} />
        <InEachScript label={t('proof.initiative')} texts={title} />
        {citation !== null && (
          <InEachScript
            label={t('proof.citation')}
            texts={typeof citation === 'string' ? { '': citation } : citation}
          />
        )}
      </Stack>
      {proof?.outcome === 'approved' && (
        <Alert color="green" mt="md">
          {t('proof.approved')}
        </Alert>
      )}
      {proof?.outcome === 'correction' && (
        <Alert color="yellow" mt="md" title={t('proof.corrected')}>
          {proof.text}
        </Alert>
      )}
      {!readOnly && <Word award={award} />}
    </Card>
  );
}

function InEachScript({ label, texts }: { label: string; texts: Texts }) {
  const { i18n } = useTranslation();
  const nameOf = (tag: string) => new Intl.DisplayNames(i18n.language, { type: 'language' }).of(tag) ?? tag;
  return (
    <div>
      <Text fw={600}>{label}</Text>
      {Object.entries(texts).map(([tag, words]) => (
        <div key={tag}>
          {tag !== '' && <Text size="sm">{nameOf(tag)}</Text>}
          <Text size="lg" {...(tag !== '' && { lang: tag })}>
            {words}
          </Text>
        </div>
      ))}
    </div>
  );
}

function Word({ award }: { award: Award }) {
  const { t } = useTranslation('laureate');
  const say = useAct('post', '/panels/:panel/laureates/:laureateId/proof');
  const [text, setText] = useState('');
  return (
    <>
      <ProblemAlert problem={say.error} />
      <Group mt="md" gap="xs">
        {award.proof?.outcome !== 'approved' && (
          <Button
            variant="light"
            loading={say.isPending}
            onClick={() => say.mutate({ ...named(award), body: { outcome: 'approved' } })}
          >
            {t('proof.approve')}
          </Button>
        )}
        <ConfirmButton
          variant="default"
          title={t('proof.wrongTitle')}
          body={
            <>
              <Text mb="sm">{t('proof.wrongMeans')}</Text>
              <Textarea
                label={t('proof.text')}
                required
                autosize
                minRows={3}
                data-autofocus
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
              />
            </>
          }
          confirm={t('proof.send')}
          act={() => say.mutateAsync({ ...named(award), body: { outcome: 'correction', text } })}
        >
          {t('proof.wrong')}
        </ConfirmButton>
      </Group>
    </>
  );
}
