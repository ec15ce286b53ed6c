import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import { useKeptDraft } from '../../parts/kept-draft.ts';

export type SessionFields = Schemas['UpdateSessionDto'];

/** Saves the fields that are given; what is left out stays as it was. */
export function useSaveFields(id: string, done?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SessionFields) =>
      api.dataOf(api.client.PATCH('/api/v1/sessions/{id}', { params: { path: { id } }, body })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['session', id] });
      await queries.invalidateQueries({ queryKey: ['sessions'] });
      done?.();
    },
  });
}

/** One section of the plan: as the server has it until something is typed; what is typed outlives a reload. */
export function useSection<Draft extends object>(id: string, name: string, standing: Draft) {
  const isDraft = (value: unknown): value is Draft => typeof value === 'object' && value !== null;
  const { draft: kept, keptAt, keep } = useKeptDraft(`quan-triet.plan.${id}.${name}`, isDraft);
  const save = useSaveFields(id, () => keep(null));
  return {
    draft: kept ?? standing,
    change: (part: Partial<Draft>) => keep({ ...(kept ?? standing), ...part }),
    isChanged: kept !== null,
    keptAt,
    forget: () => {
      keep(null);
      save.reset();
    },
    save: save.mutate,
    isBusy: save.isPending,
    error: save.error,
    faults: faultsOf(save.error),
  };
}

/** `presenters[0].name` and the server's words for it. */
export const faultsOf = (error: Error | null): Record<string, string> =>
  error instanceof Problem ? Object.fromEntries(error.errors.map(({ path, message }) => [path, message])) : {};
