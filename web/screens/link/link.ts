// What the link that somebody came by is for.
import { Problem } from '../../api/client.ts';
import { useView } from '../../api/query.ts';

type Purpose = 'consent' | 'supporting-letter' | 'laureate' | 'participant' | 'talk';

/** @throws Problem for a link that is for something else */
export function useLink(purpose: Purpose) {
  const link = useView('/links/me', {});
  if (link.purpose !== purpose) throw new Problem(409, 'link-over', 'This link is for something else.');
  return link;
}
