// The frame of the screens of one cycle's judges, results and ceremony.
import type { ReactNode } from 'react';
import { CyclePage, useCycle } from '../cycles/CyclePage.tsx';

type Props = { cycleId: string; title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode };

export function Frame({ cycleId, ...rest }: Props) {
  return <CyclePage cycle={useCycle(cycleId)} {...rest} />;
}
