// What happened to a nomination, and how it stood at any instant.
import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useMaybeView, useView } from '../../api/query.ts';
import { useAsOf } from '../../parts/AsOf.tsx';
import { HistoryOf } from '../../parts/HistoryOf.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useParam } from '../../parts/params.ts';
import { useText } from '../../parts/texts.ts';
import { When } from '../../parts/When.tsx';
import { AnswerText } from '../country/AnswerText.tsx';

type Nomination = Contract<'get', '/nominations/:nominationId'>['answer'];

export function NominationHistory() {
  const { t } = useTranslation(['history', 'app']);
  const text = useText();
  const nominationId = useParam('nominationId');
  const nomination = useView('/nominations/:nominationId', { params: { nominationId } });
  const { asOf, chooser, banner } = useAsOf(nomination.zone);
  return (
    <Page
      title={t('history.title', { ns: 'app', of: text(nomination.organisation) })}
      lead={<LocalText of={nomination.title} />}
      width={960}
      actions={chooser}
    >
      {banner}
      {asOf !== undefined && <AsItStood nominationId={nominationId} asOf={asOf} />}
      <HistoryOf path="/nominations/:nominationId/history" params={{ nominationId }} zone={nomination.zone} />
    </Page>
  );
}

function AsItStood({ nominationId, asOf }: { nominationId: string; asOf: string }) {
  const { data, error } = useMaybeView('/nominations/:nominationId', { params: { nominationId }, query: { asOf } });
  if (error) return <ProblemAlert problem={error} />;
  return data === undefined ? <Loading /> : <Stood nomination={data} />;
}

function Stood({ nomination }: { nomination: Nomination }) {
  const { t } = useTranslation(['history', 'app']);
  const { definition } = useView('/cycles/:cycleId/definition', { params: { cycleId: nomination.cycleId } });
  const { status, version, organisation, title, checks, content, submittedAt, zone } = nomination;
  const fields = definition.form.sections
    .flatMap((section) => section.fields)
    .filter(({ key }) => content[key] !== undefined);
  return (
    <Stack gap="xs" component="section" aria-labelledby="as-it-stood">
      <Title order={2} size="h3" id="as-it-stood">
        <LocalText of={organisation} />
      </Title>
      <Group gap="xs">
        <Badge>{t(`value.${status}`, { defaultValue: status })}</Badge>
        <Text size="sm">{t('stood.version', { version })}</Text>
        <Text size="sm">{t('stood.checks', checks)}</Text>
      </Group>
      <Text size="sm" component="div">
        {t('event.NominationSubmitted')}: <When at={submittedAt} zone={zone} />
      </Text>
      <Text fw={600}>
        <LocalText of={title} />
      </Text>
      {fields.map((field) => (
        <div key={field.key}>
          <Text size="sm" fw={600}>
            <LocalText of={field.label} />
          </Text>
          <AnswerText field={field} answer={content[field.key]} />
        </div>
      ))}
    </Stack>
  );
}
