// The frame of a desk's screens: whose desk it is, and the way to its other screens.
import { Button, Group } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import type { useDesk } from './here.ts';

const ways = ['', '/ranking', '/signing', '/timetable', '/people', '/delegation'] as const;
const deskRoles = ['focal-point', 'screener', 'approver', 'secretariat', 'auditor'];
const delegationRoles = ['focal-point', 'secretariat', 'auditor'];
const peopleRoles = ['focal-point', 'secretariat', 'administrator', 'auditor'];

type Props = {
  here: ReturnType<typeof useDesk>;
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  width?: number;
};

export function DeskPage({ here, title, children, ...rest }: Props) {
  const { t } = useTranslation('country');
  const { pathname } = useLocation();
  const { desk, cycle, place, roles, cycleId } = here;
  const rolesFor = (way: string) =>
    way === '/people' ? peopleRoles : way === '/delegation' ? delegationRoles : deskRoles;
  const may = (way: string) => rolesFor(way).some((role) => roles.has(role));
  const over = (
    <>
      <LocalText of={desk.names} /> · <LocalText of={cycle.title} />
    </>
  );
  return (
    <Page title={title} over={over} {...rest}>
      <Group component="nav" aria-label={t('ways.label')} gap={6} className="no-print">
        {ways.filter(may).map((way) => {
          const isHere = pathname.replace(/\/$/, '') === `${place}${way}`;
          return (
            <Button
              key={way}
              component={Link}
              to={`${place}${way}`}
              size="compact-md"
              variant={isHere ? 'filled' : 'default'}
              aria-current={isHere ? 'page' : undefined}
            >
              {t(`ways.${way === '' ? 'desk' : way.slice(1)}`)}
            </Button>
          );
        })}
        <Button component={Link} to={`/cycles/${cycleId}/nominations`} size="compact-md" variant="default">
          {t('ways.nominations')}
        </Button>
        {may('') && (
          <Button component={Link} to={`/cycles/${cycleId}/organisations`} size="compact-md" variant="default">
            {t('ways.organisations')}
          </Button>
        )}
      </Group>
      {children}
    </Page>
  );
}
