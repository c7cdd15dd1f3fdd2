export interface Clock {
  /** Tells the time in Unix **milliseconds**. `Date.now` unless given; tests and emulators give their own. */
  now?: () => number
}
