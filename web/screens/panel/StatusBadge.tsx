// Where a panel stands, in a word.
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const colours: { [status: string]: string } = { scoring: 'lake', closed: 'yellow', sealed: 'orange', signed: 'green' };

export function StatusBadge({ status }: { status: string }) {
  const { t } = useTranslation('panel');
  return <Badge color={colours[status] ?? 'gray'}>{t(`status.${status}`)}</Badge>;
}
