// A report to read: headings, facts, points and pictures; what is blank is marked.
import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/client.ts';
import type { ReportOf } from './report-of.ts';

type Content = ReportOf['content'];
type Part = Content['parts'][number];
type Props = { content: Content; params: { forumId: string; iso2: string } };

export function Parts({ content, params }: Props) {
  return (
    <Stack component="article" gap="xs" lang={content.language}>
      <Title order={2} size="h3">
        {content.title}
      </Title>
      {content.parts.map((part) => (
        <One key={part.id} part={part} params={params} />
      ))}
    </Stack>
  );
}

function One({ part, params }: { part: Part; params: Props['params'] }) {
  if (part.kind === 'heading')
    return (
      <Title order={3} size="h4" mt="md">
        {part.text}
      </Title>
    );
  if (part.kind === 'subheading')
    return (
      <Title order={4} size="h5" mt="sm">
        {part.text}
      </Title>
    );
  if (part.kind === 'picture') return <Picture part={part} params={params} />;
  return (
    <div>
      {part.label !== '' && (
        <Text size="sm" c="dimmed">
          {part.label}
        </Text>
      )}
      <Words text={part.text} isList={part.kind === 'list'} />
    </div>
  );
}

function Words({ text, isList }: { text: string; isList: boolean }) {
  const { t, i18n } = useTranslation('report');
  if (text === '')
    return (
      <Text fs="italic" lang={i18n.language}>
        {t('notStated')}
      </Text>
    );
  if (!isList) return <Text style={{ whiteSpace: 'pre-line' }}>{text}</Text>;
  return (
    <Stack component="ul" gap={2} m={0} pl="lg">
      {text.split('\n').map((line) => (
        <li key={line}>{line}</li>
      ))}
    </Stack>
  );
}

type PictureProps = { part: Extract<Part, { kind: 'picture' }>; params: Props['params'] };
export function Picture({ part, params }: PictureProps) {
  const { t } = useTranslation('report');
  const src = addressOf(
    '/forums/:forumId/delegations/:iso2/report/pictures/:fileId',
    { ...params, fileId: part.fileId },
    {},
  );
  return (
    <figure style={{ margin: 0 }}>
      <img src={src} alt={part.caption} style={{ maxWidth: '100%', maxHeight: 360 }} />
      <Text component="figcaption" size="sm">
        {part.caption === '' ? t('noCaption') : part.caption}
        {part.credit !== '' && ` · ${t('creditOf', { credit: part.credit })}`}
      </Text>
    </figure>
  );
}
