// An award as the screens of this area hand it on.
import type { Contract } from '../../../api/contract.ts';

export type Award = Contract<'get', '/laureates/:laureateId'>['answer'];

/** How a command names it. */
export const named = ({ panel, laureateId }: Award) => ({ params: { panel, laureateId } });
