/** The members of a DOM event that a drop zone reads. Events of the DOM and of React have them. */
export interface ZoneEvent {
  readonly target: EventTarget | null
  readonly currentTarget: EventTarget | null
  readonly defaultPrevented: boolean
  preventDefault(): void
}

export interface ZoneDragEvent extends ZoneEvent {
  readonly dataTransfer: DataTransfer | null
}

export interface ZonePasteEvent extends ZoneEvent {
  readonly clipboardData: DataTransfer | null
}

export interface ZoneKeyEvent extends ZoneEvent {
  readonly key: string
}
