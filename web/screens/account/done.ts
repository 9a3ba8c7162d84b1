// Says in passing that something is done.
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

export const done = (message: string): void =>
  void notifications.show({ message, color: 'lake', closeButtonProps: { 'aria-label': i18next.t('close') } });
