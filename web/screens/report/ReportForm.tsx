// The report as its members write it: every fact a field, own paragraphs between them, saved as a version of its own.
import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client.ts';
import { useAct } from '../../api/query.ts';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { AddPicture } from './AddPicture.tsx';
import { PartField } from './PartField.tsx';
import { type ReportOf, reportPath } from './report-of.ts';

type Props = { report: ReportOf; params: { forumId: string; iso2: string } };
type Part = ReportOf['content']['parts'][number];

export function ReportForm({ report, params }: Props) {
  const { t } = useTranslation('report');
  const [content, setContent] = useState(report.content);
  const [pictured, setPictured] = useState<string | null>(null);
  const save = useAct('put', reportPath);
  const form = useFocusOnProblem(save.error);
  const rules = rulesOf(save.error);
  const isChanged = report.latest === 0 || JSON.stringify(content) !== JSON.stringify(report.content);
  const send = (version: number) => save.mutate({ params, body: { version, content } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(report.latest);
  };
  const setParts = (parts: Part[]) => setContent({ ...content, parts });
  const change = (at: number, part: Part) => setParts(content.parts.toSpliced(at, 1, part));
  const insert = (at: number) => setParts(content.parts.toSpliced(at, 0, ownPart()));
  return (
    <form ref={form} onSubmit={submit} aria-label={t('title')}>
      <Stack gap="sm">
        <TextInput
          label={t('field.title')}
          lang={content.language}
          required
          maxLength={500}
          value={content.title}
          error={rules['content.title']}
          onChange={(event) => setContent({ ...content, title: event.currentTarget.value })}
        />
        {content.parts.map((part, at) => (
          <PartField
            key={part.id}
            {...{ part, params, language: content.language }}
            rule={rules[`content.parts.${at}.text`] ?? rules[`content.parts.${at}`]}
            onChange={(next) => change(at, next)}
            onRemove={part.id.startsWith('own-') ? () => setParts(content.parts.toSpliced(at, 1)) : undefined}
            onInsert={endsSection(content.parts, at) ? () => insert(at + 1) : undefined}
            onPicture={endsSection(content.parts, at) ? () => setPictured(part.id) : undefined}
          >
            {pictured === part.id && (
              <AddPicture
                params={params}
                onStop={() => setPictured(null)}
                onAdd={(fileId) => {
                  setPictured(null);
                  setContent((now) => ({ ...now, parts: behind(now.parts, part.id, pictureOf(fileId)) }));
                }}
              />
            )}
          </PartField>
        ))}
        <MovedOn problem={save.error} onMine={send} />
        <Group className="no-print">
          <Button type="submit" loading={save.isPending} disabled={!isChanged}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Every heading ends what stands before it. */
const endsSection = (parts: Part[], at: number): boolean => {
  const next = parts[at + 1];
  return next === undefined || next.kind === 'heading';
};

const ownPart = (): Part => ({ id: `own-${crypto.randomUUID()}`, kind: 'text', label: '', text: '' });

const pictureOf = (fileId: string): Part => ({ id: `own-${fileId}`, kind: 'picture', fileId, caption: '', credit: '' });
const behind = (parts: Part[], id: string, part: Part): Part[] =>
  parts.flatMap((one) => (one.id === id ? [one, part] : [one]));

/** Somebody else has saved meanwhile: both versions stay, whichever comes last. */
function MovedOn({ problem, onMine }: { problem: Error | null; onMine: (version: number) => void }) {
  const { t } = useTranslation('report');
  if (!(problem instanceof Problem) || problem.code !== 'report-moved') return <ProblemAlert problem={problem} />;
  const allowed = problem.extra.allowed as { version?: number } | undefined;
  return (
    <Alert color="orange" variant="light" role="alert" title={t('moved.title')}>
      {t('moved.means')}
      <Group mt="sm">
        <Button variant="default" onClick={() => onMine(allowed?.version ?? 0)}>
          {t('moved.mine')}
        </Button>
        <Button variant="default" onClick={() => window.location.reload()}>
          {t('moved.theirs')}
        </Button>
      </Group>
    </Alert>
  );
}
