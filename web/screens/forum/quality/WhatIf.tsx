// Changes tried on a copy: asked for, worked out, and set beside the working schedule. Nothing else is touched.
import { Alert, Button, Card, List, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../../api/contract.ts';
import { useAct, useView } from '../../../api/query.ts';
import { Dialog } from '../../../parts/Dialog.tsx';
import { Section } from '../../results/Section.tsx';
import { Working } from '../../results/Working.tsx';
import { useWords } from '../grid/words.ts';
import { clock, type Forum } from '../places.ts';
import { CostTable } from './CostTable.tsx';
import { ScenarioForm } from './ScenarioForm.tsx';

type Answer = Contract<'get', '/forums/:forumId/schedule/scenarios'>['answer'];
type Tried = Answer['scenarios'][number];

export function WhatIf({ forum, mayAct }: { forum: Forum; mayAct: boolean }) {
  const { t } = useTranslation('forum-quality');
  const { forumId } = forum;
  const { scenarios, current } = useView('/forums/:forumId/schedule/scenarios', { params: { forumId } });
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <Section title={t('whatIf.title')} lead={t('whatIf.lead')}>
      {mayAct && (
        <div>
          <Button aria-haspopup="dialog" variant="light" onClick={open}>
            {t('whatIf.open')}
          </Button>
          <Dialog opened={isOpen} onClose={close} title={t('whatIf.open')}>
            <ScenarioForm forum={forum} onDone={close} />
          </Dialog>
        </div>
      )}
      {scenarios.length === 0 && <Text>{t('whatIf.empty')}</Text>}
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {scenarios.map((tried) => (
          <Card component="li" key={tried.id} withBorder padding="sm">
            <One forum={forum} tried={tried} current={current} />
          </Card>
        ))}
      </Stack>
    </Section>
  );
}

function One({ forum, tried, current }: { forum: Forum; tried: Tried; current: Answer['current'] }) {
  const { t } = useTranslation('forum-quality');
  const again = useAct('post', '/forums/:forumId/schedule/scenarios');
  const { id, scenario, state, broken, outcome } = tried;
  const params = { forumId: forum.forumId };
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {scenario.name}
      </Title>
      <Changes forum={forum} scenario={scenario} />
      {broken.length > 0 && <Alert color="orange">{broken.join(' ')}</Alert>}
      {state !== 'proposed' && broken.length === 0 && (
        <Working proposalId={id} onAgain={() => again.mutateAsync({ params, body: scenario })} />
      )}
      {outcome !== null && (
        <>
          <Text>
            {t('whatIf.moved', { count: outcome.moved })}{' '}
            {outcome.unplaced.length > 0 && t('whatIf.unplaced', { count: outcome.unplaced.length })}{' '}
            {t(`whatIf.${outcome.status}`)}
          </Text>
          <CostTable
            columns={[
              { title: t('cost.working'), ...current },
              { title: t('whatIf.there'), ...outcome },
            ]}
          />
        </>
      )}
    </Stack>
  );
}

function Changes({ forum, scenario }: { forum: Forum; scenario: Tried['scenario'] }) {
  const { t } = useTranslation('forum-quality');
  const words = useWords(forum);
  const { pin = [], unpin = [], without = [], rooms = 0, longer = [] } = scenario;
  return (
    <List size="sm">
      {pin.map(({ talk, place }) => (
        <List.Item key={talk}>{t('whatIf.pinned', { talk: words.talk(talk), place: words.place(place) })}</List.Item>
      ))}
      {unpin.map((talk) => (
        <List.Item key={talk}>{t('whatIf.unpinned', { talk: words.talk(talk) })}</List.Item>
      ))}
      {without.map((talk) => (
        <List.Item key={talk}>{t('whatIf.without', { talk: words.talk(talk) })}</List.Item>
      ))}
      {forum.plan.blocks
        .filter(({ key }) => longer.includes(key))
        .map(({ key, startsAt, endsAt }) => (
          <List.Item key={key}>{t('whatIf.longerAt', { time: `${clock(startsAt)}–${clock(endsAt)}` })}</List.Item>
        ))}
      {rooms > 0 && <List.Item>{t('whatIf.rooms', { count: rooms })}</List.Item>}
    </List>
  );
}
