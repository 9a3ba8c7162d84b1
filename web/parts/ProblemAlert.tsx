// What went wrong, in words, with what can be done about it. It is announced, and takes the focus when it appears.
import { Alert, Button, List } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/client.ts';
import { fieldInWords, labelOnPage } from './field-names.ts';
import { ProblemWords } from './ProblemWords.tsx';
import { sayRule } from './rules.ts';

type Props = { problem: Error | null | undefined; onRetry?: () => void };

export function ProblemAlert({ problem, onRetry }: Props) {
  const { t, i18n } = useTranslation();
  const nameOf = (field: string) =>
    labelOnPage(field, document) ??
    fieldInWords(field, (word) => (i18n.exists(`app:field.${word}`) ? t(`field.${word}`) : undefined));
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) place.current?.focus();
  }, [problem]);
  if (!problem) return null;
  const refused = problem instanceof Problem ? problem : { code: 'bug', errors: [], message: problem.message };
  const { errors } = refused;
  return (
    <Alert ref={place} tabIndex={-1} role="alert" color="red" variant="light" title={t('problem.title')} my="sm">
      {errors.length > 0 ? (
        <List size="sm">
          {errors.map((error) => (
            <List.Item key={`${error.field} ${error.rule}`}>
              <strong>{nameOf(error.field)}</strong> {sayRule(error)}
            </List.Item>
          ))}
        </List>
      ) : (
        <p style={{ margin: 0 }}>
          <ProblemWords of={refused} />
        </p>
      )}
      {onRetry && (
        <Button mt="sm" size="xs" variant="outline" color="red" onClick={onRetry}>
          {t('again')}
        </Button>
      )}
    </Alert>
  );
}
