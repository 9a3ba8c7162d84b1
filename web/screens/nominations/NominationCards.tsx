// One line of the lists: a form that is being written, or a nomination that was sent in.
import { Anchor, Badge, Button, Card, Group, Progress, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { useAct } from '../../api/query.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { useText } from '../../parts/texts.ts';
import { When } from '../../parts/When.tsx';
import { type Definition, languagesOf, useCategoryNames, useLabels } from './definition.ts';
import { PersonForm } from './Editors.tsx';
import { useSavedAt } from './form/SavedAt.tsx';

type Draft = ItemOf<'/cycles/:cycleId/drafts'>;
type Nomination = ItemOf<'/cycles/:cycleId/nominations'>;

export function DraftCard({ draft, definition }: { draft: Draft; definition: Definition }) {
  const { t } = useTranslation('nominations');
  const say = useText();
  const labelOf = useLabels(definition);
  const categoryOf = useCategoryNames(definition);
  const savedAt = useSavedAt();
  const { nominationId, category, inHouse, title, percentComplete, orphaned, details } = draft;
  const name = say(title) || t('list.untitled');
  const missing = details?.missingPapers ?? [];
  return (
    <Card component="li" withBorder padding="sm">
      <Group justify="space-between" gap="xs" align="flex-start">
        {details === null ? (
          <Text fw={600}>{name}</Text>
        ) : (
          <Anchor component={Link} to={`/nominations/${nominationId}/form`} fw={600} mih={24}>
            {name}
          </Anchor>
        )}
        <Group gap={6}>
          {orphaned && <Badge color="orange">{t('list.orphaned')}</Badge>}
          <Badge color="gray">{t(inHouse ? 'list.inHouse' : 'list.byApplicant')}</Badge>
        </Group>
      </Group>
      <Text size="sm">{categoryOf(category)}</Text>
      <Group gap="xs" wrap="nowrap">
        <Progress value={percentComplete} w={120} aria-label={t('form.complete')} />
        <Text size="sm">{t('form.percent', { percent: percentComplete })}</Text>
      </Group>
      {missing.length > 0 && (
        <Text size="sm">{t('list.missing', { papers: missing.map(labelOf).join(', '), count: missing.length })}</Text>
      )}
      {details !== null && (
        <Text size="sm">
          {t('list.editors', { names: details.editors.join(', ') })} ·{' '}
          {t('list.savedAt', { at: savedAt(details.savedAt), name: details.savedBy ?? t('clash.somebody') })}
        </Text>
      )}
      {orphaned && <NameEditor nominationId={nominationId} languages={languagesOf(definition, '')} />}
    </Card>
  );
}

/** Nobody is left who can edit it: the focal point names somebody. */
function NameEditor({ nominationId, languages }: { nominationId: string; languages: string[] }) {
  const { t } = useTranslation('nominations');
  const [isOpen, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const name = useAct('post', '/drafts/nomination/:nominationId/editors/name', { onDone: close });
  return (
    <Group mt={4}>
      <Button size="xs" variant="light" aria-haspopup="dialog" onClick={open}>
        {t('editors.name')}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t('editors.name')}>
        <Textarea
          label={t('editors.reason')}
          required
          autosize
          mb="sm"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <PersonForm
          languages={languages}
          lead={t('editors.nameMeans')}
          submit={t('editors.name')}
          problem={name.error}
          isBusy={name.isPending}
          onSubmit={(person) => name.mutate({ params: { nominationId }, body: { ...person, reason } })}
        />
      </Dialog>
    </Group>
  );
}

const colours: { [status: string]: string } = { returned: 'orange', forwarded: 'green', rejected: 'red' };

export const StageBadge = ({ stage }: { stage: string }) => {
  const { t } = useTranslation('nominations');
  return <Badge color={colours[stage] ?? 'gray'}>{t(`stage.${stage}`)}</Badge>;
};

export function NominationCard({ nomination, definition }: { nomination: Nomination; definition: Definition }) {
  const { t } = useTranslation('nominations');
  const say = useText();
  const categoryOf = useCategoryNames(definition);
  const { nominationId, organisation, title, category, country, status, correctBy, checks, missingFiles } = nomination;
  const home = definition.countries.find(({ iso2 }) => iso2 === country);
  return (
    <Card component="li" withBorder padding="sm">
      <Group justify="space-between" gap="xs" align="flex-start">
        <Anchor component={Link} to={`/nominations/${nominationId}`} fw={600} mih={24}>
          <LocalText of={organisation} />
        </Anchor>
        <StageBadge stage={status} />
      </Group>
      <Text size="sm">
        <LocalText of={title} /> · {categoryOf(category)} · {say(home?.names)}
      </Text>
      <Text size="sm" component="div">
        {t('list.submittedAt')} <When at={nomination.submittedAt} />
      </Text>
      {status === 'submitted' && checks.passed + checks.failed > 0 && (
        <Text size="sm">{t('list.checks', { passed: checks.passed, failed: checks.failed, of: checks.of })}</Text>
      )}
      {status === 'returned' && correctBy !== null && (
        <Text size="sm" component="div">
          {t('list.correctBy')} <When at={correctBy} zone={home?.zone ?? null} relative />
        </Text>
      )}
      {missingFiles > 0 && (
        <Text size="sm" fw={500}>
          {t('list.missingFiles', { count: missingFiles })}
        </Text>
      )}
    </Card>
  );
}
