// Whose pseudonym is whose, for an auditor: each name is put before the commitment in the record, here in the browser.
import { Button, Code, List, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useList } from '../../api/query.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';

export function JudgeNames({ id }: { id: string }) {
  const { t } = useTranslation('panel');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" aria-haspopup="dialog" onClick={open}>
        {t('verification.judgeNames')}
      </Button>
      <Dialog opened={opened} onClose={close} title={t('verification.judgeNames')} size="lg">
        <Text size="sm" mb="sm">
          {t('verification.judgeNamesMean')}
        </Text>
        <Names id={id} />
      </Dialog>
    </>
  );
}

function Names({ id }: { id: string }) {
  const { t } = useTranslation('panel');
  const names = useList('/panels/:panel/judge-names', { params: { panel: id } });
  return (
    <Listing
      list={names}
      empty={<Empty text={t('verification.noJudgeNames')} />}
      exports={<ExportButton path="/panels/:panel/judge-names" params={{ panel: id }} />}
    >
      {(items) => (
        <List spacing="sm" listStyleType="none">
          {items.map((one) => (
            <List.Item key={one.judge}>
              <strong>{one.name ?? t('nameless')}</strong> · <Code>{one.judge}</Code>
              <Text size="sm">
                <Standing of={one} />
              </Text>
              <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {t('verification.commitment', { commitment: one.commitment })}
              </Text>
            </List.Item>
          ))}
        </List>
      )}
    </Listing>
  );
}

type JudgeName = Contract<'get', '/panels/:panel/judge-names'>['answer']['items'][number];
type Opens = 'yes' | 'no' | 'gone' | 'unasked';

/** SHA-256 of the canonical JSON of salt and name, which of two texts is what JSON writes anyway. */
async function standingOf({ name, salt, commitment }: JudgeName): Promise<Opens> {
  if (name === null || salt === null) return 'gone';
  // A page that did not come over a secure line has no such means.
  if (globalThis.crypto?.subtle === undefined) return 'unasked';
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify([salt, name])));
  const found = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return found === commitment ? 'yes' : 'no';
}

function Standing({ of }: { of: JudgeName }) {
  const { t } = useTranslation('panel');
  const [opens, setOpens] = useState<Opens>();
  useEffect(() => {
    void standingOf(of).then(setOpens);
  }, [of]);
  return opens === undefined ? '…' : t(`verification.opens.${opens}`);
}
