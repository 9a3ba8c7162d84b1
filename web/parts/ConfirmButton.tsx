// A button for what cannot be undone: it says what will happen before it does.
import { Button, type ButtonProps, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

type Props = ButtonProps & {
  children: ReactNode;
  /** The dialog's heading, and in its body what will happen; fields may stand there too. */
  title: string;
  body: ReactNode;
  confirm: string;
  /** Resolves when it is done; a problem stays in the dialog. */
  act: () => Promise<unknown>;
  disabled?: boolean;
};

export function ConfirmButton({ children, title, body, confirm, act, ...button }: Props) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [state, setState] = useState<{ busy: boolean; problem: Error | null }>({ busy: false, problem: null });
  const run = async () => {
    setState({ busy: true, problem: null });
    const problem = await act().then(
      () => null,
      (error: Error) => error,
    );
    setState({ busy: false, problem });
    if (problem === null) close();
  };
  return (
    <>
      <Button {...button} aria-haspopup="dialog" onClick={open}>
        {children}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={title}>
        <Stack>
          <div>{body}</div>
          <ProblemAlert problem={state.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button color={button.color} loading={state.busy} onClick={() => void run()}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
