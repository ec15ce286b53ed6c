import { Select } from 'antd';
import { Field } from '../../parts/field.tsx';
import { encodingWords, type Reading } from './import-words.ts';
import { Part } from './part.tsx';
import type { ReadingChoice } from './reading-choice.ts';

type Encoding = Reading['encodings'][number];

const options = (Object.keys(encodingWords) as Encoding['encoding'][]).map((encoding) => ({
  value: encoding,
  label: encodingWords[encoding],
}));

/** Old sets of letters: as it stands in the file beside what it means. */
export function LettersPart({ encodings, said }: { encodings: Encoding[]; said: ReadingChoice }) {
  return (
    <Part title="Bảng mã chữ" note="Tệp dùng phông chữ cũ. Cột bên phải phải đọc được thành tiếng Việt.">
      <div className="import-letters">
        {encodings.map((one) => (
          <Letters key={one.font} one={one} said={said} />
        ))}
      </div>
    </Part>
  );
}

function Letters({ one, said }: { one: Encoding; said: ReadingChoice }) {
  const { font, encoding, isSure, samples } = one;
  const choose = (chosen: Encoding['encoding']): void =>
    said.readAnew({
      encodings: said.choice.encodings.map((each) => (each.font === font ? { font, encoding: chosen } : each)),
    });
  return (
    <div>
      <Field
        label={font ? `Phông ${font}` : 'Chữ không ghi phông'}
        hint={isSure || encoding === 'none' ? undefined : 'Máy đoán, chưa chắc: xin xem kỹ.'}
      >
        {({ id }) => <Select id={id} value={encoding} options={options} onChange={choose} />}
      </Field>
      <table className="import-samples">
        <thead>
          <tr>
            <th scope="col">Trong tệp</th>
            <th scope="col">Đọc thành</th>
          </tr>
        </thead>
        <tbody>
          {samples.map(({ before, after }) => (
            <tr key={before}>
              <td className="ink2">{before}</td>
              <td className="strong">{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
