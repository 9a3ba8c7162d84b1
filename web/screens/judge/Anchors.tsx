// What each point stands for, and which ones need a comment.
import { List, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../parts/LocalText.tsx';
import type { Rubric } from './judging.ts';

export function Anchors({ rubric }: { rubric: Rubric }) {
  const { t } = useTranslation('judge');
  const { scale, commentAt } = rubric;
  // Where there is room they are read without a tap.
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  return (
    <details className="judge-anchors" open={isWide}>
      <summary>{t('sheet.anchors')}</summary>
      <List size="sm" listStyleType="none" mt={4}>
        {scale.anchors.map(({ points, label }) => (
          <List.Item key={points}>
            <strong>{points}</strong> <LocalText of={label} />
          </List.Item>
        ))}
      </List>
      {commentAt.length > 0 && (
        <Text size="sm" mt={4}>
          {t('sheet.commentAt', { points: commentAt.join(', ') })}
        </Text>
      )}
    </details>
  );
}
