// A time of the forum's day, from and to, that may be taken out again.
import { Button, Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Span = { from: string; to: string };
type Props = {
  span: Span;
  number: number;
  of: 'time' | 'busy';
  onChange: (span: Span) => void;
  onRemove: () => void;
};

export function SpanFields({ span: { from, to }, number, of, onChange, onRemove }: Props) {
  const { t } = useTranslation('presenter');
  const span = { from, to };
  return (
    <Group align="flex-end" gap="xs">
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          type="time"
          label={t(`${of}.${end}`, { number })}
          value={span[end]}
          onChange={(event) => onChange({ ...span, [end]: event.currentTarget.value })}
        />
      ))}
      <Button variant="subtle" color="red" aria-label={t(`${of}.removeNumber`, { number })} onClick={onRemove}>
        {t('time.remove')}
      </Button>
    </Group>
  );
}
