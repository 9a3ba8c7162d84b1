// The plan of a forum: everything that it says, changed on one page; what is not saved yet stays in this tab.
import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useView } from '../../../api/query.ts';
import { rulesOf, useFocusOnProblem } from '../../../parts/fields.ts';
import { Page } from '../../../parts/Page.tsx';
import { ProblemAlert } from '../../../parts/ProblemAlert.tsx';
import { useParam } from '../../../parts/params.ts';
import { useText } from '../../../parts/texts.ts';
import { FactsPart } from './FactsPart.tsx';
import { InterpretersPart, ModeratorsPart, RapporteursPart } from './PeoplePart.tsx';
import { RoomsPart, ThemesPart } from './PlacesPart.tsx';
import {
  bodyOf,
  type Draft,
  dropDraft,
  keepDraft,
  keptDraft,
  languagesOf,
  type Plan,
  type PlanAnswer,
} from './planning.ts';
import { RulesPart } from './RulesPart.tsx';
import { Staff } from './Staff.tsx';
import { BlocksPart, ItemsPart, QuietPart, TimesPart } from './TimesPart.tsx';

export function PlanPage() {
  const { t } = useTranslation('forum-plan');
  const say = useText();
  const forumId = useParam('forumId');
  const forum = useView('/forums/:forumId/plan', { params: { forumId } });
  return (
    <Page
      title={t('title')}
      over={
        <Anchor component={Link} to={`/forums/${forumId}`} underline="always">
          {say(forum.plan.name)}
        </Anchor>
      }
      lead={t(forum.releases > 0 ? 'leadPublic' : 'lead')}
      width={960}
    >
      <Staff forum={forum} />
      <PlanForm key={forumId} forum={forum} />
    </Page>
  );
}

function PlanForm({ forum }: { forum: PlanAnswer }) {
  const { t, i18n } = useTranslation('forum-plan');
  const { forumId, releases, countries, staff } = forum;
  const [draft, setDraft] = useState<Draft | null>(() => keptDraft(forumId));
  const [saved, setSaved] = useState<Draft | null>(null);
  const [more, setMore] = useState<string[]>([]);
  const save = useAct('put', '/forums/:forumId/plan', {
    onDone: ({ version: newest }) => {
      dropDraft(forumId);
      setDraft(null);
      setSaved({ version: newest, plan });
    },
  });
  const form = useFocusOnProblem(save.error);
  // What was saved here counts before it is read again: nobody else has changed it then.
  const { version, plan: stands } = saved !== null && saved.version > forum.version ? saved : forum;
  const plan = draft?.plan ?? stands;
  const keep = (next: Draft) => {
    keepDraft(forumId, next);
    setDraft(next);
  };
  const set = (changes: Partial<Plan>) => keep({ version: draft?.version ?? version, plan: { ...plan, ...changes } });
  const drop = () => {
    dropDraft(forumId);
    setDraft(null);
    save.reset();
  };
  const isMoved = draft !== null && draft.version !== version;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const headers = { 'If-Match': `"${draft?.version ?? version}"` };
    save.mutate({ params: { forumId }, body: bodyOf(plan), headers });
  };
  const languages = [...new Set([...languagesOf(plan, i18n.language), ...more])];
  const part = { plan, set, rules: rulesOf(save.error), languages, fixed: releases > 0 };
  return (
    <form ref={form} onSubmit={submit} aria-label={t('title')} noValidate>
      <Stack>
        {isMoved && (
          <Alert color="orange" title={t('moved.title')}>
            <Text mb="xs">{t('moved.means')}</Text>
            <Group>
              <Button variant="default" onClick={drop}>
                {t('moved.theirs')}
              </Button>
              <Button variant="default" onClick={() => keep({ version, plan })}>
                {t('moved.mine')}
              </Button>
            </Group>
          </Alert>
        )}
        <FactsPart {...part} countries={countries} onLanguage={(tag) => setMore([...more, tag])} />
        <ThemesPart {...part} />
        {!part.fixed && <TimesPart {...part} />}
        <BlocksPart {...part} />
        <RoomsPart {...part} />
        <ItemsPart {...part} />
        <QuietPart {...part} />
        <ModeratorsPart {...part} staff={staff} countries={countries} />
        <RapporteursPart {...part} staff={staff} countries={countries} />
        <InterpretersPart {...part} staff={staff} countries={countries} />
        <RulesPart {...part} countries={countries} />
        <ProblemAlert problem={save.error} />
        <Group style={{ position: 'sticky', bottom: 0, zIndex: 1 }} bg="var(--mantine-color-body)" py="sm">
          <Button type="submit" loading={save.isPending} disabled={draft === null || isMoved}>
            {t('save')}
          </Button>
          {draft !== null && (
            <Button variant="subtle" onClick={drop}>
              {t('drop')}
            </Button>
          )}
          <Text role="status">{draft !== null ? t('unsaved') : saved !== null && t('saved')}</Text>
        </Group>
      </Stack>
    </form>
  );
}
