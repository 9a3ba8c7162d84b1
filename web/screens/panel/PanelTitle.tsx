// What a panel is called: its category, and its country where judging is national.
import { LocalText } from '../../parts/LocalText.tsx';
import { useNames } from './names.ts';

type Props = { cycleId: string; category: string; country: string | null };

export function PanelTitle({ cycleId, category, country }: Props) {
  const names = useNames(cycleId);
  const of = names.country(country);
  return (
    <>
      <LocalText of={names.category(category)} />
      {of && (
        <>
          {' · '}
          <LocalText of={of} />
        </>
      )}
    </>
  );
}
