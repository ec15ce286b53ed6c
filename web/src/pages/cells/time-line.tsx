import { Button, Slider } from 'antd';
import { useState } from 'react';
import { DayField } from '../../parts/day-field.tsx';
import { Field } from '../../parts/field.tsx';
import { day, longDay, today } from '../../words/format.ts';

interface TimeLineProps {
  /** Days on which something changes, the first first. */
  days: string[];
  /** Empty: today. */
  asOf: string;
  choose: (asOf: string) => void;
}

/** The register as of which day: today, a day on which something changed, or any other. What is not of today is seen at once. */
export function TimeLine({ days, asOf, choose }: TimeLineProps) {
  const now = today();
  const shown = asOf || now;
  const [held, hold] = useState<string | null>(null);
  const set = (to: string): void => {
    hold(null);
    choose(to === now ? '' : to);
  };
  return (
    <section className={`time-line${(held ?? shown) === now ? '' : ' other-day'}`} aria-label="Sổ tính đến ngày nào">
      <div className="time-line-words" role="status">
        <p className="strong">{words(held ?? shown, now)}</p>
        {shown !== now && (
          <Button type="text" onClick={() => set(now)}>
            Về hôm nay
          </Button>
        )}
      </div>
      <Days {...{ days, shown, now, hold, set }} />
      <Field label="Ngày khác" className="time-line-day">
        {(binding) => <DayField binding={binding} value={shown} onChange={(to) => set(to || now)} />}
      </Field>
    </section>
  );
}

function words(shown: string, now: string): string {
  if (shown === now) return `Sổ hôm nay, ${longDay(now)}`;
  return shown < now ? `Sổ tính đến ${day(shown)}` : `Sổ dự kiến từ ${day(shown)}`;
}

interface DaysProps {
  days: string[];
  shown: string;
  now: string;
  hold: (day: string) => void;
  set: (day: string) => void;
}

/** One step a change, however far apart they are: a year without changes takes no room. */
function Days({ days, shown, now, hold, set }: DaysProps) {
  const stops = [...new Set([...days, now, shown])].sort();
  if (stops.length < 2) return null;
  const stopAt = (index: number): string => stops[index] ?? now;
  return (
    <div className="time-line-slider">
      <Slider
        ariaLabelForHandle="Ngày có thay đổi"
        ariaValueTextFormatterForHandle={(index) => day(stopAt(index))}
        tooltip={{ formatter: null }}
        min={0}
        max={stops.length - 1}
        dots={stops.length < 40}
        defaultValue={stops.indexOf(shown)}
        key={`${shown} ${stops.length}`}
        onChange={(index) => hold(stopAt(index))}
        onChangeComplete={(index) => set(stopAt(index))}
      />
      <p className="small ink2 spread">
        <span>{day(stopAt(0))}</span>
        <span>{day(stopAt(stops.length - 1))}</span>
      </p>
    </div>
  );
}
