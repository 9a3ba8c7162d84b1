// The frame of every screen of one cycle: its title above, and the way to its other screens for those who work on it.
import { Anchor, Box, Button, Group, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useView } from '../../api/query.ts';
import { holds, type Me, useMe } from '../../app/session.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';

export type Cycle = Contract<'get', '/cycles/:cycleId'>['answer'];
export const useCycle = (cycleId: string): Cycle => useView('/cycles/:cycleId', { params: { cycleId } });

const places = ['', '/planner', '/progress', '/mails', '/people', '/imports', '/checks'] as const;
const more = [
  '/nominations',
  '/organisations',
  '/judges',
  '/panels',
  '/endorsement',
  '/announcement',
  '/ceremony',
  '/history',
] as const;

type Place = (typeof places)[number] | (typeof more)[number];
/** What each power of a standby works with. */
const placesOfPower: { [power: string]: Place[] } = {
  deadlines: ['/planner', '/progress'],
  people: ['/people', '/judges'],
  verification: ['/nominations'],
  endorsement: ['/endorsement'],
  announcement: ['/announcement', '/ceremony'],
};

/** The screens that the person's roles are for; whoever works elsewhere has the overview alone. */
function placesOf(me: Me | null | undefined): Place[] {
  if (holds(me, 'secretariat')) return [...places, ...more];
  if (holds(me, 'auditor')) return [...places.filter((place) => place !== '/imports'), ...more];
  const powers = me?.roles.flatMap((held) => (held.role === 'standby' ? held.powers : [])) ?? [];
  const own = new Set<Place>(powers.flatMap((power) => placesOfPower[power] ?? []));
  if (holds(me, 'administrator')) own.add('/people');
  return ['', ...[...places, ...more].filter((place) => own.has(place))];
}

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
  const seen = placesOf(me);
  if (seen.length < 2) return null;
  const all = seen.map((place) => {
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
