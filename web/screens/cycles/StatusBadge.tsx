// How a cycle stands, in words.
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const colours = { running: 'green', suspended: 'orange', cancelled: 'red', archived: 'gray' } as const;

export function StatusBadge({ status }: { status: keyof typeof colours }) {
  const { t } = useTranslation('cycles');
  return <Badge color={colours[status]}>{t(`status.${status}`)}</Badge>;
}
