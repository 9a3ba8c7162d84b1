// Nothing here, and what to do next.
import { Button, Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

type Props = { text: string; to?: string; action?: string };

export const Empty = ({ text, to, action }: Props) => (
  <Paper withBorder p="lg" ta="center">
    <Text>{text}</Text>
    {to !== undefined && action !== undefined && (
      <Button component={Link} to={to} mt="sm" variant="light">
        {action}
      </Button>
    )}
  </Paper>
);
