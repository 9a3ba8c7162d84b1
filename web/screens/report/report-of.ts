// The mission report as the API answers it.
import type { Contract } from '../../../api/contract.ts';

export const reportPath = '/forums/:forumId/delegations/:iso2/report';
export type ReportOf = Contract<'get', typeof reportPath>['answer'];
