import Link from 'next/link'

export default function Home() {
  return (
    <main>
      <h1>Uploads</h1>
      <Link href="/upload">Upload files</Link>
    </main>
  )
}
