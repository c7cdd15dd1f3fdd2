'use client'

import { useEffect, useId, useState, type DragEvent } from 'react'

/** Takes files that are dropped or chosen. */
export function DropZone({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const id = useId()
  const [isOver, setIsOver] = useState(false)
  useKeepPage()

  return (
    <div
      className="card notice drop-zone"
      data-over={isOver}
      onDragOver={() => {
        setIsOver(true)
      }}
      onDragLeave={(event) => {
        if (!isInside(event)) setIsOver(false)
      }}
      onDrop={(event) => {
        setIsOver(false)
        onFiles(event.dataTransfer.files)
      }}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 16V4m0 0L7 9m5-5 5 5M4 15v3a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-3" />
      </svg>
      <p className="title">{isOver ? 'Let go to upload' : 'Drop files here'}</p>
      <div className="pick">
        <input
          className="visually-hidden"
          id={id}
          type="file"
          multiple
          onChange={({ currentTarget }) => {
            onFiles(currentTarget.files ?? [])
            currentTarget.value = ''
          }}
        />
        <label className="button primary" htmlFor={id}>
          Choose files
        </label>
      </div>
      <p className="small">Any type and as many as you like. Four are sent at a time.</p>
    </div>
  )
}

/** Whether the pointer only moved to another element of the zone. */
function isInside({ currentTarget, relatedTarget }: DragEvent): boolean {
  return relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
}

/** A file that misses the zone would be opened by the browser, in the page's place. */
function useKeepPage(): void {
  useEffect(() => {
    const prevent = (event: Event): void => {
      event.preventDefault()
    }
    addEventListener('dragover', prevent)
    addEventListener('drop', prevent)
    return () => {
      removeEventListener('dragover', prevent)
      removeEventListener('drop', prevent)
    }
  }, [])
}
