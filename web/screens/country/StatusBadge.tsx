// Where a nomination stands, in words and a colour.
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const colours: { [status: string]: string } = {
  submitted: 'lake',
  returned: 'yellow',
  'rejection-proposed': 'orange',
  rejected: 'red',
  forwarded: 'green',
};

export function StatusBadge({ status }: { status: string }) {
  const { t } = useTranslation('country');
  return (
    <Badge color={colours[status] ?? 'gray'} miw="max-content">
      {t(`status.${status}`)}
    </Badge>
  );
}
