// The papers of the form: what is there, what has not come yet, and a place to send more.
import { Alert, Anchor, Group, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../../api/client.ts';
import { useAct } from '../../../api/query.ts';
import { ConfirmButton } from '../../../parts/ConfirmButton.tsx';
import { FileField } from '../../../parts/FileField.tsx';
import { sayRule } from '../../../parts/rules.ts';
import type { FileFacts } from '../../../parts/sending.ts';
import { sizeIn } from '../../../parts/sizes.ts';
import { useText } from '../../../parts/texts.ts';
import type { Attachment } from '../definition.ts';
import { idOfPlace, type Problem } from '../fields/FieldPlace.tsx';
import type { Draft } from './draft-store.ts';
import { draftParams, useTakeDraft } from './use-draft.ts';

type Props = {
  draft: Draft;
  attachments: Attachment[];
  isOpen: (field: string) => boolean;
  isNarrow: boolean;
  problems: Problem[];
  graceHours: number;
};

export function Papers({ draft, attachments, isOpen, isNarrow, problems, graceHours }: Props) {
  const { t } = useTranslation('nominations');
  const shown = attachments.filter(({ key }) => !isNarrow || isOpen(key));
  if (shown.length === 0) return null;
  return (
    <Stack component="section" gap="md" aria-labelledby="section-papers">
      <div>
        <Title order={2} size="h3" id="section-papers" tabIndex={-1}>
          {t('papers.title')}
        </Title>
        <Text size="sm">{t('papers.lead', { count: graceHours })}</Text>
      </div>
      {shown.map((attachment) => (
        <Paper key={attachment.key} {...{ attachment, draft, problems }} isOpen={isOpen(attachment.key)} />
      ))}
    </Stack>
  );
}

type One = { attachment: Attachment; draft: Draft; problems: Problem[]; isOpen: boolean };

function Paper({ attachment, draft, problems, isOpen }: One) {
  const { t } = useTranslation('nominations');
  const say = useText();
  const takeDraft = useTakeDraft(draft.subjectId);
  const { key, label, types, maxBytes, maxCount, required } = attachment;
  const files = draft.files.filter(({ field }) => field === key);
  const isFull = files.filter(({ state }) => state === 'arrived').length >= maxCount;
  const problem = problems.find(({ field, rule }) => field === key && rule.startsWith('file-'));
  const register = async (facts: FileFacts) => {
    const params = draftParams(draft.subjectId);
    const saved = await ask('post', '/drafts/:form/:subjectId/files', { params, body: { ...facts, field: key } });
    takeDraft(saved);
    return saved.files.find((file) => file.hash === facts.hash && file.field === key)?.fileId ?? '';
  };
  const look = async () =>
    takeDraft(await ask('get', '/drafts/:form/:subjectId', { params: draftParams(draft.subjectId) }));
  const messages = draft.standing.messages.filter(({ field }) => field === key);
  return (
    <div>
      {messages.map(({ message }) => (
        <Alert key={message} color="orange" variant="light" title={t('returned.here')} p="xs" mb={4}>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {message}
          </Text>
        </Alert>
      ))}
      <FileField
        id={idOfPlace(key)}
        label={say(label)}
        hint={maxCount > 1 ? t('papers.atMost', { count: maxCount }) : undefined}
        required={required}
        multiple={maxCount > 1}
        accept={types}
        maxBytes={maxBytes}
        disabled={!isOpen || isFull}
        error={problem && sayRule({ rule: problem.message, code: problem.rule })}
        group={`${draft.subjectId}/${key}`}
        register={register}
        onDone={look}
        keepsDone={false}
      >
        {(underWay) => (
          <>
            {files
              .filter(({ fileId }) => !underWay.includes(fileId))
              .map((file) => (
                <There key={file.fileId} {...{ file, draft, isOpen }} />
              ))}
            {isFull && isOpen && <Text size="sm">{t('papers.full', { count: maxCount })}</Text>}
          </>
        )}
      </FileField>
    </div>
  );
}

function There({ file, draft, isOpen }: { file: Draft['files'][number]; draft: Draft; isOpen: boolean }) {
  const { t, i18n } = useTranslation('nominations');
  const takeDraft = useTakeDraft(draft.subjectId);
  const remove = useAct('delete', '/drafts/:form/:subjectId/files/:fileId', { onDone: takeDraft });
  const { fileId, name, size, state } = file;
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm">
          {state === 'arrived' ? (
            <Anchor href={addressOf('/files/:fileId', { fileId })} download>
              {name}
            </Anchor>
          ) : (
            name
          )}{' '}
          · {sizeIn(size, i18n.language)} · {t(`papers.state.${state}`)}
        </Text>
        {isOpen && (
          <ConfirmButton
            variant="subtle"
            size="compact-sm"
            title={t('papers.removeTitle', { name })}
            body={t('papers.removeMeans')}
            confirm={t('papers.remove')}
            act={() => remove.mutateAsync({ params: { ...draftParams(draft.subjectId), fileId } })}
          >
            {t('papers.remove')} <VisuallyHidden>{name}</VisuallyHidden>
          </ConfirmButton>
        )}
      </Group>
    </div>
  );
}
