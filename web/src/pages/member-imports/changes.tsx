import { changeWords, type ImportRow } from './import-words.ts';

/** Old and new, each under its name. */
export function Changes({ changes }: Pick<ImportRow, 'changes'>) {
  if (changes.length === 0) return null;
  return (
    <dl className="import-changes">
      {changes.map(({ field, from, to }) => (
        <div key={field}>
          <dt>{changeWords[field]}</dt>
          <dd>
            {from === null ? <span className="ink3">chưa có</span> : <del>{from}</del>}
            <span aria-hidden> → </span>
            <span className="hidden-text"> thành </span>
            <ins>{to}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
