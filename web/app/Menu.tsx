// The menu: what this person's roles work with, group by group.
import { NavLink, ScrollArea, Stack, Text } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePlaces } from './places.ts';

const groups = ['mine', 'country', 'award', 'forum'] as const;

export function Menu({ onChoose }: { onChoose: () => void }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const own = usePlaces();
  return (
    <ScrollArea>
      <Stack gap="md">
        {groups.map((group) => {
          const entries = own.filter((entry) => entry.group === group);
          if (entries.length === 0) return null;
          return (
            <div key={group}>
              <Text size="xs" fw={600} px="sm" mb={4} component="h2">
                {t(`menu.${group}`)}
              </Text>
              {entries.map(({ to, key }) => (
                <NavLink
                  key={to}
                  component={Link}
                  to={to}
                  label={t(`nav.${key}`)}
                  active={to === '/' ? pathname === '/' : pathname.startsWith(to)}
                  onClick={onChoose}
                  variant="light"
                />
              ))}
            </div>
          );
        })}
      </Stack>
    </ScrollArea>
  );
}
