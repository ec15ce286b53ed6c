import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { from, lastValueFrom, type Observable } from 'rxjs';

/** What goes on around the handler of a request. */
export interface RequestLayer {
  around(context: ExecutionContext, work: () => Promise<unknown>): Promise<unknown>;
}

/** Layers around every handler, the outermost first, as one interceptor: each of Nest's own would cost a door its speed. */
export class RequestFrame implements NestInterceptor {
  private readonly inward: readonly RequestLayer[];

  constructor(...layers: RequestLayer[]) {
    this.inward = layers.toReversed();
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    let work = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    for (const layer of this.inward) {
      const within = work;
      work = () => layer.around(context, within);
    }
    return from(work());
  }
}
