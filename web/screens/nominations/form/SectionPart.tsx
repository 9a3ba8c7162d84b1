// A section of the form: its fields, who saved it last and when, and both versions where two have met.
import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../parts/ProblemAlert.tsx';
import { useText } from '../../../parts/texts.ts';
import type { Section } from '../definition.ts';
import { FieldPlace, type Problem } from '../fields/FieldPlace.tsx';
import { ClashBox } from './ClashBox.tsx';
import type { Draft, DraftStore, SectionState } from './draft-store.ts';
import { QuestionBox } from './QuestionBox.tsx';
import { useSavedAt } from './SavedAt.tsx';
import { useSection } from './use-draft.ts';

type Props = {
  section: Section;
  store: DraftStore;
  draft: Draft;
  languages: string[];
  labelOf: (place: string) => string;
  /** Whether this field may be written now. */
  isOpen: (field: string) => boolean;
  /** Only the fields that are open. */
  isNarrow: boolean;
  problems: Problem[];
};

export function SectionPart({ section, store, draft, languages, labelOf, isOpen, isNarrow, problems }: Props) {
  const say = useText();
  const state = useSection(store, section.key);
  const fields = section.fields.filter(({ key }) => !isNarrow || isOpen(key));
  const messagesOf = (key: string) =>
    draft.standing.messages.filter(({ field }) => field === key).map((one) => one.message);
  if (fields.length === 0) return null;
  return (
    <Stack component="section" gap="md" aria-labelledby={`section-${section.key}`}>
      <Group justify="space-between" align="baseline" gap="xs">
        <Title order={2} size="h3" id={`section-${section.key}`} tabIndex={-1}>
          {say(section.title)}
        </Title>
        <SectionSaved state={state} />
      </Group>
      <SectionNotes state={state} />
      <ClashBox store={store} state={state} labelOf={labelOf} />
      {fields.map((field) => (
        <div key={field.key}>
          <FieldPlace
            field={field}
            content={state.typed}
            onType={store.type}
            languages={languages}
            readOnly={!isOpen(field.key)}
            problems={problems}
            messages={messagesOf(field.key)}
          />
          <QuestionBox draft={draft} store={store} field={field.key} />
        </div>
      ))}
    </Stack>
  );
}

function SectionSaved({ state }: { state: SectionState }) {
  const { t } = useTranslation('nominations');
  const savedAt = useSavedAt();
  const { phase, saved, clash } = state;
  if (clash !== null || phase !== 'saved')
    return <Text size="sm">{t(clash === null ? `save.${phase}` : 'save.clash')}</Text>;
  if (saved.at === null) return null;
  return <Text size="sm">{t('save.savedBy', { at: savedAt(saved.at), name: saved.by ?? t('clash.somebody') })}</Text>;
}

function SectionNotes({ state }: { state: SectionState }) {
  const { t } = useTranslation('nominations');
  return (
    <>
      {state.restored && state.phase !== 'saved' && (
        <Alert variant="light" role="status">
          {t('save.restored')}
        </Alert>
      )}
      {state.phase === 'refused' && <ProblemAlert problem={state.problem} />}
    </>
  );
}
