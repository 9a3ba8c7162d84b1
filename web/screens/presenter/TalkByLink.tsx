// A talk for one who came by a link and needs no account.
import { useLink } from '../link/link.ts';
import { TalkOf } from './Talk.tsx';

export function TalkByLink() {
  const { subject, detail } = useLink('talk');
  return <TalkOf id={`${detail.forum ?? ''}~${subject}`} byLink />;
}
