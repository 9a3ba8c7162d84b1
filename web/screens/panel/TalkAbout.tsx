// What the panel talks about before it decides: why a result is sensitive, entry by entry and of the whole ranking.
import { Alert, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { rubricFor } from '../../parts/rubrics.ts';
import { useText } from '../../parts/texts.ts';
import type { BoardOf } from './Board.tsx';
import { useNames } from './names.ts';

export function TalkAbout({ board }: { board: BoardOf }) {
  const { t } = useTranslation('panel');
  const words = useFlagWords(board);
  const said = [...new Set(board.flags.map(words))].filter((line) => line !== '');
  if (said.length === 0 && board.needsVote.length === 0) return null;
  return (
    <Alert color="orange" title={t('board.talk')}>
      <List size="sm" spacing={4}>
        {board.needsVote.length > 0 && <List.Item>{t('board.needsVote')}</List.Item>}
        {said.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

type Flag = BoardOf['flags'][number];

/** Each flag as a sentence, with the names of what it is about. Which judge it hangs on stays unsaid here. */
function useFlagWords(board: BoardOf): (flag: Flag) => string {
  const { t } = useTranslation('panel');
  const text = useText();
  const { definition } = useNames(board.cycleId);
  const rubric = rubricFor(definition, board.category, board.round);
  const nameOf = (id: string) => {
    const entry = board.entries.find(({ nominationId }) => nominationId === id);
    return entry === undefined ? '' : text(entry.organisation);
  };
  const criterionOf = (key: string) => {
    const found = rubric?.criteria.find((criterion) => criterion.key === key);
    return found === undefined ? key : text(found.label);
  };
  return ({ flag, detail, shown }) => {
    const [first = '', second = ''] = detail.split(':').map((part) => part.trim());
    switch (flag) {
      case 'wide-gap':
      case 'few-scored':
        return t(`flags.${flag}`, { entry: nameOf(first), criterion: criterionOf(second) });
      case 'adjusted-differs':
        return t('flags.adjusted-differs', { entries: detail.split(' ').map(nameOf).join(', ') });
      case 'method-refused':
        return t(`refused.${second}`, { method: t(`method.${first}`) });
      default:
        return t(`flags.${flag}`, { lead: shown });
    }
  };
}
