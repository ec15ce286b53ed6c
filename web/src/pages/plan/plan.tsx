export function Plan() {
  return <p>Kế hoạch</p>;
}
