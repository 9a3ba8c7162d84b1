// A secret behind the # of an address: taken once, and out of the address and the browser's history at once.

/** `#name=value`; where no name is given, all that stands there. Null where there is nothing. */
export function takeFromHash(name?: string): string | null {
  const text = location.hash.slice(1);
  const value = name === undefined ? text : text.startsWith(`${name}=`) ? text.slice(name.length + 1) : '';
  if (value === '') return null;
  history.replaceState(history.state, '', location.pathname + location.search);
  return decodeURIComponent(value);
}
