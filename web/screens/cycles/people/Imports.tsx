// Tables into the system, one kind after the other.
import { Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParam } from '../../../parts/params.ts';
import { TableImport } from '../../../parts/TableImport.tsx';
import { CyclePage, useCycle } from '../CyclePage.tsx';

const kinds = ['people', 'judges', 'countries', 'nominations', 'participants'] as const;

export function Imports() {
  const { t } = useTranslation('cycles');
  const cycle = useCycle(useParam('cycleId'));
  const [kind, setKind] = useState<string>('people');
  return (
    <CyclePage cycle={cycle} title={t('imports.title')} lead={t('imports.lead')}>
      <Stack gap="md" maw={900}>
        <Select
          label={t('imports.kind')}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(`importKind.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(value ?? 'people')}
        />
        <TableImport key={kind} cycleId={cycle.cycleId} kind={kind} />
      </Stack>
    </CyclePage>
  );
}
