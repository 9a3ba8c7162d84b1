// The keys of the sheet, for whoever scores without a mouse.
import { Button, Kbd, Table } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../parts/Dialog.tsx';

const keys: [string[], string][] = [
  [['0', '1', '2', '…'], 'score'],
  [['j', 'k'], 'move'],
  [['c'], 'comment'],
  [['a'], 'abstain'],
  [['Esc'], 'leave'],
  [['Ctrl', 'Enter'], 'handIn'],
  [['?'], 'help'],
];

export function KeysHelp({ isOpen, setOpen }: { isOpen: boolean; setOpen: (isOpen: boolean) => void }) {
  const { t } = useTranslation('judge');
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        mih={28}
        visibleFrom="md"
        leftSection={<IconKeyboard size={18} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('keys.title')}
      </Button>
      <Dialog opened={isOpen} onClose={() => setOpen(false)} title={t('keys.title')}>
        <p>{t('keys.text')}</p>
        <Table>
          <Table.Tbody>
            {keys.map(([names, what]) => (
              <Table.Tr key={what}>
                <Table.Th scope="row">
                  {names.map((name) => (
                    <Kbd key={name} mr={4}>
                      {name}
                    </Kbd>
                  ))}
                </Table.Th>
                <Table.Td>{t(`keys.${what}`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Dialog>
    </>
  );
}
