// One text: short or long, with its limit counted while it is typed.
import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TextLimit } from '../../../../domain/text-limits.ts';
import { Counter, isTooLong } from './Counter.tsx';

type Props = {
  id: string;
  label: string;
  description?: string | undefined;
  value: string;
  onChange: (text: string) => void;
  long?: boolean;
  limit?: TextLimit | undefined;
  lang?: string;
  type?: 'text' | 'email' | 'tel' | 'url';
  inputMode?: 'text' | 'decimal' | 'numeric';
  required: boolean;
  readOnly: boolean;
  error?: string | undefined;
};

export function TextPlace({ long = false, limit, lang, value, onChange, type = 'text', inputMode, ...rest }: Props) {
  const { t } = useTranslation('nominations');
  const tooLong = isTooLong(value, limit);
  const { required, readOnly, error, description, ...named } = rest;
  const common = {
    ...named,
    ...(description !== undefined && { description }),
    value,
    readOnly,
    withAsterisk: required,
    'aria-required': required,
    error: tooLong ? t('field.tooLong') : error,
    ...(lang !== undefined && { lang }),
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  return (
    <div>
      {long ? (
        <Textarea {...common} autosize minRows={3} maxRows={24} />
      ) : (
        <TextInput {...common} type={type} {...(inputMode && { inputMode })} />
      )}
      {limit !== undefined && <Counter text={value} limit={limit} />}
    </div>
  );
}
