import { Link } from 'react-router';
import { useMay } from '../../api/may.ts';
import { integer } from '../../words/format.ts';
import type { CellGroup, Sum } from './cell-queries.ts';
import type { TreeRow } from './tree-rows.ts';

interface Column {
  head: string;
  of: (sum: Sum) => number;
  /** Narrows the register to these people. */
  query: string;
  isWide: boolean;
}

const columns: Column[] = [
  { head: 'Tổng số', of: ({ total }) => total, query: '', isWide: false },
  {
    head: 'Chính thức',
    of: ({ total, probationary }) => total - probationary,
    query: '&standing=official',
    isWide: true,
  },
  { head: 'Dự bị', of: ({ probationary }) => probationary, query: '&standing=probationary', isWide: true },
  { head: 'Miễn', of: ({ exempt }) => exempt, query: '&duty=exempt', isWide: true },
  { head: 'Tạm chuyển', of: ({ away }) => away, query: '&duty=away', isWide: true },
  { head: 'Triệu tập', of: ({ expected }) => expected, query: '&duty=summoned', isWide: false },
];

interface TreeTableProps {
  whole: TreeRow;
  rows: TreeRow[];
  groups: CellGroup[];
  /** Empty: today. */
  asOf: string;
  open: (id: string) => void;
  /** Goes down to a part of a tree that is shown level by level. */
  goDown?: ((id: string) => void) | undefined;
}

/** The whole first, then every unit under what it belongs to; every figure leads to its names. */
export function TreeTable({ whole, rows, groups, asOf, open, goDown }: TreeTableProps) {
  return (
    <table className="cells-table sheet">
      <Head />
      <tbody>
        <tr className="strong cells-whole">
          <td>
            <UnitName name={whole.unit.parentId ? whole.unit.name : 'Toàn đảng bộ'} open={() => open(whole.unit.id)} />
          </td>
          <td className="cells-wide">{integer(whole.cells)} chi bộ</td>
          <Figures sum={whole.sum} cell="" asOf={asOf} />
        </tr>
        {rows.map((row) => (
          <Row key={row.unit.id} {...{ row, groups, asOf, open, goDown }} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, groups, asOf, open, goDown }: Omit<TreeTableProps, 'whole' | 'rows'> & { row: TreeRow }) {
  const { unit, level, sum, cells } = row;
  const { id, name, category, code, kind } = unit;
  const isCell = kind === 'cell';
  const facts = [
    isCell ? '' : `${integer(cells)} chi bộ`,
    groups.find(({ cellIds }) => cellIds.includes(id))?.name,
    category,
    code,
  ];
  const act = (): void => (isCell || !goDown ? open(id) : goDown(id));
  return (
    <tr className={isCell ? '' : 'strong'}>
      <td className={`cells-level-${Math.min(level, 5)}`}>
        <UnitName name={name} open={act} />
      </td>
      <td className="cells-wide ink2">{facts.filter(Boolean).join(' · ') || '–'}</td>
      <Figures sum={sum} cell={isCell ? id : null} asOf={asOf} />
    </tr>
  );
}

const UnitName = ({ name, open }: { name: string; open: () => void }) => (
  <button type="button" className="link" onClick={open}>
    {name}
  </button>
);

const Head = () => (
  <thead>
    <tr>
      <th scope="col">Chi bộ</th>
      <th scope="col" className="cells-wide">
        Khối, loại
      </th>
      {columns.map(({ head, isWide }) => (
        <th key={head} scope="col" className={`figure${isWide ? ' cells-wide' : ''}`}>
          {head}
        </th>
      ))}
    </tr>
  </thead>
);

/** @param cell whose people a figure leads to; empty: all of the committee; null: the list of people knows no such part */
function Figures({ sum, cell, asOf }: { sum: Sum; cell: string | null; asOf: string }) {
  const may = useMay();
  return columns.map(({ head, of, query, isWide }) => {
    const value = of(sum);
    const to = `/members?cellId=${cell ?? ''}${query}${asOf && `&asOf=${asOf}`}`;
    return (
      <td key={head} className={`figure${isWide ? ' cells-wide' : ''}`}>
        {value === 0 && <span className="ink3">0</span>}
        {value > 0 && (may('member.read') && cell !== null ? <Link to={to}>{integer(value)}</Link> : integer(value))}
      </td>
    );
  });
}
