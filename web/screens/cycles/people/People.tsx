// Who holds which role in the award of a cycle.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { holds, useMe } from '../../../app/session.ts';
import { useParam } from '../../../parts/params.ts';
import { CyclePage, useCycle } from '../CyclePage.tsx';
import { Members } from './Members.tsx';

export function People() {
  const { t } = useTranslation('cycles');
  const cycle = useCycle(useParam('cycleId'));
  const mayImport = holds(useMe(), 'secretariat');
  return (
    <CyclePage
      cycle={cycle}
      title={t('people.title')}
      lead={t('people.lead')}
      actions={
        mayImport && (
          <Button component={Link} to={`/cycles/${cycle.cycleId}/imports`} variant="light">
            {t('people.import')}
          </Button>
        )
      }
    >
      <Members place={cycle} />
    </CyclePage>
  );
}
