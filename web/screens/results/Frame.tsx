// The frame of the screens of one cycle's judges, results and ceremony.
import type { ReactNode } from 'react';
import { useView } from '../../api/query.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';

type Props = { cycleId: string; title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode };

export function Frame({ cycleId, title, ...rest }: Props) {
  const cycle = useView('/cycles/:cycleId', { params: { cycleId } });
  return <Page title={title} over={<LocalText of={cycle.title} />} {...rest} />;
}
