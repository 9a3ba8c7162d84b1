// Once for the browser project: the pages are built when they are older than their sources, and the browser is unpacked.
import type { TestProject } from 'vitest/node';
import { openHome } from '../../local/home.ts';
import { findTemporal } from '../../local/temporal-search.ts';
import { ensureWeb } from '../../local/web-build.ts';
import { type Chromium, unpackChromium } from './chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    chromium: Chromium;
  }
}

export default async function setup(project: TestProject): Promise<void> {
  const tell = (line: string) => console.log(line);
  const home = await openHome(process.env.LAUREATE_HOME || '.laureate');
  const [chromium, temporal] = await Promise.all([
    unpackChromium(),
    findTemporal({ env: process.env, home, tell }),
    ensureWeb(tell),
  ]);
  project.provide('chromium', chromium);
  project.provide('temporalProgram', temporal);
}
