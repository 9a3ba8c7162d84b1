// An answer of the form as it is read: every language marked with its own, choices by their labels.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../domain/award-definition.ts';
import { LocalText } from '../../parts/LocalText.tsx';

type Props = { field: Pick<FormField, 'kind' | 'choices'> | undefined; answer: unknown };

export function AnswerText({ field, answer }: Props) {
  const { t } = useTranslation('country');
  if (isEmpty(answer)) return <Text fs="italic">{t('answer.none')}</Text>;
  if (typeof answer === 'boolean') return <Text>{t(answer ? 'answer.yes' : 'answer.no')}</Text>;
  if (typeof answer === 'object' && answer !== null) return <InLanguages texts={answer} />;
  const choice = field?.choices?.find(({ key }) => key === answer);
  if (choice !== undefined)
    return (
      <Text>
        <LocalText of={choice.label} />
      </Text>
    );
  return <Text style={{ whiteSpace: 'pre-wrap' }}>{String(answer)}</Text>;
}

function InLanguages({ texts }: { texts: object }) {
  return (
    <>
      {Object.entries(texts).map(([language, text]) =>
        isEmpty(text) ? null : (
          <Text key={language} style={{ whiteSpace: 'pre-wrap' }}>
            <Text span size="xs" fw={600} mr={6}>
              {language.toUpperCase()}
            </Text>
            <span lang={language}>{String(text)}</span>
          </Text>
        ),
      )}
    </>
  );
}

const isEmpty = (answer: unknown): boolean =>
  answer === undefined ||
  answer === null ||
  answer === '' ||
  (typeof answer === 'object' && Object.values(answer).every(isEmpty));
