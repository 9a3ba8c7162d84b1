// One part of a report in the form: a heading, or a field that is marked while it is blank.
import { Badge, Button, Group, Paper, Stack, Textarea, TextInput, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from './Parts.tsx';
import type { ReportOf } from './report-of.ts';

type Part = ReportOf['content']['parts'][number];
type Props = {
  part: Part;
  params: { forumId: string; iso2: string };
  language: string;
  rule: string | undefined;
  onChange: (part: Part) => void;
  onRemove: (() => void) | undefined;
  /** Puts a paragraph of one's own behind it. */
  onInsert: (() => void) | undefined;
  onPicture: (() => void) | undefined;
  /** Below it: what is being put there. */
  children: ReactNode;
};

type Around = 'onInsert' | 'onPicture' | 'children';

export function PartField({ onInsert, onPicture, children, ...props }: Props) {
  const { t } = useTranslation('report');
  return (
    <>
      <Field {...props} />
      {onInsert && (
        <Group className="no-print">
          <Button variant="subtle" onClick={onInsert}>
            {t('own.add')}
          </Button>
          <Button variant="subtle" onClick={onPicture}>
            {t('picture.add')}
          </Button>
        </Group>
      )}
      {children}
    </>
  );
}

function Field({ part, params, language, rule, onChange, onRemove }: Omit<Props, Around>) {
  const { t, i18n } = useTranslation('report');
  if (part.kind === 'heading' || part.kind === 'subheading') {
    const isMain = part.kind === 'heading';
    return (
      <Title order={isMain ? 2 : 3} size={isMain ? 'h3' : 'h5'} mt={isMain ? 'md' : 'xs'} lang={language}>
        {part.text}
      </Title>
    );
  }
  if (part.kind === 'picture') return <PictureField {...{ part, params, language, onChange, onRemove }} />;
  const isOwn = onRemove !== undefined;
  const label = part.label === '' ? t(isOwn ? 'own.text' : 'field.text') : part.label;
  const field = (
    <Textarea
      label={
        <>
          <span lang={part.label === '' ? i18n.language : language}>{label}</span>{' '}
          {part.text === '' && (
            <Badge color="orange" variant="light" component="span">
              {t('notStated')}
            </Badge>
          )}
        </>
      }
      description={part.kind === 'list' ? t('field.lines') : undefined}
      lang={language}
      autosize
      minRows={part.kind === 'fact' ? 1 : 2}
      maxLength={20_000}
      value={part.text}
      error={rule}
      onChange={(event) => onChange({ ...part, text: event.currentTarget.value })}
    />
  );
  if (!isOwn) return field;
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <TextInput
          label={t('own.label')}
          lang={language}
          maxLength={300}
          value={part.label}
          onChange={(event) => onChange({ ...part, label: event.currentTarget.value })}
        />
        {field}
        <Group justify="flex-end">
          <Button variant="subtle" color="red" onClick={onRemove}>
            {t('own.remove')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

type PictureProps = Omit<Props, 'part' | 'rule' | Around> & { part: Extract<Part, { kind: 'picture' }> };
function PictureField({ part, params, language, onChange, onRemove }: PictureProps) {
  const { t } = useTranslation('report');
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Picture part={part} params={params} />
        <TextInput
          label={t('picture.caption')}
          lang={language}
          maxLength={500}
          value={part.caption}
          onChange={(event) => onChange({ ...part, caption: event.currentTarget.value })}
        />
        <TextInput
          label={t('picture.credit')}
          description={t('picture.creditHint')}
          lang={language}
          maxLength={200}
          value={part.credit}
          onChange={(event) => onChange({ ...part, credit: event.currentTarget.value })}
        />
        <Group justify="flex-end">
          <Button variant="subtle" color="red" onClick={onRemove}>
            {t('picture.remove')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
