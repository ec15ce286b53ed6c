import { once } from 'node:events';
import { connect } from 'node:net';
import type { TestApp } from '../../support/test-app.js';

/** Opens a port and gives a client that sends just what it is told, byte by byte. */
export async function rawClient(test: TestApp): Promise<(pieces: string[], pauseMs?: number) => Promise<string>> {
  await test.app.listen(0, '127.0.0.1');
  const address: unknown = test.app.getHttpServer().address();
  const port = (address as { port: number }).port;
  return async (pieces, pauseMs = 0) => {
    const socket = connect(port, '127.0.0.1').setEncoding('latin1');
    let answer = '';
    socket.on('data', (chunk: string) => (answer += chunk));
    const closed = once(socket, 'close');
    socket.on('error', () => (answer += ' [reset]'));
    for (const piece of pieces) {
      if (socket.destroyed || socket.closed) break;
      socket.write(piece, 'latin1');
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    await closed;
    return answer;
  };
}

export const crlf = '\r\n';

/** A request as it stands on the wire; it asks to close, so that the end of the answer is known. */
export const wire = (first: string, headers: string[] = [], body = ''): string =>
  [first, 'host: localhost', 'connection: close', ...headers].join(crlf) + crlf + crlf + body;
