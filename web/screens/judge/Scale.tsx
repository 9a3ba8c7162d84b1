// The points of a criterion: one tap each on a short scale, a number on a long one.
import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useText } from '../../parts/texts.ts';
import type { Rubric } from './judging.ts';

type Props = {
  name: string;
  rubric: Rubric;
  points: number | null;
  labelledBy: string;
  isInvalid: boolean;
  onChange(points: number | null): void;
};
/** More than fit beside each other under a thumb. */
const longest = 10;

export function Scale({ name, rubric, points, labelledBy, isInvalid, onChange }: Props) {
  const { t } = useTranslation('judge');
  const text = useText();
  const { max, anchors } = rubric.scale;
  if (max > longest)
    return (
      <NumberInput
        aria-labelledby={labelledBy}
        placeholder={t('criterion.points', { max })}
        min={0}
        max={max}
        clampBehavior="strict"
        allowDecimal={false}
        value={points ?? ''}
        error={isInvalid}
        onChange={(value) => onChange(typeof value === 'number' ? value : null)}
      />
    );
  return (
    <div
      className="judge-scale"
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-invalid={isInvalid || undefined}
      aria-required
    >
      {Array.from({ length: max + 1 }, (_, value) => {
        const anchor = anchors.find((one) => one.points === value);
        return (
          <label key={String(value)} title={text(anchor?.label)}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={points === value}
              aria-label={anchor === undefined ? String(value) : `${value}, ${text(anchor.label)}`}
              onChange={() => onChange(value)}
            />
            <span aria-hidden>{value}</span>
          </label>
        );
      })}
    </div>
  );
}
