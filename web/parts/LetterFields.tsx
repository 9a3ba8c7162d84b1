// What a signed letter says: the scan, its reference and date, whose signature it bears.
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LetterUpload } from './LetterUpload.tsx';

export type LetterSaid = {
  letter: string | null;
  reference: string;
  date: string;
  signatory: { office: string; name: string };
};
export const emptyLetter: LetterSaid = { letter: null, reference: '', date: '', signatory: { office: '', name: '' } };

type Props = {
  cycleId: string;
  /** Whose desk it is of; null for the award's office. */
  country: string | null;
  said: LetterSaid;
  onChange: (said: LetterSaid) => void;
  rules: { [field: string]: string };
  /** Where the letter stands in the body: `signature.`. */
  at: string;
};

export function LetterFields({ cycleId, country, said, onChange, rules, at }: Props) {
  const { t } = useTranslation();
  const { signatory } = said;
  return (
    <>
      <LetterUpload
        cycleId={cycleId}
        {...(country !== null && { country })}
        label={t('letter.scan')}
        required
        error={rules[`${at}letter`]}
        onDone={({ hash }) => onChange({ ...said, letter: hash })}
      />
      <TextInput
        label={t('letter.reference')}
        required
        value={said.reference}
        error={rules[`${at}reference`]}
        onChange={(event) => onChange({ ...said, reference: event.currentTarget.value })}
      />
      <TextInput
        label={t('letter.date')}
        type="date"
        required
        value={said.date}
        error={rules[`${at}date`]}
        onChange={(event) => onChange({ ...said, date: event.currentTarget.value })}
      />
      <TextInput
        label={t('letter.name')}
        required
        value={signatory.name}
        error={rules[`${at}signatory.name`]}
        onChange={(event) => onChange({ ...said, signatory: { ...signatory, name: event.currentTarget.value } })}
      />
      <TextInput
        label={t('letter.office')}
        required
        value={signatory.office}
        error={rules[`${at}signatory.office`]}
        onChange={(event) => onChange({ ...said, signatory: { ...signatory, office: event.currentTarget.value } })}
      />
    </>
  );
}
