// Who holds which role in each award, for those who look after the installation: before there is any cycle.
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMaybeView, useView } from '../../../api/query.ts';
import { Empty } from '../../../parts/Empty.tsx';
import { Page } from '../../../parts/Page.tsx';
import { useText } from '../../../parts/texts.ts';
import { Members } from './Members.tsx';

export function AllPeople() {
  const { t } = useTranslation('cycles');
  const text = useText();
  const { items: awards } = useView('/definitions', {});
  const [award, setAward] = useState(awards[0]?.award ?? '');
  const { data } = useMaybeView('/definitions/:award', { params: { award } }, { enabled: award !== '' });
  const definition = data?.definition;
  return (
    <Page title={t('people.title')} lead={t('people.all')}>
      {awards.length === 0 && <Empty text={t('people.noAward')} />}
      {awards.length > 0 && (
        <Select
          label={t('new.award')}
          allowDeselect={false}
          maw={520}
          data={awards.map(({ award: value, names }) => ({ value, label: text(names) }))}
          value={award}
          onChange={(value) => setAward(value ?? '')}
        />
      )}
      {definition && (
        <Members
          key={award}
          place={{ award, zone: definition.zone, countries: definition.countries.map(({ iso2 }) => iso2) }}
        />
      )}
    </Page>
  );
}
