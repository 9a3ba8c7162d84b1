// Whether this person acts here, or only reads as an auditor does.
import { holds, useMe } from '../../app/session.ts';

export const useMayAct = (): boolean => holds(useMe(), 'secretariat', 'standby');
