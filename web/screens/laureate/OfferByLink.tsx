// The award for the laureate's contact, who came by a link.
import { useView } from '../../api/query.ts';
import { useLink } from '../link/link.ts';
import { Offer } from './Offer.tsx';

export function OfferByLink() {
  const { subject: laureateId } = useLink('laureate');
  const award = useView('/laureates/:laureateId', { params: { laureateId } });
  return <Offer award={award} onBehalf={false} />;
}
