// The sheet beside its entry: a criterion at a time by tap or key, checked before it is handed in, then on to the next.
import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client.ts';
import { Anchors } from './Anchors.tsx';
import { BothVersions } from './BothVersions.tsx';
import { Criterion } from './Criterion.tsx';
import { type Entry, entryPath, nextAfter, type Rubric, useLines } from './judging.ts';
import { KeysHelp } from './KeysHelp.tsx';
import { NotHandedIn } from './NotHandedIn.tsx';
import { SavedLine } from './SavedLine.tsx';
import { type Lack, lacksIn } from './sheet-check.ts';
import { pressed } from './sheet-keys.ts';
import type { SheetState } from './sheet-state.ts';

type Props = { entry: Entry; rubric: Rubric; state: SheetState };

export function Sheet({ entry, rubric, state }: Props) {
  const { t } = useTranslation(['judge', 'app']);
  const { id, cycleId, status } = entry.sheet;
  const lines = useLines(cycleId);
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [lacks, setLacks] = useState<Lack[]>([]);
  const [outcome, setOutcome] = useState<{ busy: boolean; problem: Problem | null }>({ busy: false, problem: null });
  const [isHelping, setHelping] = useState(false);
  const next = nextAfter(lines, id);
  const goOn = () => void navigate({ to: next === undefined ? '/judging' : entryPath(next.id) });

  const handIn = async () => {
    const found = lacksIn(rubric, state.scores);
    setLacks(found);
    if (found.length > 0) return focusOn(form.current, found[0]);
    setOutcome({ busy: true, problem: null });
    try {
      const sent = await state.handIn();
      notifications.show({
        message: t(sent === 'sent' ? 'sheet.sent' : 'sheet.waiting'),
        color: sent === 'sent' ? 'green' : 'blue',
        closeButtonProps: { 'aria-label': t('app:close') },
      });
      goOn();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setOutcome({ busy: false, problem: error });
    }
  };
  const latest = useRef(handIn);
  latest.current = handIn;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return;
      event.preventDefault();
      void latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <form
      id="sheet"
      ref={form}
      tabIndex={-1}
      aria-label={t('sheet.title')}
      noValidate
      onKeyDown={(event) =>
        pressed(event, rubric, {
          score: (criterion, points) => state.change(criterion, { points, abstains: undefined }),
          help: () => setHelping(true),
        })
      }
      onSubmit={(event) => {
        event.preventDefault();
        void handIn();
      }}
    >
      <Stack gap="md">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {t('sheet.title')}
          </Title>
          <KeysHelp isOpen={isHelping} setOpen={setHelping} />
        </Group>
        {status === 'reopened' && (
          <Alert color="orange">
            {t('sheet.reopened')}
            {entry.returned && <Text mt={4}>{t('sheet.returned', { reason: entry.returned })}</Text>}
          </Alert>
        )}
        {status === 'submitted' && <Text size="sm">{t('sheet.replaces')}</Text>}
        {(status === 'submitted' || status === 'reopened') && (
          <Anchor component={Link} to={`/scorecards/${id}/versions`} size="sm">
            {t('sheet.versions')}
          </Anchor>
        )}
        <BothVersions state={state} rubric={rubric} />
        <Anchors rubric={rubric} />
        {rubric.criteria.map((criterion) => (
          <Criterion
            key={criterion.key}
            criterion={criterion}
            rubric={rubric}
            score={state.scores.find((score) => score.criterion === criterion.key)}
            lack={lacks.find((lack) => lack.criterion === criterion.key)?.why}
            onChange={(part) => state.change(criterion.key, part)}
          />
        ))}
        <NotHandedIn lacks={lacks} problem={outcome.problem} rubric={rubric} />
        <SavedLine saved={state.saved} />
        <Group>
          <Button type="submit" size="md" loading={outcome.busy}>
            {t(next === undefined ? 'sheet.handInLast' : 'sheet.handIn')}
          </Button>
          {next !== undefined && (
            <Button variant="default" size="md" onClick={goOn}>
              {t('sheet.skip')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

/** The points where they lack, the comment where that does. */
function focusOn(form: HTMLFormElement | null, lack: Lack | undefined): void {
  const group = form?.querySelector(`[data-criterion="${lack?.criterion}"]`);
  const field = group?.querySelector<HTMLElement>(lack?.why === 'points' ? 'input' : 'textarea');
  field?.focus();
  group?.scrollIntoView({ block: 'center' });
}
