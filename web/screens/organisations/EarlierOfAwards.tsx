// The record of earlier editions for who looks after an installation: any of its awards, before anybody works on it.
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../api/query.ts';
import { useText } from '../../parts/texts.ts';
import { Section } from '../results/Section.tsx';
import { LoadEarlier } from './Earlier.tsx';

export function EarlierOfAwards() {
  const { t } = useTranslation('organisations');
  const say = useText();
  const { items } = useList('/definitions', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const award = chosen ?? items[0]?.award;
  if (award === undefined) return null;
  return (
    <Section title={t('earlier.title')} lead={t('earlier.lead')}>
      {items.length > 1 && (
        <Select
          label={t('earlier.which')}
          data={items.map((one) => ({ value: one.award, label: say(one.names) || one.award }))}
          value={award}
          onChange={setChosen}
          allowDeselect={false}
          maw={420}
        />
      )}
      <LoadEarlier key={award} award={award} />
    </Section>
  );
}
