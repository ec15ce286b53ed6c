export function Roll() {
  return <p>Hội trường</p>;
}
