// A letter or minutes that an act names by its SHA-256: registered in the cycle, uploaded, then told to the form around it.
import type { ReactNode } from 'react';
import { ask } from '../api/client.ts';
import { FileField } from './FileField.tsx';
import type { FileFacts, SentFile } from './sending.ts';

/** As the API takes them. */
const types = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const;
const maxBytes = 20_000_000;

type Props = {
  cycleId: string;
  /** Whose desk it is of; left out: the own country, none for the award's office. */
  country?: string;
  label: string;
  hint?: ReactNode;
  required?: boolean;
  error?: ReactNode;
  onDone: (letter: SentFile) => unknown;
};

/** `onDone` hears of the letter when all of it has arrived; acts name its `hash`. */
export function LetterUpload({ cycleId, country, ...field }: Props) {
  const register = async ({ hash, type, ...facts }: FileFacts) => {
    const known = types.find((one) => one === type) ?? 'application/pdf';
    const body = { ...facts, type: known, sha256: hash, ...(country !== undefined && { country }) };
    return (await ask('post', '/cycles/:cycleId/letters', { params: { cycleId }, body })).fileId;
  };
  return <FileField {...field} accept={types} maxBytes={maxBytes} register={register} />;
}
