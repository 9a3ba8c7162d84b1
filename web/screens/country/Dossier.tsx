// What was sent in, section by section, and beside each field and paper the message that asks to correct it.
import { Alert, Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import type { AwardDefinition } from '../../../domain/award-definition.ts';
import { addressOf } from '../../api/client.ts';
import { useMaybeView } from '../../api/query.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { RedactedCopy } from '../../parts/RedactedCopy.tsx';
import { useText } from '../../parts/texts.ts';
import { AnswerText } from './AnswerText.tsx';
import { AskField } from './AskField.tsx';
import type { Asked } from './Screening.tsx';

type Nomination = Contract<'get', '/nominations/:nominationId'>['answer'];
type Ask = ((field: string, message: string | null) => void) | null;
type Props = { nomination: Nomination; definition: AwardDefinition; asked: Asked; ask: Ask };

const isFor = (category: string) => (one: { categories?: string[] | undefined }) =>
  one.categories === undefined || one.categories.includes(category);

export function Dossier({ nomination, definition, asked, ask }: Props) {
  const said = useText();
  const { category, content } = nomination;
  return (
    <Stack gap="lg">
      {definition.form.sections.map((section) => {
        const fields = section.fields.filter(isFor(category));
        if (fields.length === 0) return null;
        return (
          <section key={section.key} aria-labelledby={`section-${section.key}`}>
            <Title order={2} size="h4" id={`section-${section.key}`} mb="xs">
              <LocalText of={section.title} />
            </Title>
            <Stack gap="sm">
              {fields.map((field) => (
                <Place key={field.key} name={field.key} label={said(field.label)} {...{ nomination, asked, ask }}>
                  <AnswerText field={field} answer={content[field.key]} />
                </Place>
              ))}
            </Stack>
          </section>
        );
      })}
      <Papers {...{ nomination, definition, asked, ask }} />
    </Stack>
  );
}

function Papers({ nomination, definition, asked, ask }: Props) {
  const { t } = useTranslation('country');
  const said = useText();
  const params = { nominationId: nomination.nominationId };
  const documents = useMaybeView('/nominations/:nominationId/documents', { params });
  return (
    <section aria-labelledby="papers">
      <Title order={2} size="h4" id="papers" mb="xs">
        {t('papers.title')}
      </Title>
      <Stack gap="sm">
        {definition.form.attachments.filter(isFor(nomination.category)).map(({ key, label }) => {
          const files = documents.data?.items.filter(({ field }) => field === key) ?? [];
          return (
            <Place key={key} name={key} label={said(label)} {...{ nomination, asked, ask }}>
              {files.length === 0 && <Text fs="italic">{t('papers.none')}</Text>}
              {files.map((document) => {
                const { fileId, name, size, state } = document;
                return (
                  <Group key={fileId} gap="xs">
                    {state === 'arrived' ? (
                      <Anchor href={addressOf('/files/:fileId', { fileId })} download mih={24}>
                        {name}
                      </Anchor>
                    ) : (
                      <Text>{name}</Text>
                    )}
                    <Text size="sm">{sayBytes(size)}</Text>
                    {state !== 'arrived' && <Badge color="orange">{t(`papers.${state}`)}</Badge>}
                    {documents.data !== undefined && (
                      <RedactedCopy {...{ ...params, document, documents: documents.data }} />
                    )}
                  </Group>
                );
              })}
            </Place>
          );
        })}
      </Stack>
    </section>
  );
}

const sayBytes = (size: number) =>
  size >= 1_000_000 ? `${(size / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(size / 1000))} kB`;

type PlaceProps = Omit<Props, 'definition'> & { name: string; label: string; children: React.ReactNode };

function Place({ name, label, nomination, asked, ask, children }: PlaceProps) {
  const { t } = useTranslation('country');
  const told = nomination.returned?.filter(({ field }) => field === name) ?? [];
  const message = asked[name];
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
        <Text fw={600} size="sm">
          {label}
        </Text>
        {ask !== null && message === undefined && (
          <Button
            size="compact-sm"
            mih={28}
            variant="subtle"
            style={{ flexShrink: 0 }}
            aria-label={t('return.askOn', { field: label })}
            onClick={() => ask(name, '')}
          >
            {t('return.ask')}
          </Button>
        )}
      </Group>
      {children}
      {told.map(({ message: text }) => (
        <Alert key={text} color="yellow" variant="light" mt="xs" p="xs" title={t('return.told')}>
          {text}
        </Alert>
      ))}
      {ask !== null && message !== undefined && <AskField {...{ name, label, message, ask }} />}
    </Paper>
  );
}
