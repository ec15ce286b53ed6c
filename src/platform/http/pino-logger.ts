import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** Nest's own words go into the same structured log as the requests. */
export class PinoLogger implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  /** Nest's convention: the last of several arguments names the part that speaks. */
  private write(level: 'trace' | 'debug' | 'info' | 'warn' | 'error', message: unknown, rest: unknown[]): void {
    const part = rest.at(-1);
    const fields = { part, ...(typeof message === 'object' ? message : {}) };
    const text = typeof message === 'object' ? rest.slice(0, -1).join(' ') : String(message);
    this.pino[level](fields, text);
  }
}
