// The workflows' code as it runs: every process is in it, and nothing of what it must not touch.
import { readFile } from 'node:fs/promises';
import { bundleWorkflowCode } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';
import * as workflows from '../../workflows/index.ts';

const workflowsPath = new URL('../../workflows/index.ts', import.meta.url).pathname;
const warnings: string[] = [];
let modules: string[];
beforeAll(async () => {
  const keep = (text: string) => void warnings.push(text);
  const quiet = () => {};
  const logger = { log: quiet, trace: quiet, debug: quiet, info: quiet, warn: keep, error: keep };
  const { code } = await bundleWorkflowCode({ workflowsPath, logger });
  modules = [...new Set([...code.matchAll(/"\.\/([^"\n]+\.(?:ts|js|mjs|cjs))"/g)].map(([, path = '']) => path))];
});

describe('the bundle of the workflows', () => {
  it('is made without a warning', () => {
    expect(warnings).toEqual([]);
  });

  it('holds every process', () => {
    expect(Object.keys(workflows).sort()).toEqual([
      'awardAcceptance',
      'awardCycle',
      'countryTrack',
      'endorsementRound',
      'forumProgramme',
      'judgingPanel',
      'nominationCorrection',
      'presentationSlot',
      'processAudit',
      'proposalRun',
    ]);
  });

  it('takes from the domain what has no library, clock or zone, and nothing from elsewhere', async () => {
    const own = modules.filter((path) => !path.startsWith('node_modules/'));
    expect(own).toContain('workflows/award-cycle.ts');
    expect(own.filter((path) => !/^(workflows|domain)\//.test(path))).toEqual([]);
    for (const path of own) {
      const text = await readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
      expect(text, path).not.toMatch(/\bIntl\b|toLocale|getTimezoneOffset|\.get(Hours|Date|Day|Month|FullYear)\(/);
      expect(text, path).not.toMatch(/Math\.random|crypto|process\.env|performance\./);
    }
  });

  it('brings no package but Temporal’s own', () => {
    const packages = modules.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
    expect(packages).toContain('@temporalio/workflow');
    expect(packages.filter((name) => /zod|temporal-polyfill|kysely|^pg$|uuid|express|canonicalize/.test(name))).toEqual(
      [],
    );
  });
});
