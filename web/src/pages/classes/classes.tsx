export function Classes() {
  return <p>Lớp</p>;
}
