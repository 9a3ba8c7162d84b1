// Who speaks, in one language: name and position as the delegation registered them, else as the presenter wrote them.
import type { ProgrammeTalk } from '../../db/read-models/programme-talks.ts';
import type { Particulars } from '../../domain/delegation/messages.ts';
import { textOf } from '../../domain/localized-text.ts';
import { fullName } from '../print/delegation.ts';

/** By person. */
export type Registered = ReadonlyMap<string, Particulars>;
export type Caption = { name: string; position: string };

/** Null where nobody is known to speak. */
export function captionOf(
  { personId, speaker }: ProgrammeTalk,
  registered: Registered,
  language: string,
): Caption | null {
  if (speaker === null) return null;
  const known = personId === null ? undefined : registered.get(personId);
  const positions = hasText(speaker.position) ? speaker.position : (known?.positions ?? {});
  return {
    name: known === undefined ? speaker.name : fullName(known, language),
    position: textOf(positions, language),
  };
}

const hasText = (texts: { [language: string]: string } | null): texts is { [language: string]: string } =>
  texts !== null && Object.values(texts).some((text) => text !== '');
