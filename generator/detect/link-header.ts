/** The target of `rel="next"` in a `Link` header. */
export function nextLink(header: string): string | undefined {
  const links = header.split('<').slice(1);
  const next = links.find((link) =>
    link
      .split(/[;,]/)
      .slice(1)
      .some((part) => /^\s*rel="?next"?/i.test(part)),
  );
  return next?.includes('>') === true ? next.slice(0, next.indexOf('>')) : undefined;
}
