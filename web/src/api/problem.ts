export interface FieldError {
  /** `classes[0].venue` */
  path: string;
  message: string;
}

/** Why something did not happen: RFC 9457, as the server answers it, or that the server did not answer. */
export class Problem extends Error {
  constructor(
    /** Stable; programs go by it. `no-server` where nobody answered. */
    readonly code: string,
    /** A Vietnamese sentence. */
    message: string,
    readonly status: number,
    readonly errors: FieldError[] = [],
    /** For the administrator, to find it in the log. */
    readonly requestId: string | null = null,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }

  static noServer(): Problem {
    return new Problem('no-server', 'Máy chủ không trả lời.', 0);
  }

  get isNoServer(): boolean {
    return this.code === 'no-server' || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

interface Wire {
  code?: string;
  title?: string;
  errors?: FieldError[];
  requestId?: string;
  details?: Record<string, unknown>;
}

export async function problemOf(response: Response): Promise<Problem> {
  const wire = (await response.json().catch(() => ({}))) as Wire;
  const { code = 'internal', title = 'Có lỗi trong hệ thống.', errors, requestId, details } = wire;
  return new Problem(code, title, response.status, errors, requestId ?? null, details);
}
