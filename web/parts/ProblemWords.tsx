// A refusal in the reader's words; below them, small, what the server says of it.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Refused, wordsOf } from './problem-words.ts';

/** The texts are fetched when the first refusal is shown; until then, and without a line, the server's sentence stands. */
export function ProblemWords({ of }: { of: Refused }) {
  const { i18n } = useTranslation('problems', { useSuspense: false });
  const { text, lang, detail } = wordsOf(i18n, of);
  return (
    <>
      <span lang={lang}>{text}</span>
      {detail !== undefined && (
        <Text component="span" display="block" size="xs" lang="en">
          {detail}
        </Text>
      )}
    </>
  );
}
