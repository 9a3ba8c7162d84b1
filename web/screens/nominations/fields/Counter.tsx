// How much of a text's limit is used, by the server's own counting: words, or characters where the script has no spaces.
import { Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { measure, type TextLimit } from '../../../../domain/text-limits.ts';

export const isTooLong = (text: string, limit: TextLimit | undefined): boolean => {
  if (limit === undefined) return false;
  const { unit, count } = measure(text);
  return count > limit[unit];
};

export function Counter({ text, limit }: { text: string; limit: TextLimit }) {
  const { t } = useTranslation('nominations');
  const { unit, count } = measure(text);
  const most = limit[unit];
  const isOver = count > most;
  return (
    <Text size="sm" ta="end" component="div" {...(isOver && { c: 'var(--mantine-color-error)', fw: 600 })}>
      {t(`field.count.${unit}`, { count: most, used: count })}
      {isOver && ` – ${t(`field.over.${unit}`, { count: count - most })}`}
      <VisuallyHidden role="status">{isOver ? t('field.tooLong') : ''}</VisuallyHidden>
    </Text>
  );
}
