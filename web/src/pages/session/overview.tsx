export function Overview() {
  return <p>Cả ngày</p>;
}
