// The award for those who are signed in: the laureate's contact, the country's focal point on behalf, the secretariat to read.
import { useView } from '../../api/query.ts';
import { holds, useMe } from '../../app/session.ts';
import { useParam } from '../../parts/params.ts';
import { ContactCard } from './ContactCard.tsx';
import { NameCorrection } from './NameCorrection.tsx';
import { Offer } from './Offer.tsx';
import { OfficeCard } from './OfficeCard.tsx';

export function OfferOfDesk() {
  const laureateId = useParam('laureateId');
  const award = useView('/laureates/:laureateId', { params: { laureateId } });
  const me = useMe();
  const isContact = me?.personId === award.contact?.personId && holds(me, 'laureate-contact');
  const isDesk = !isContact && holds(me, 'focal-point');
  return (
    <Offer award={award} onBehalf={isDesk} readOnly={!isContact && !isDesk}>
      {isDesk && <ContactCard award={award} />}
      {isDesk && <NameCorrection award={award} />}
      {holds(me, 'secretariat', 'standby') && <OfficeCard award={award} />}
    </Offer>
  );
}
