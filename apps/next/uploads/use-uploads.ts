'use client'

import { isSecureUploadError, SecureUploadClient, type TokenSource } from '@secure-uploading/client'
import { Queue } from '@uploadcare/upload-client'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { UploadSettings } from '../settings/upload-settings'
import { explainFailure } from './explain-failure'
import { isUnfinished, type Upload, type UploadStatus } from './upload'

const FILES_AT_A_TIME = 4

/** Files that were given to the page, and what can be done with them. */
export interface Uploads {
  list: readonly Upload[]
  add: (files: Iterable<File>) => void
  cancel: (id: number) => void
  clearFinished: () => void
}

/** Uploads files, a few at a time. All of them share one client, and so one token. */
export function useUploads(settings: UploadSettings, tokenSource: () => TokenSource): Uploads {
  const [list, setList] = useState<readonly Upload[]>([])
  const [queue] = useState(() => new Queue(FILES_AT_A_TIME))
  const underWay = useRef(new Map<number, AbortController>())
  const client = useRef<SecureUploadClient>(undefined)
  const newestId = useRef(0)
  const router = useRouter()

  const setStatus = useCallback((id: number, status: UploadStatus) => {
    setList((before) => before.map((upload) => (upload.id === id ? { ...upload, status } : upload)))
  }, [])

  async function send(id: number, file: File, signal: AbortSignal): Promise<void> {
    setStatus(id, { kind: 'uploading', sentShare: 0 })
    client.current ??= createClient(settings, tokenSource())
    try {
      const uploaded = await client.current.uploadFile(file, {
        signal,
        onProgress: (progress) => {
          if (progress.isComputable && !signal.aborted) {
            setStatus(id, { kind: 'uploading', sentShare: progress.value })
          }
        },
      })
      if (!signal.aborted) setStatus(id, { kind: 'done', url: uploaded.cdnUrl })
    } catch (error) {
      if (signal.aborted) return
      setStatus(id, { kind: 'failed', reason: explainFailure(error, file) })
      // The session ended elsewhere: let the server say so on the page.
      if (isSecureUploadError(error, 'ERR_UNAUTHENTICATED')) router.refresh()
    } finally {
      underWay.current.delete(id)
    }
  }

  // Signed out: nothing goes on in the background.
  useEffect(() => {
    const controllers = underWay.current
    return () => {
      for (const controller of controllers.values()) controller.abort()
    }
  }, [])

  return {
    list,
    add(files) {
      const added = Array.from(files, (file): Upload => {
        return { id: ++newestId.current, file, status: { kind: 'waiting' } }
      })
      setList((before) => [...before, ...added])
      for (const { id, file } of added) {
        const controller = new AbortController()
        underWay.current.set(id, controller)
        void queue.add(async () => {
          if (!controller.signal.aborted) await send(id, file, controller.signal)
        })
      }
    },
    cancel(id) {
      underWay.current.get(id)?.abort()
      underWay.current.delete(id)
      setStatus(id, { kind: 'cancelled' })
    },
    clearFinished() {
      setList((before) => before.filter(isUnfinished))
    },
  }
}

function createClient({ publicKey, baseURL, baseCDN }: UploadSettings, tokenSource: TokenSource) {
  return new SecureUploadClient({
    tokenSource,
    publicKey,
    ...(baseURL !== undefined && { baseURL }),
    ...(baseCDN !== undefined && { baseCDN }),
  })
}
