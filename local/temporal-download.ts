// Lets the Temporal SDK download its server: node local/temporal-download.ts <folder>. A process of its own, for the SDK has one runtime each.
import { mkdir } from 'node:fs/promises';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime } from '@temporalio/worker';

/** The SDK downloads only what it starts at once. */
async function download(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const executable = { type: 'cached-download', downloadDir: folder } as const;
  const environment = await TestWorkflowEnvironment.createLocal({ server: { executable } });
  await environment.teardown();
}

const [, , folder] = process.argv;
if (import.meta.main && folder !== undefined)
  await download(folder).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
