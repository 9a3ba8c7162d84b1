// The Temporal server of a home, and the one that the settings name.
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openSupervisor, type Supervisor } from '../../local/children.ts';
import { freePort } from '../../local/free-port.ts';
import { commandLine } from '../../local/processes.ts';
import { namespace, startTemporal } from '../../local/temporal.ts';
import { openThrowaway } from '../../local/throwaway.ts';
import { stateKey } from '../../workflows/search-attributes.ts';

let supervisor: Supervisor;
let home: string;
beforeAll(async () => {
  ({ supervisor, home } = await openThrowaway());
});
afterAll(() => supervisor.stop());

const env = { PATH: process.env.PATH, TEMPORAL_CLI_PATH: inject('temporalProgram') };
const at = (address: string) => ({ PATH: process.env.PATH, TEMPORAL_ADDRESS: address });

async function withClient<Result>(address: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const connection = await Connection.connect({ address });
  try {
    return await work(new Client({ connection, namespace }));
  } finally {
    await connection.close();
  }
}

describe('the server that the settings name', () => {
  it('is used, and stays when all else stops', async () => {
    const given = inject('temporalAddress');
    const temporal = await startTemporal({ supervisor, home, env: at(given) });
    expect(temporal).toMatchObject({ address: given });
    expect(temporal.child).toBeUndefined();
    await temporal.stop();
    await withClient(given, (client) => client.workflowService.getSystemInfo({}));
  });

  it('is missed by its address where nobody answers', async () => {
    const address = `127.0.0.1:${await freePort()}`;
    await expect(startTemporal({ supervisor, home, env: at(address) })).rejects.toThrow(
      `TEMPORAL_ADDRESS: no answer for the namespace awards at ${address}: `,
    );
  });

  it('is refused by the name of the namespace that it does not have', async () => {
    const wrong = { ...at(inject('temporalAddress')), TEMPORAL_NAMESPACE: 'nowhere' };
    await expect(startTemporal({ supervisor, home, env: wrong })).rejects.toThrow('for the namespace nowhere at');
  });
});

describe('the server of a home', () => {
  it('knows the search attributes, keeps running processes over a crash, and ends one that was left', async () => {
    const own = await openSupervisor();
    const left = await startTemporal({ supervisor: own, home, env });
    const options = { taskQueue: 'nobody', workflowId: 'kept' };
    const typedSearchAttributes = [{ key: stateKey, value: 'waiting' }];
    await withClient(left.address, (client) => client.workflow.start('any', { ...options, typedSearchAttributes }));
    process.kill(own.pid, 'SIGKILL');
    await left.child?.exited;
    const pid = left.child?.pid ?? 0;
    expect(await commandLine(pid)).toContain('start-dev');
    const again = await startTemporal({ supervisor, home, env });
    expect(await commandLine(pid)).toBeUndefined();
    const kept = await withClient(again.address, (client) => client.workflow.getHandle('kept').describe());
    expect(kept.status.name).toBe('RUNNING');
    await again.stop();
  });
});
