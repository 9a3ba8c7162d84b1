// How a file that somebody uploaded is handed out: as a download that no browser runs or shows within our pages.

/** What a browser could take for a page of ours goes out as mere bytes. */
export const safeType = (type: string): string =>
  /html|xml|svg|javascript|ecmascript/i.test(type) || !/^[a-z]+\/[a-z0-9.+-]+$/.test(type)
    ? 'application/octet-stream'
    : type;

/** RFC 6266: the name in every script, and in ASCII for those who read nothing else. */
export function contentDisposition(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%/]/g, '_');
  const coded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`;
}
