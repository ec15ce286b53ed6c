import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema.d.ts';
import { Problem, problemOf } from './problem.ts';
import { sendProving } from './proof.ts';

export type Schemas = components['schemas'];

/** What is not a success becomes a `Problem`, so that a query or a mutation fails with a sentence to show. */
const refuse: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
  },
  onError() {
    throw Problem.noServer();
  },
};

const client = createClient<paths>({ credentials: 'same-origin', fetch: sendProving });
client.use(refuse);

type Answer<Data> = Promise<{ data?: Data }>;

/** Unwraps an answer; failures were thrown before. */
async function dataOf<Data>(answer: Answer<Data>): Promise<Data> {
  const { data } = await answer;
  return data as Data;
}

/** The API as its description says it: `api.get('/api/v1/sessions')`. */
export const api = { client, dataOf };
