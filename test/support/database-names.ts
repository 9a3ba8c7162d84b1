// What the databases of a test run are called.

/** Migrated once; every test file gets a copy. */
export const template = 'laureate_template';

/** The address of another database on the same server. */
export function sibling(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
