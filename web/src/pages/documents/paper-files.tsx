import type { UseMutationResult } from '@tanstack/react-query';
import { Button, Space } from 'antd';
import { type Choice, fileAddress, type Format, formats } from './papers.ts';

const words: Record<Format, string> = { pdf: 'PDF', docx: 'Word', xlsx: 'Excel', html: 'HTML' };

export type Saving = UseMutationResult<void, Error, Format>;

/** Real links, so that an address can be copied; a click fetches first and saves only what is a paper. */
export function PaperFiles({
  sessionId,
  choice,
  saving,
  print,
}: {
  sessionId: string;
  choice: Choice;
  saving: Saving;
  /** Its place is kept until the pages are there. */
  print: { start: () => void; words: string; pages: unknown } | null;
}) {
  return (
    <div className="documents-files">
      <span className="ink2">Tải</span>
      <Space.Compact>
        {formats[choice.paper].map((format) => (
          <Button
            key={format}
            href={fileAddress(sessionId, choice, format)}
            aria-label={`Tải ${words[format]}`}
            aria-busy={saving.isPending && saving.variables === format}
            onClick={(event) => {
              event.preventDefault();
              if (!saving.isPending) saving.mutate(format);
            }}
          >
            {saving.isPending && saving.variables === format ? 'Đang lập…' : words[format]}
          </Button>
        ))}
      </Space.Compact>
      {print && (
        <Button style={{ visibility: print.pages ? 'visible' : 'hidden' }} onClick={print.start} aria-keyshortcuts="P">
          {print.words}
        </Button>
      )}
    </div>
  );
}
