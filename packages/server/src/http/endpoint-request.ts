/** The parts of a request that an endpoint reads. */
export interface EndpointRequest {
  /** The HTTP method, in upper case. */
  method: string
  /** Returns a header by its lower-case name. Several headers of one name are joined with commas. */
  header(name: string): string | null | undefined
}
