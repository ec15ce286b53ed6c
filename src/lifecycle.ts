import { StartError } from './platform/config/environment.js';

const patienceMs = 20_000;

/** On SIGTERM or Ctrl-C everything acknowledged is kept and the database stops cleanly; the process then ends with 0. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = (): void => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), patienceMs).unref();
    stop().then(
      () => process.exit(0),
      (reason: unknown) => fail(reason),
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** Ends the process with 1: in one sentence where the reason is known, otherwise with everything that may help. */
export function fail(reason: unknown): never {
  process.stderr.write(
    reason instanceof StartError
      ? `${reason.message}\n`
      : `${reason instanceof Error ? reason.stack : String(reason)}\n`,
  );
  process.exit(1);
}

/** What loading and migrating have left is a third of the process: given back before anybody comes. Needs `--expose-gc`. */
export function giveBackMemory(): void {
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
