// The rule book of the hourly audit: what the store owes, something must carry.
import { audit } from './activities.ts';

export async function processAudit(): Promise<void> {
  await audit.takeOver();
  await audit.heal();
  await audit.reportTroubles();
}
