import { StreamableFile } from '@nestjs/common';

/** An .xlsx as it is sent. @param name ASCII, so that every browser and every disk can hold it */
export const sheetFile = (bytes: Buffer, name: string): StreamableFile =>
  new StreamableFile(bytes, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    disposition: `attachment; filename="${name}.xlsx"`,
    length: bytes.length,
  });
