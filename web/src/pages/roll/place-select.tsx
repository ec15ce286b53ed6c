import { Select } from 'antd';
import { day, hour, integer } from '../../words/format.ts';
import type { OpenRoll } from './roll-view.ts';
import { rollClasses } from './roll-place.ts';
import { tallyOf } from './roll-state.ts';

const separator = '/';

/** Class and cell in one list, each cell with what it still owes. */
export function PlaceSelect({ open, size = 'large' }: { open: OpenRoll; size?: 'large' | 'middle' }) {
  const { one, cell, place } = open;
  const go = (value: string): void => {
    const [classId = '', cellId] = value.split(separator);
    if (cellId && classId === one.id) place.openCell(cellId);
    else place.openClass(classId);
  };
  return (
    <div className="roll-place">
      <Select<string>
        aria-label="Chi bộ và lớp"
        size={size}
        value={`${one.id}${separator}${cell.cellId}`}
        options={optionsOf(open)}
        onChange={go}
        popupMatchSelectWidth={false}
        listHeight={440}
        labelRender={() => (
          <span>
            <b>{cell.name}</b>, {one.name}
          </span>
        )}
      />
      <SittingSelect open={open} />
    </div>
  );
}

function optionsOf({ session, one, cells }: OpenRoll) {
  const ofThis = cells.map(({ cellId, name, states }) => {
    const { unmarked, summoned } = tallyOf(states);
    const owed = unmarked === 0 ? 'đủ' : `còn ${integer(unmarked)}/${integer(summoned)}`;
    return { value: `${one.id}${separator}${cellId}`, label: <Option name={name} owed={owed} />, title: '' };
  });
  const others = rollClasses(session)
    .filter(({ id }) => id !== one.id)
    .map(({ id, name, closedAt, summonedAt }) => {
      const owed = closedAt ? 'đã chốt' : summonedAt ? 'đang mở' : 'chưa triệu tập';
      return { value: id, label: <Option name={name} owed={owed} />, title: '' };
    });
  return [
    { label: one.name, title: '', options: ofThis },
    ...(others.length > 0 ? [{ label: 'Lớp khác', title: '', options: others }] : []),
  ];
}

function Option({ name, owed }: { name: string; owed: string }) {
  return (
    <span className="roll-place-option">
      <span>{name}</span>
      <small>{owed}</small>
    </span>
  );
}

/** Only a class with several sittings asks which. */
function SittingSelect({ open: { one, sitting, place } }: { open: OpenRoll }) {
  if (one.sittings.length < 2) return null;
  return (
    <Select
      aria-label="Buổi"
      size="large"
      value={sitting.id}
      popupMatchSelectWidth={false}
      options={one.sittings.map(({ id, heldOn, startsAt }) => ({
        value: id,
        label: `${day(heldOn).slice(0, 5)} ${hour(startsAt)}`,
      }))}
      onChange={place.openSitting}
    />
  );
}
