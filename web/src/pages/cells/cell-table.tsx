import { Link } from 'react-router';
import { useMay } from '../../api/may.ts';
import { integer } from '../../words/format.ts';
import { type CellGroup, type Strength, strengthOf, type Sum, sumOf, type Unit } from './cell-queries.ts';

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

/** Cells in their natural order, the whole committee first; every figure leads to its names. */
export function CellTable({
  cells,
  strengths,
  groups,
  open,
}: {
  cells: Unit[];
  strengths: Strength[];
  groups: CellGroup[];
  open: (id: string) => void;
}) {
  const whole = sumOf(cells.map(({ id }) => strengthOf(strengths, id)));
  return (
    <table className="cells-table sheet">
      <Head />
      <tbody>
        <tr className="strong cells-whole">
          <td>Toàn đảng bộ</td>
          <td className="cells-wide">{cells.length} chi bộ</td>
          <Figures sum={whole} cell="" />
        </tr>
        {cells.map(({ id, name, category }) => (
          <tr key={id}>
            <td>
              <CellName name={name} open={() => open(id)} />
            </td>
            <td className="cells-wide ink2">
              {[groups.find(({ cellIds }) => cellIds.includes(id))?.name, category].filter(Boolean).join(' · ') || '–'}
            </td>
            <Figures sum={strengthOf(strengths, id)} cell={id} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whoever looks after the tree opens a cell by its name. */
function CellName({ name, open }: { name: string; open: () => void }) {
  if (!useMay()('unit.change')) return name;
  return (
    <button type="button" className="link" onClick={open}>
      {name}
    </button>
  );
}

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

function Figures({ sum, cell }: { sum: Sum; cell: string }) {
  const may = useMay();
  return columns.map(({ head, of, query, isWide }) => {
    const value = of(sum);
    return (
      <td key={head} className={`figure${isWide ? ' cells-wide' : ''}`}>
        {value === 0 && <span className="ink3">0</span>}
        {value > 0 && !may('member.read') && integer(value)}
        {value > 0 && may('member.read') && <Link to={`/members?cellId=${cell}${query}`}>{integer(value)}</Link>}
      </td>
    );
  });
}
