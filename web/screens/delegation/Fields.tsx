// The fields of a participant: who it is, for the badge, what is to be thought of, and the journey.
import { Fieldset, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { nameOfLanguage } from '../account/scripts.ts';
import { DateField } from '../country/DateField.tsx';
import type { Place, Said } from './said.ts';

type Props = {
  said: Said;
  onChange: (said: Said) => void;
  place: Place;
  rules: { [field: string]: string };
};
type Named = 'names' | 'positions' | 'bodies';

/** English and the country's own languages, and whatever else is filled in. */
const languagesOf = ({ languages }: Place, texts: { [language: string]: string }) => [
  ...new Set(['en', ...languages, ...Object.keys(texts)]),
];

export function NameFields({ said, onChange, place, rules }: Props) {
  const { t } = useTranslation('delegation');
  const set = (changes: Partial<Said>) => onChange({ ...said, ...changes });
  const spread = (of: Named) =>
    languagesOf(place, said[of]).map((tag) => (
      <TextInput
        key={`${of} ${tag}`}
        lang={tag}
        label={t(`field.${of}`, { language: nameOfLanguage(tag) })}
        value={said[of][tag] ?? ''}
        error={rules[`${of}.${tag}`]}
        maxLength={300}
        onChange={(event) => set({ [of]: { ...said[of], [tag]: event.currentTarget.value } })}
      />
    ));
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <TextInput
          label={t('field.honorific')}
          value={said.honorific}
          error={rules.honorific}
          maxLength={60}
          onChange={(event) => set({ honorific: event.currentTarget.value })}
        />
        <TextInput
          label={t('field.name')}
          description={t('field.nameHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={said.name}
          error={rules.name}
          required
          maxLength={200}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        {spread('names')}
        <TextInput
          label={t('field.printedName')}
          description={t('field.printedNameHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={said.printedName}
          error={rules.printedName}
          maxLength={200}
          onChange={(event) => set({ printedName: event.currentTarget.value })}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        {spread('positions')}
        {spread('bodies')}
      </SimpleGrid>
    </Stack>
  );
}

export function NeedFields({ said, onChange, rules }: Props) {
  const { t } = useTranslation('delegation');
  return (
    <Fieldset legend={t('needs.title')}>
      <Stack gap="sm">
        <span>{t('needs.who')}</span>
        {(['diet', 'access'] as const).map((of) => (
          <Textarea
            key={of}
            label={t(`field.${of}`)}
            autosize
            minRows={1}
            maxLength={500}
            value={said[of]}
            error={rules[of]}
            onChange={(event) => onChange({ ...said, [of]: event.currentTarget.value })}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}

export function JourneyFields({ said, onChange, place, rules }: Props) {
  const { t } = useTranslation('delegation');
  return (
    <Fieldset legend={t('journey.title')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        {(['arrival', 'departure'] as const).map((of) => (
          <Stack key={of} gap="xs">
            <DateField
              label={t(`journey.${of}`)}
              zone={place.zone}
              withTime
              value={said[of].local}
              error={rules[of] ?? rules[`${of}.at`]}
              onChange={(local) => onChange({ ...said, [of]: { ...said[of], local } })}
            />
            <TextInput
              label={t(`journey.${of}Flight`)}
              value={said[of].flight}
              error={rules[`${of}.flight`]}
              maxLength={120}
              disabled={said[of].local === ''}
              onChange={(event) => onChange({ ...said, [of]: { ...said[of], flight: event.currentTarget.value } })}
            />
          </Stack>
        ))}
      </SimpleGrid>
    </Fieldset>
  );
}
