// One criterion: its points as one choice, what the chosen point stands for, and a comment where the rubric wants one.
import { Button, Text, Textarea, VisuallyHidden } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Score } from '../../offline/store.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { useText } from '../../parts/texts.ts';
import type { Rubric } from './judging.ts';
import { Scale } from './Scale.tsx';

type Props = {
  criterion: Rubric['criteria'][number];
  rubric: Rubric;
  score: Score | undefined;
  lack: 'points' | 'comment' | undefined;
  onChange(part: Partial<Omit<Score, 'criterion'>>): void;
};

export function Criterion({ criterion, rubric, score, lack, onChange }: Props) {
  const { t } = useTranslation('judge');
  const text = useText();
  const id = useId();
  const points = score?.points ?? null;
  const comment = score?.comment ?? '';
  const isWanted = points !== null && rubric.commentAt.includes(points);
  const lacks = lack === 'points' && points === null;
  const anchor = rubric.scale.anchors.find((one) => one.points === points);
  return (
    <fieldset className="judge-criterion" data-criterion={criterion.key} aria-describedby={`${id}-about`}>
      <legend id={`${id}-name`}>
        {text(criterion.label)}{' '}
        <span className="judge-weight">{t('criterion.weight', { weight: criterion.weight })}</span>
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
        onChange={(next) => onChange({ points: next })}
      />
      <Text size="sm" mih={22} mt={4} aria-live="polite">
        {anchor === undefined ? t('criterion.none') : `${anchor.points} · ${text(anchor.label)}`}
      </Text>
      {lacks && (
        <Text size="sm" className="judge-lack">
          {t('criterion.lacksPoints')}
        </Text>
      )}
      <Comment
        value={comment}
        isWanted={isWanted}
        isLacking={lack === 'comment' && isWanted && comment.trim() === ''}
        label={t('criterion.comment', { criterion: text(criterion.label) })}
        onChange={(next) => onChange({ comment: next })}
      />
    </fieldset>
  );
}

type CommentProps = {
  value: string;
  isWanted: boolean;
  isLacking: boolean;
  label: string;
  onChange(value: string): void;
};

/** Small until it is wanted or asked for. */
function Comment({ value, isWanted, isLacking, label, onChange }: CommentProps) {
  const { t } = useTranslation('judge');
  const [isAsked, setAsked] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isAsked) area.current?.focus();
  }, [isAsked]);
  if (!isWanted && !isAsked && value === '')
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
      description={isWanted ? t('criterion.wanted') : undefined}
      error={isLacking ? t('criterion.lacksComment') : undefined}
      required={isWanted}
      value={value}
      maxLength={5000}
      autosize
      minRows={2}
      onClick={() => area.current?.focus()}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
