// Ports of this machine.
import { createServer } from 'node:net';

/** One that nobody listens on at this moment. */
export const freePort = (): Promise<number> => listen(0);

export const isFree = async (port: number): Promise<boolean> =>
  listen(port).then(
    () => true,
    () => false,
  );

/** On every address, as the API does. @returns the port that was taken and is free again. */
const listen = (port: number) =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject()));
    });
  });
