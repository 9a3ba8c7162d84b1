// One field of the form by its kind, with what the desk says of it and what is asked back about it.
import { Alert, Fieldset, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../parts/texts.ts';
import { type Field, useLanguageNames } from '../definition.ts';
import type { Content } from '../form/merging.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { DateField } from './DateField.tsx';
import { TextPlace } from './TextPlace.tsx';

export type Problem = { field: string; rule: string; message: string };
type Props = {
  field: Field;
  content: Content;
  onType: (place: string, answer: unknown) => void;
  /** In which a localized text is written, side by side. */
  languages: string[];
  readOnly: boolean;
  problems: Problem[];
  /** What the desk wants put right here. */
  messages: string[];
};

export const idOfPlace = (place: string) => `field-${place}`;
const textIn = (answer: unknown) => (answer === undefined || answer === null ? '' : String(answer));

export function FieldPlace(props: Props) {
  const { t } = useTranslation('nominations');
  const { field, messages } = props;
  return (
    <Stack gap={4} data-field={field.key}>
      {messages.map((message) => (
        <Alert key={message} color="orange" variant="light" title={t('returned.here')} p="xs">
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {message}
          </Text>
        </Alert>
      ))}
      {field.kind === 'localized-text' ? <LocalizedField {...props} /> : <PlainField {...props} />}
    </Stack>
  );
}

/** What the server says of an answer in words; what is only missing is said in the list before submitting. */
function useError(problems: Problem[], place: string): string | undefined {
  const { t, i18n } = useTranslation('nominations');
  const found = problems.find(
    ({ field, rule }) => field === place && !['required', 'zawgyi', 'buddhist-era'].includes(rule),
  );
  if (found === undefined) return undefined;
  return i18n.exists(`nominations:rule.${found.rule}`) ? t(`rule.${found.rule}`) : found.message;
}

function LocalizedField({ field, content, onType, languages, readOnly, problems }: Props) {
  const say = useText();
  const nameOf = useLanguageNames();
  const error = useError(problems, field.key);
  const { key, label, help, limit, required } = field;
  const answer = content[key];
  const texts = (typeof answer === 'object' && answer !== null ? answer : {}) as { [language: string]: unknown };
  const all = [...new Set([...languages, ...Object.keys(texts)])];
  return (
    <Fieldset
      legend={`${say(label)}${required ? ' *' : ''}`}
      variant="unstyled"
      styles={{ legend: { fontSize: 'var(--mantine-font-size-sm)', fontWeight: 600 } }}
    >
      {help && <Text size="sm">{say(help)}</Text>}
      <SimpleGrid cols={{ base: 1, sm: Math.min(all.length, 2) }} spacing="sm" verticalSpacing="xs" mt={4}>
        {all.map((language, index) => (
          <TextPlace
            key={language}
            id={idOfPlace(index === 0 ? key : `${key}.${language}`)}
            label={nameOf(language)}
            lang={language}
            value={textIn(texts[language])}
            onChange={(text) => onType(`${key}.${language}`, text)}
            limit={limit}
            long={(limit?.words ?? 0) > 40}
            required={false}
            readOnly={readOnly}
            error={index === 0 ? error : undefined}
          />
        ))}
      </SimpleGrid>
    </Fieldset>
  );
}

const kinds = {
  email: { type: 'email' },
  phone: { type: 'tel' },
  url: { type: 'url' },
  number: { inputMode: 'decimal' },
  year: { inputMode: 'numeric' },
} as const;

function PlainField({ field, content, onType, readOnly, problems }: Props) {
  const { t } = useTranslation('nominations');
  const say = useText();
  const { key, kind, label, help, limit, choices = [], required } = field;
  const error = useError(problems, key);
  const answer = content[key];
  const common = {
    ...{ id: idOfPlace(key), label: say(label), required, readOnly, error },
    description: help && say(help),
  };
  if (kind === 'date') return <DateField {...common} value={textIn(answer)} onChange={(day) => onType(key, day)} />;
  if (kind === 'yes-no')
    return (
      <ChoiceField
        {...common}
        none=""
        options={[
          { value: 'true', label: t('field.yes') },
          { value: 'false', label: t('field.no') },
        ]}
        value={textIn(answer)}
        onChange={(value) => onType(key, value === 'true')}
      />
    );
  if (kind === 'choice') {
    const options = choices.map((choice) => ({ value: choice.key, label: say(choice.label) }));
    const none = t('field.choose');
    return (
      <ChoiceField
        {...{ ...common, none, options }}
        value={textIn(answer)}
        onChange={(value) => onType(key, value === '' ? null : value)}
      />
    );
  }
  const look = kind in kinds ? kinds[kind as keyof typeof kinds] : {};
  return (
    <TextPlace
      {...{ ...common, ...look, limit }}
      long={kind === 'long-text'}
      value={textIn(answer)}
      onChange={(text) => onType(key, text)}
    />
  );
}
