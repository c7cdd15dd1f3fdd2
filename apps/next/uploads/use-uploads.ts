'use client'

import { isSecureUploadError, SecureUploadClient, type TokenSource } from '@secure-uploading/client'
import { Queue } from '@uploadcare/upload-client'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { UploadSettings } from '../settings/upload-settings'
import { explainFailure } from './explain-failure'
import { isUnfinished, type Upload, type UploadStatus } from './upload'

const CONCURRENT_FILES = 4

/** The files of the page and the actions for them. */
export interface Uploads {
  list: readonly Upload[]
  add: (files: Iterable<File>) => void
  cancel: (id: number) => void
  clearFinished: () => void
}

/** Uploads files, four at a time. All of them share one client and therefore one token. */
export function useUploads(settings: UploadSettings, tokenSource: () => TokenSource): Uploads {
  const [list, setList] = useState<readonly Upload[]>([])
  const [queue] = useState(() => new Queue(CONCURRENT_FILES))
  const abortControllers = useRef(new Map<number, AbortController>())
  const client = useRef<SecureUploadClient>(undefined)
  const lastId = useRef(0)
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
      // The session has ended; the refreshed page shows the sign-in.
      if (isSecureUploadError(error, 'ERR_UNAUTHENTICATED')) router.refresh()
    } finally {
      abortControllers.current.delete(id)
    }
  }

  // On sign-out, aborts all uploads.
  useEffect(() => {
    const controllers = abortControllers.current
    return () => {
      for (const controller of controllers.values()) controller.abort()
    }
  }, [])

  return {
    list,
    add(files) {
      const added = Array.from(files, (file): Upload => {
        return { id: ++lastId.current, file, status: { kind: 'waiting' } }
      })
      setList((before) => [...before, ...added])
      for (const { id, file } of added) {
        const controller = new AbortController()
        abortControllers.current.set(id, controller)
        void queue.add(async () => {
          if (!controller.signal.aborted) await send(id, file, controller.signal)
        })
      }
    },
    cancel(id) {
      abortControllers.current.get(id)?.abort()
      abortControllers.current.delete(id)
      setStatus(id, { kind: 'canceled' })
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
