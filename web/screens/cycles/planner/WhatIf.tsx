// What a change would do, before it is made: instants in every zone, what is accepted again, each mail with its text.
import { Accordion, Alert, Badge, Group, List, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../../api/contract.ts';
import { Problem } from '../../../api/client.ts';
import { ProblemAlert } from '../../../parts/ProblemAlert.tsx';
import { instantIn, placeOf } from '../../../parts/times.ts';
import { When } from '../../../parts/When.tsx';

export type WhatIf = Contract<'post', '/cycles/:cycleId/suspend/preview'>['answer'];
type Move = WhatIf['moves'][number];
type Step = WhatIf['reopens'][number];

export function WhatIfView({ whatIf }: { whatIf: WhatIf }) {
  const { t } = useTranslation('cycles');
  const { refused, already, moves, reopens, stops, mails } = whatIf;
  if (refused !== null) return <ProblemAlert problem={new Problem(409, refused.code, refused.detail, refused)} />;
  if (already)
    return (
      <Alert color="gray" variant="light">
        {t('whatIf.already')}
      </Alert>
    );
  const isPlan = moves.length > 0 && moves.every(({ before }) => before === null);
  return (
    <Stack gap="md">
      <Part
        title={t(isPlan ? 'whatIf.timetable' : 'whatIf.moves')}
        none={moves.length === 0 ? t('whatIf.noMoves') : null}
      >
        {moves.map((move) => (
          <MoveView key={`${move.what} ${move.of} ${move.country}`} move={move} />
        ))}
      </Part>
      {!isPlan && (
        <Part title={t('whatIf.reopens')} none={reopens.length === 0 ? t('whatIf.noReopens') : null}>
          <Steps steps={reopens} />
        </Part>
      )}
      {stops.length > 0 && (
        <Part title={t('whatIf.stops')} none={null}>
          <Steps steps={stops} />
        </Part>
      )}
      <Part
        title={t('whatIf.mails', { count: mails.reduce((sum, { recipients }) => sum + recipients, 0) })}
        none={mails.length === 0 ? t('whatIf.noMails') : null}
      >
        <MailTexts mails={mails} order={4} />
      </Part>
    </Stack>
  );
}

function Part({ title, none, children }: { title: string; none: string | null; children: React.ReactNode }) {
  return (
    <section>
      <Title order={3} size="h5" mb={4}>
        {title}
      </Title>
      {none === null ? <Stack gap="xs">{children}</Stack> : <Text size="sm">{none}</Text>}
    </section>
  );
}

function MoveView({ move }: { move: Move }) {
  const { t, i18n } = useTranslation('cycles');
  const name = move.what === 'publishes' ? t(`stage.${move.of}`) : t(`phase.${move.of}`);
  const isNew = move.before === null;
  const shown = (at: string | null, zone: string) => (at === null ? '–' : instantIn(at, zone, i18n.language));
  return (
    <Paper withBorder p="xs">
      <Text fw={600} size="sm">
        {t(`whatIf.${move.what}`, { name })}
        {move.country !== null && ` · ${move.country}`}
      </Text>
      <Table fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('whatIf.zone')}</Table.Th>
            {!isNew && <Table.Th>{t('whatIf.before')}</Table.Th>}
            <Table.Th>{t(isNew ? 'whatIf.at' : 'whatIf.after')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {move.zones.map(({ zone, countries, before, after }) => (
            <Table.Tr key={zone}>
              <Table.Th scope="row" fw={400}>
                {placeOf(zone)}
                {countries.length > 0 && ` (${countries.join(', ')})`}
              </Table.Th>
              {!isNew && <Table.Td>{shown(before, zone)}</Table.Td>}
              <Table.Td fw={600}>{shown(after, zone)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {move.keeping.length > 0 && (
        <Text size="sm" mt={4} component="div">
          {t('whatIf.keeping')}{' '}
          {move.keeping.map(({ country, closes }) => (
            <span key={country}>
              {country} {closes && <When at={closes.at} zone={closes.zone} />}{' '}
            </span>
          ))}
        </Text>
      )}
    </Paper>
  );
}

function Steps({ steps }: { steps: Step[] }) {
  const { t } = useTranslation('cycles');
  return (
    <List size="sm">
      {steps.map(({ step, category, countries, until }) => (
        <List.Item key={`${step} ${category} ${countries.join()}`}>
          <strong>{t(`phase.${step}`)}</strong>
          {category !== null && ` · ${category}`} · {countries.join(', ')}
          {until !== null && (
            <>
              {' '}
              {t('whatIf.until')} <When at={until.at} zone={until.zone} />
            </>
          )}
        </List.Item>
      ))}
    </List>
  );
}

/** Each with how many get it, folded away until it is looked at. */
export function MailTexts({ mails, order }: { mails: WhatIf['mails']; order: 3 | 4 }) {
  const { t } = useTranslation('cycles');
  return (
    <Accordion variant="contained" order={order} defaultValue="0">
      {mails.map(({ kind, language, recipients, subject, body }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two mails may be alike in all but their place
        <Accordion.Item key={index} value={String(index)}>
          <Accordion.Control>
            <Group gap="xs">
              <Badge color="gray">{t('whatIf.recipients', { count: recipients })}</Badge>
              <Badge color="gray">{language.toUpperCase()}</Badge>
              <Text size="sm" lang={language} data-kind={kind}>
                {subject}
              </Text>
            </Group>
          </Accordion.Control>
          <Accordion.Panel>
            <Text size="sm" lang={language} style={{ whiteSpace: 'pre-wrap' }}>
              {body}
            </Text>
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}
