// A button for what is done with a reason: its dialog says what follows, and asks why.
import { Textarea } from '@mantine/core';
import { type ComponentProps, useState } from 'react';
import { ConfirmButton } from './ConfirmButton.tsx';

type Props = Omit<ComponentProps<typeof ConfirmButton>, 'body' | 'act'> & {
  /** Of the field, with what follows below it. */
  label: string;
  means: string;
  act: (reason: string) => Promise<unknown>;
};

export function ReasonButton({ label, means, act, ...button }: Props) {
  const [reason, setReason] = useState('');
  return (
    <ConfirmButton
      {...button}
      body={
        <Textarea
          label={label}
          description={means}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      }
      act={() => act(reason)}
    />
  );
}
