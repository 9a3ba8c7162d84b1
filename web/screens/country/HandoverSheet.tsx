// The hand-over sheet: all that is open for a person, to be read, printed or exported before the role changes hands.
import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { Empty } from '../../parts/Empty.tsx';
import { HistoryButton } from '../../parts/HistoryButton.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { useParam } from '../../parts/params.ts';
import { When } from '../../parts/When.tsx';
import { DeskPage } from './DeskPage.tsx';
import { useDesk } from './here.ts';

/** Who gives roles reads which were given. */
const historians = ['secretariat', 'auditor', 'focal-point'];

export function HandoverSheet() {
  const { t, i18n } = useTranslation(['country', 'home']);
  const here = useDesk();
  const me = useMe();
  const personId = useParam('personId');
  const isOwn = personId === me?.personId;
  const own = useList('/me/handover', {}, { enabled: isOwn });
  const theirs = useList('/members/:personId/handover', { params: { personId } }, { enabled: !isOwn });
  const members = useList('/members', { query: { award: here.cycle.award, country: here.iso2 } });
  const name = members.items.find((one) => one.personId === personId)?.name ?? '';
  const exported = isOwn ? { path: '/me/handover' } : { path: '/members/:personId/handover', params: { personId } };
  const say = (kind: string, what: string, count: number) =>
    kind === 'deadline'
      ? `${t('handover.deadline')}: ${t(`phase.${what}`, what)}`
      : kind === 'task' && i18n.exists(`task.${what}`, { ns: 'home' })
        ? t(`task.${what}`, { ns: 'home', count })
        : t(`handover.${kind}`);
  return (
    <DeskPage
      here={here}
      title={t('handover.title', { name })}
      lead={t('handover.lead')}
      width={860}
      actions={
        <>
          <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
            {t('signing.print')}
          </Button>
          {historians.some((role) => here.roles.has(role)) && (
            <HistoryButton
              path="/members/:personId/history"
              params={{ personId }}
              query={{ award: here.cycle.award, country: here.iso2 }}
              of={name}
            />
          )}
        </>
      }
    >
      <Listing
        list={isOwn ? own : theirs}
        empty={<Empty text={t('handover.empty')} to={`${here.place}/people`} action={t('ways.people')} />}
        exports={<ExportButton {...exported} />}
      >
        {(items) => (
          <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map((line) => (
              <Card key={`${line.kind} ${line.what} ${line.link} ${line.category}`} withBorder component="li">
                <Group justify="space-between" gap="xs">
                  <Text fw={600}>{say(line.kind, line.what, line.count)}</Text>
                  {line.kind !== 'task' && line.count > 1 && <Badge>{line.count}</Badge>}
                </Group>
                <Text>
                  <LocalText of={line.title} />
                  {line.category && ` · ${here.categoryName(line.category)}`}
                </Text>
                {line.dueAt !== null && (
                  <Text size="sm" component="div">
                    <When at={line.dueAt} zone={line.zone} relative />
                  </Text>
                )}
              </Card>
            ))}
          </Stack>
        )}
      </Listing>
    </DeskPage>
  );
}
