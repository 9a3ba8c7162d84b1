// The frame of every screen of one cycle: its title above, and the way to its other screens for those who work on it.
import { Anchor, Group } from '@mantine/core';
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
  const base = `/cycles/${cycleId}`;
  const link = (place: string) => {
    const isHere = pathname === `${base}${place}`;
    return (
      <Anchor
        key={place}
        component={Link}
        to={`${base}${place}`}
        aria-current={isHere ? 'page' : undefined}
        fw={isHere ? 700 : 400}
        underline={isHere ? 'never' : 'always'}
        py={4}
      >
        {t(`places.${place.slice(1) || 'overview'}`)}
      </Anchor>
    );
  };
  return (
    <nav aria-label={t('places.label')} className="no-print">
      <Group gap="0 16px">
        {places.map(link)}
        {more.map(link)}
      </Group>
    </nav>
  );
}
