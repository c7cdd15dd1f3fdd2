/** An answer that is not a success, as far as the platform shows it. */
export interface HttpAnswer {
  status: number
  /** With names in lower case. */
  headers: Readonly<Record<string, unknown>>
  /** The start of the body. */
  body: string
}
