// Of whom and of what a page by link is about.
import { Card, Text } from '@mantine/core';
import { LocalText } from '../../parts/LocalText.tsx';
import type { Texts } from '../../parts/texts.ts';

export const Facts = ({ organisation, title }: { organisation: Texts; title: Texts }) => (
  <Card withBorder>
    <Text fw={600} size="lg">
      <LocalText of={organisation} />
    </Text>
    <Text>
      <LocalText of={title} />
    </Text>
  </Card>
);
