// What is on record of a nomination's files, and of its nominee's consent.
import type { Document, NominationEvent } from './messages.ts';

/** What the nominee says to the text of that hash. */
export type Consent = { answer: 'asked' | 'given' | 'refused'; text: string };
export type Papers = {
  /** Null for what was submitted before files could be uploaded: of those nothing is known but their hashes. */
  documents: Document[] | null;
  /** All that have come, of every version. */
  arrived: Document[];
  consent: Consent | null;
  /** Until when the newest return could be answered. */
  lastReturn: { by: string; setAt: string | undefined } | null;
};

export const noPapers: Papers = { documents: null, arrived: [], consent: null, lastReturn: null };

export function evolvePapers(papers: Papers, event: NominationEvent): Papers {
  switch (event.type) {
    case 'NominationSubmitted':
    case 'NominationCorrected':
    case 'ReturnAnswered':
    case 'DossierAmended':
      return { ...papers, documents: event.data.documents ?? null };
    case 'DocumentAttached': {
      const { fileId, hash, field } = event.data;
      return { ...papers, arrived: [...papers.arrived, { fileId, hash, field }] };
    }
    case 'NominationReturned':
      return { ...papers, lastReturn: { by: event.data.correctBy, setAt: event.data.setAt } };
    case 'DossierReturned':
      return { ...papers, lastReturn: { by: event.data.answerBy, setAt: undefined } };
    case 'ConsentRequested':
      return { ...papers, consent: { answer: 'asked', text: event.data.text } };
    case 'ConsentConfirmed':
      return { ...papers, consent: { answer: 'given', text: event.data.text } };
    case 'ConsentRefused':
      return { ...papers, consent: { answer: 'refused', text: event.data.text } };
    default:
      return papers;
  }
}
