import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { from, lastValueFrom, type Observable } from 'rxjs';

/** What goes on around the handler of a request. */
export interface RequestLayer {
  around(context: ExecutionContext, work: () => Promise<unknown>): Promise<unknown>;
}

/** The layers, the outermost first. */
export const REQUEST_LAYERS = Symbol('REQUEST_LAYERS');

/**
 * Layers around every handler of a controller, as one interceptor. Each controller names it, because Nest can leave no
 * route out of what is global: an interceptor, whatever it does, costs the taking of a mark a sixth of its speed. A route
 * without it must be apart; a test looks at all of them.
 */
@Injectable()
export class RequestFrame implements NestInterceptor {
  private readonly inward: readonly RequestLayer[];

  constructor(@Inject(REQUEST_LAYERS) layers: readonly RequestLayer[]) {
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
