export default function Page() {
  return <main>Upload</main>
}
