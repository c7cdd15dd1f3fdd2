export { createDropZone, type DropTarget } from './create-drop-zone.js'
export type { DropZone, DropZoneState } from './drop-zone.js'
export type { ZoneDragEvent, ZoneEvent, ZoneKeyEvent, ZonePasteEvent } from './drop-zone-events.js'
export type { DropZoneOptions } from './parse-drop-zone-options.js'
