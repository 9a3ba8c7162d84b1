// The end of the form: what is still missing, and sending it in: first, again, corrected, answered, or changed after the forwarding.
import { Alert, Anchor, Button, Group, List, Paper, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../api/client.ts';
import { useAct } from '../../../api/query.ts';
import { ConfirmButton } from '../../../parts/ConfirmButton.tsx';
import { sayRule } from '../../../parts/rules.ts';
import { When } from '../../../parts/When.tsx';
import { idOfPlace } from '../fields/FieldPlace.tsx';
import type { Draft, DraftStore } from './draft-store.ts';
import { useSections } from './use-draft.ts';

type Props = { draft: Draft; store: DraftStore; labelOf: (place: string) => string; isEditor: boolean };

/** To the field, wherever it stands: a text of one language, a day in three parts, a paper's button. */
export function focusOn(place: string): void {
  const [field = ''] = place.split('.');
  const found = [idOfPlace(place), idOfPlace(field)]
    .map((id) => document.getElementById(id))
    .find((one) => one !== null);
  found?.scrollIntoView({ block: 'center' });
  found?.focus({ preventScroll: true });
}

export function Sending({ draft, store, labelOf, isEditor }: Props) {
  const { t } = useTranslation('nominations');
  const { problems, standing } = draft;
  const unsettled = useSections(store).some(({ clash }) => clash !== null);
  return (
    <Paper component="section" withBorder p="md" aria-labelledby="section-sending">
      <Stack gap="sm">
        <Title order={2} size="h3" id="section-sending" tabIndex={-1}>
          {t('sending.title')}
        </Title>
        {problems.length === 0 ? (
          <Text>{t('sending.complete')}</Text>
        ) : (
          <div>
            <Text fw={500}>{t('sending.missing', { count: problems.length })}</Text>
            <CheckList draft={draft} labelOf={labelOf} />
          </div>
        )}
        <Deadline standing={standing} />
        {unsettled && <Alert color="orange">{t('save.all.clash')}</Alert>}
        {isEditor && <Act draft={draft} store={store} />}
      </Stack>
    </Paper>
  );
}

function CheckList({ draft, labelOf }: Pick<Props, 'draft' | 'labelOf'>) {
  return (
    <List size="sm" spacing={4} mt={4}>
      {draft.problems.map(({ field, rule, message }) => (
        <List.Item key={`${field} ${rule} ${message}`}>
          <Anchor component="button" type="button" size="sm" ta="start" mih={24} onClick={() => focusOn(field)}>
            {labelOf(field)}
          </Anchor>
          : {sayRule({ rule: message, code: rule })}
        </List.Item>
      ))}
    </List>
  );
}

export function Deadline({ standing }: { standing: Draft['standing'] }) {
  const { t } = useTranslation('nominations');
  const { stage, until, zone, open } = standing;
  const isSent = stage !== 'draft' && stage !== 'returned' && stage !== 'with-country';
  if (isSent && !open) return <Text>{t(`sending.stage.${stage}`)}</Text>;
  return (
    <Text component="div">
      {t(open ? `sending.until.${stage}` : `sending.over.${stage}`)}{' '}
      {until !== null && <When at={until} zone={zone} relative={open} />}
    </Text>
  );
}

/** How it is sent in, by where it stands. */
const acts = {
  draft: '/nominations/:nominationId/submit',
  submitted: '/nominations/:nominationId/submit',
  returned: '/nominations/:nominationId/correct',
  'with-country': '/nominations/:nominationId/answer-return',
} as const;

function Act({ draft, store }: Pick<Props, 'draft' | 'store'>) {
  const { t } = useTranslation('nominations');
  const { stage, open, submittedVersion } = draft.standing;
  const kind = stage === 'draft' && submittedVersion === null ? 'draft' : stage;
  if (kind === 'forwarded') return <Amend draft={draft} store={store} />;
  if (!(kind in acts) || !open) return null;
  return <Send draft={draft} store={store} path={acts[kind as keyof typeof acts]} label={t(`sending.act.${kind}`)} />;
}

type Way = { path: (typeof acts)[keyof typeof acts]; label: string };

function Send({ draft, store, path, label }: Pick<Props, 'draft' | 'store'> & Way) {
  const { t } = useTranslation('nominations');
  const navigate = useNavigate();
  const send = useAct('post', path);
  const { stage } = draft.standing;
  const [first] = draft.problems;
  const nominationId = draft.subjectId;
  if (first !== undefined)
    return (
      <Group>
        <Button onClick={() => focusOn(first.field)}>{t('sending.first')}</Button>
      </Group>
    );
  const act = async () => {
    await requireSaved(store);
    await send.mutateAsync({ params: { nominationId }, body: { draftVersion: store.version() } });
    await navigate({ to: `/nominations/${nominationId}`, search: { sent: '1' } as never });
  };
  return (
    <Group>
      <ConfirmButton title={label} body={t(`sending.means.${stage}`)} confirm={label} act={act}>
        {label}
      </ConfirmButton>
    </Group>
  );
}

/** @throws Problem while something is typed that the server does not have. */
async function requireSaved(store: DraftStore): Promise<void> {
  if (!(await store.flush())) throw new Problem(409, 'not-saved', '');
}

/** A slip at once, substance with the leave of who leads the panel. */
function Amend({ draft, store }: Pick<Props, 'draft' | 'store'>) {
  const { t } = useTranslation('nominations');
  const navigate = useNavigate();
  const amend = useAct('post', '/nominations/:nominationId/amend');
  const [kind, setKind] = useState<'clerical' | 'substantive'>('clerical');
  const [reason, setReason] = useState('');
  const nominationId = draft.subjectId;
  const act = async () => {
    await requireSaved(store);
    await amend.mutateAsync({ params: { nominationId }, body: { kind, reason, draftVersion: store.version() } });
    await navigate({ to: `/nominations/${nominationId}` });
  };
  const fields = (
    <Stack gap="sm">
      <Text size="sm">{t('amend.means')}</Text>
      <Radio.Group label={t('amend.kind')} value={kind} onChange={(value) => setKind(value as typeof kind)}>
        <Stack gap="xs" mt={4}>
          <Radio value="clerical" label={t('amend.clerical')} />
          <Radio value="substantive" label={t('amend.substantive')} />
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('amend.reason')}
        required
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Stack>
  );
  return (
    <Group>
      <ConfirmButton variant="light" title={t('amend.title')} body={fields} confirm={t('amend.act')} act={act}>
        {t('amend.title')}
      </ConfirmButton>
    </Group>
  );
}
