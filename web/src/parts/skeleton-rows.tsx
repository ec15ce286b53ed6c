/** Rows of the height of the real ones while they load; no shimmer. @param height of a row, px */
export function SkeletonRows({ rows, height }: { rows: number; height: number }) {
  return (
    <div className="skeleton" role="status" aria-label="Đang tải">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} style={{ height }}>
          <span style={{ width: `${30 + ((index * 37) % 40)}%` }} />
        </div>
      ))}
    </div>
  );
}
