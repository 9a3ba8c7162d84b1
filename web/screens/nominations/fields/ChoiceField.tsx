// One of few: a choice of the definition, or yes and no.
import { Group, NativeSelect, Radio, Stack } from '@mantine/core';

export type Option = { value: string; label: string };
type Props = {
  id: string;
  label: string;
  description?: string | undefined;
  options: Option[];
  value: string;
  onChange: (value: string) => void;
  required: boolean;
  readOnly: boolean;
  error?: string | undefined;
  /** For the empty line of a long list. */
  none: string;
};

export function ChoiceField({
  id,
  label,
  description,
  options,
  value,
  onChange,
  required,
  readOnly,
  error,
  none,
}: Props) {
  const common = { label, description, error, withAsterisk: required };
  if (options.length > 6)
    return (
      <NativeSelect
        {...common}
        id={id}
        data={[{ value: '', label: none }, ...options]}
        value={value}
        disabled={readOnly}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  const radios = options.map((option, index) => (
    <Radio
      key={option.value}
      {...(index === 0 && { id })}
      value={option.value}
      label={option.label}
      disabled={readOnly && option.value !== value}
      size="md"
    />
  ));
  return (
    <Radio.Group {...common} value={value} onChange={(chosen) => !readOnly && onChange(chosen)}>
      {options.length === 2 ? (
        <Group mt={6} gap="lg">
          {radios}
        </Group>
      ) : (
        <Stack mt={6} gap="xs">
          {radios}
        </Stack>
      )}
    </Radio.Group>
  );
}
