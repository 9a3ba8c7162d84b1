// One reference entry beside its sheet: handed in once, and never counted.
import { Badge, Button, Grid, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client.ts';
import { useAct } from '../../api/query.ts';
import { dropDraft, findKeptDraft, keepDraft, referenceKey, useSending } from '../../offline/queue.ts';
import type { Score } from '../../offline/store.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { Anchors } from './Anchors.tsx';
import type { Reference } from './Calibration.tsx';
import { Criterion } from './Criterion.tsx';
import type { Rubric } from './judging.ts';
import { NotHandedIn } from './NotHandedIn.tsx';
import { SavedLine } from './SavedLine.tsx';
import { type Lack, lacksIn } from './sheet-check.ts';
import { pressed } from './sheet-keys.ts';
import { givenIn, inOrder, type Saved } from './sheet-state.ts';

type Props = { panel: string; reference: Reference; rubric: Rubric; at: number; of: number };

export function ReferenceSheet(props: Props) {
  // What another person left in this browser goes first.
  useSending();
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <WhatIsRead {...props} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <div className={isWide ? 'judge-beside' : ''}>
          <Points {...props} />
        </div>
      </Grid.Col>
    </Grid>
  );
}

function WhatIsRead({ reference, at, of }: Props) {
  const { t } = useTranslation('judge');
  return (
    <Stack component="article" gap="md">
      <div>
        <Text size="sm">
          {t('calibration.which', { at, of })}{' '}
          <Badge variant="outline" c="inherit" tt="none">
            {t(reference.earlier ? 'calibration.earlier' : 'calibration.sample')}
          </Badge>
        </Text>
        <Title order={2} size="h3">
          <LocalText of={reference.title} />
        </Title>
      </div>
      {reference.sections.map(({ title, fields }) => (
        <section key={JSON.stringify([title, fields])}>
          {title !== null && (
            <Title order={3} size="h4" mb={4}>
              <LocalText of={title} />
            </Title>
          )}
          <dl className="judge-form">
            {fields.map(({ label, text }) => (
              <div key={JSON.stringify([label, text])}>
                <dt>{label === null ? t('entry.tab') : <LocalText of={label} />}</dt>
                <dd className="judge-text">{typeof text === 'string' ? text : <LocalText of={text} />}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Stack>
  );
}

function Points({ panel, reference, rubric, at, of }: Props) {
  const { t } = useTranslation('judge');
  const form = useRef<HTMLFormElement>(null);
  const draft = referenceKey(panel, reference.referenceId);
  const { data: kept } = useSuspenseQuery({
    queryKey: ['offline', 'sheet', draft],
    queryFn: async () => (await findKeptDraft(draft)) ?? null,
    gcTime: 0,
  });
  const [scores, setScores] = useState<Score[]>(() => inOrder(rubric, kept?.scores));
  const [saved, setSaved] = useState<Saved>({ how: kept === null ? 'untouched' : 'here' });
  const [lacks, setLacks] = useState<Lack[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = useAct('post', '/panels/:panel/calibration/references/:referenceId/score');
  const latest = useRef(scores);
  const change = (criterion: string, part: Partial<Omit<Score, 'criterion'>>) => {
    latest.current = latest.current.map((score) => (score.criterion === criterion ? { ...score, ...part } : score));
    setScores(latest.current);
    setSaved({ how: 'here' });
    void keepDraft({ scorecard: draft, scores: latest.current, baseVersion: 0 });
  };
  const handIn = async () => {
    const found = lacksIn(rubric, scores);
    setLacks(found);
    if (found.length > 0) return focusOn(form.current, found[0]?.criterion);
    setProblem(null);
    const params = { panel, referenceId: reference.referenceId };
    try {
      await send.mutateAsync({ params, body: givenIn(scores) });
      await dropDraft(draft);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    }
  };
  return (
    <form
      ref={form}
      aria-label={t('sheet.title')}
      noValidate
      onKeyDown={(event) =>
        pressed(event, rubric, {
          score: (criterion, points) => change(criterion, { points, abstains: undefined }),
          help: () => undefined,
        })
      }
      onSubmit={(event) => {
        event.preventDefault();
        void handIn();
      }}
    >
      <Stack gap="md">
        <Title order={2} size="h4">
          {t('sheet.title')}
        </Title>
        <Text size="sm">{t('calibration.once')}</Text>
        <Anchors rubric={rubric} />
        {rubric.criteria.map((criterion) => (
          <Criterion
            key={criterion.key}
            criterion={criterion}
            rubric={rubric}
            score={scores.find((score) => score.criterion === criterion.key)}
            lack={lacks.find((lack) => lack.criterion === criterion.key)?.why}
            onChange={(part) => change(criterion.key, part)}
          />
        ))}
        <NotHandedIn lacks={lacks} problem={problem} rubric={rubric} />
        <SavedLine saved={saved} />
        <Button type="submit" size="md" loading={send.isPending}>
          {t(at === of ? 'calibration.handInLast' : 'calibration.handIn')}
        </Button>
      </Stack>
    </form>
  );
}

function focusOn(form: HTMLFormElement | null, criterion: string | undefined): void {
  const group = form?.querySelector(`[data-criterion="${criterion}"]`);
  group?.querySelector<HTMLElement>('textarea[required], input')?.focus();
  group?.scrollIntoView({ block: 'center' });
}
