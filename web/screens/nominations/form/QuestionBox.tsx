// What is asked back about an answer: a year of the Buddhist Era, or Burmese typed with a Zawgyi font.
import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../api/client.ts';
import { useAct } from '../../../api/query.ts';
import { ProblemAlert } from '../../../parts/ProblemAlert.tsx';
import { useLanguageNames } from '../definition.ts';
import type { Draft, DraftStore } from './draft-store.ts';
import { draftParams, useTakeDraft } from './use-draft.ts';

export function QuestionBox({ draft, store, field }: { draft: Draft; store: DraftStore; field: string }) {
  const asked = draft.questions.filter((question) => question.field.split('.')[0] === field);
  return asked.map((question) => <Question key={question.field} {...{ draft, store, question }} />);
}

type Props = { draft: Draft; store: DraftStore; question: Draft['questions'][number] };

function Question({ draft, store, question }: Props) {
  const { t } = useTranslation('nominations');
  const nameOf = useLanguageNames();
  const takeDraft = useTakeDraft(draft.subjectId);
  const answer = useAct('post', '/drafts/:form/:subjectId/answers', { onDone: takeDraft });
  const { field, kind, typed, suggested } = question;
  const language = field.split('.')[1];
  const choose = async (take: 'suggested' | 'typed') => {
    // What is asked about is what is saved.
    if (!(await store.flush())) return;
    const said = {
      params: draftParams(draft.subjectId),
      body: { baseVersion: store.version(), answers: [{ field, take }] },
    };
    await answer.mutateAsync(said).catch((problem: unknown) => {
      if (!(problem instanceof Problem)) throw problem;
    });
  };
  const lang = language ?? (kind === 'zawgyi' ? 'my' : undefined);
  return (
    <Alert mt="xs" color="yellow" variant="light" role="alert" title={t(`question.${kind}.title`)}>
      <Text size="sm">
        {language !== undefined && `${nameOf(language)}: `}
        {t(`question.${kind}.text`)}
      </Text>
      <Text size="sm" component="div" my={4}>
        <Text span fw={600}>
          {t('question.typed')}:{' '}
        </Text>
        <span lang={lang}>{typed}</span>
        <br />
        <Text span fw={600}>
          {t(`question.${kind}.suggested`)}:{' '}
        </Text>
        <span lang={lang}>{suggested}</span>
      </Text>
      <Group gap="xs">
        <Button size="xs" loading={answer.isPending} onClick={() => void choose('suggested')}>
          {t(`question.${kind}.take`)}
        </Button>
        <Button size="xs" variant="default" loading={answer.isPending} onClick={() => void choose('typed')}>
          {t('question.keep')}
        </Button>
      </Group>
      <ProblemAlert problem={answer.error} />
    </Alert>
  );
}
