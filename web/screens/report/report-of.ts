// The mission report as the API answers it.
import type { Contract } from '../../../api/contract.ts';

export const reportPath = '/forums/:forumId/delegations/:iso2/report';
export type ReportOf = Contract<'get', typeof reportPath>['answer'];

export const statusColours: { [status: string]: string } = {
  ...{ 'handed-in': 'blue', returned: 'orange', approved: 'green', published: 'green' },
};
