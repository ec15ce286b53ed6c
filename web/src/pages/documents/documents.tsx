export function Documents() {
  return <p>Văn bản</p>;
}
