// Why a sheet was not handed in: what it lacks, or what the server says; a sheet that came too late is told that it is kept.
import { Alert, List } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/client.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useText } from '../../parts/texts.ts';
import { When } from '../../parts/When.tsx';
import type { Rubric } from './judging.ts';
import type { Lack } from './sheet-check.ts';

type Props = { lacks: Lack[]; problem: Problem | null; rubric: Rubric };

export function NotHandedIn({ lacks, problem, rubric }: Props) {
  const { t } = useTranslation('judge');
  const text = useText();
  if (problem !== null && typeof problem.extra.keptAt === 'string') return <Late keptAt={problem.extra.keptAt} />;
  if (problem !== null) return <ProblemAlert problem={problem} />;
  if (lacks.length === 0) return null;
  return (
    <Alert role="alert" color="red" variant="light" title={t('sheet.lacks')}>
      <List size="sm">
        {lacks.map(({ criterion, why }) => (
          <List.Item key={criterion}>
            {t(`sheet.lack.${why}`, { criterion: text(rubric.criteria.find(({ key }) => key === criterion)?.label) })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Late({ keptAt }: { keptAt: string }) {
  const { t } = useTranslation('judge');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <Alert
      ref={place}
      tabIndex={-1}
      role="alert"
      color="orange"
      variant="light"
      className="judge-notice"
      title={t('late.title')}
    >
      <p style={{ marginBlock: 0 }}>{t('late.text')}</p>
      {t('late.arrived')} <When at={keptAt} />
    </Alert>
  );
}
