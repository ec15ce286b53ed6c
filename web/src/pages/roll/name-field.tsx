import { Input, type InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import { useIsPhone } from '../../parts/use-is-phone.ts';
import type { CellView } from './roll-view.ts';
import { onFieldKey } from './use-desk-keys.ts';

/** One types part of a name and Enter; the field is ready again at once. */
export function NameField({ view }: { view: CellView }) {
  const { search, isExcept, takeTarget, open } = view;
  const field = useRef<InputRef>(null);
  const { cell } = open;
  const isPhone = useIsPhone();
  useEffect(() => {
    // On a phone the keyboard would come up over the names, most of whom are marked by a touch.
    if (!isPhone) field.current?.focus({ preventScroll: true });
  }, [cell.cellId, isExcept, isPhone]);
  const placeholder = isExcept ? 'Gõ tên người vắng' : 'Gõ tên, không cần dấu';
  return (
    <Input
      ref={field}
      size="large"
      className="roll-field"
      aria-label={isExcept ? 'Tên người vắng' : 'Tên người cần ghi'}
      aria-describedby="roll-hint"
      autoComplete="off"
      spellCheck={false}
      placeholder={placeholder}
      value={search.typed}
      suffix={
        <span className="roll-field-key" aria-hidden="true" hidden={isExcept}>
          <kbd>Enter</kbd> có mặt
        </span>
      }
      onChange={({ target }) => search.type(target.value)}
      onKeyDown={(event) =>
        onFieldKey(event, {
          enter: () => takeTarget(isExcept ? 'excused' : 'present'),
          excused: () => takeTarget('excused'),
          unexcused: () => takeTarget('unexcused'),
          move: search.move,
          clear: search.clear,
        })
      }
    />
  );
}
