/** The body of a request as a framework has it, before anything parsed it. */
export type RawBody = string | Uint8Array | AsyncIterable<Uint8Array> | null | undefined
