// The link in a mail that is a login to one nomination or laureate: kept for this tab, sent from pages under /app/link/.

const kept = 'laureate.link';

export const keepLink = (token: string) => sessionStorage.setItem(kept, token);
export const linkToken = () => sessionStorage.getItem(kept);
export const forgetLink = () => sessionStorage.removeItem(kept);

export function linkHeader(): { authorization?: string } {
  const token = location.pathname.startsWith('/app/link/') ? linkToken() : null;
  return token === null ? {} : { authorization: `Link ${token}` };
}
