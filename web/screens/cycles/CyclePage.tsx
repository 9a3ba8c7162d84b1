// The frame of every screen of one cycle: its title above, and the way to its other screens for those who work on it.
import { Anchor, Box, Button, Group, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useView } from '../../api/query.ts';
import { holds, useMe } from '../../app/session.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';

export type Cycle = Contract<'get', '/cycles/:cycleId'>['answer'];
export const useCycle = (cycleId: string): Cycle => useView('/cycles/:cycleId', { params: { cycleId } });

const places = ['', '/planner', '/progress', '/mails', '/people', '/imports', '/checks'] as const;
const more = ['/nominations', '/judges', '/panels', '/endorsement', '/announcement', '/ceremony', '/history'] as const;

type Props = { cycle: Cycle; title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode };

export function CyclePage({ cycle, title, lead, actions, children }: Props) {
  return (
    <Page title={title} over={<LocalText of={cycle.title} />} lead={lead} actions={actions}>
      <CycleNav cycleId={cycle.cycleId} />
      {children}
    </Page>
  );
}

function CycleNav({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation('cycles');
  const { pathname } = useLocation();
  const me = useMe();
  if (!holds(me, 'secretariat', 'standby', 'auditor')) return null;
  const all = [...places, ...more].map((place) => {
    const to = `/cycles/${cycleId}${place}`;
    return { to, label: t(`places.${place.slice(1) || 'overview'}`), isHere: pathname === to };
  });
  return (
    <nav aria-label={t('places.label')} className="no-print">
      <Group gap="0 16px" visibleFrom="sm">
        {all.map(({ to, label, isHere }) => (
          <Anchor
            key={to}
            component={Link}
            to={to}
            aria-current={isHere ? 'page' : undefined}
            fw={isHere ? 700 : 400}
            underline={isHere ? 'never' : 'always'}
            py={4}
          >
            {label}
          </Anchor>
        ))}
      </Group>
      <Box hiddenFrom="sm">
        <Menu position="bottom-start" width="target">
          <Menu.Target>
            <Button
              variant="default"
              fullWidth
              justify="space-between"
              rightSection={<IconChevronDown size={18} aria-hidden />}
            >
              {t('places.go')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {all.map(({ to, label, isHere }) => (
              <Menu.Item
                key={to}
                component={Link}
                to={to}
                aria-current={isHere ? 'page' : undefined}
                fw={isHere ? 700 : 400}
              >
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Box>
    </nav>
  );
}
