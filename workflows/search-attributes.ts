// What operators find processes by. Ids, words and instants only.
import { defineSearchAttributeKey } from '@temporalio/common';

export const cycleIdKey = defineSearchAttributeKey('AwardsCycleId', 'KEYWORD');
export const phaseKey = defineSearchAttributeKey('AwardsPhase', 'KEYWORD');
export const countryKey = defineSearchAttributeKey('AwardsCountry', 'KEYWORD');
/** waiting, acting or attention. */
export const stateKey = defineSearchAttributeKey('AwardsProcessState', 'KEYWORD');
export const deadlineKey = defineSearchAttributeKey('AwardsDeadline', 'DATETIME');

/** All of them, for a server that is to know them. */
export const searchAttributes = [cycleIdKey, phaseKey, countryKey, stateKey, deadlineKey];
