/** Asks the person to prove again who he is; false where he would rather not. */
type Prover = () => Promise<boolean>;

let prover: Prover | null = null;
let underWay: Promise<boolean> | null = null;

/** The dialog that stands over the page puts itself here. @returns takes it away again */
export function askWith(dialog: Prover): () => void {
  prover = dialog;
  return () => {
    if (prover === dialog) prover = null;
  };
}

/** Requests that need it at the same time ask once. */
function proveAgain(): Promise<boolean> {
  underWay ??= (prover?.() ?? Promise.resolve(false)).finally(() => {
    underWay = null;
  });
  return underWay;
}

async function needsProof(response: Response): Promise<boolean> {
  if (response.status !== 403) return false;
  const { code } = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { code?: string };
  return code === 'access.prove-again';
}

/** Sends a request; where the server wants a proof first, asks for it and sends the same request once more. */
export async function sendProving(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetch(request);
  if (!(await needsProof(response))) return response;
  return (await proveAgain()) ? fetch(again) : response;
}
