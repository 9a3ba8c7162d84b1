// Says in passing that something is done.
import { notifications } from '@mantine/notifications';

export const done = (message: string): void => void notifications.show({ message, color: 'lake' });
