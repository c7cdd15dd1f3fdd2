export interface Clock {
  /**
   * Returns the current time in Unix **milliseconds**.
   *
   * @default Date.now
   */
  now?: (() => number) | undefined
}
