import { FileUpload } from '../../components/file-upload'

export default function UploadPage() {
  return (
    <main>
      <h1>Upload files</h1>
      <FileUpload />
    </main>
  )
}
