export function FiguresPage() {
  return <p>Số liệu</p>;
}
