'use client'

import type { UploadItem, UploadQueue } from '@secure-uploading/react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { UploadPanelRow } from '@/components/upload-panel-row'
import { withFocusedRow } from '@/lib/with-focused-row'

const ESTIMATED_ROW_PX = 65

interface UploadPanelListProps<Data> {
  items: readonly UploadItem<Data>[]
  queue: UploadQueue<Data>
}

/** Renders the uploads in view, of any number of them. */
export function UploadPanelList<Data>({ items, queue }: UploadPanelListProps<Data>) {
  const scroller = useRef<HTMLDivElement>(null)
  const { getTotalSize, getVirtualItems, measureElement } = useVirtualizer({
    count: items.length,
    getItemKey: (index) => items[index]?.id ?? index,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATED_ROW_PX,
    rangeExtractor: (range) => withFocusedRow(range, scroller.current),
    overscan: 4,
    useFlushSync: false,
  })
  return (
    <div
      ref={scroller}
      tabIndex={0}
      role="group"
      aria-label="Files"
      className="max-h-[min(60svh,40rem)] overflow-y-auto overscroll-contain outline-offset-[-2px] focus-visible:outline-2 focus-visible:outline-primary"
    >
      <ul role="list" className="relative" style={{ height: getTotalSize() }}>
        {getVirtualItems().map(({ index, key, start }) => {
          const item = items[index]
          return (
            item && (
              <UploadPanelRow
                key={key}
                ref={measureElement}
                item={item}
                queue={queue}
                index={index}
                count={items.length}
                topPx={start}
              />
            )
          )
        })}
      </ul>
    </div>
  )
}
