// Once for the browser project: the pages are built when they are older than their sources, and the browser is unpacked.
import type { TestProject } from 'vitest/node';
import { ensureWeb } from '../../local/web-build.ts';
import { type Chromium, unpackChromium } from './chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    chromium: Chromium;
  }
}

export default async function setup(project: TestProject): Promise<void> {
  const [chromium] = await Promise.all([unpackChromium(), ensureWeb((line) => console.log(line))]);
  project.provide('chromium', chromium);
}
