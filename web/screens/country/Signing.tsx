// The signing sheet: all that the country forwards on one page, signed with a code, or by a letter that a second person confirms.
import { Badge, Button, Code, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { addressOf } from '../../api/client.ts';
import { useAct, useView } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { When } from '../../parts/When.tsx';
import { DeskPage } from './DeskPage.tsx';
import { useDesk } from './here.ts';
import { NoNominee } from './NoNominee.tsx';
import { SignHere } from './SignHere.tsx';

export type Sheet = Contract<'get', '/cycles/:cycleId/countries/:iso2/signing-sheet'>['answer'];
type Category = Sheet['categories'][number];
type Here = ReturnType<typeof useDesk>;

export function Signing() {
  const { t } = useTranslation('country');
  const here = useDesk();
  const { cycleId, iso2, roles } = here;
  const sheet = useView('/cycles/:cycleId/countries/:iso2/signing-sheet', { params: { cycleId, iso2 } });
  const open = sheet.categories.filter((one) => one.status === 'open' && one.nominations.length > 0);
  const waits = sheet.categories.some(({ waiting }) => waiting !== null);
  const unranked = open.some((one) => one.unranked.length > 0);
  return (
    <DeskPage
      here={here}
      title={t('signing.title')}
      lead={t('signing.lead')}
      width={860}
      actions={
        <Button
          component="a"
          href={addressOf('/cycles/:cycleId/countries/:iso2/signing-sheet/pdf', { cycleId, iso2 })}
          download
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
        >
          {t('signing.pdf')}
        </Button>
      }
    >
      {sheet.categories.map((category) => (
        <CategorySheet key={category.category} category={category} here={here} />
      ))}
      {sheet.sheet !== null && open.length > 0 && (
        <Text size="xs">
          {t('signing.hash')} <Code style={{ overflowWrap: 'anywhere' }}>{sheet.sheet}</Code>
        </Text>
      )}
      {open.length === 0 && !waits && <Text>{t('signing.nothing')}</Text>}
      {unranked && <Text>{t('signing.unranked')}</Text>}
      {open.length > 0 && !unranked && !waits && (roles.has('approver') || roles.has('focal-point')) && (
        <SignHere here={here} sheet={sheet} />
      )}
    </DeskPage>
  );
}

function CategorySheet({ category, here }: { category: Category; here: Here }) {
  const { t } = useTranslation('country');
  const { nominations, status, waiting } = category;
  const mayDeclare = here.roles.has('approver') && status === 'open' && nominations.length === 0;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={`sheet-${category.category}`}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id={`sheet-${category.category}`}>
          {here.categoryName(category.category)}
        </Title>
        <Badge color={status === 'open' ? 'lake' : 'green'}>{t(`categoryStatus.${status}`)}</Badge>
      </Group>
      {nominations.length === 0 ? (
        <Text>{t(status === 'no-nominee' ? 'signing.noNominee' : 'signing.emptyCategory')}</Text>
      ) : (
        <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
          {nominations.map((one) => (
            <li key={one.nominationId}>
              <Group gap="sm" wrap="nowrap" align="flex-start">
                <Text fw={600} size="lg" miw={24}>
                  {one.place}
                </Text>
                <div style={{ minWidth: 0 }}>
                  <Text fw={600}>
                    <LocalText of={one.organisation} />
                  </Text>
                  <Text size="sm">
                    <LocalText of={one.title} /> · {t('screening.version', { version: one.version })} ·{' '}
                    {t('signing.files', { count: one.files.length })}
                  </Text>
                  <Text size="xs" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
                    {one.dossier}
                  </Text>
                </div>
              </Group>
            </li>
          ))}
        </Stack>
      )}
      {waiting && <Waiting waiting={waiting} category={category.category} here={here} />}
      {mayDeclare && <NoNominee here={here} category={category.category} />}
    </Paper>
  );
}

type Letter = NonNullable<Category['waiting']>;

function Waiting({ waiting, category, here }: { waiting: Letter; category: string; here: Here }) {
  const { t } = useTranslation('country');
  const me = useMe();
  const { cycleId, iso2, roles, desk } = here;
  const confirm = useAct('post', '/cycles/:cycleId/countries/:iso2/sign-forwarding/confirm');
  const may = ['approver', 'focal-point', 'secretariat'].some((role) => roles.has(role));
  const isOwn = waiting.recordedBy === me?.personId;
  const facts = [
    ['reference', waiting.reference],
    ['date', waiting.date ?? '–'],
    ['office', waiting.office ?? '–'],
    ['signatory', waiting.name ?? t('signing.letter.erased')],
  ] as const;
  return (
    <Stack gap="xs" mt="md">
      <Text fw={600}>{t('signing.letter.waits')}</Text>
      <Table variant="vertical" layout="fixed">
        <Table.Tbody>
          {facts.map(([fact, value]) => (
            <Table.Tr key={fact}>
              <Table.Th w="40%">{t(`signing.letter.${fact}`)}</Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" component="div">
        {t('signing.letter.recorded')} <When at={waiting.recordedAt} zone={desk.ownZone} />
      </Text>
      {may && !isOwn ? (
        <div>
          <ConfirmButton
            title={t('signing.letter.confirmTitle')}
            body={t('signing.letter.confirmMeans')}
            confirm={t('signing.letter.confirm')}
            act={() => confirm.mutateAsync({ params: { cycleId, iso2 }, body: { category } })}
          >
            {t('signing.letter.confirm')}
          </ConfirmButton>
        </div>
      ) : (
        <Text size="sm">{t('signing.letter.second')}</Text>
      )}
    </Stack>
  );
}
