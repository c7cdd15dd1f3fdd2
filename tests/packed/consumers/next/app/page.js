'use client'

import { SecureUploadClient } from '@secure-uploading/client'
import { useState } from 'react'

export default function Page() {
  const [client] = useState(
    () => new SecureUploadClient({ tokenEndpoint: new URL('/api/upload-token', 'http://127.0.0.1') }),
  )
  return <input type="file" onChange={(event) => void client.uploadFile(event.target.files[0])} />
}
