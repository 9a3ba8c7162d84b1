// What each of a panel has chosen, by name; nothing is chosen for whom nothing is said.
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export type Chosen = { [judge: string]: string };
type Props = {
  judges: readonly { judgeId: string; name: string }[];
  options: { value: string; label: string }[];
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
};

export function Choices({ judges, options, chosen, onChange }: Props) {
  const { t } = useTranslation('panel');
  return judges.map(({ judgeId, name }) => (
    <Select
      key={judgeId}
      label={name || t('nameless')}
      placeholder={t('votes.notCast')}
      clearable
      data={options}
      value={chosen[judgeId] ?? null}
      onChange={(choice) => {
        const { [judgeId]: _before, ...others } = chosen;
        onChange(choice === null ? others : { ...others, [judgeId]: choice });
      }}
    />
  ));
}
