// The frame of a screen: its heading, which takes the focus when the screen opens, its acts, its content.
import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

type Props = {
  title: string;
  /** What this is part of: a cycle, a country. */
  over?: ReactNode;
  /** A sentence below the title. */
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Screens that are read rather than looked through stay narrow. */
  width?: number | undefined;
};

export function Page({ title, over, lead, actions, children, width }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    document.title = `${title} · Laureate`;
  }, [title]);
  return (
    <Stack gap="md" maw={width}>
      <Group justify="space-between" align="flex-end" gap="sm">
        <div>
          {over && (
            <Text size="sm" component="div">
              {over}
            </Text>
          )}
          <Title order={1} size="h2" ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {lead && <Text component="div">{lead}</Text>}
        </div>
        {actions && (
          <Group gap="xs" className="no-print">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  );
}
