// A browser as the API sees one: it keeps cookies, says where a page is from, and follows nothing by itself.

export type Jar = {
  get(path: string, headers?: { [name: string]: string }): Promise<Response>;
  post(path: string, body?: unknown, headers?: { [name: string]: string }): Promise<Response>;
  cookies(): string[];
  /** As a header, and what an answer adds. */
  header(): string;
  take(response: Response): void;
};

/** Paths start at the root. */
export function openJar(url: string): Jar {
  const kept = new Map<string, string>();
  const header = () => [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
  const take = (response: Response) => {
    for (const cookie of response.headers.getSetCookie()) keep(kept, cookie);
  };
  const ask = async (method: string, path: string, body: unknown, headers: { [name: string]: string } = {}) => {
    const response = await fetch(path.startsWith('http') ? path : `${url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(kept.size > 0 && { cookie: header() }),
        ...(method !== 'GET' && { origin: url }),
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    take(response);
    return response;
  };
  return {
    get: (path, headers) => ask('GET', path, undefined, headers),
    post: (path, body = {}, headers = {}) => ask('POST', path, body, headers),
    cookies: () => [...kept.keys()].sort(),
    header,
    take,
  };
}

function keep(kept: Map<string, string>, cookie: string): void {
  const [pair = '', ...attributes] = cookie.split('; ');
  const at = pair.indexOf('=');
  if (attributes.includes('Max-Age=0')) kept.delete(pair.slice(0, at));
  else kept.set(pair.slice(0, at), pair.slice(at + 1));
}
