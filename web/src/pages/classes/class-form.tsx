import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import type { Session, SessionClass } from '../../api/queries.ts';
import { useKeptDraft } from '../../parts/kept-draft.ts';
import { Banner } from '../../parts/notice.tsx';
import { bodyOf, type ClassDraft, classFaults, draftOf, isClassDraft, nextDraft } from './class-draft.ts';
import { ClassFields } from './class-fields.tsx';
import { RemoveClass } from './remove-class.tsx';

const { client, dataOf } = api;

const NEW = 'new';

/** Which class is being edited stands in the address, so that a reload and Back keep to it. */
export function useEditedClass() {
  const [search, setSearch] = useSearchParams();
  const edit = (id: string | null): void =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (id === null) after.delete('edit');
      else after.set('edit', id);
      return after;
    });
  return { edited: search.get('edit'), edit };
}

export function AddClass({ isMain = false }: { isMain?: boolean }) {
  const { edit } = useEditedClass();
  return (
    <Button type={isMain ? 'primary' : 'default'} className="classes-add" onClick={() => edit(NEW)}>
      Thêm lớp
    </Button>
  );
}

/** A class over the board; nothing is open while no class is named in the address. */
export function ClassForm({ session }: { session: Session }) {
  const { edited, edit } = useEditedClass();
  const one = session.classes.find(({ id }) => id === edited);
  if (edited === null || (edited !== NEW && (!one || one.closedAt))) return null;
  return <Form key={edited} session={session} one={one} close={() => edit(null)} />;
}

function Form({ session, one, close }: { session: Session; one: SessionClass | undefined; close: () => void }) {
  const { draft: kept, keep } = useKeptDraft(`quan-triet.class.${session.id}.${one?.id ?? NEW}`, isClassDraft);
  const [isTried, setIsTried] = useState(false);
  const draft = kept ?? (one ? draftOf(one) : nextDraft(session));
  const done = (): void => {
    keep(null);
    close();
  };
  const save = useSave(session.id, one, done);
  const missing = classFaults(draft);
  const submit = (): void => {
    setIsTried(true);
    if (Object.keys(missing).length === 0 && !save.isPending) save.mutate(draft);
  };
  return (
    <Modal
      open
      width={640}
      title={one ? `Sửa ${one.name}` : 'Thêm lớp'}
      onCancel={close}
      footer={
        <Acts name={draft.name} isNew={!one} isBusy={save.isPending} forget={kept ? done : close} submit={submit} />
      }
    >
      <ClassFields
        draft={draft}
        change={(part: Partial<ClassDraft>) => keep({ ...draft, ...part })}
        faults={{ ...(isTried && missing), ...faultsOf(save.error) }}
        submit={submit}
      />
      {save.error && (
        <Banner title={save.error.message} needsPerson>
          Chưa ghi. Những gì đã nhập còn nguyên.
        </Banner>
      )}
      {one && <RemoveClass one={one} done={done} />}
    </Modal>
  );
}

function useSave(sessionId: string, one: SessionClass | undefined, done: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (draft: ClassDraft) => {
      const body = bodyOf(draft);
      const at = (id: string) => ({ params: { path: { id } }, body });
      return one
        ? dataOf(client.PATCH('/api/v1/classes/{id}', at(one.id)))
        : dataOf(client.POST('/api/v1/sessions/{id}/classes', at(sessionId)));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['session', sessionId] });
      await queries.invalidateQueries({ queryKey: ['sessions'] });
      done();
    },
  });
}

const faultsOf = (error: Error | null): Record<string, string> =>
  error instanceof Problem ? Object.fromEntries(error.errors.map(({ path, message }) => [path, message])) : {};

function Acts(props: { name: string; isNew: boolean; isBusy: boolean; forget: () => void; submit: () => void }) {
  const { name, isNew, isBusy, forget, submit } = props;
  return (
    <>
      <Button type="text" onClick={forget}>
        Bỏ, không ghi
      </Button>
      <Button type="primary" loading={isBusy} onClick={submit}>
        {isNew ? `Thêm ${name.trim() || 'lớp'}` : `Ghi ${name.trim() || 'lớp'}`}
      </Button>
    </>
  );
}
