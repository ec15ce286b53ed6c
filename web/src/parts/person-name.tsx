/** The given name stands out, since lists are sorted by it. */
export function PersonName({ fullName, givenName }: { fullName: string; givenName: string }) {
  const rest = fullName.endsWith(givenName) ? fullName.slice(0, -givenName.length) : `${fullName} `;
  return (
    <span>
      {rest}
      <span className="given-name">{fullName.endsWith(givenName) ? givenName : ''}</span>
    </span>
  );
}
