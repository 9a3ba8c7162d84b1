// One criterion: its points as one choice or left out with a reason, what the chosen point stands for, and its comment.
import { Button, Checkbox, Text, Textarea, VisuallyHidden } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Score } from '../../offline/store.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { useText } from '../../parts/texts.ts';
import type { Rubric } from './judging.ts';
import { Scale } from './Scale.tsx';
import type { Lack } from './sheet-check.ts';

type Props = {
  criterion: Rubric['criteria'][number];
  rubric: Rubric;
  score: Score | undefined;
  lack: Lack['why'] | undefined;
  onChange(part: Partial<Omit<Score, 'criterion'>>): void;
};

export function Criterion({ criterion, rubric, score, lack, onChange }: Props) {
  const { t } = useTranslation('judge');
  const text = useText();
  const id = useId();
  const points = score?.points ?? null;
  const comment = score?.comment ?? '';
  const abstains = score?.abstains === true;
  const isWanted = abstains || (points !== null && rubric.commentAt.includes(points));
  const lacks = lack === 'points' && points === null && !abstains;
  const name = text(criterion.label);
  const anchor = rubric.scale.anchors.find((one) => one.points === points);
  return (
    <fieldset className="judge-criterion" data-criterion={criterion.key} aria-describedby={`${id}-about`}>
      <legend id={`${id}-name`}>
        {name} <span className="judge-weight">{t('criterion.weight', { weight: criterion.weight })}</span>
      </legend>
      <Text size="sm" id={`${id}-about`} mb={6}>
        <LocalText of={criterion.evidence} />
      </Text>
      <Scale
        name={id}
        labelledBy={`${id}-name`}
        rubric={rubric}
        points={points}
        isInvalid={lacks}
        onChange={(next) => onChange({ points: next, abstains: undefined })}
      />
      <Text size="sm" mih={22} mt={4} aria-live="polite">
        {anchor === undefined
          ? t(abstains ? 'criterion.abstained' : 'criterion.none')
          : `${anchor.points} · ${text(anchor.label)}`}
      </Text>
      {criterion.mayAbstain && (
        <Checkbox
          data-abstain
          label={t('criterion.abstain')}
          mb={6}
          checked={abstains}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? { abstains: true, points: null } : { abstains: undefined })
          }
        />
      )}
      {lacks && (
        <Text size="sm" className="judge-lack">
          {t('criterion.lacksPoints')}
        </Text>
      )}
      <Comment
        value={comment}
        wanted={isWanted ? t(abstains ? 'criterion.wantedWhy' : 'criterion.wanted') : undefined}
        error={
          lackIn(lack, isWanted, comment) ? t(abstains ? 'criterion.lacksWhy' : 'criterion.lacksComment') : undefined
        }
        label={t(abstains ? 'criterion.why' : 'criterion.comment', { criterion: name })}
        maxLength={abstains ? 1000 : 5000}
        onChange={(next) => onChange({ comment: next })}
      />
    </fieldset>
  );
}

const lackIn = (lack: Lack['why'] | undefined, isWanted: boolean, comment: string): boolean =>
  isWanted && (lack === 'reason' || (lack === 'comment' && comment.trim() === ''));

type CommentProps = {
  value: string;
  /** Why it has to be written; undefined where it need not be. */
  wanted: string | undefined;
  error: string | undefined;
  label: string;
  maxLength: number;
  onChange(value: string): void;
};

/** Small until it is wanted or asked for. */
function Comment({ value, wanted, error, label, maxLength, onChange }: CommentProps) {
  const { t } = useTranslation('judge');
  const [isAsked, setAsked] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isAsked) area.current?.focus();
  }, [isAsked]);
  if (wanted === undefined && !isAsked && value === '')
    return (
      <Button variant="subtle" size="compact-sm" mih={28} data-comment onClick={() => setAsked(true)}>
        {t('criterion.addComment')}
        <VisuallyHidden>: {label}</VisuallyHidden>
      </Button>
    );
  return (
    <Textarea
      ref={area}
      label={label}
      description={wanted}
      error={error}
      required={wanted !== undefined}
      value={value}
      maxLength={maxLength}
      autosize
      minRows={2}
      onClick={() => area.current?.focus()}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
