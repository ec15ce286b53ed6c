import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useRef } from 'react';
import { copy, newsOf } from './news.ts';

/** The news item as words on paper, to be read and copied into the ward's page. */
export function NewsPreview({ bytes }: { bytes: ArrayBuffer }) {
  const news = useMemo(() => newsOf(bytes), [bytes]);
  const shown = useRef<HTMLElement>(null);
  const copying = useMutation({
    mutationFn: async () => {
      if (!shown.current || !(await copy(news, shown.current))) throw new Error('the browser did not copy');
    },
  });
  const said = copying.isSuccess
    ? 'Đã chép, dán vào trang tin được ngay.'
    : 'Trình duyệt không cho chép. Bôi đen phần chữ rồi bấm Ctrl C.';
  return (
    <>
      <div className="row documents-copy">
        <Button onClick={() => copying.mutate()}>Chép nội dung</Button>
        <small role="status">{copying.isIdle || copying.isPending ? '' : said}</small>
      </div>
      <article ref={shown} className="documents-page documents-news">
        <h3>{news.title}</h3>
        {news.dateline && (
          <p>
            <em>{news.dateline}</em>
          </p>
        )}
        {news.paragraphs.map((paragraph, at) => (
          <p key={at}>{paragraph}</p>
        ))}
      </article>
    </>
  );
}
