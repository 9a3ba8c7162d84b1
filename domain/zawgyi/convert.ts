// From Zawgyi to Unicode: rules applied letter by letter, phase after phase, after the converter of myanmar-tools (© 2017 Google LLC, Apache-2.0).
import { phases } from './rules.ts';

type Ready = { pattern: RegExp; replacement: string; atStart: boolean; again: boolean };
const ready: Ready[][] = phases.map((rules) =>
  rules.map(([pattern, replacement, when]) => ({
    pattern: new RegExp(`^${pattern}`),
    replacement,
    atStart: when !== undefined,
    again: when === 'start-again',
  })),
);

export const zawgyiToUnicode = (text: string): string => ready.reduce((done, rules) => runPhase(rules, done), text);

function runPhase(rules: Ready[], text: string): string {
  let done = '';
  let left = text;
  for (let isStart = true; left !== ''; isStart = false) {
    let isFound = false;
    for (const rule of rules) {
      const match = rule.atStart && !isStart ? null : rule.pattern.exec(left);
      if (match === null) continue;
      isFound = true;
      const rest = left.length - match[0].length;
      left = left.replace(rule.pattern, rule.replacement);
      if (rule.again) continue;
      const reached = left.length - rest;
      done += left.slice(0, reached);
      left = left.slice(reached);
    }
    if (!isFound) {
      done += left.slice(0, 1);
      left = left.slice(1);
    }
  }
  return done;
}
